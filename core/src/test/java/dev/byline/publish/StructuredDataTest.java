package dev.byline.publish;

import static dev.byline.publish.Stories.ADDRESSES;
import static dev.byline.publish.Stories.SITE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.article.Access;
import dev.byline.article.Article;
import dev.byline.article.ArticleId;
import dev.byline.article.ArticleKind;
import dev.byline.article.ArticleStatus;
import dev.byline.article.Correction;
import dev.byline.article.Image;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StructuredDataTest {
    private final StructuredData data = StructuredData.with(SITE, ADDRESSES);

    @Test
    void anArticleSaysAllThatSearchEnginesAskFor() {
        Article story = Stories.story().toBuilder()
                .corrections(List.of(new Correction(Stories.NOW, "It was eight years.")))
                .build();
        JsonNode json = read(data.article(story));
        assertThat(json.at("/@context").asString()).isEqualTo("https://schema.org");
        assertThat(json.at("/@type").asString()).isEqualTo("NewsArticle");
        assertThat(json.at("/headline").asString()).isEqualTo("Bridge opens after nine years");
        assertThat(json.at("/mainEntityOfPage/@id").asString()).isEqualTo("https://example.org/bridge-opens");
        assertThat(json.at("/image/url").asString()).isEqualTo("https://example.org/pictures/bridge.jpg");
        assertThat(json.at("/image/width").asInt()).isEqualTo(1200);
        assertThat(json.at("/datePublished").asString()).isEqualTo("2026-11-01T13:00:00+03:00");
        assertThat(json.at("/dateModified").asString()).isEqualTo("2026-11-01T14:59:00+03:00");
        assertThat(json.at("/author/0/name").asString()).isEqualTo("Lina Haddad");
        assertThat(json.at("/author/1/url").asString()).isEqualTo("https://example.org/author/omar");
        assertThat(json.at("/publisher/logo/url").asString()).isEqualTo("https://example.org/logo.png");
        assertThat(json.at("/articleSection/0").asString()).isEqualTo("Budget");
        assertThat(texts(json.at("/keywords"))).containsExactly("Bridges", "Iraq");
        assertThat(json.at("/contentLocation/0/name").asString()).isEqualTo("Iraq");
        assertThat(json.at("/isAccessibleForFree").asBoolean()).isTrue();
        assertThat(json.at("/correction/0/text").asString()).isEqualTo("It was eight years.");
    }

    @Test
    void whatIsMissingIsLeftOut() {
        Article bare = Article.builder(ArticleId.of("1"), "bare")
                .status(ArticleStatus.DRAFT)
                .creditLine("Staff")
                .image(Image.of("javascript:alert(1)", ""))
                .canonicalUrl("mailto:someone@example.org")
                .access(Access.SUBSCRIPTION)
                .kind(ArticleKind.OPINION)
                .build();
        JsonNode json = read(data.article(bare));
        assertThat(json.propertyNames())
                .containsExactly(
                        "@context",
                        "@type",
                        "@id",
                        "url",
                        "mainEntityOfPage",
                        "author",
                        "publisher",
                        "inLanguage",
                        "isAccessibleForFree",
                        "commentCount");
        assertThat(json.at("/@type").asString()).isEqualTo("OpinionNewsArticle");
        assertThat(json.at("/isAccessibleForFree").asBoolean()).isFalse();
        assertThat(json.at("/author/0/name").asString()).isEqualTo("Staff");
        assertThat(json.at("/url").asString()).isEqualTo("https://example.org/bare");
    }

    @Test
    void nothingEndsTheScript() {
        String hostile = "</script><script>alert(1)</script><!-- \u2028 \" \\ ' ]]>";
        Article story = Stories.story().toBuilder().headline(hostile).build();
        Document page = Jsoup.parse("<head><script type=\"application/ld+json\">" + data.article(story)
                + "</script><script>" + data.breadcrumbs(Crumb.to(story, SITE, ADDRESSES)) + "</script></head>");
        assertThat(page.select("script")).hasSize(2);
        assertThat(read(page.select("script").get(0).data()).at("/headline").asString())
                .isEqualTo(hostile);
        assertThat(read(page.select("script").get(1).data())
                        .at("/itemListElement/3/name")
                        .asString())
                .isEqualTo(hostile);
    }

    @Test
    void theWayToAnArticleLeadsThroughItsSections() {
        List<Crumb> trail = Crumb.to(Stories.story(), SITE, ADDRESSES);
        assertThat(trail)
                .containsExactly(
                        new Crumb("The Harbour Post", "https://example.org/"),
                        new Crumb("Politics", "https://example.org/section/politics"),
                        new Crumb("Budget", "https://example.org/section/budget"),
                        new Crumb("Bridge opens after nine years", "https://example.org/bridge-opens"));
        JsonNode json = read(data.breadcrumbs(trail));
        assertThat(json.at("/@type").asString()).isEqualTo("BreadcrumbList");
        assertThat(json.at("/itemListElement/2/position").asInt()).isEqualTo(3);
        assertThat(json.at("/itemListElement/2/item").asString()).isEqualTo("https://example.org/section/budget");
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }

    private static JsonNode read(String json) {
        return JsonMapper.shared().readTree(json);
    }
}
