package dev.byline.examples.cli;

import java.util.List;

/** What the options of several commands check alike. */
final class Limits {
    private static final int MOST = 200;

    private Limits() {}

    static void atLeastOne(String option, int value) {
        if (value < 1 || value > MOST) {
            throw Refusal.usage(option + " is 1 to " + MOST + ", not " + value);
        }
    }

    /** Of words among which a minus may stand: none that was meant as an option. */
    static void noOption(String command, List<String> words) {
        for (String word : words) {
            if (word.startsWith("--") && word.length() > 2 && word.chars().noneMatch(Character::isWhitespace)) {
                throw Refusal.usage(
                        "there is no option " + word + "; byline " + command + " --help tells what there is");
            }
        }
    }
}
