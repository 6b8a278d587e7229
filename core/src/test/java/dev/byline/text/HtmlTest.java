package dev.byline.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class HtmlTest {
    @Test
    void escapesWhatMeansSomething() {
        assertThat(Html.escape("<a href=\"x\">it's & more</a>"))
                .isEqualTo("&lt;a href=&quot;x&quot;&gt;it&#39;s &amp; more&lt;/a&gt;");
        assertThat(Html.escape("é\uD83D\uDE00\u00A0")).isEqualTo("é\uD83D\uDE00\u00A0");
    }

    @Test
    void leavesOutWhatHtmlCannotHold() {
        assertThat(Html.escape("a\u0000b\u0007c\u0085d\td\r\ne\rf")).isEqualTo("abcd\td\ne\nf");
        assertThat(Html.escape("a\uD83D")).isEqualTo("a\uFFFD");
        assertThat(Html.escape("\uDE00a")).isEqualTo("\uFFFDa");
    }

    @Test
    void plainAsciiIsReturnedAsItIs() {
        String text = "nothing to do";

        assertThat(Html.escape(text)).isSameAs(text);
    }

    @Property(tries = 2000)
    void readsBackTheSameBetweenTagsAndInAttributes(@ForAll String text) {
        String escaped = Html.escape(text);
        Element read = Jsoup.parseBodyFragment(
                        "<i title=\"" + escaped + "\" lang='" + escaped + "'>" + escaped + "</i>")
                .body()
                .child(0);
        String kept = text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .codePoints()
                .filter(point -> !Character.isISOControl(point) || point == '\t' || point == '\n')
                .map(point -> Character.getType(point) == Character.SURROGATE ? 0xFFFD : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();

        assertThat(read.wholeText()).isEqualTo(kept);
        assertThat(read.attr("title")).isEqualTo(kept);
        assertThat(read.attr("lang")).isEqualTo(kept);
        assertThat(read.attributesSize()).isEqualTo(2);
    }
}
