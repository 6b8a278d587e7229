package dev.byline.taxonomy;

import dev.byline.matching.AhoCorasick;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the words of an index in the parts of one text: whole words alone, of two that overlap the one that begins first,
 * of two that begin together the longest. One pass; what it keeps grows with what it finds alone.
 */
final class WordScanner {
    /** The word has a capital, or is written in capitals. */
    static final int CAPITAL = 1;
    /** All its letters are capitals. */
    static final int CAPITALS = 2;
    /** The next word or the one before has a capital too, as in a person's name. */
    static final int IN_A_NAME = 4;

    /** The word is the first of a sentence. */
    static final int FIRST = 64;

    private static final int NUMBER = 8;
    private static final int SPACED = 16;
    private static final int PLAIN = 32;
    private static final int RING = 16;
    private static final int SHORT = 3;
    private static final int MOST_PLAIN = 4;

    /** What stands before a place and before no surname. */
    private static final Set<Integer> PLAIN_WORDS = Stream.of(
                    "in", "to", "of", "on", "at", "by", "as", "if", "is", "the", "and", "for", "but", "via", "how",
                    "why", "new", "now", "all", "from", "with", "both", "near", "when", "what", "that", "than", "like",
                    "over", "into", "king", "east", "west", "gulf", "says", "asks", "join", "help", "hits", "tell",
                    "told", "send")
            .map(WordScanner::code)
            .collect(Collectors.toUnmodifiableSet());

    private final WordIndex index;
    private final AhoCorasick matcher;
    private final int marked;

    private final int[] ring = new int[RING];
    private int state;
    private int token;
    private int capitals;

    private boolean inWord;
    private int letters;
    private int upper;
    private int digits;
    private boolean capital;
    private boolean first = true;
    private int code;

    private boolean gapSpace;
    private boolean gapPoint;
    private boolean gapHyphen;
    private boolean gapOther;
    private boolean gapComma;
    private boolean opened;
    private int lastLetters;

    private int hits;
    private int[] words = new int[64];
    private int[] starts = new int[64];
    private byte[] flags = new byte[64];

    WordScanner(WordIndex index) {
        this.index = index;
        this.matcher = index.matcher();
        this.marked = matcher.next(AhoCorasick.start(), Letters.MARK);
        this.state = marked;
    }

    /** How many words were found so far. */
    int hits() {
        return hits;
    }

    /** How many words were read so far. */
    int tokens() {
        return token;
    }

    /** How many of them had a capital. */
    int capitals() {
        return capitals;
    }

    int word(int hit) {
        return words[hit];
    }

    /** The number of the first word of a hit among all that were read. */
    int start(int hit) {
        return starts[hit];
    }

    /** {@link #CAPITAL}, {@link #CAPITALS} and {@link #IN_A_NAME}. */
    int flags(int hit) {
        return flags[hit];
    }

