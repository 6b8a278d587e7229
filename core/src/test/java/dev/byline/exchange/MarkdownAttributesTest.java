package dev.byline.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownAttributesTest {
    @ParameterizedTest
    @CsvSource({
        "'## Uses {#uses}', '## Uses'",
        "'# Rivers {.wide #top}  ', '# Rivers'",
        "'### A {: .note}', '### A'",
        "'{: .note}', ''",
        "'  {:toc}', ''"
    })
    void takesThemOut(String written, String left) {
        assertThat(MarkdownAttributes.without(written)).isEqualTo(left);
        assertThat(MarkdownAttributes.without("before\n" + written + "\nafter"))
                .isEqualTo("before\n" + left + "\nafter");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "## Sets {1, 2}",
                "text {#uses}",
                "####### seven {#uses}",
                "    {: .note}",
                "```\n## Uses {#uses}\n{: .note}\n```",
                "~~~ ruby\n{: key => 1}\n~~~",
                "{: open",
                "##{#uses}",
                "## opened nowhere }\ntext {:",
                "# }\n{#"
            })
    void leavesOtherBraces(String text) {
        assertThat(MarkdownAttributes.without(text)).isEqualTo(text);
    }

    @Test
    void goesOnBehindCode() {
        assertThat(MarkdownAttributes.without("```\n{: .a}\n```\n## B {#b}\r\n"))
                .isEqualTo("```\n{: .a}\n```\n## B\n");
    }

    @Property
    void onlyEverTakesOut(@ForAll @CharRange(from = '\n', to = '}') String text) {
        String left = MarkdownAttributes.without(text);
        assertThat(left.length()).isLessThanOrEqualTo(text.length());
        assertThat(left.chars().filter(c -> c == '\n').count())
                .isEqualTo(text.chars().filter(c -> c == '\n').count());
    }
}
