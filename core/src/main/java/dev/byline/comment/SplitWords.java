package dev.byline.comment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Keys whose letters a text has in several pieces: {@code ca si no}, {@code cas-ino}, {@code c a s i n o} for a phrase.
 *
 * <p>Consecutive pieces, put together, equal a key. Between them stands everywhere the same, except that between two
 * words of a key anything may stand. To spare sentences that are nothing but what they say ("the pen is mightier"), one
 * of these must hold besides:
 *
 * <ul>
 *   <li>no piece has more than two letters, and there are three or more;
 *   <li>there are one or two pieces more than the key has words, one character stands between those, not every piece is a
 *       common word, and the key is long enough: four letters where a piece has no vowel, five where no piece is a common
 *       word, else six.
 * </ul>
 *
 * <p>Each piece is put together with at most seven before it, by hashes, so that the cost doesn't grow with the keys.
 */
final class SplitWords {
    static final long NOWHERE = -1;

    private static final int SHORTEST = 3;
    private static final int SHORTEST_STRANGE = 4;
    private static final int SHORTEST_UNCOMMON = 5;
    private static final int SHORTEST_COMMON = 6;
    private static final int LONGEST = 64;
    private static final int MOST_PIECES = 8;
    private static final int MOST_BREAKS = 2;
    private static final int WIDEST_GAP = 3;
    private static final int FEW = 4;
    private static final long PRIME = 0x100000001B3L;
    private static final long[] POWERS = new long[LONGEST + 1];

    static {
        POWERS[0] = 1;
        for (int i = 1; i <= LONGEST; i++) {
            POWERS[i] = POWERS[i - 1] * PRIME;
        }
    }

    /**
     * A key without what stands between its words.
     *
     * @param letters the letters
     * @param ends a bit for each number of letters after which a word ends and another begins
     * @param number the number of the key
     */
    record Entry(String letters, long ends, int number) {
        /** Whether pieces can make this key. */
        static boolean isFit(String letters) {
            return letters.length() >= SHORTEST && letters.length() <= LONGEST;
        }
    }

    private final List<Entry> entries = new ArrayList<>();
    private final int[] slots;
    private final long[] hashes;
    private final int mask;
    private final int longest;

    private SplitWords(List<Entry> entries) {
        int capacity = Integer.highestOneBit(Math.max(8, entries.size()) * 2 - 1) * 2;
        slots = new int[capacity];
        hashes = new long[capacity];
        mask = capacity - 1;
        int most = 0;
        for (Entry entry : entries) {
            add(entry);
            most = Math.max(most, entry.letters().length());
        }
        longest = most;
    }

    /** Of equal entries the first counts. */
    static SplitWords of(List<Entry> entries) {
        return new SplitWords(entries);
    }

    private void add(Entry entry) {
        long hash = 0;
        for (int i = 0; i < entry.letters().length(); i++) {
            hash = hash * PRIME + entry.letters().charAt(i) + 1;
        }
        int i = slot(hash);
        while (slots[i] != 0) {
            Entry other = entries.get(slots[i] - 1);
            if (other.letters().equals(entry.letters()) && other.ends() == entry.ends()) {
                return;
            }
            i = (i + 1) & mask;
        }
        entries.add(entry);
        slots[i] = entries.size();
        hashes[i] = hash;
    }

    /** The key that ends first and, of those that end at the same piece, begins first; NOWHERE where there is none. */
    long find(Pieces pieces) {
        if (entries.isEmpty()) {
            return NOWHERE;
        }
        long[] hash = new long[pieces.count];
        for (int last = 0; last < pieces.count; last++) {
            hash[last] = hashOf(pieces, last);
            long best = NOWHERE;
            long joined = 0;
            int letters = 0;
            boolean small = true;
            for (int p = last; p >= 0 && last - p < MOST_PIECES; p--) {
                boolean near = p == last || pieces.gap(p + 1) <= WIDEST_GAP;
                if (!near || pieces.hasApostrophe(p) || letters + pieces.symbols(p) > longest) {
                    break;
                }
                joined = hash[p] * POWERS[letters] + joined;
                letters += pieces.symbols(p);
                small &= pieces.letters(p) <= 2;
                if (last - p >= FEW && !small) {
                    break;
                }
                if (letters >= SHORTEST && (p < last || pieces.isSpelled(p))) {
                    int entry = lookUp(joined, letters, pieces, p, last);
                    best = entry < 0 ? best : (long) p << 32 | entry;
                }
            }
            if (best != NOWHERE) {
                return best;
            }
        }
        return NOWHERE;
    }

    /** The piece with which the key begins that was found. */
    static int piece(long hit) {
        return (int) (hit >>> 32);
    }

    int numberOf(long hit) {
        return entries.get((int) hit).number();
    }

    private long hashOf(Pieces pieces, int p) {
        if (pieces.symbols(p) > longest) {
            return 0;
        }
        long hash = 0;
        for (int i = pieces.start(p); i < pieces.end(p); i++) {
            if (pieces.text.kinds[i] >= Fold.LETTER) {
                hash = hash * PRIME + pieces.text.chars[i] + 1;
            }
        }
        return hash;
    }

    private int slot(long hash) {
        return (int) ((hash * 0x9E3779B97F4A7C15L) >>> 32) & mask;
    }

    private int lookUp(long hash, int letters, Pieces pieces, int from, int to) {
        int best = -1;
        for (int i = slot(hash); slots[i] != 0; i = (i + 1) & mask) {
            int e = slots[i] - 1;
            if (hashes[i] == hash
                    && entries.get(e).letters().length() == letters
                    && (best < 0 || entries.get(e).number() < entries.get(best).number())
                    && isSplit(entries.get(e), pieces, from, to)) {
                best = e;
            }
        }
        return best;
    }

    private boolean isSplit(Entry entry, Pieces pieces, int from, int to) {
        if (!spells(entry.letters(), pieces, from, to)) {
            return false;
        }
        int letters = 0;
        int first = -1;
        int breaks = 0;
        boolean small = true;
        boolean strange = false;
        boolean allCommon = true;
        boolean anyCommon = false;
        for (int p = from; p <= to; p++) {
            if (p > from && (entry.ends() >>> letters & 1) == 0) {
                if (first >= 0 && !pieces.sameGap(first, p)) {
                    return false;
                }
                first = first < 0 ? p : first;
                breaks++;
            }
            letters += pieces.symbols(p);
            small &= pieces.letters(p) <= 2 && !pieces.isSpelled(p);
            strange |= pieces.lacksVowel(p);
            boolean word = !pieces.isSpelled(p) && CommonWords.has(pieces.toString(p));
            allCommon &= word;
            anyCommon |= word;
        }
        if (breaks == 0) {
            return true;
        }
        if (pieces.goesOnBefore(from)) {
            return false;
        }
        if (small && to - from >= 2) {
            return true;
        }
        return breaks <= MOST_BREAKS
                && pieces.gap(first) == 1
                && !allCommon
                && letters >= (strange ? SHORTEST_STRANGE : anyCommon ? SHORTEST_COMMON : SHORTEST_UNCOMMON);
    }

    private static boolean spells(String letters, Pieces pieces, int from, int to) {
        int at = 0;
        for (int i = pieces.start(from); i < pieces.end(to); i++) {
            if (pieces.text.kinds[i] >= Fold.LETTER) {
                if (letters.charAt(at) != pieces.text.chars[i]) {
                    return false;
                }
                at++;
            }
        }
        return at == letters.length();
    }

    @Override
    public String toString() {
        return "SplitWords" + Arrays.asList(entries.size(), longest);
    }
}
