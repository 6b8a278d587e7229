package dev.byline.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Unicode's rules of where words end (UAX #29, as ICU and Lucene have them), as far as they concern texts of Latin letters,
 * European digits and common punctuation.
 */
final class LatinText {
    /** The most characters that one is folded to. */
    static final int LONGEST_FOLDED = 4;

    // What is longer is no word, and is left to whoever cuts it.
    private static final int LONGEST_WORD = 255;

    private static final byte UNKNOWN = 0;
    private static final byte OTHER = 1;
    private static final byte HYPHEN = 2;
    private static final byte LETTER = 3;
    private static final byte DIGIT = 4;
    private static final byte JOINER = 5;
    private static final byte WITHIN_LETTERS_OR_DIGITS = 6;
    private static final byte WITHIN_DIGITS = 7;

    private static final byte[] KINDS = kinds();
    private static final char[][] FOLDED = folded();

    private LatinText() {}

    private static byte[] kinds() {
        byte[] kinds = new byte[0x2100];
        fill(kinds, 0, 0x7f, OTHER);
        fill(kinds, 'A', 'Z', LETTER);
        fill(kinds, 'a', 'z', LETTER);
        fill(kinds, '0', '9', DIGIT);
        fill(kinds, 0xa0, 0xbf, OTHER);
        fill(kinds, 0xc0, 0x24f, LETTER);
        fill(kinds, 0x2000, 0x200b, OTHER);
        fill(kinds, 0x2012, 0x2022, OTHER);
        fill(kinds, 0x2028, 0x2029, OTHER);
        set(kinds, "\u0085\u00d7\u00f7\u2026\u2030\u2032\u2033\u2039\u203a\u20ac", OTHER);
        set(kinds, "-\u2010\u2011", HYPHEN);
        set(kinds, "_", JOINER);
        set(kinds, ".'\u2018\u2019", WITHIN_LETTERS_OR_DIGITS);
        set(kinds, ",;", WITHIN_DIGITS);
        // Ordinals, the soft hyphen, the micro sign, the middle dot, and two that are pictures.
        set(kinds, "\u00a9\u00aa\u00ad\u00ae\u00b5\u00b7\u00ba", UNKNOWN);
        return kinds;
    }

    private static void fill(byte[] kinds, int first, int last, byte kind) {
        for (int c = first; c <= last; c++) {
            kinds[c] = kind;
        }
    }

    private static void set(byte[] kinds, String characters, byte kind) {
        characters.chars().forEach(c -> kinds[c] = kind);
    }

    private static char[][] folded() {
        char[][] folded = new char[KINDS.length][];
        OneCharacter one = new OneCharacter();
        try (TokenStream folding = new ICUFoldingFilter(one)) {
            for (char c = 0; c < folded.length; c++) {
                one.next = c;
                folding.incrementToken();
                folded[c] =
                        KINDS[c] < LETTER ? new char[] {c} : one.word.toString().toCharArray();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return folded;
    }

    private static final class OneCharacter extends TokenStream {
        private final CharTermAttribute word = addAttribute(CharTermAttribute.class);
        private char next;

        @Override
        public boolean incrementToken() {
            clearAttributes();
            word.append(next);
            return true;
        }
    }

    private static byte kind(char c) {
        return c < KINDS.length ? KINDS[c] : UNKNOWN;
    }

    /** Behind the line that begins here, with what ends it. */
    static int lineEnd(char[] text, int from, int end) {
        for (int i = from; i < end; i++) {
            char c = text[i];
            // Of line feed and carriage return together, the second is a line of its own.
            if (c == '\n' || c == '\r' || c == '\u0085' || c == '\u2028' || c == '\u2029') {
                return i + 1;
            }
        }
        return end;
    }

    /** Whether there is nothing but what is known here, and no word that is too long. */
    static boolean isLatin(char[] text, int from, int end) {
        int word = 0;
        for (int i = from; i < end; i++) {
            byte kind = kind(text[i]);
            if (kind <= OTHER) {
                if (kind == UNKNOWN) {
                    return false;
                }
                word = 0;
            } else if (++word > LONGEST_WORD) {
                return false;
            }
        }
        return true;
    }

    /** Whether a word may begin with it. */
    static boolean beginsWord(char c) {
        byte kind = KINDS[c];
        return kind >= LETTER && kind <= JOINER;
    }

    /** Behind the last character of the word that begins here. */
    static int wordEnd(char[] text, int start, int end) {
        int at = start + 1;
        while (at < end) {
            byte kind = KINDS[text[at]];
            if (kind >= LETTER && kind <= JOINER) {
                at++;
            } else if (kind >= WITHIN_LETTERS_OR_DIGITS && at + 1 < end && joins(text, at, kind)) {
                at += 2;
            } else {
                break;
            }
        }
        return at;
    }

    private static boolean joins(char[] text, int at, byte kind) {
        byte before = KINDS[text[at - 1]];
        return before == KINDS[text[at + 1]]
                && (before == DIGIT || (before == LETTER && kind == WITHIN_LETTERS_OR_DIGITS));
    }

    /** Whether a hyphen stands behind a word that links it to the next. */
    static boolean isLink(char[] text, int behind, int end) {
        return behind + 1 < end
                && KINDS[text[behind]] == HYPHEN
                && LinkFilter.links(text[behind - 1], text[behind + 1]);
    }

    /** Puts a character of a word, folded, into a buffer at a place; returns the place behind. */
    static int fold(char c, char[] buffer, int at) {
        int behind = at;
        for (char folded : FOLDED[c]) {
            buffer[behind++] = folded;
        }
        return behind;
    }
}
