package dev.byline.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.byline.article.Article;
import dev.byline.article.ArticleKind;
import dev.byline.article.ArticleStatus;
import dev.byline.article.Author;
import dev.byline.article.Image;
import dev.byline.taxonomy.Region;
import dev.byline.taxonomy.Section;
import dev.byline.taxonomy.Tag;
import dev.byline.text.Language;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NinjsReaderTest {
    static final String ITEM = """
            {"standard": {"name": "ninjs", "version": "3.1"},
             "uri": "https://desk.example/items/flood", "type": "composite", "version": "2", "language": "en",
             "firstCreated": "2026-10-01T09:00:00Z", "versionCreated": "2026-10-01T12:30:00+03:00",
             "pubStatus": "usable", "usageTerms": "None", "by": "By Mona Aziz and Ray Noor",
             "genres": [{"name": "Analysis"}],
             "headlines": [{"role": "subheadline", "value": "Two villages cut off"},
                           {"role": "main", "contentType": "text/plain", "value": "AT&T <3 bridges"}],
             "descriptions": [{"contentType": "text/html", "value": "<p>x</p>"},
                              {"contentType": "text/plain", "value": "What happened"}],
             "bodies": [{"role": "summary", "contentType": "text/html", "value": "<p>No</p>"},
                        {"role": "main", "contentType": "text/plain", "value": "Plain"},
                        {"role": "richtext", "contentType": "application/xhtml+xml", "value": "<p>Marked</p>"}],
             "places": [{"name": "Republic of Iraq", "uri": "http://cvx.iptc.org/iso3166-1a2/iq"},
                        {"name": "Iran"}, {"name": "Basra"},
                        {"uri": "https://codes.example/iso3166-1a3:QAT"}],
             "subjects": [{"name": "Politics", "uri": "http://cv.iptc.org/newscodes/mediatopic/11000000"}],
             "people": [{"name": "Sami Khoury"}], "organisations": [{"name": "River Board"}],
             "associations": [
               {"name": "logo", "uri": "urn:logo", "type": "graphic",
                "renditions": [{"name": "main", "href": "https://img.example/logo.png", "contentType": "image/png"}]},
               {"name": "photo", "uri": "urn:photo", "type": "picture", "by": "R. Noor",
                "headlines": [{"value": "A bridge"}], "descriptions": [{"value": "The old bridge"}],
                "renditions": [
                  {"name": "small", "href": "https://img.example/s.jpg", "contentType": "image/jpeg", "width": 100},
                  {"name": "film", "href": "https://img.example/f.mp4", "contentType": "video/mp4", "width": 9000},
                  {"name": "large", "href": "https://img.example/l.jpg", "contentType": "image/jpeg",
                   "width": 800, "height": 600}]}]}
            """;

    static final String ITEM_OF_VERSION_1 = """
            {"uri": "urn:1", "type": "text", "versioncreated": "2026-10-01T09:30:00Z", "pubstatus": "usable",
             "headline": "Rain", "byline": "Mona", "body_text": "One & two\\n\\nNext", "description_text": "Short",
             "place": [{"name": "Qatar", "scheme": "http://cvx.iptc.org/iso3166-1a2", "code": "QA"}],
             "subject": [{"name": "Weather", "code": "17000000"}],
             "associations": {"main": {"uri": "urn:p", "type": "picture",
               "renditions": {"original": {"href": "https://img.example/p.jpg", "mimetype": "image/jpeg", "width": 10, "height": 5}}}}}""";

    private static Wxrs.Result read(String json) {
        return read(json, ImportOptions.defaults());
    }

    private static Wxrs.Result read(String json, ImportOptions options) {
        return Packs.read(NinjsReader.with(options), ContentSource.of("items.json", Packs.bytes(json)));
    }

    @Test
    void readsAnItemOfVersionThree() {
        Wxrs.Result result = read(ITEM);
        assertThat(result.report().problems()).isEmpty();
        assertThat(result.report().counts())
                .isEqualTo(Map.of(Counted.ARTICLES, 1L, Counted.AUTHORS, 2L, Counted.ATTACHMENTS, 2L));
        Article article = result.article();
        assertThat(article.id().value()).isEqualTo("https://desk.example/items/flood");
        assertThat(article.headline()).isEqualTo("AT&T <3 bridges");
        assertThat(article.standfirst()).isEqualTo("Two villages cut off");
        assertThat(article.body()).isEqualTo("<p>Marked</p>");
        assertThat(article.excerpt()).isEqualTo("What happened");
        assertThat(article.kind()).isEqualTo(ArticleKind.ANALYSIS);
        assertThat(article.authors())
                .containsExactly(Author.of("mona-aziz", "Mona Aziz"), Author.of("ray-noor", "Ray Noor"));
        assertThat(article.creditLine()).isEqualTo("By Mona Aziz and Ray Noor");
        assertThat(article.publishedAt()).isEqualTo(Instant.parse("2026-10-01T09:00:00Z"));
        assertThat(article.modifiedAt()).isEqualTo(Instant.parse("2026-10-01T09:30:00Z"));
        assertThat(article.language()).isEqualTo(Language.of("en"));
        assertThat(article.regions()).extracting(Region::key).containsExactly("iq", "ir", "qa");
        assertThat(article.sections()).containsExactly(Section.of("politics", "Politics"));
        assertThat(article.tags()).extracting(Tag::key).containsExactly("basra", "sami-khoury", "river-board");
        assertThat(article.image())
                .isEqualTo(new Image("https://img.example/l.jpg", "A bridge", "The old bridge", "R. Noor", 800, 600));
    }

    @Test
    void readsWhatVersionOneNamesOtherwise() {
        Article article = read(ITEM_OF_VERSION_1).article();
        assertThat(article.headline()).isEqualTo("Rain");
        assertThat(article.body()).isEqualTo("<p>One &amp; two</p>\n<p>Next</p>");
        assertThat(article.excerpt()).isEqualTo("Short");
        assertThat(article.creditLine()).isEmpty();
        assertThat(article.regions()).extracting(Region::key).containsExactly("qa");
        assertThat(article.sections()).extracting(Section::key).containsExactly("weather");
        assertThat(article.image()).isEqualTo(new Image("https://img.example/p.jpg", "", "", "", 10, 5));
        assertThat(
                        read("{\"uri\":\"urn:1\",\"versioncreated\":\"2026-10-01T09:30:00+0000\",\"body_xhtml\":\"<p>a</p>\","
                                        + "\"body_text\":\"b\"}")
                                .article()
                                .body())
                .isEqualTo("<p>a</p>");
    }

    @Test
    void readsKeywordsWhichNoVersionHasButSomeAgenciesAdd() {
        assertThat(read("{\"uri\":\"urn:1\",\"versionCreated\":\"2026-10-01T09:30:00Z\",\"keywords\":[\"Bridges\"]}")
                        .article()
                        .tags())
                .containsExactly(Tag.of("bridges", "Bridges"));
    }

    @ParameterizedTest
    @CsvSource({"usable, PUBLISHED", "withheld, DRAFT", "canceled, WITHDRAWN", "odd, DRAFT"})
    void knowsTheStatuses(String status, ArticleStatus expected) {
        Wxrs.Result result = read(
                "{\"uri\":\"urn:1\",\"versionCreated\":\"2026-10-01T09:30:00Z\",\"pubStatus\":\"" + status + "\"}");
        assertThat(result.article().status()).isEqualTo(expected);
        assertThat(result.report().problemCount()).isEqualTo(status.equals("odd") ? 1 : 0);
    }

    @Test
    void anEmbargoIsTheInstantOfPublishing() {
        assertThat(read("{\"uri\":\"urn:1\",\"versionCreated\":\"2026-10-01T09:30:00Z\","
                                + "\"embargoedUntil\":\"2026-10-02T09:30:00Z\"}")
                        .article()
                        .publishedAt())
                .isEqualTo(Instant.parse("2026-10-02T09:30:00Z"));
    }

    @Test
    void theLastVersionOfAnItemCounts() {
        String list = """
                [{"uri": "urn:1", "version": "1", "versionCreated": "2026-10-01T09:00:00Z", "headlines": [{"value": "a"}]},
                 {"uri": "urn:1", "version": "3", "versionCreated": "2026-10-01T11:00:00Z", "headlines": [{"value": "c"}]},
                 {"uri": "urn:1", "version": "2", "versionCreated": "2026-10-01T10:00:00Z", "headlines": [{"value": "b"}]},
                 {"uri": "urn:2", "versionCreated": "2026-10-01T09:00:00Z", "headlines": [{"value": "a"}]}]""";
        Wxrs.Result result = read(list);
        assertThat(result.articles())
                .extracting(Article::headline, Article::slug)
                .containsExactly(tuple("c", "c"), tuple("a", "a"));
        assertThat(result.report().skipped()).isEqualTo(Map.of("earlier version of an item", 2L));
        assertThat(read(list.substring(1, list.length() - 1).replace("},\n", "}\n"))
                        .items())
                .isEqualTo(result.items());
    }

    @Test
    void countsPicturesAndSkipsEvents() {
        Wxrs.Result pictures = read("[{\"uri\":\"urn:1\",\"type\":\"picture\",\"headlines\":[]},{\"uri\":\"urn:2\","
                + "\"type\":\"event\"}]");
        assertThat(pictures.report().counts()).isEqualTo(Map.of(Counted.ATTACHMENTS, 1L));
        assertThat(pictures.report().skipped()).isEqualTo(Map.of("item of type \"event\"", 1L));
        assertThat(read("{\"uri\":\"urn:2\",\"type\":\"event\"}").fatal().message())
                .isEqualTo("holds no item of ninjs that is an article or a picture");
    }

    @Test
    void leavesPastExpiryDatesOutUnlessAskedFor() {
        String item =
                "{\"uri\":\"urn:1\",\"versionCreated\":\"2026-10-01T09:30:00Z\",\"expires\":\"2026-10-05T00:00:00Z\"}";
        ImportOptions later = ImportOptions.defaults().withAt(Instant.parse("2026-11-01T00:00:00Z"));
        assertThat(read(item, later).article().expiresAt()).isNull();
        assertThat(read(item, later.withHonourExpiry(true)).article().expiresAt())
                .isNotNull();
        assertThat(read(item, later.withAt(Instant.parse("2026-10-02T00:00:00Z")))
                        .article()
                        .expiresAt())
                .isNotNull();
    }

    @Test
    void tellsWhatHasNoAddressOrDate() {
        Wxrs.Result result = read("[{\"bodies\":[]},{\"uri\":\"" + "u".repeat(300) + "\"}]");
        assertThat(result.report().problems())
                .extracting(Problem::severity, Problem::message)
                .containsExactly(
                        tuple(Problem.Severity.ERROR, "has no uri"),
                        tuple(Problem.Severity.WARNING, "is usable, but has no date, and becomes a draft"));
        assertThat(result.article().id().value()).hasSize(167).startsWith("uuu");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "[%s]", "\uFEFF%s\n%<s"})
    void isRecognisedByItself(String form) {
        assertThat(ContentReader.recognising(
                        ContentSource.of("x", Packs.bytes(String.format(form, ITEM))), ImportOptions.defaults()))
                .get()
                .isInstanceOf(NinjsReader.class);
    }
}