    /**
     * Reads a part.
     *
     * @param lines whether a line's end is a paragraph's; else only one before a blank or another is
     */
    void read(String text, boolean lines) {
        int length = text.length();
        boolean lineEnded = false;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            char letter = Letters.of(c);
            if (letter > Letters.SEVERAL) {
                if (!inWord || Letters.isAlone(letter)) {
                    lineEnded = false;
                    endWord(' ');
                    beginWord();
                    capital = Character.isUpperCase(c);
                }
                feed(c, letter);
            } else if (letter == Letters.SEVERAL) {
                String several = several(text, i);
                if (!several.isEmpty() && !inWord) {
                    lineEnded = false;
                    beginWord();
                    capital = Character.isUpperCase(c);
                }
                if (several.isEmpty()) {
                    endWord(c);
                    gap(c);
                }
                for (int k = 0; k < several.length(); k++) {
                    feed(c, several.charAt(k));
                }
                i += Character.isHighSurrogate(c) && i + 1 < length && Character.isLowSurrogate(text.charAt(i + 1))
                        ? 1
                        : 0;
            } else if (letter == Letters.BETWEEN) {
                endWord(c);
                if (c == '\n') {
                    gapOther |= lines || lineEnded;
                    lineEnded = true;
                } else if (lineEnded && c <= ' ') {
                    gapOther = true;
                }
                gap(c);
            }
        }
        endWord('\n');
        gapOther = true;
    }

    private static String several(String text, int i) {
        char c = text.charAt(i);
        if (!Character.isSurrogate(c)) {
            return Letters.several(c);
        }
        int point = text.codePointAt(i);
        return Character.isLetterOrDigit(point) ? Character.toString(point) : "";
    }

    private void beginWord() {
        if (gapOther || (gapPoint && gapSpace && lastLetters > SHORT)) {
            state = marked;
        }
        first = gapOther || gapPoint || token == 0;
        inWord = true;
        letters = 0;
        upper = 0;
        digits = 0;
        code = 0;
    }

    private void feed(char c, char letter) {
        if (digits > 0 && digits == letters && !Letters.isDigit(letter)) {
            // A unit that follows its number without a space is a word.
            endWord(' ');
            beginWord();
            capital = Character.isUpperCase(c);
        }
        if (Letters.isDigit(letter)) {
            digits++;
        } else if (c < 0x80 ? c <= 'Z' : Character.isUpperCase(c)) {
            upper++;
        }
        letters++;
        code = code << 8 | (letter & 0xFF);
        // A number is read as such once it is known to be one.
        if (digits < letters) {
            state = matcher.next(state, letter);
        }
    }

    private void endWord(char after) {
        if (!inWord) {
            return;
        }
        inWord = false;
        boolean number = digits == letters;
        if (number) {
            state = matcher.next(state, Letters.NUMBER);
        }
        state = matcher.next(state, Letters.MARK);
        boolean inCapitals = upper > 0 && upper + digits == letters;
        int own = (capital ? CAPITAL : 0)
                | (inCapitals ? CAPITAL | CAPITALS : 0)
                | (number ? NUMBER : 0)
                | (first ? FIRST : 0)
                | (letters <= MOST_PLAIN && PLAIN_WORDS.contains(code) ? PLAIN : 0)
                | (gapSpace && !gapPoint && !gapHyphen && !gapOther && !gapComma ? SPACED : 0);
        boolean afterPoint = gapPoint && !gapSpace && !gapHyphen && !gapOther;
        int before = ring[(token - 1) & (RING - 1)];
        ring[token & (RING - 1)] = own;
        if (hits > 0 && (own & (CAPITAL | SPACED)) == (CAPITAL | SPACED) && endsAt(hits - 1, token)) {
            flags[hits - 1] |= IN_A_NAME;
        }
        token++;
        capitals += own & CAPITAL;
        if (!(opened && after == '>' && inCapitals)) {
            // But for the code of a share: <UK>.
            take();
        }
        if (afterPoint
                && inCapitals
                && letters <= SHORT
                && (after == '>' || after == ')')
                && (before & (CAPITALS | NUMBER)) != 0) {
            int ticker = index.ticker(code);
            if (ticker >= 0) {
                // The code itself may have looked like a word: T, or HK.
                while (hits > 0 && starts[hits - 1] >= token - 2) {
                    hits--;
                }
                add(ticker, token - 1, CAPITAL | CAPITALS);
            }
        }
        lastLetters = letters;
        gapSpace = false;
        gapPoint = false;
        gapHyphen = false;
        gapOther = false;
        gapComma = false;
        opened = false;
    }

    private static int code(String word) {
        return word.chars().reduce(0, (code, c) -> code << 8 | c);
    }

    private void gap(char c) {
        opened = c == '<';
        switch (c) {
            case ' ', '\n', '\t', '\r', '\u00A0' -> gapSpace = true;
            case '.' -> gapPoint = true;
            case '-', '\u2010', '\u2011' -> gapHyphen = true;
            case ',', '\u060C' -> gapComma = true;
            case '\'', '\u2019', '/', '&', '"', '\u05F4', '\u05F3', '`' -> {}
            default -> gapOther = true;
        }
    }

    private boolean endsAt(int hit, int end) {
        return starts[hit] + Math.max(1, index.length(words[hit])) == end;
    }

    /** Takes the longest word that ends here and that the text writes as it must be written. */
    private void take() {
        for (int found = matcher.found(state); found != 0; found = matcher.shorter(found)) {
            int word = matcher.numberOf(found);
            int start = token - index.length(word);
            int written = ring[start & (RING - 1)] & (CAPITAL | CAPITALS);
            for (int i = start + 1; i < token; i++) {
                written &= ring[i & (RING - 1)] | ~CAPITALS;
            }
            if (isWritten(word, written)) {
                int keep = hits;
                while (keep > 0 && starts[keep - 1] >= start) {
                    keep--;
                }
                if (keep == 0 || !overlaps(keep - 1, start)) {
                    hits = keep;
                    int begins = ring[start & (RING - 1)];
                    boolean named = start > 0
                            && (begins & SPACED) != 0
                            && (ring[(start - 1) & (RING - 1)] & (CAPITAL | CAPITALS | PLAIN)) == CAPITAL;
                    add(word, start, written | (begins & FIRST) | (named ? IN_A_NAME : 0));
                    return;
                }
            }
        }
    }

    private boolean overlaps(int hit, int start) {
        return starts[hit] + Math.max(1, index.length(words[hit])) > start;
    }

    private boolean isWritten(int word, int written) {
        WordIndex.Sense[] senses = index.senses(word);
        for (WordIndex.Sense sense : senses) {
            // One that is another word in small letters tells what the text speaks of.
            if (sense.common() || isWritten(sense, written)) {
                return true;
            }
        }
        return senses.length == 0;
    }

    /** Whether the text writes a word as this meaning of it is written. */
    static boolean isWritten(WordIndex.Sense sense, int written) {
        return switch (sense.spelling()) {
            case ANY -> true;
            case CAPITAL -> (written & CAPITAL) != 0;
            case CAPITALS -> (written & CAPITALS) != 0;
        };
    }

    private void add(int word, int start, int written) {
        if (hits == words.length) {
            words = Arrays.copyOf(words, 2 * hits);
            starts = Arrays.copyOf(starts, 2 * hits);
            flags = Arrays.copyOf(flags, 2 * hits);
        }
        words[hits] = word;
        starts[hits] = start;
        flags[hits++] = (byte) written;
    }
}
