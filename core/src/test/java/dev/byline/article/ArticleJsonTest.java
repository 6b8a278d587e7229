package dev.byline.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.byline.BothJacksons;
import dev.byline.taxonomy.Tag;
import dev.byline.testkit.SampleArticles;
import dev.byline.text.Language;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleJsonTest {
    @Test
    void anArticleIsWrittenWithoutWhatIsEmpty() {
        Article article = Article.builder(ArticleId.of("7"), "flood")
                .published(Instant.parse("2026-11-01T12:00:00Z"))
                .expiresAt(Instant.parse("2027-01-01T00:00:00.25Z"))
                .headline("“Flood” in Basra")
                .language(Language.of("en"))
                .regions(SampleArticles.BASRA)
                .tags(Tag.of("floods", "Floods"))
                .image(new Image("https://news.example/a.jpg", "A flood", "", "", 640, null))
                .build();
        assertThat(BothJacksons.write(article)).isEqualTo("""
                {"id":"7","kind":"news","status":"published","passwordProtected":false,"slug":"flood",\
                "headline":"“Flood” in Basra","publishedAt":"2026-11-01T12:00:00Z",\
                "expiresAt":"2027-01-01T00:00:00.250Z","language":"en",\
                "regions":[{"key":"iq-ba","name":"Basra","parent":{"key":"iq","name":"Iraq",\
                "parent":{"key":"middle-east","name":"Middle East"}}}],\
                "tags":[{"key":"floods","name":"Floods"}],\
                "image":{"url":"https://news.example/a.jpg","alt":"A flood","width":640},"access":"open",\
                "sticky":false,"commentsOpen":true,"commentCount":0}""");
    }

    @Test
    void anArticleMadeByHandMayLeaveOutAlmostEverything() {
        Article article = BothJacksons.read("""
                {"id":"a","slug":"a","headline":"x","status":"published","publishedAt":"2026-01-01T00:00:00Z"}""", Article.class);
        assertThat(article)
                .isEqualTo(Article.builder(ArticleId.of("a"), "a")
                        .headline("x")
                        .published(Instant.parse("2026-01-01T00:00:00Z"))
                        .commentsOpen(false)
                        .build());
    }

    @Test
    void nullIsAsGoodAsMissing() {
        Article article = BothJacksons.read("""
                {"id":"a","slug":"a","status":"draft","headline":null,"publishedAt":null,"regions":null,"image":null,\
                "language":null,"kind":null,"sticky":null,"commentsOpen":null,"commentCount":null}""", Article.class);
        assertThat(article)
                .isEqualTo(Article.builder(ArticleId.of("a"), "a")
                        .commentsOpen(false)
                        .build());
    }

    @Test
    void summariesAndPagesMadeByHandMayLeaveOutAlmostEverythingToo() {
        assertThat(BothJacksons.read("{\"id\":\"a\",\"slug\":\"a\",\"status\":\"draft\"}", ArticleSummary.class))
                .isEqualTo(Article.builder(ArticleId.of("a"), "a").build().summary());
        StaticPage page = BothJacksons.read("{\"slug\":\"about\",\"status\":\"published\"}", StaticPage.class);
        assertThat(page.position()).isZero();
        assertThat(page.passwordProtected()).isFalse();
        assertThat(page.language()).isEqualTo(Language.UNDETERMINED);
    }

    @Test
    void unknownFieldsArePassedOver() {
        assertThat(BothJacksons.read(
                                "{\"id\":\"a\",\"slug\":\"a\",\"status\":\"draft\",\"mood\":{\"deep\":[1]},\"summary\":1}",
                                Article.class)
                        .id())
                .isEqualTo(ArticleId.of("a"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"slug\":\"a\",\"status\":\"draft\"}",
                "{\"id\":\"a\",\"status\":\"draft\"}",
                "{\"id\":\"a\",\"slug\":\"a\"}",
                "{\"id\":\"a\",\"slug\":\" \",\"status\":\"draft\"}",
                "{\"id\":\"a\",\"slug\":\"a\",\"status\":\"published\"}",
                "{\"id\":\"a\",\"slug\":\"a\",\"status\":\"lost\"}",
                "{\"id\":\"a\",\"slug\":\"a\",\"status\":\"draft\",\"commentCount\":-1}",
                "{\"id\":\"a\",\"slug\":\"a\",\"status\":\"draft\",\"tags\":[{\"name\":\"x\"}]}"
            })
    void whatCannotBeAnArticleIsRefused(String json) {
        assertThatThrownBy(() -> BothJacksons.read(json, Article.class)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void aPublicationIsTold() {
        Publication publication = Publication.of("News", "https://news.example/", Language.of("en"), ZoneOffset.UTC);
        assertThat(BothJacksons.write(publication))
                .isEqualTo(
                        "{\"name\":\"News\",\"baseUrl\":\"https://news.example\",\"language\":\"en\",\"zone\":\"Z\"}");
        assertThat(BothJacksons.read("{}", Publication.class))
                .isEqualTo(Publication.of("", "", Language.UNDETERMINED, ZoneOffset.UTC));
    }

    @Test
    void aPageOfAListingIsWritten() {
        Article article = SampleArticles.article("a").build();
        ArchivePage page = new ArchivePage(List.of(article.summary()), ArchiveCursor.behind(article));
        assertThat(BothJacksons.write(page)).endsWith("\"next\":\"2026-11-01T12:00:00Z~a\"}");
        assertThat(BothJacksons.roundTrip(page, ArchivePage.class)).isEqualTo(page);
    }
}
