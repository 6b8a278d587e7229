package dev.byline.examples.cli;

import dev.byline.score.Ranked;
import java.util.Locale;

/** Prints why an item stands where it stands. */
final class Reasons {
    private Reasons() {}

    // Without a minus before a zero.
    private static double rounded(double part) {
        return Math.abs(part) < 0.00005 ? 0 : part;
    }

    static void print(Terminal terminal, Ranked<?> ranked) {
        terminal.line(
                String.format(Locale.ROOT, "  %.4f %s (score %.4f)", ranked.value(), ranked.unit(), ranked.score()));
        ranked.reasons()
                .forEach(reason -> terminal.line(String.format(
                        Locale.ROOT, "    %+.4f  %s  %s", rounded(reason.part()), reason.rule(), reason.text())));
    }
}
