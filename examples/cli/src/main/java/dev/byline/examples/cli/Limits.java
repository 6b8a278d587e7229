package dev.byline.examples.cli;

/** What the options of several commands check alike. */
final class Limits {
    private static final int MOST = 200;

    private Limits() {}

    static void atLeastOne(String option, int value) {
        if (value < 1 || value > MOST) {
            throw Refusal.usage(option + " is 1 to " + MOST + ", not " + value);
        }
    }
}
