package dev.byline.examples.cli.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.text.PlainText;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DocumentLaws {
    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "<b>",
                        "</p>",
                        "<script>",
                        "&amp;",
                        "&",
                        "<",
                        ">",
                        "\"",
                        "[gallery]",
                        "[caption]",
                        "[/caption]",
                        "[a_b x=1]",
                        "]]>",
                        "<!--",
                        "-->",
                        "&lt;",
                        "&#91;",
                        "word",
                        "كلمة",
                        "\n",
                        "\n\n",
                        " ",
                        "\r\n")
                .list()
                .ofMaxSize(30)
                .map(pieces -> String.join("", pieces));
    }

    @Property
    void every_character_of_a_plain_text_stands_for_itself(@ForAll("texts") String text) {
        assertThat(oneLine(PlainText.of(Document.html(text)))).isEqualTo(oneLine(text));
    }

    @Example
    void a_blank_line_ends_a_paragraph() {
        assertThat(Document.html("One\ntwo <b>.\n \n\nThree [4].\n"))
                .isEqualTo("<p>One\ntwo &lt;b&gt;.</p>\n<p>Three &#91;4].</p>\n");
        assertThat(PlainText.of(Document.html("One\r\ntwo.\r\n\r\nThree."))).isEqualTo("One two.\nThree.");
        assertThat(Document.html(" \n\n ")).isEmpty();
    }

    @Example
    void many_lines_take_no_more_than_their_length() {
        assertThat(PlainText.of(Document.html("a\n".repeat(200_000))).length()).isEqualTo(399_999);
        assertThat(PlainText.of(Document.html("a\n\n".repeat(200_000))).length())
                .isEqualTo(399_999);
    }

    private static String oneLine(String text) {
        return String.join(" ", text.strip().split("\\s+"));
    }
}
