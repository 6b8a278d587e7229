package dev.byline.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.article.Article;
import dev.byline.article.ArticleKind;
import dev.byline.article.Author;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What themes, plugins and old editors leave in an export. */
class WxrDepthTest {
    private static String meta(String key, String value) {
        return "<wp:postmeta><wp:meta_key>" + key + "</wp:meta_key><wp:meta_value><![CDATA[" + value
                + "]]></wp:meta_value></wp:postmeta>";
    }

    private static Wxrs.Result read(String... items) {
        return Wxrs.read(Wxrs.channel(String.join("", items)));
    }

    @Test
    void knowsWhatJNewsKeepsInArrays() {
        Wxrs.Result result = read(
                "<wp:category><wp:term_id>5</wp:term_id><wp:category_nicename>rivers</wp:category_nicename>"
                        + "<wp:cat_name>Rivers</wp:cat_name></wp:category>",
                Wxrs.post(
                        1,
                        "<category domain=\"category\" nicename=\"news\">News</category>"
                                + "<category domain=\"category\" nicename=\"rivers\">Rivers</category>"
                                + meta("jnews_primary_category", "a:2:{s:2:\"id\";s:1:\"5\";s:6:\"hidden\";s:0:\"\";}")
                                + meta(
                                        "jnews_single_post",
                                        "a:2:{s:8:\"subtitle\";s:13:\"Über & unter\";s:14:\"sponsored_post\";s:1:\"1\";}")));
        Article article = result.article();
        assertThat(article.primary()).isEqualTo("rivers");
        assertThat(article.standfirst()).isEqualTo("Über & unter");
        assertThat(article.kind()).isEqualTo(ArticleKind.SPONSORED);
        assertThat(read(Wxrs.post(1, meta("post_subtitle", "Plain"))).article().standfirst())
                .isEqualTo("Plain");
    }

    @Test
    void makesNoObjects() {
        Article article = read(Wxrs.post(
                        1,
                        meta("jnews_single_post", "O:8:\"stdClass\":1:{s:8:\"subtitle\";s:1:\"x\";}")
                                + meta("jnews_primary_category", "a:1:{s:2:\"id\";O:1:\"A\":0:{}}")))
                .article();
        assertThat(article.standfirst()).isEmpty();
        assertThat(article.primary()).isEmpty();
        assertThat(article.kind()).isEqualTo(ArticleKind.NEWS);
    }

    @Test
    void takesTheCanonicalAddressOfSearchPlugins() {
        assertThat(read(Wxrs.post(1, meta("_yoast_wpseo_canonical", "https://other.example/a")))
                        .article()
                        .canonicalUrl())
                .isEqualTo("https://other.example/a");
        assertThat(read(Wxrs.post(1, meta("rank_math_canonical_url", "javascript:x")))
                        .article()
                        .canonicalUrl())
                .isEmpty();
    }

    @Test
    void knowsTheGuestsOfCoAuthorsPlus() {
        Wxrs.Result result = read(
                Wxrs.post(1, "<category domain=\"author\" nicename=\"cap-mona-aziz\">mona-aziz</category>"),
                "<item><title>Mona Aziz</title><wp:post_id>9</wp:post_id><wp:post_type>guest-author</wp:post_type>"
                        + "<wp:status>publish</wp:status>" + meta("cap-user_login", "mona-aziz")
                        + meta("cap-display_name", "Mona Aziz") + meta("cap-description", "Covers rivers.")
                        + meta("cap-user_email", "mona@desk.example") + "</item>");
        assertThat(result.article().authors())
                .containsExactly(new Author("mona-aziz", "Mona Aziz", "", "Covers rivers."));
        assertThat(result.authors()).contains(new Author("mona-aziz", "Mona Aziz", "", "Covers rivers."));
        assertThat(result.report().skipped()).isEqualTo(Map.of("guest author, who is among the authors", 1L));
        assertThat(result.items().toString()).doesNotContain("@");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[caption id=\"a\" width=\"9\"]<img src=\"/a.jpg\" /> The <b>old</b> bridge[/caption]"
                        + "|<figure><img src=\"/a.jpg\" /><figcaption>The <b>old</b> bridge</figcaption></figure>",
                "[caption caption=\"Old\"]<a href=\"/x\"><img src=\"/a.jpg\"></a>[/caption]"
                        + "|<figure><a href=\"/x\"><img src=\"/a.jpg\"></a><figcaption>Old</figcaption></figure>",
                "[caption]<a href=\"/x\"><img src=\"/a.jpg\"></a> New[/caption]"
                        + "|<figure><a href=\"/x\"><img src=\"/a.jpg\"></a><figcaption>New</figcaption></figure>",
                "[embed width=\"9\"]https://v.example/?a=1&b=2[/embed]"
                        + "|<p><a href=\"https://v.example/?a=1&amp;b=2\">https://v.example/?a=1&amp;b=2</a></p>",
                "[video mp4=\"/v.mp4\"][/video] x|<video controls src=\"/v.mp4\"></video> x",
                "[audio src='/a.mp3' /] x|<audio controls src=\"/a.mp3\"></audio> x",
                "a [gallery ids=\"1,2\"] b|a [gallery ids=\"1,2\"] b",
                "[contact-form to=\"x\"]|[contact-form to=\"x\"]",
                "[[caption]x[/caption]]|[[caption]x[/caption]]",
                "[captions] [12] [sic]|[captions] [12] [sic]",
                "[caption|[caption",
                "[caption]no end|[caption]no end",
                "[embed]javascript:x[/embed]|[embed]javascript:x[/embed]"
            })
    void resolvesTheShortcodesOfWordPress(String stored, String html) {
        assertThat(WxrShortcodes.resolved(stored)).isEqualTo(html);
    }

    @Test
    void makesParagraphsAroundWhatItResolved() {
        assertThat(read(Wxrs.post(
                                1,
                                "<content:encoded><![CDATA[One\n\n[caption]<img src=\"/a.jpg\"> Old[/caption]\n\nTwo<!--more-->"
                                        + "]]></content:encoded>"))
                        .article()
                        .body())
                .isEqualTo("<p>One</p>\n<figure><img src=\"/a.jpg\"><figcaption>Old</figcaption></figure>\n<p>Two</p>");
    }

    @Test
    void costsLittleForManyBrackets() {
        for (String part : new String[] {"[caption]", "[embed ", "[video src=\"", "[[", "[caption]x[/embed]"}) {
            assertThat(WxrShortcodes.resolved(part.repeat(100_000))).isNotNull();
        }
    }
}
