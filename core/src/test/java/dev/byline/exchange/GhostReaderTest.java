package dev.byline.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.byline.article.Access;
import dev.byline.article.Article;
import dev.byline.article.ArticleStatus;
import dev.byline.article.Author;
import dev.byline.article.Image;
import dev.byline.taxonomy.Region;
import dev.byline.taxonomy.Section;
import dev.byline.taxonomy.Tag;
import dev.byline.text.Language;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GhostReaderTest {
    private static final String TABLES = """
            {"members": [{"id": "m1", "email": "reader@mail.example", "name": "Reader"}],
             "posts": [
              {"id": "p1", "title": "AT&T <3 rivers", "slug": "rivers",
               "html": "<p>The <a href=\\"__GHOST_URL__/flood/\\">flood</a></p>", "plaintext": "The flood",
               "feature_image": "__GHOST_URL__/content/images/a.jpg", "featured": 1, "type": "post",
               "status": "published", "visibility": "paid", "custom_excerpt": "By hand\\nin two lines",
               "published_at": "2026-10-01T09:30:00.000Z", "updated_at": "2026-10-02 09:30:00",
               "canonical_url": "https://other.example/rivers", "lexical": "{}"},
              {"id": "p2", "title": "About", "slug": "about", "html": "<p>We</p>", "type": "page", "status": "published",
               "published_at": "2020-01-01T00:00:00.000Z"},
              {"id": "p3", "title": "Plain", "slug": "plain", "html": null, "plaintext": "One & two\\nlines\\n\\nNext",
               "status": "draft", "visibility": "members"},
              {"id": "p4", "title": "Old", "slug": "rivers", "mobiledoc": "{}", "status": "sent",
               "published_at": 1769940000000}],
             "comments": [{"id": "c1", "post_id": "p1", "html": "Hi"}],
             "posts_authors": [{"id": "1", "post_id": "p1", "author_id": "u2", "sort_order": 1},
                               {"id": "2", "post_id": "p1", "author_id": "u1", "sort_order": 0},
                               {"id": "3", "post_id": "p3", "author_id": "u9", "sort_order": 0}],
             "posts_meta": [{"post_id": "p1", "feature_image_alt": "A river",
                             "feature_image_caption": "The <i>old</i> river", "meta_title": "x"}],
             "posts_tags": [{"post_id": "p1", "tag_id": "t2", "sort_order": 2},
                            {"post_id": "p1", "tag_id": "t1", "sort_order": 1},
                            {"post_id": "p1", "tag_id": "t3", "sort_order": 0}],
             "settings": [{"key": "title", "value": "The Desk"}, {"key": "locale", "value": "ar"},
                          {"key": "timezone", "value": "Asia/Riyadh"}, {"key": "secret", "value": "s"}],
             "tags": [{"id": "t1", "name": "Politics", "slug": "politics", "visibility": "public"},
                      {"id": "t2", "name": "Iraq", "slug": "iraq", "visibility": "public"},
                      {"id": "t3", "name": "#hidden", "slug": "hash-hidden", "visibility": "internal"}],
             "users": [{"id": "u1", "name": "Mona Aziz", "slug": "mona", "email": "mona@desk.example",
                        "bio": "Rivers", "profile_image": "__GHOST_URL__/content/images/mona.jpg"},
                       {"id": "u2", "name": "Ray Noor", "slug": "ray", "email": "ray@desk.example"}]}
            """;
    static final String EXPORT =
            "{\"db\":[{\"meta\":{\"exported_on\":1,\"version\":\"5.1\"},\"data\":" + TABLES + "}]}";

    private static Wxrs.Result read(String json) {
        return Packs.read(
                GhostReader.with(ImportOptions.defaults()), ContentSource.of("ghost.json", Packs.bytes(json)));
    }

    @Test
    void joinsTheTablesOfAnExport() {
        Wxrs.Result result = read(EXPORT);
        assertThat(result.report().counts())
                .isEqualTo(Map.of(
                        Counted.SITES, 1L,
                        Counted.AUTHORS, 2L,
                        Counted.ARTICLES, 3L,
                        Counted.PAGES, 1L,
                        Counted.TAGS, 3L));
        assertThat(result.report().skipped()).isEqualTo(Map.of("comment of a member", 1L));
        Article article = result.article("p1");
        assertThat(article.headline()).isEqualTo("AT&T <3 rivers");
        assertThat(article.slug()).isEqualTo("rivers");
        assertThat(article.body()).isEqualTo("<p>The <a href=\"/flood/\">flood</a></p>");
        assertThat(article.excerpt()).isEqualTo("By hand in two lines");
        assertThat(article.authors())
                .containsExactly(
                        new Author("mona", "Mona Aziz", "/content/images/mona.jpg", "Rivers"),
                        Author.of("ray", "Ray Noor"));
        assertThat(article.sections()).containsExactly(Section.of("politics", "Politics"));
        assertThat(article.regions()).containsExactly(Region.of("iq", "Iraq"));
        assertThat(article.tags()).containsExactly(Tag.of("politics", "Politics"), Tag.of("iraq", "Iraq"));
        assertThat(article.primary()).isEqualTo("politics");
        assertThat(article.image())
                .isEqualTo(new Image("/content/images/a.jpg", "A river", "The old river", "", null, null));
        assertThat(article.access()).isEqualTo(Access.SUBSCRIPTION);
        assertThat(article.sticky()).isTrue();
        assertThat(article.canonicalUrl()).isEqualTo("https://other.example/rivers");
        assertThat(article.publishedAt()).isEqualTo(Instant.parse("2026-10-01T09:30:00Z"));
        assertThat(article.modifiedAt()).isEqualTo(Instant.parse("2026-10-02T09:30:00Z"));
        assertThat(article.language()).isEqualTo(Language.of("ar"));
        assertThat(result.pages()).extracting("slug", "title").containsExactly(tuple("about", "About"));
        assertThat(((Item.Site) result.items().get(0)).publication().zone()).isEqualTo(ZoneId.of("Asia/Riyadh"));
        assertThat(result.items().toString()).doesNotContain("@");
    }

    @Test
    void takesThePlainTextWhereThereIsNoHtmlAndTellsWhereThereIsNeither() {
        Wxrs.Result result = read(EXPORT);
        Article plain = result.article("p3");
        assertThat(plain.body()).isEqualTo("<p>One &amp; two<br />\nlines</p>\n<p>Next</p>");
        assertThat(plain.status()).isEqualTo(ArticleStatus.DRAFT);
        assertThat(plain.access()).isEqualTo(Access.REGISTRATION);
        Article old = result.article("p4");
        assertThat(old.body()).isEmpty();
        assertThat(old.status()).isEqualTo(ArticleStatus.PRIVATE);
        assertThat(old.publishedAt()).isEqualTo(Instant.ofEpochMilli(1769940000000L));
        assertThat(result.report().problems())
                .extracting(Problem::where, Problem::message)
                .containsExactly(
                        tuple("post p3, /db/0/data/posts/2", "has the author \"u9\", whom the source does not name"),
                        tuple(
                                "post p4, /db/0/data/posts/3",
                                "has neither HTML nor plain text, which an export of a newer Ghost would hold; its body is"
                                        + " empty"),
                        tuple(
                                "post p4, /db/0/data/posts/3",
                                "has the slug \"rivers\", which is taken, and gets \"rivers-2\""));
    }

    @Test
    void readsTheTablesWithoutWhatStandsAroundThem() {
        assertThat(read("{\"meta\":{\"exported_on\":1},\"data\":" + TABLES + "}")
                        .items())
                .isEqualTo(read(EXPORT).items());
        assertThat(read(TABLES).items()).isEqualTo(read(EXPORT).items());
    }

    @Test
    void readsTheAnswersOfTheInterface() {
        Wxrs.Result result = read("""
                {"posts": [{"id": "5", "uuid": "u", "title": "A", "slug": "a", "html": "<p>b</p>",
                  "published_at": "2026-10-01T12:30:00.000+03:00", "visibility": "public",
                  "authors": [{"id": "7", "name": "Mona", "slug": "mona"}],
                  "tags": [{"id": "3", "name": "Qatar", "slug": "qatar", "visibility": "public"}],
                  "feature_image": "https://img.example/b.jpg", "feature_image_alt": "B"}],
                 "meta": {"pagination": {"page": 1}}}""");
        Article article = result.article();
        assertThat(result.report().problems()).isEmpty();
        assertThat(article.publishedAt()).isEqualTo(Instant.parse("2026-10-01T09:30:00Z"));
        assertThat(article.authors()).containsExactly(Author.of("mona", "Mona"));
        assertThat(article.regions()).extracting(Region::key).containsExactly("qa");
        assertThat(article.primary()).isEqualTo("qa");
        assertThat(article.sections()).isEmpty();
        assertThat(article.image()).isEqualTo(Image.of("https://img.example/b.jpg", "B"));
    }

    @Test
    void readsWhatGhostsToolsForMovingInWrite() {
        Wxrs.Result result = read("""
                {"posts": [{"url": "https://old.example/a", "data": {"title": "A", "slug": "a", "html": "<p>b</p>",
                  "status": "published", "published_at": "2026-10-01T09:30:00.000Z",
                  "author": {"url": "https://old.example/@mona", "data": {"name": "Mona", "slug": "mona"}},
                  "tags": [{"url": "https://old.example/t", "data": {"name": "Rain", "slug": "rain"}}]}}]}""");
        assertThat(result.article().id().value()).isEqualTo("a");
        assertThat(result.article().authors()).containsExactly(Author.of("mona", "Mona"));
        assertThat(result.article().tags()).containsExactly(Tag.of("rain", "Rain"));
    }

    @ParameterizedTest
    @CsvSource({"published, PUBLISHED", "scheduled, SCHEDULED", "draft, DRAFT", "sent, PRIVATE", "odd, DRAFT"})
    void knowsTheStatuses(String status, ArticleStatus expected) {
        assertThat(
                        read("{\"posts\":[{\"id\":\"1\",\"slug\":\"a\",\"html\":\"\",\"published_at\":\"2026-10-01T09:30:00Z\","
                                        + "\"status\":\"" + status + "\"}]}")
                                .article()
                                .status())
                .isEqualTo(expected);
    }

    @Test
    void refusesWhatHoldsNothing() {
        assertThat(read("{\"db\":[{\"data\":{\"members\":[{\"email\":\"a@b.example\"}]}}]}")
                        .fatal()
                        .message())
                .contains("holds nothing");
        assertThat(read(EXPORT.substring(0, 900)).fatal().message()).startsWith("is cut off");
        assertThat(read(EXPORT.substring(0, 900)).items()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"db", "meta", "tables", "posts"})
    void isRecognisedByItself(String form) {
        String json = switch (form) {
            case "db" -> EXPORT;
            case "meta" -> "{\"meta\":{\"exported_on\":1,\"version\":\"0.11\"},\"data\":" + TABLES + "}";
            case "tables" -> "{\"data\":" + TABLES + "}";
            default -> "{\"posts\":[{\"id\":\"1\",\"comment_id\":\"1\"}]}";
        };
        assertThat(ContentReader.recognising(
                        ContentSource.of("x", Packs.bytes("\uFEFF" + json)), ImportOptions.defaults()))
                .get()
                .isInstanceOf(GhostReader.class);
    }
}
