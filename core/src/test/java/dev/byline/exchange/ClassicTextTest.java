package dev.byline.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ClassicTextTest {
    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of("", ""),
                Arguments.of(" \n\n ", " \n\n "),
                Arguments.of("one", "<p>one</p>"),
                Arguments.of("one\n\ntwo", "<p>one</p>\n<p>two</p>"),
                Arguments.of("one\r\n\r\ntwo", "<p>one</p>\n<p>two</p>"),
                Arguments.of("one\n \t\n\n\ntwo\n", "<p>one</p>\n<p>two</p>\n"),
                Arguments.of("one\ntwo", "<p>one<br />\ntwo</p>"),
                Arguments.of("one<br>\ntwo", "<p>one<br>\ntwo</p>"),
                Arguments.of("a <b\nid='x'>c</b> d", "<p>a <b\nid='x'>c</b> d</p>"),
                Arguments.of("a <b title='1 > 0'>c</b>", "<p>a <b title='1 > 0'>c</b></p>"),
                Arguments.of("<p>a\n\nb</p>", "<p>a\n\nb</p>"),
                Arguments.of("<P CLASS=x>a</P>", "<P CLASS=x>a</P>"),
                Arguments.of("<p>open\n\n<p>other", "<p>open\n\n<p>other"),
                Arguments.of("intro\n<h2>Head</h2>\nmore", "<p>intro</p>\n<h2>Head</h2>\n<p>more</p>"),
                Arguments.of("<blockquote>a\n\nb</blockquote>", "<blockquote><p>a</p>\n<p>b</p></blockquote>"),
                Arguments.of("<blockquote>a\nb</blockquote>", "<blockquote>a\nb</blockquote>"),
                Arguments.of("<div>\n\na\n\n</div>", "<div>\n\na\n\n</div>"),
                Arguments.of("<pre>a\n\nb <i></pre>x", "<pre>a\n\nb <i></pre><p>x</p>"),
                Arguments.of("<script>a\n\nif (b<c)</script>", "<script>a\n\nif (b<c)</script>"),
                Arguments.of("<ul>\n\n<li>a</li>\n\n</ul>", "<ul>\n\n<li>a</li>\n\n</ul>"),
                Arguments.of("a\n\n<hr />\n\nb", "<p>a</p>\n<hr />\n<p>b</p>"),
                Arguments.of("1 < 2 and 3 > 2", "<p>1 < 2 and 3 > 2</p>"),
                Arguments.of("a <", "<p>a <</p>"),
                Arguments.of("a</div>b", "<p>a</p></div><p>b</p>"),
                Arguments.of("<!-- hidden -->\n\na", "<p><!-- hidden --></p>\n<p>a</p>"),
                Arguments.of("<!-- hidden -->", "<!-- hidden -->"),
                Arguments.of("a<!--more-->b", "<p>ab</p>"),
                Arguments.of("a\n\n<!--more Go on-->\n\nb<!--nextpage-->", "<p>a</p>\n<p>b</p>"),
                Arguments.of("a<!-- moreover -->b", "<p>a<!-- moreover -->b</p>"),
                Arguments.of("<!-- wp:html -->\na\n\nb\n<!-- /wp:html -->", "a\n\nb"),
                Arguments.of(
                        "[caption]<img src=x> A\nhat[/caption]", "<p>[caption]<img src=x> A<br />\nhat[/caption]</p>"),
                Arguments.of("<!-- open", "<!-- open"));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void makesParagraphs(String stored, String html) {
        assertThat(ClassicText.toHtml(stored)).isEqualTo(html);
    }

    @Test
    void isLinear() {
        String[] hostile = {
            "<",
            "<a ",
            "<a '",
            "<!--",
            "<!-- wp:",
            "<div>",
            "</div>",
            "<p>",
            "<pre>",
            "<li>\n\n",
            "\n",
            "<div",
            "\"<b ",
            "a\n\n",
            "<td>a\n\nb</td>",
            "</pre",
            "<script>",
            "<!--more",
            "-->",
            "<b>x</b>",
            "x <i>"
        };
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            for (String part : hostile) {
                String text = part.repeat(1_000_000 / part.length());
                assertThat(ClassicText.toHtml(text).length()).isLessThan(10 * text.length());
            }
        });
    }
}
