package dev.byline.comment;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A text folded, with the kind of each of its characters. */
final class FoldedText {
    private static final int WIDEST_GAP = 3;

    char[] chars;
    byte[] kinds;
    int length;

    /** Where in the text each character comes from; only where it was asked for. */
    private int @Nullable [] from;

    private int at;

    private FoldedText(int capacity, boolean traced) {
        chars = new char[capacity];
        kinds = new byte[capacity];
        from = traced ? new int[capacity] : null;
    }

    static FoldedText of(String text, Fold fold) {
        return of(text, fold, false);
    }

    private static FoldedText of(String text, Fold fold, boolean traced) {
        FoldedText folded = new FoldedText(text.length() + 8, traced);
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            folded.at = i;
            if (c < 128) {
                if (c >= ' ' && c < 127) {
                    char lower = c >= 'A' && c <= 'Z' ? (char) (c + 32) : c == '`' ? '\'' : c;
                    folded.put(lower, Fold.asciiKind(lower));
                } else if (Legible.isBlank(c)) {
                    folded.put(' ', Fold.BLANK);
                }
                i++;
            } else {
                int point = text.codePointAt(i);
                fold.append(point, folded);
                i += Character.charCount(point);
            }
        }
        if (fold == Fold.LOOKS) {
            folded.nearLatin(false);
        }
        return folded;
    }

    /** As {@link Fold#LOOKS} folds, with all that only looks like a Latin letter among others. */
    static FoldedText nearest(String text) {
        FoldedText folded = of(text, Fold.LOOKS);
        folded.nearLatin(true);
        return folded;
    }

    /** Where in this text the character comes from that stands here in its folded form. */
    static int origin(String text, Fold fold, int index) {
        FoldedText folded = of(text, fold, true);
        return folded.from == null || index >= folded.length ? text.length() : folded.from[index];
    }

    FoldedText copy() {
        FoldedText copy = new FoldedText(0, false);
        copy.chars = Arrays.copyOf(chars, length);
        copy.kinds = Arrays.copyOf(kinds, length);
        copy.length = length;
        return copy;
    }

    /** Appends a character; a mark that does not stand on a letter which has vowels for marks is dropped. */
    void put(char c, byte kind) {
        if (kind == Fold.MARK && (length == 0 || (kinds[length - 1] != Fold.OTHER && kinds[length - 1] != Fold.MARK))) {
            return;
        }
        if (length == chars.length) {
            int capacity = length * 2 + 16;
            chars = Arrays.copyOf(chars, capacity);
            kinds = Arrays.copyOf(kinds, capacity);
            from = from == null ? null : Arrays.copyOf(from, capacity);
        }
        chars[length] = c;
        kinds[length] = kind;
        if (from != null) {
            from[length] = at;
        }
        length++;
    }

    boolean isWord(int i) {
        return i >= 0 && i < length && kinds[i] >= Fold.LETTER;
    }

    boolean isBlank() {
        for (int i = 0; i < length; i++) {
            if (kinds[i] != Fold.BLANK) {
                return false;
            }
        }
        return true;
    }

    boolean sameAs(FoldedText other) {
        return Arrays.equals(chars, 0, length, other.chars, 0, other.length);
    }

    /** Small capitals of other scripts: read as Latin in words that have a Latin letter and in mostly Latin texts. */
    private void nearLatin(boolean always) {
        int latin = 0;
        int others = 0;
        for (int i = 0; i < length; i++) {
            if (isLatin(i)) {
                latin++;
            } else if (kinds[i] >= Fold.LETTER && kinds[i] != Fold.DIGIT) {
                others++;
            }
        }
        if (others == 0) {
            return;
        }
        int start = 0;
        while (start < length) {
            if (!isWord(start)) {
                start++;
                continue;
            }
            int end = endOfWords(start);
            boolean mixed = always || latin > others;
            for (int i = start; i < end && !mixed; i++) {
                mixed = isLatin(i);
            }
            for (int i = start; i < end && mixed; i++) {
                String near = chars[i] < 0x370 || chars[i] > 0x4FF ? null : LookAlikes.near(chars[i]);
                if (near != null) {
                    chars[i] = near.charAt(0);
                    kinds[i] = Fold.DISGUISED;
                }
            }
            start = end;
        }
    }

    /** Where the word ends that begins here or, where it is one letter, the last of such that follow one another. */
    private int endOfWords(int start) {
        int end = start;
        while (isWord(end)) {
            end++;
        }
        int last = start;
        while (end - last == 1) {
            int next = end;
            while (next < length && next - end < WIDEST_GAP && !isWord(next)) {
                next++;
            }
            if (!isWord(next) || isWord(next + 1)) {
                return end;
            }
            last = next;
            end = next + 1;
        }
        return end;
    }

    private boolean isLatin(int i) {
        return kinds[i] == Fold.LETTER && chars[i] < 128;
    }

    @Override
    public String toString() {
        return new String(chars, 0, length);
    }
}
