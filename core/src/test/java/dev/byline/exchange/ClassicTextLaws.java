package dev.byline.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ClassicTextLaws {
    @Provide
    Arbitrary<String> classic() {
        return Arbitraries.of(
                        "word",
                        " ",
                        "\n",
                        "\n\n",
                        "<p>",
                        "</p>",
                        "<div>",
                        "</div>",
                        "<blockquote>",
                        "</blockquote>",
                        "<pre>",
                        "</pre>",
                        "<b>",
                        "</b>",
                        "<li>",
                        "<ul>",
                        "</ul>",
                        "<hr>",
                        "<br />",
                        "<",
                        ">",
                        "&amp;",
                        "<!-- c -->",
                        "<a href='x",
                        "'",
                        "<td>",
                        "<h2>",
                        "</h2>",
                        "<script>",
                        "</script>",
                        "<img/>",
                        "[gallery]",
                        "é")
                .list()
                .ofMaxSize(25)
                .map(parts -> String.join("", parts));
    }

    @Property
    void doingItTwiceEqualsOnce(@ForAll("classic") String text) {
        String html = ClassicText.toHtml(text);
        assertThat(ClassicText.toHtml(html)).isEqualTo(html);
    }

    @Property
    void nothingButParagraphsBreaksAndSpaceIsAdded(@ForAll("classic") String text) {
        assertThat(bare(ClassicText.toHtml(text))).isEqualTo(bare(text));
    }

    private static String bare(String html) {
        return html.replace("<p>", "")
                .replace("</p>", "")
                .replace("<br />", "")
                .replace("\n", "")
                .replace(" ", "");
    }

    @Property
    void anyTextEnds(@ForAll String text) {
        assertThat(ClassicText.toHtml(text)).isNotNull();
    }
}
