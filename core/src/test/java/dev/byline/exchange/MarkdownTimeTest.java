package dev.byline.exchange;

import static dev.byline.exchange.Markdowns.DATED;
import static dev.byline.exchange.Markdowns.document;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a document repeats, reading it takes time in proportion to its length. */
@Tag("timed")
class MarkdownTimeTest {
    private static final int MIB = 1 << 20;
    private static final int MOST_ROUNDS = 25;
    private static final long QUICKEST = 5_000_000;

    static String[] repeated() {
        return new String[] {
            "[",
            "]",
            "[]",
            "[a]",
            "[a](b)",
            "[ [a](b)",
            "[`]`",
            "![`]`",
            "*a_ ",
            "**a ",
            "`a",
            "``a` ",
            "<",
            "<a ",
            "<!--",
            "&amp;",
            "(1)\n",
            "c\n",
            "[a]: <b\n",
            "- a\n",
            "> a\n",
            "{{<",
            "{{< a",
            "{{< a >}}",
            "{{< /a",
            "{%",
            "{% a %}",
            "{{",
            "|a",
            "|a|\n",
            "~~a",
            "\\[",
            "![](a)",
            "a\n===\n",
            "word "
        };
    }

    @ParameterizedTest
    @MethodSource("repeated")
    void timeIsLinearInTheLength(String unit) {
        String small = document(DATED, unit.repeat((MIB >> 4) / unit.length()));
        String large = document(DATED, unit.repeat((MIB >> 1) / unit.length()));
        Wxrs.Result warm = Markdowns.read(large);
        assertThat(warm.report().refused()).isEqualTo(warm.articles().isEmpty());
        assertLinear(() -> Markdowns.read(small), () -> Markdowns.read(large), 32);
    }

    static String[][] pairs() {
        return new String[][] {
            {"![", "](a)"},
            {"[", "](a)"},
            {"![`]`", "](a)"},
            {"[`]`", "[a](b)"},
            {"*a ", "b* "},
            {"c\n", ".\n"},
            {"[a]: <b\n", "c\n"},
            {"{{< a ", ">}}"},
            {"<b>", "</b>"}
        };
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void timeIsLinearInTheLengthOfPairs(String first, String second) {
        // Below some ten thousand brackets or lines the parser may take the square of their number, so both are large.
        String small = document(DATED, repeated(first, second, MIB >> 2));
        String large = document(DATED, repeated(first, second, MIB - 4096));
        assertLinear(() -> Markdowns.read(small), () -> Markdowns.read(large), 12);
    }

    private static String repeated(String first, String second, int length) {
        return first.repeat(length / 2 / first.length()) + second.repeat(length / 2 / second.length());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: b\n",
                "# a\n",
                "- a\n",
                "'",
                "\"",
                "a ",
                "a: |\n",
                "\n",
                "*a ",
                "&a ",
                "? ",
                ": ",
                "a: >\n b\n",
                "!!a ",
                "{a, ",
                "[a], "
            })
    void frontMatterIsLinearInTheLength(String unit) {
        String small = "---\n" + unit.repeat((MIB >> 6) / unit.length()) + "\n---\n";
        String large = "---\n" + unit.repeat((MIB >> 3) / unit.length()) + "\n---\n";
        Markdowns.read(large);
        assertLinear(() -> Markdowns.read(small), () -> Markdowns.read(large), 32);
    }

    // What costs the square takes 64 times as long for 8 times the length and 16 times for 4 times, however often it is
    // asked; a busy machine, or a small document too quick to be measured, does not.
    private static void assertLinear(Runnable small, Runnable large, double most) {
        long quickest = Long.MAX_VALUE;
        long best = Long.MAX_VALUE;
        double least = Double.MAX_VALUE;
        for (int round = 0; round < 2 || (round < MOST_ROUNDS && least >= most); round++) {
            quickest = Math.min(quickest, time(small));
            best = Math.min(best, time(large));
            least = (double) best / Math.max(quickest, QUICKEST);
        }
        assertThat(least).as("times as long").isLessThan(most);
    }

    private static long time(Runnable run) {
        long start = System.nanoTime();
        run.run();
        return System.nanoTime() - start;
    }
}
