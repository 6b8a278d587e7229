package dev.byline.exchange;

import static dev.byline.exchange.Markdowns.DATED;
import static dev.byline.exchange.Markdowns.document;
import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.article.Article;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a document could do to the memory, the files and the server of whoever imports it. */
class MarkdownAttackTest {
    @Test
    void refusesADefinitionThatGrowsWithEachUse() {
        String bomb = "[a]: /b '" + "x".repeat(30_000) + "'\n\n" + "[a]\n\n".repeat(6_000);
        Wxrs.Result result = Markdowns.read(document(DATED, bomb));
        assertThat(result.articles()).isEmpty();
        assertThat(result.fatal().message()).isEqualTo("holds links of more than 2 Mi characters");
    }

    @Test
    void readsEmphasisBeyondAWritersAsTextAndLeavesCodeAlone() {
        String body = Markdowns.read(document(DATED, "*a* ".repeat(5_000) + "\n\n*b*"))
                .articles()
                .get(0)
                .body();
        assertThat(body).startsWith("<p><em>a</em>").contains("*a* *a*").endsWith("<p><em>b</em></p>");
        String code = Markdowns.read(document(DATED, "```\n" + "a_b\n".repeat(5_000) + "```\n"))
                .articles()
                .get(0)
                .body();
        assertThat(code).contains("a_b\na_b").doesNotContain("\\");
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", ".", "a\\\\..\\\\b", "a\\u202Eb", "../../etc"})
    void givesNoSlugThatIsAFolderOrTurnsTheText(String slug) {
        Article article = Markdowns.read(document("slug: \"" + slug + "\"\n" + DATED, "x"))
                .articles()
                .get(0);
        assertThat(article.slug()).doesNotContain("..", "\\", "/", "\u202E").isNotEqualTo(".");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/x\\r\\nSet-Cookie: a", "/\\0", "//evil.example", "/\\\\evil.example", "/../x", "/a\\u202E"})
    void makesNoRedirectOfWhatIsNoPath(String alias) {
        Wxrs.Result result = Markdowns.read(document("aliases: [\"" + alias + "\", /old]\n" + DATED, "x"));
        assertThat(result.items()).filteredOn(Item.Redirect.class::isInstance).hasSize(1);
        assertThat(result.articles()).hasSize(1);
    }

    @Test
    void keepsNoAddressThatRuns() {
        Article article = Markdowns.read(
                        document("canonical: javascript:alert(1)\nimage: 'javascript:/*./*/alert(1)'\n" + DATED, "x"))
                .articles()
                .get(0);
        assertThat(article.canonicalUrl()).isEmpty();
        assertThat(article.image()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"9999-12-31 23:59:59 -18:00", "0001-01-01 00:00 +18:00"})
    void takesNoDateOutsideOfTheCalendar(String date) {
        Article article = Markdowns.read(document("title: a\ndate: " + date + "\ntags: [a]\n", "x"))
                .articles()
                .get(0);
        assertThat(article.publishedAt()).isNull();
    }
}
