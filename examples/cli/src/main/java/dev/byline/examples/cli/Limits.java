package dev.byline.examples.cli;

import java.util.List;

/** What the options of several commands check alike. */
final class Limits {
    private static final int MOST = 200;

    // Which a search reads as a minus too.
    private static final String MINUS = "\u2212";

    private Limits() {}

    static void atLeastOne(String option, int value) {
        if (value < 1 || value > MOST) {
            throw Refusal.usage(option + " is 1 to " + MOST + ", not " + value);
        }
    }

    /**
     * A command line in which what to leave out, such as {@code -north}, is no option, such as {@code -n} with a value,
     * for those commands whose words may begin so; {@link #words} undoes it.
     */
    static String[] withoutMinus(String[] args) {
        String[] changed = args.clone();
        boolean words = args.length > 0 && (args[0].equals("search") || args[0].equals("suggest"));
        for (int i = 1; words && i < changed.length; i++) {
            String word = changed[i];
            if (word.length() > 2 && word.charAt(0) == '-' && word.charAt(1) != '-' && !isCount(word)) {
                changed[i] = MINUS + word.substring(1);
            }
        }
        return changed;
    }

    private static boolean isCount(String word) {
        return word.startsWith("-n")
                && word.substring(word.startsWith("-n=") ? 3 : 2).chars().allMatch(Character::isDigit);
    }

    /** The words as they were typed, in one text. */
    static String words(String command, List<String> words) {
        StringBuilder text = new StringBuilder();
        for (String word : words) {
            if (word.startsWith("--") && word.length() > 2 && word.chars().noneMatch(Character::isWhitespace)) {
                throw Refusal.usage(
                        "there is no option " + word + "; byline " + command + " --help tells what there is");
            }
            text.append(text.isEmpty() ? "" : " ").append(word.startsWith(MINUS) ? "-" + word.substring(1) : word);
        }
        return text.toString();
    }
}
