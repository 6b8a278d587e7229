package dev.byline.comment;

import org.jspecify.annotations.Nullable;

/**
 * Reads digits and signs inside words as the letters that they are written for: {@code c4$1n0}.
 *
 * <p>A word is read so where it has both letters and such signs, and two letters or no more digits than letters; else
 * {@code A55} would be a word. Single characters that stand apart are one word.
 */
final class Leet {
    /** What 1, ! and | are read as. */
    enum Reading {
        I('i', false),
        L('l', false),
        /** As either: every l is an i, in what was a letter too. */
        EITHER('i', false),
        /** The same, with the ! that ends a word read as a part of it. */
        LAST('i', true);

        final char letter;
        final boolean last;

        Reading(char letter, boolean last) {
            this.letter = letter;
            this.last = last;
        }

        boolean either() {
            return this == EITHER || this == LAST;
        }
    }

    /** What becomes of the letters of a key for {@link Reading#EITHER}. */
    static String either(String letters) {
        return letters.replace('l', 'i');
    }

    private static final int WIDEST_GAP = 3;
    private static final int FEWEST_APART = 3;

    private final FoldedText text;
    private final Reading reading;
    private @Nullable FoldedText read;

    private int apart;
    private int apartFrom;
    private int apartLetters;
    private int apartSigns;

    private Leet(FoldedText text, Reading reading) {
        this.text = text;
        this.reading = reading;
    }

    /** Whether any character may be written for a letter. */
    static boolean isPossible(FoldedText text) {
        for (int i = 0; i < text.length; i++) {
            if (isSign(text.chars[i])) {
                return true;
            }
        }
        return false;
    }

    /** The text so read; null where no word of it changes. */
    static @Nullable FoldedText of(FoldedText text, Reading reading) {
        return new Leet(text, reading).read();
    }

    private @Nullable FoldedText read() {
        int i = 0;
        int before = 0;
        while (i < text.length) {
            if (!isPart(i)) {
                i++;
                continue;
            }
            int start = i;
            while (i < text.length && text.kinds[i] == Fold.LETTER) {
                i++;
            }
            // Most words are letters alone.
            int letters = i - start;
            int digits = 0;
            int marks = 0;
            int signs = 0;
            while (i < text.length && isPart(i)) {
                char c = text.chars[i];
                letters += isLetter(i) ? 1 : 0;
                digits += text.kinds[i] == Fold.DIGIT ? 1 : 0;
                marks += c == '@' || c == '$' ? 1 : 0;
                signs += isSign(c) ? 1 : 0;
                i++;
            }
            int end = i;
            while (!reading.last && end > start && isUpright(text.chars[end - 1]) && text.chars[end - 1] != '1') {
                end--;
                signs--;
            }
            if (letters > 0 && signs > 0 && (letters > 1 || letters + marks >= digits)) {
                change(start, end);
            }
            if (end - start > 1 || start - before > WIDEST_GAP) {
                endApart(before);
            }
            if (end - start <= 1) {
                apartFrom = apart == 0 ? start : apartFrom;
                apart++;
                apartLetters += letters;
                apartSigns += digits + marks + (isUpright(text.chars[start]) && digits == 0 ? 1 : 0);
            }
            before = end > start ? end : i;
        }
        endApart(before);
        FoldedText changed = read;
        if (changed != null && reading.either()) {
            for (int k = 0; k < changed.length; k++) {
                changed.chars[k] = changed.chars[k] == 'l' ? 'i' : changed.chars[k];
            }
        }
        return changed;
    }

    private void endApart(int end) {
        if (apart >= FEWEST_APART && apartSigns > 0 && apartLetters >= (apart > FEWEST_APART ? 1 : 2)) {
            change(apartFrom, end);
        }
        apart = 0;
        apartLetters = 0;
        apartSigns = 0;
    }

    private void change(int start, int end) {
        FoldedText changed = read == null ? text.copy() : read;
        for (int i = start; i < end; i++) {
            char c = text.chars[i];
            if (isSign(c)) {
                changed.chars[i] = meant(c);
                changed.kinds[i] = Fold.LEET;
            }
        }
        read = changed;
    }

    private char meant(char c) {
        return switch (c) {
            case '0' -> 'o';
            case '3' -> 'e';
            case '4', '@' -> 'a';
            case '5', '$' -> 's';
            case '7' -> 't';
            case '8' -> 'b';
            default -> reading.letter;
        };
    }

    private boolean isPart(int i) {
        return text.kinds[i] >= Fold.LETTER || isSign(text.chars[i]);
    }

    private boolean isLetter(int i) {
        byte kind = text.kinds[i];
        return kind >= Fold.LETTER && kind != Fold.DIGIT && kind != Fold.MARK;
    }

    /** Whether this may be i or l. */
    static boolean isUpright(char c) {
        return c == '1' || c == '!' || c == '|';
    }

    private static boolean isSign(char c) {
        return switch (c) {
            case '0', '1', '3', '4', '5', '7', '8', '@', '$', '!', '|' -> true;
            default -> false;
        };
    }
}
