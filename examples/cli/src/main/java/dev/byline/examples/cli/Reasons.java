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
        // What would read as nothing is not.
        String format = ranked.value() != 0 && Math.abs(ranked.value()) < .001 ? "%.3g" : "%.4f";
        terminal.line(String.format(
                Locale.ROOT, "  " + format + " %s (score %.4f)", ranked.value(), ranked.unit(), ranked.score()));
        ranked.reasons()
                .forEach(reason -> terminal.line(String.format(
                        Locale.ROOT, "    %+.4f  %s  %s", rounded(reason.part()), reason.rule(), reason.text())));
    }
}
