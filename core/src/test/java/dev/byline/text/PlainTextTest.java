package dev.byline.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {
    @Test
    void blocksPartLinesAndInlineMarkupPartsNothing() {
        assertThat(PlainText.of("<h2>Head</h2><p>One <b>t</b>wo<br>three</p><ul><li>a</li><li>b</li></ul>"
                        + "<table><tr><td>1</td><td>2</td></tr></table>end"))
                .isEqualTo("Head\nOne two\nthree\na\nb\n1 2\nend");
    }

    @Test
    void whiteSpaceCountsAsOneSpace() {
        assertThat(PlainText.of("  a\n\t b&nbsp;&nbsp;c\u3000d \r\n")).isEqualTo("a b c d");
    }

    @Test
    void whatReadersDoNotSeeGoes() {
        assertThat(PlainText.of(
                        "a<script>if (a < b) { '</p>' }</script><STYLE>p{}</Style><!-- c > d --><noscript>n</noscript>"
                                + "<iframe src=x>i</iframe><video src=v>old browser</video><textarea>t</textarea>"
                                + "<?php echo 1 ?><!doctype html>z"))
                .isEqualTo("a z");
        assertThat(PlainText.of("soft\u00ADhyphen \uFEFFmark\u0007")).isEqualTo("softhyphen mark");
    }

    @Test
    void whatIsNeverClosedHidesNoText() {
        assertThat(PlainText.of("<video src=v>a</p><noscript>b")).isEqualTo("a\nb");
    }

    @Test
    void anglesAndQuotesInAttributesAreNoText() {
        assertThat(PlainText.of("<a title=\"x > y\" href='>'>link</a> <img alt=\"a>b\">end"))
                .isEqualTo("link end");
        assertThat(PlainText.of("3 < 4 and 5 > 4 <- yes")).isEqualTo("3 < 4 and 5 > 4 <- yes");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "&amp;lt;|&lt;",
                "&lt;b&gt;|<b>",
                "&eacute;&Eacute;|éÉ",
                "&#233;&#xE9;&#Xe9|ééé",
                "&copy 2020|© 2020",
                "&notit;|¬it;",
                "&#150;&#x80;|–€",
                "&#0;&#xD800;&#x110000;&#99999999999;|\uFFFD\uFFFD\uFFFD\uFFFD",
                "&#128512;|😀",
                "AT&T & &unknown; &#; &#x;|AT&T & &unknown; &#; &#x;",
                "&NotEqualTilde;|≂̸",
            })
    void referencesAreDecoded(String html, String text) {
        assertThat(PlainText.of(html)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!-- wp:paragraph -->a b<!-- /wp:paragraph -->",
                "a [gallery ids=\"1,2\"]b",
                "a [gallery]b",
                "a [caption id=\"x\" width=\"3\"]<img src=1> A caption[/caption] b",
                "a [wp_caption]x[/wp_caption]b",
                "a [vc_row][vc_column width=\"1/2\"]b[/vc_column][/vc_row]",
                "[dropcap]a[/dropcap] b",
                "a [contact-form-7 id=\"4\" title=\"a ] b\"]b",
                "a [tweet https://social.example/1]b",
                "a [ad/]b",
                "a [audio src=\"1.mp3\"][/audio]b",
                "a [/orphan]b",
                "a [video src=\"1.mp4\"] [video src=\"2.mp4\"]x[/video]b"
            })
    void shortcodesGo(String html) {
        assertThat(PlainText.of(html).replace('\n', ' ')).isEqualTo("a b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "He was [sic] there",
                "as shown [12] before",
                "[…] and so on",
                "[Editor's note: x = 1]",
                "[emphasis added]",
                "[VIDEO] Watch",
                "[a]",
                "see [table one=two",
                "[see it, x=1]",
                "a [b] [",
                "[gallery",
                "[]",
                "[/]",
                "[[sic]]"
            })
    void bracketsInProseStay(String text) {
        assertThat(PlainText.of(text)).isEqualTo(text);
    }

    @Test
    void anEscapedShortcodeIsSeen() {
        assertThat(PlainText.of("Write [[gallery ids=\"1\"]] so")).isEqualTo("Write [gallery ids=\"1\"] so");
    }

    @Test
    void theFirstWordsAreReadAlone() {
        String html = "<p>One two</p><p>three &amp; four</p>";

        assertThat(PlainText.of(html, 0)).isEmpty();
        assertThat(PlainText.of(html, 2)).isEqualTo("One two");
        assertThat(PlainText.of(html, 4)).isEqualTo("One two\nthree &");
        assertThat(PlainText.of(html, 99)).isEqualTo("One two\nthree & four");
        assertThatThrownBy(() -> PlainText.of(html, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void wordsOfScriptsWithoutSpaces() {
        assertThat(PlainText.of("<p>漢字かな交じり文</p>", 4)).isEqualTo("漢字かな");
        assertThat(PlainText.of("Appleが新しい", 3)).isEqualTo("Appleが新");
        assertThat(PlainText.of("ภาษาไทย", 1)).hasSizeLessThanOrEqualTo(6);
    }

    @Test
    void aWordWithoutEndIsCut() {
        assertThat(PlainText.of("x".repeat(1_000_000), 1)).isEqualTo("x".repeat(100));
    }

    @Test
    @Timeout(20)
    void hostileTextsCostWhatTheirLengthCosts() {
        for (String piece : new String[] {
            "<",
            "<!--",
            "<!-- -",
            "<a b='",
            "<figure>",
            "</figure>",
            "<figure></figure>",
            "<figure",
            "<figure><figure",
            "<script></script",
            "<noscript></noscript",
            "<noscript>",
            "<script>",
            "<title></title",
            "&",
            "&#",
            "&aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
            "[",
            "[aa",
            "[aa b=\"",
            "[aa b='][ab c=\"",
            "[gallery]",
            "[caption]",
            "[caption x=1][/caption]",
            "[/a",
            "<!-- wp:image -->",
            "<!-- wp:image --><!-- /wp:image -->",
            "<!-- wp:",
            "<!--!>",
            "\u0301",
            "\u200D",
            "漢",
            "  "
        }) {
            String html = piece.repeat(600_000 / piece.length());
            PlainText.of(html);
            PlainText.of(html, 60);
            Excerpt.wordPress().of("", html);
            ReadingTime.hugo().minutes(html);
        }
        for (String name : new String[] {"script", "noscript", "figure"}) {
            PlainText.of("<" + name + ">" + ("</" + name).repeat(100_000));
            Excerpt.jnews().of("", "<" + name + ">" + ("<" + name).repeat(100_000));
        }
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < 80_000; i++) {
            names.append("[name").append(i).append(']');
        }
        PlainText.of(names.toString());
    }
}
