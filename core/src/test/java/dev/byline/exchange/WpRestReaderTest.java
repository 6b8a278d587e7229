package dev.byline.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.byline.article.Article;
import dev.byline.article.ArticleStatus;
import dev.byline.article.Author;
import dev.byline.article.Image;
import dev.byline.comment.Comment;
import dev.byline.comment.CommentId;
import dev.byline.comment.CommentState;
import dev.byline.taxonomy.Region;
import dev.byline.taxonomy.Section;
import dev.byline.taxonomy.Tag;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WpRestReaderTest {
    private static final String POSTS = """
            [{"id": 41, "date": "2026-10-01T12:30:00", "date_gmt": "2026-10-01T09:30:00",
              "guid": {"rendered": "https://desk.example/?p=41"},
              "modified": "2026-10-02T12:30:00", "modified_gmt": "2026-10-02T09:30:00",
              "slug": "%d9%81%d9%8a%d8%b6%d8%a7%d9%86", "status": "publish", "type": "post",
              "link": "https://desk.example/flood/",
              "title": {"rendered": "Bridge &amp; road &#8220;closed&#8221;"},
              "content": {"rendered": "\\n<p>The river rose.</p>\\n", "protected": false},
              "excerpt": {"rendered": "<p>The river rose. [&hellip;]</p>\\n", "protected": false},
              "author": 7, "featured_media": 90, "comment_status": "open", "sticky": true,
              "categories": [3, 5], "tags": [11, 12]},
             {"id": 42, "date": "2026-10-03T12:30:00", "date_gmt": "0000-00-00T00:00:00", "slug": "", "status": "draft",
              "type": "post", "title": {"rendered": "Draft"}, "content": {"rendered": ""}, "author": 8}]
            """;
    private static final String CATEGORIES = """
            [{"id": 3, "count": 9, "name": "Iraq", "slug": "iraq", "taxonomy": "category", "parent": 0},
             {"id": 5, "count": 9, "name": "Rivers &amp; lakes", "slug": "rivers", "taxonomy": "category", "parent": 6},
             {"id": 6, "count": 9, "name": "Nature", "slug": "nature", "taxonomy": "category", "parent": 0}]
            """;
    private static final String TAGS = """
            [{"id": 11, "count": 2, "name": "bridges", "slug": "bridges", "taxonomy": "post_tag"},
             {"id": 12, "count": 2, "name": "iraq", "slug": "iraq", "taxonomy": "post_tag"}]
            """;
    private static final String USERS = """
            [{"id": 7, "name": "Mona Aziz", "slug": "mona", "description": "Covers <b>rivers</b>.",
              "avatar_urls": {"24": "https://img.example/s", "96": "https://img.example/l"}}]
            """;
    private static final String MEDIA = """
            [{"id": 90, "type": "attachment", "media_type": "image", "alt_text": "A bridge",
              "caption": {"rendered": "<p>The old bridge</p>"}, "source_url": "https://img.example/bridge.jpg",
              "media_details": {"width": 800, "height": 600, "image_meta": {"credit": "R. Noor"},
                                "sizes": {"thumb": {"source_url": "x"}}}}]
            """;
    private static final String COMMENTS = """
            [{"id": 1, "post": 41, "parent": 0, "author": 0, "author_name": "Sami", "author_url": "https://sami.example",
              "author_email": "sami@reader.example", "date": "2026-10-01T13:00:00", "date_gmt": "2026-10-01T10:00:00",
              "content": {"rendered": "<p>Stay safe</p>"}, "status": "approved", "type": "comment"},
             {"id": 2, "post": 41, "parent": 1, "author_name": "Other desk", "date_gmt": "2026-10-01T11:00:00",
              "content": {"rendered": "<p>Link</p>"}, "status": "hold", "type": "pingback"}]
            """;
    private static final String PAGES = """
            [{"id": 50, "type": "page", "slug": "about", "status": "publish", "date_gmt": "2020-01-01T00:00:00",
              "title": {"rendered": "About"}, "content": {"rendered": "<p>We</p>"}, "parent": 0, "menu_order": 2},
             {"id": 51, "type": "page", "slug": "team", "status": "publish", "date_gmt": "2020-01-01T00:00:00",
              "title": {"rendered": "Team"}, "content": {"rendered": "<p>You</p>"}, "parent": 50}]
            """;
    private static final String SITE = """
            {"name": "The Desk", "description": "News", "url": "https://desk.example", "home": "https://desk.example",
             "gmt_offset": "3", "timezone_string": "Asia/Baghdad", "namespaces": ["wp/v2"],
             "routes": {"/": {"methods": ["GET"]}}}
            """;

    /** All of a site in one document. */
    static String all() {
        return "{\"posts\":" + POSTS + ",\"categories\":" + CATEGORIES + ",\"tags\":" + TAGS + ",\"users\":" + USERS
                + ",\"media\":" + MEDIA + ",\"comments\":" + COMMENTS + ",\"pages\":" + PAGES + "}";
    }

    private static Wxrs.Result read(String json) {
        return read(ContentSource.of("answer.json", json.getBytes(StandardCharsets.UTF_8)));
    }

    private static Wxrs.Result read(ContentSource source) {
        return Packs.read(WpRestReader.with(ImportOptions.defaults()), source);
    }

    private static Map<String, String> site() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("posts.json", POSTS);
        files.put("categories.json", CATEGORIES);
        files.put("tags.json", TAGS);
        files.put("users.json", USERS);
        files.put("media.json", MEDIA);
        files.put("comments.json", COMMENTS);
        files.put("pages.json", PAGES);
        files.put("wp-json.json", SITE);
        return files;
    }

    @Test
    void joinsTheAnswersOfASite() {
        Wxrs.Result result = read(ContentSource.archive("site.zip", Packs.zip(site())));
        assertThat(result.report().problems()).extracting(Problem::where).containsExactly("post 42, /1");
        assertThat(result.report().counts())
                .isEqualTo(Map.of(
                        Counted.SITES, 1L,
                        Counted.AUTHORS, 1L,
                        Counted.ARTICLES, 2L,
                        Counted.PAGES, 2L,
                        Counted.COMMENTS, 2L,
                        Counted.ATTACHMENTS, 1L,
                        Counted.CATEGORIES, 3L,
                        Counted.TAGS, 2L));
        Article article = result.article("41");
        assertThat(article.slug()).isEqualTo("فيضان");
        assertThat(article.headline()).isEqualTo("Bridge & road “closed”");
        assertThat(article.body()).isEqualTo("<p>The river rose.</p>");
        assertThat(article.excerpt()).isEmpty();
        assertThat(article.publishedAt()).isEqualTo(Instant.parse("2026-10-01T09:30:00Z"));
        assertThat(article.modifiedAt()).isEqualTo(Instant.parse("2026-10-02T09:30:00Z"));
        assertThat(article.authors())
                .containsExactly(new Author("mona", "Mona Aziz", "https://img.example/l", "Covers rivers."));
        assertThat(article.regions()).containsExactly(Region.of("iq", "Iraq"));
        assertThat(article.sections())
                .containsExactly(new Section("rivers", "Rivers & lakes", new Section("nature", "Nature", null)));
        assertThat(article.tags()).containsExactly(Tag.of("bridges", "bridges"), Tag.of("iraq", "Iraq"));
        assertThat(article.image())
                .isEqualTo(
                        new Image("https://img.example/bridge.jpg", "A bridge", "The old bridge", "R. Noor", 800, 600));
        assertThat(article.sticky()).isTrue();
        assertThat(article.commentsOpen()).isTrue();
        assertThat(article.commentCount()).isEqualTo(1);
        Article draft = result.article("42");
        assertThat(draft.status()).isEqualTo(ArticleStatus.DRAFT);
        assertThat(draft.publishedAt()).isNull();
        assertThat(draft.slug()).isEqualTo("draft");
        assertThat(result.pages())
                .extracting("slug", "title", "parent", "position")
                .containsExactly(tuple("about", "About", "", 2), tuple("team", "Team", "about", 0));
        assertThat(result.comments())
                .extracting(Comment::name, Comment::state, Comment::kind, Comment::parent)
                .containsExactly(
                        tuple("Sami", CommentState.APPROVED, Comment.Kind.COMMENT, null),
                        tuple("Other desk", CommentState.HELD, Comment.Kind.PINGBACK, CommentId.of("1")));
        Item.Site head = (Item.Site) result.items().get(0);
        assertThat(head.publication().name()).isEqualTo("The Desk");
        assertThat(head.publication().zone()).isEqualTo(ZoneId.of("Asia/Baghdad"));
    }

    @Test
    void oneDocumentOfAllListsIsTheSameAsTheirFiles() {
        String all = all();
        Map<String, String> files = site();
        files.remove("wp-json.json");
        assertThat(read(all).items())
                .isEqualTo(read(ContentSource.archive("site.zip", Packs.zip(files)))
                        .items());
        assertThat(read(POSTS + TAGS + USERS + MEDIA + CATEGORIES + COMMENTS + PAGES)
                        .items())
                .containsExactlyInAnyOrderElementsOf(read(all).items());
    }

    @Test
    void takesWhatIsEmbedded() {
        Wxrs.Result result = read("""
                {"id": 5, "type": "post", "date": "2026-10-01T12:30:00", "slug": "a", "status": "publish",
                 "title": {"rendered": "A"}, "content": {"rendered": "<p>B</p>"}, "author": 7, "featured_media": 90,
                 "excerpt": {"rendered": "<p>By hand</p>"}, "categories": [3], "tags": [],
                 "yoast_head_json": {"canonical": "https://other.example/a"}, "link": "https://desk.example/a/",
                 "_embedded": {"author": [{"id": 7, "name": "Mona", "slug": "mona"}],
                   "wp:featuredmedia": [{"id": 90, "source_url": "/b.jpg", "alt_text": "B"}],
                   "wp:term": [[{"id": 3, "name": "Qatar", "slug": "qatar", "taxonomy": "category"}], []]}}""");
        Article article = result.article();
        assertThat(result.report().problems()).isEmpty();
        assertThat(article.authors()).containsExactly(Author.of("mona", "Mona"));
        assertThat(article.image()).isEqualTo(Image.of("/b.jpg", "B"));
        assertThat(article.regions()).extracting(Region::key).containsExactly("qa");
        assertThat(article.excerpt()).isEqualTo("By hand");
        assertThat(article.canonicalUrl()).isEqualTo("https://other.example/a");
    }

    @Test
    void readsLocalDatesInTheZoneOfTheOptions() {
        Wxrs.Result result = Packs.read(
                WpRestReader.with(ImportOptions.defaults().withZone(ZoneId.of("Asia/Riyadh"))),
                ContentSource.of("p.json", Packs.bytes("""
                        {"id": 5, "type": "post", "date": "2026-10-01T12:00:00", "title": {"rendered": "A"}}""")));
        assertThat(result.article().publishedAt()).isEqualTo(Instant.parse("2026-10-01T09:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "publish, PUBLISHED",
        "future, SCHEDULED",
        "private, PRIVATE",
        "trash, WITHDRAWN",
        "pending, DRAFT",
        "odd, DRAFT"
    })
    void knowsTheStatuses(String status, ArticleStatus expected) {
        Wxrs.Result result = read("{\"id\":1,\"type\":\"post\",\"date_gmt\":\"2026-10-01T12:00:00\",\"status\":\""
                + status + "\",\"content\":{\"rendered\":\"x\",\"protected\":true}}");
        assertThat(result.article().status()).isEqualTo(expected);
        assertThat(result.article().passwordProtected()).isTrue();
        assertThat(result.report().problemCount()).isEqualTo(status.equals("odd") ? 1 : 0);
    }

    @Test
    void tellsWhatCannotBeRead() {
        Wxrs.Result result = read("""
                [{"id": 1, "type": "post", "date_gmt": "2026-10-01T12:00:00", "title": {"rendered": "A"}},
                 {"id": 1, "type": "post", "date_gmt": "2026-10-01T12:00:00", "title": {"rendered": "B"}},
                 {"id": 2, "type": "post", "status": "publish", "title": {"rendered": "No date"}},
                 {"type": "post", "content": {"rendered": "x"}},
                 {"id": 3, "type": "product", "title": {"rendered": "Cup"}},
                 {"code": "rest_forbidden", "message": "Sorry", "data": {"status": 401}},
                 7]""");
        assertThat(result.articles()).hasSize(2);
        assertThat(result.report().problems())
                .extracting(Problem::line, Problem::where, Problem::severity)
                .containsExactly(
                        tuple(2L, "post 1, /1", Problem.Severity.ERROR),
                        tuple(3L, "post 2, /2", Problem.Severity.WARNING),
                        tuple(4L, "post, /3", Problem.Severity.ERROR),
                        tuple(6L, "/5", Problem.Severity.ERROR));
        assertThat(result.report().skipped()).containsOnly(Map.entry("item of type \"product\"", 1L));
        assertThat(read("{\"code\":\"rest_no_route\",\"message\":\"No route\",\"data\":{\"status\":404}}")
                        .fatal()
                        .message())
                .contains("holds nothing");
    }

    @Test
    void aCutOrBrokenAnswerRefusesTheSourceUnlessLenient() {
        Map<String, String> files = site();
        files.put("posts-2.json", POSTS.substring(0, POSTS.length() / 2));
        ContentSource source = ContentSource.archive("site.zip", Packs.zip(files));
        Wxrs.Result strict = read(source);
        assertThat(strict.fatal().document()).isEqualTo("posts-2.json");
        assertThat(strict.fatal().message()).startsWith("is cut off");
        assertThat(strict.items()).isEmpty();
        Wxrs.Result lenient =
                Packs.read(WpRestReader.with(ImportOptions.defaults().withLenient(true)), source);
        assertThat(lenient.report().refused()).isFalse();
        assertThat(lenient.articles()).hasSize(2);
        assertThat(lenient.report().problems()).extracting(Problem::document).contains("posts-2.json");
    }

    @Test
    void dropsTheSendersUnlessAskedFor() {
        assertThat(read(COMMENTS).items()).noneMatch(item -> item.toString().contains("sami@"));
        Wxrs.Result kept = Packs.read(
                WpRestReader.with(ImportOptions.defaults().withSenders(true)),
                ContentSource.of("c.json", Packs.bytes(COMMENTS)));
        assertThat(((Item.Remark) kept.items().get(0)).sender())
                .isNotNull()
                .extracting("email")
                .isEqualTo("sami@reader.example");
    }

    @Test
    void neverShowsTheAddressOfAnAuthor() {
        Wxrs.Result result =
                read("[{\"id\":7,\"name\":\"mona@desk.example\",\"slug\":\"mona@desk.example\",\"avatar_urls\":{}}]");
        assertThat(result.authors()).containsExactly(Author.of("mona", "mona"));
    }

    @Test
    void givesFreeSlugsAndTheSameItemsEachTime() {
        String json = """
                [{"id": 1, "type": "post", "date_gmt": "2026-10-01T12:00:00", "title": {"rendered": "Rain"}},
                 {"id": 2, "type": "post", "date_gmt": "2026-10-01T12:00:00", "slug": "rain", "title": {"rendered": "X"}},
                 {"id": 3, "type": "post", "date_gmt": "2026-10-01T12:00:00", "slug": "rain", "title": {"rendered": "Y"}}]""";
        Wxrs.Result result = read(json);
        assertThat(result.articles()).extracting(Article::slug).containsExactly("rain-2", "rain", "rain-3");
        assertThat(read(json).items()).isEqualTo(result.items());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "posts.json",
                "categories.json",
                "tags.json",
                "users.json",
                "media.json",
                "comments.json",
                "pages.json",
                "wp-json.json"
            })
    void isRecognisedByItself(String file) {
        for (String mark : List.of("", "\uFEFF")) {
            ContentSource source = ContentSource.of(file, Packs.bytes(mark + site().get(file)));
            assertThat(ContentReader.recognising(source, ImportOptions.defaults()))
                    .get()
                    .isInstanceOf(WpRestReader.class);
        }
    }
}
