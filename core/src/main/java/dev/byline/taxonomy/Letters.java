package dev.byline.taxonomy;

import java.text.Normalizer;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * What each character is to a word: the letter that it is read as, without case and accents, or what parts words.
 *
 * <p>Digits read as themselves, and a word of digits alone as {@link #NUMBER}. Chinese and Japanese characters are words
 * of their own.
 */
final class Letters {
    /** Stands between words. */
    static final char BETWEEN = 0;
    /** Leaves no trace: accents, vowel points, joiners. */
    static final char NOTHING = 1;
    /** Reads as several letters, or needs a second character to tell. */
    static final char SEVERAL = 2;
    /** What a word of digits is read as. */
    static final char NUMBER = '#';
    /** Stands before, between and after the words of a phrase. */
    static final char MARK = '\0';

    private static final int BLOCK = 256;
    private static final int DENSE = 128;
    private static final AtomicReferenceArray<char[]> BLOCKS = new AtomicReferenceArray<>(BLOCK);
    private static final char[] FIRST = block(0);

    private Letters() {}

    /** The letter that a character reads as, or one of the constants. */
    static char of(char c) {
        if (c < DENSE) {
            return FIRST[c];
        }
        char[] block = BLOCKS.get(c >>> 8);
        if (block == null) {
            block = block(c >>> 8);
            BLOCKS.set(c >>> 8, block);
        }
        return block[c & 0xFF];
    }

    /** The letters of a character that reads as several. */
    static String several(char c) {
        return Character.isSurrogate(c) ? String.valueOf(c) : read(c);
    }

    /** Whether a letter is a word by itself. */
    static boolean isAlone(char letter) {
        return letter >= 0x2E80 && (letter < 0xA000 || (letter >= 0xF900 && letter < 0xFB00));
    }

    static boolean isDigit(char letter) {
        return letter >= '0' && letter <= '9';
    }

    /** Whether a word of these letters is written with and without capitals. */
    static boolean isCased(String text) {
        return text.chars().anyMatch(c -> Character.isUpperCase(c) || Character.isLowerCase(c));
    }

    /** The words of a phrase as the matcher looks for them, a mark before, between and after; empty where there is none. */
    static String key(String phrase) {
        StringBuilder key = new StringBuilder(phrase.length() + 8);
        boolean inWord = false;
        for (int i = 0; i < phrase.length(); i++) {
            char c = phrase.charAt(i);
            char letter = c == NUMBER ? NUMBER : of(c);
            if (letter == NOTHING) {
                continue;
            }
            if (letter == BETWEEN) {
                inWord = false;
                continue;
            }
            String letters = letter == SEVERAL ? several(c) : String.valueOf(letter);
            if (!inWord || isAlone(letter)) {
                key.append(MARK);
            }
            key.append(letters);
            inWord = !isAlone(letter);
        }
        return key.isEmpty() ? "" : key.append(MARK).toString();
    }

    /** How many words a key has. */
    static int words(String key) {
        int marks = 0;
        for (int i = 0; i < key.length(); i++) {
            marks += key.charAt(i) == MARK ? 1 : 0;
        }
        return Math.max(0, marks - 1);
    }

    private static char[] block(int high) {
        char[] block = new char[BLOCK];
        for (int low = 0; low < BLOCK; low++) {
            char c = (char) (high << 8 | low);
            if (Character.isSurrogate(c)) {
                block[low] = SEVERAL;
            } else {
                String letters = read(c);
                int type = Character.getType(c);
                boolean trace = type == Character.NON_SPACING_MARK || type == Character.FORMAT || c == 0x640;
                block[low] = letters.length() > 1
                        ? SEVERAL
                        : letters.isEmpty() ? trace ? NOTHING : BETWEEN : letters.charAt(0);
            }
        }
        return block;
    }

    private static String read(char c) {
        return Character.isLetterOrDigit(c) || Names.isKeptMark(c)
                ? Names.letters(Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKD)
                        .toLowerCase(Locale.ROOT))
                : "";
    }
}
