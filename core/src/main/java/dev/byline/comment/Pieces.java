package dev.byline.comment;

/**
 * The words of a text with what stands between them, where letters that stand apart with one and the same gap between
 * all of them (three or more: {@code c a s i n o}, {@code c.a.s.i.n.o}) are one piece.
 *
 * <p>A word with an apostrophe is one piece too, so that nothing is made of the end of {@code it's}.
 */
final class Pieces {
    /** Longer gaps separate sentences, not letters. */
    private static final int WIDEST_GAP = 3;

    private static final int FEWEST_LETTERS = 3;

    private static final String WORDS_OF_ONE = "aeiouyаеиіоукясвעו\u0648";
    private static final String VOWELS = "aeiouyаеиіоуыэюяєїαεηιουω";

    private static final boolean[] ASCII_VOWELS = new boolean[128];

    static {
        for (char c = 0; c < 128; c++) {
            ASCII_VOWELS[c] = VOWELS.indexOf(c) >= 0;
        }
    }

    private static final byte SPELLED = 1;
    private static final byte APOSTROPHE = 2;
    private static final byte VOWEL = 4;
    private static final byte DIGIT = 8;
    private static final byte LEET = 16;

    final FoldedText text;
    int count;
    boolean anySpelled;
    private final int[] starts;
    private final int[] ends;
    private final int[] letters;
    private final int[] symbols;
    private final byte[] flags;

    private Pieces(FoldedText text) {
        this.text = text;
        int most = text.length / 2 + 1;
        starts = new int[most];
        ends = new int[most];
        letters = new int[most];
        symbols = new int[most];
        flags = new byte[most];
    }

    static Pieces of(FoldedText text) {
        Pieces pieces = new Pieces(text);
        pieces.readWords();
        pieces.joinApostrophes();
        pieces.joinLetters();
        return pieces;
    }

    int start(int p) {
        return starts[p];
    }

    int end(int p) {
        return ends[p];
    }

    int letters(int p) {
        return letters[p];
    }

    /** How many characters its letters take with their marks. */
    int symbols(int p) {
        return symbols[p];
    }

    boolean isSpelled(int p) {
        return (flags[p] & SPELLED) != 0;
    }

    /** Whether a letter of it stands there as a digit or sign. */
    boolean isLeet(int p) {
        return (flags[p] & LEET) != 0;
    }

    boolean hasApostrophe(int p) {
        return (flags[p] & APOSTROPHE) != 0;
    }

    /** Whether this is letters of which none is a vowel, in a script where words have vowels. */
    boolean lacksVowel(int p) {
        return (flags[p] & (VOWEL | DIGIT | APOSTROPHE)) == 0;
    }

    /** Whether nothing but an underscore stands between this piece and the one before, so that they are one word. */
    boolean isGlued(int p) {
        return gap(p) == 1 && text.kinds[starts[p] - 1] == Fold.UNDERSCORE && !isSpelled(p) && !isSpelled(p - 1);
    }

    /** How many characters stand between this piece, which is not the first, and the one before. */
    int gap(int p) {
        return starts[p] - ends[p - 1];
    }

    /** Whether the gap before one piece is the same as that before another and no wider than between letters. */
    boolean sameGap(int p, int q) {
        int width = gap(p);
        if (width > WIDEST_GAP || gap(q) != width) {
            return false;
        }
        for (int i = 1; i <= width; i++) {
            if (text.chars[starts[p] - i] != text.chars[starts[q] - i]) {
                return false;
            }
        }
        return true;
    }

    /** Whether the letters that begin with this piece may go on from a single letter before, as in {@code U.S.hit}. */
    boolean goesOnBefore(int p) {
        if (p < 1 || p + 1 >= count || !isSingle(p - 1) || !sameGap(p, p + 1)) {
            return false;
        }
        boolean word = isWordOfOne(text.chars[starts[p - 1]]);
        return !word || (p > 1 && isSingle(p - 2) && sameGap(p - 1, p));
    }

