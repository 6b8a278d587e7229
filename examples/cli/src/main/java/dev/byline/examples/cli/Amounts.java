package dev.byline.examples.cli;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Prints what posts are worth. */
final class Amounts {
    private static final Set<String> PLURALS = Set.of("views", "shares", "comments", "reactions", "points");
    private static final double LEAST_PLAIN = 1e-6;
    private static final double MOST_WHOLE = 1e15;
    private static final MathContext DIGITS = new MathContext(3);

    private Amounts() {}

    /** A number with its unit, which is in the singular where the number is 1. */
    static String of(double value, String unit) {
        String number = number(value);
        String words = !number.equals("1")
                ? unit
                : Arrays.stream(unit.split(" ", -1))
                        .map(word -> PLURALS.contains(word) ? word.substring(0, word.length() - 1) : word)
                        .collect(Collectors.joining(" "));
        return number + " " + words;
    }

    /** Whole as it is, from 1 on with one decimal, below with three digits that are not 0. */
    private static String number(double value) {
        double size = Math.abs(value);
        if (value == Math.rint(value) && size < MOST_WHOLE) {
            return String.format(Locale.ENGLISH, "%,.0f", value);
        }
        if (size >= 1) {
            return String.format(Locale.ENGLISH, "%,.1f", value);
        }
        return size < LEAST_PLAIN
                ? String.format(Locale.ENGLISH, "%.2e", value)
                : BigDecimal.valueOf(value).round(DIGITS).stripTrailingZeros().toPlainString();
    }
}