    /** Whether the letters that stand apart here may begin with a word of one letter: {@code a c a s i n o}. */
    boolean mayBeginLater(int p) {
        return isSpelled(p) && letters[p] >= FEWEST_LETTERS && isWordOfOne(text.chars[starts[p]]);
    }

    /** Whether the letters that stand apart here may end with a word of one letter. */
    boolean mayEndEarlier(int p) {
        return isSpelled(p) && letters[p] >= FEWEST_LETTERS && isWordOfOne(text.chars[ends[p] - 1]);
    }

    /** Where the second of letters that stand apart begins. */
    int secondLetter(int p) {
        int i = starts[p] + 1;
        while (text.kinds[i] < Fold.LETTER || text.kinds[i] == Fold.MARK) {
            i++;
        }
        return i;
    }

    private static boolean isWordOfOne(char letter) {
        return WORDS_OF_ONE.indexOf(letter) >= 0;
    }

    /** The piece as it stands there. */
    String toString(int p) {
        return new String(text.chars, starts[p], ends[p] - starts[p]);
    }

    private boolean isSingle(int p) {
        return letters[p] == 1 && (flags[p] & (SPELLED | DIGIT)) == 0;
    }

    private void readWords() {
        byte[] kinds = text.kinds;
        char[] chars = text.chars;
        int length = text.length;
        int i = 0;
        while (i < length) {
            if (kinds[i] < Fold.LETTER) {
                i++;
                continue;
            }
            int start = i;
            int many = 0;
            int flag = 0;
            while (i < length && kinds[i] >= Fold.LETTER) {
                byte kind = kinds[i];
                many += kind == Fold.MARK ? 0 : 1;
                flag |= kind == Fold.DIGIT ? DIGIT : isVowel(chars[i]) ? VOWEL : 0;
                flag |= kind == Fold.LEET ? LEET : 0;
                i++;
            }
            starts[count] = start;
            ends[count] = i;
            letters[count] = many;
            symbols[count] = i - start;
            flags[count] = (byte) flag;
            count++;
        }
    }

    /** What is no Latin, Greek or Cyrillic letter counts as a vowel, since its words may have none. */
    private static boolean isVowel(char c) {
        return c < 128 ? ASCII_VOWELS[c] : c >= 0x530 || VOWELS.indexOf(c) >= 0;
    }

    private void joinApostrophes() {
        int kept = 0;
        for (int p = 0; p < count; p++) {
            boolean joins = kept > 0
                    && starts[p] - ends[kept - 1] == 1
                    && text.kinds[starts[p] - 1] == Fold.APOSTROPHE
                    && (letters[p] > 1 || letters[kept - 1] > 1);
            if (joins) {
                ends[kept - 1] = ends[p];
                letters[kept - 1] += letters[p] + 1;
                symbols[kept - 1] += symbols[p] + 1;
                flags[kept - 1] |= (byte) (flags[p] | APOSTROPHE);
            } else {
                move(p, kept++);
            }
        }
        count = kept;
    }

    private void joinLetters() {
        int kept = 0;
        int p = 0;
        while (p < count) {
            int last = p;
            while (last + 1 < count && isSingle(p) && isSingle(last + 1) && sameGap(p + 1, last + 1)) {
                last++;
            }
            int many = last - p + 1;
            if (many < FEWEST_LETTERS) {
                move(p, kept++);
                p++;
                continue;
            }
            int end = ends[last];
            int flag = SPELLED;
            int size = 0;
            for (int i = p; i <= last; i++) {
                size += symbols[i];
                flag |= flags[i];
            }
            move(p, kept);
            ends[kept] = end;
            letters[kept] = many;
            symbols[kept] = size;
            flags[kept] = (byte) flag;
            kept++;
            anySpelled = true;
            p = last + 1;
        }
        count = kept;
    }

    private void move(int from, int to) {
        starts[to] = starts[from];
        ends[to] = ends[from];
        letters[to] = letters[from];
        symbols[to] = symbols[from];
        flags[to] = flags[from];
    }
}
