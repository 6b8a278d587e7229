package dev.byline.comment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Keys whose letters a text has apart: {@code c a s i n o}, {@code c.a.s.i.n.o}, {@code ca si no}, {@code cas-ino}.
 *
 * <p>Consecutive pieces, put together, equal a key. Between them stands everywhere the same, except that between two
 * words of a key anything may stand. To spare sentences that are nothing but what they say ("the pen is mightier"), one
 * of these must hold besides:
 *
 * <ul>
 *   <li>no piece has more than two letters, and there are three or more;
 *   <li>there are one or two pieces more than the key has words, one character stands between those, not every piece is a
 *       common word, and the key is long enough: six letters, or five where no piece is a common word, or four where a
 *       piece has no vowel or what stands between is no blank; an underscore or star hides any word of four.
 * </ul>
 *
 * <p>Each piece is put together with at most seven before it, by hashes, so that the cost doesn't grow with the keys.
 */
final class SplitWords {
    static final long NOWHERE = -1;

    private static final int SHORTEST = 3;
    private static final int SHORTEST_SPLIT = 4;
    private static final int SHORTEST_UNCOMMON = 5;
    private static final int SHORTEST_COMMON = 6;
    private static final int LONGEST = 64;
    private static final int MOST_PIECES = 8;
    private static final int MOST_BREAKS = 2;
    private static final int WIDEST_GAP = 3;
    private static final int FEW = 4;
    private static final long PRIME = 0x100000001B3L;
    private static final long[] POWERS = new long[LONGEST + 3];

    /** {@link #PRIME} times this is 1, so that a last letter can be taken off a hash. */
    private static final long INVERSE = inverse(PRIME);

    static {
        POWERS[0] = 1;
        for (int i = 1; i < POWERS.length; i++) {
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

    private final boolean leet;
    private final List<Entry> entries = new ArrayList<>();
    private final int[] slots;
    private final long[] hashes;
    private final int mask;

    /** A bit for each hash of an entry, among sixteen times as many: most that is looked up is seen here not to be there. */
    private final long[] sieve;

    private final int longest;

    private SplitWords(List<Entry> entries, boolean leet) {
        this.leet = leet;
        int capacity = Integer.highestOneBit(Math.max(8, entries.size()) * 2 - 1) * 2;
        slots = new int[capacity];
        hashes = new long[capacity];
        mask = capacity - 1;
        sieve = new long[capacity / 8];
        int most = 0;
        for (Entry entry : entries) {
            add(entry);
            most = Math.max(most, entry.letters().length());
        }
        longest = most;
    }

    /** Of equal entries the first counts. */
    static SplitWords of(List<Entry> entries) {
        return new SplitWords(entries, false);
    }

    /**
     * These keys for {@link Leet.Reading#EITHER}; they are found only where the text has such signs, and then in one
     * piece too.
     */
    static SplitWords leet(List<Entry> entries) {
        return new SplitWords(
                entries.stream()
                        .map(entry -> new Entry(Leet.either(entry.letters()), entry.ends(), entry.number()))
                        .toList(),
                true);
    }

    boolean isEmpty() {
        return entries.isEmpty();
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
        sieve[sieved(hash)] |= 1L << (hash >>> 58);
        slots[i] = entries.size();
        hashes[i] = hash;
    }

    /** The key that ends first and, of those that end at the same piece, begins first; NOWHERE where there is none. */
    long find(Pieces pieces) {
        if (entries.isEmpty()) {
            return NOWHERE;
        }
        long[] hash = new long[pieces.count];
        int hashed = 0;
        int sign = Integer.MIN_VALUE / 2;
        for (int last = 0; last < pieces.count; last++) {
            sign = pieces.isLeet(last) ? last : sign;
            if (leet && last - sign >= MOST_PIECES) {
                continue;
            }
            hashed = Math.max(hashed, last - MOST_PIECES);
            while (hashed <= last) {
                hash[hashed] = hashOf(pieces, hashed);
                hashed++;
            }
            long best = NOWHERE;
            long joined = 0;
            int symbols = 0;
            boolean small = true;
            boolean signs = false;
            for (int p = last; p >= 0 && last - p < MOST_PIECES; p--) {
                boolean near = p == last || pieces.gap(p + 1) <= WIDEST_GAP;
                int more = pieces.symbols(p);
                if (!near || pieces.hasApostrophe(p) || symbols + more > longest + 2) {
                    break;
                }
                joined = hash[p] * POWERS[symbols] + joined;
                symbols += more;
                small &= more <= 2;
                if (last - p >= FEW && !small) {
                    break;
                }
                signs |= pieces.isLeet(p);
                boolean several = p < last || pieces.isSpelled(p);
                if (symbols >= SHORTEST && (leet ? signs : several)) {
                    best = later(best, p, lookUp(new Join(pieces, p, last, joined, symbols)));
                }
            }
            if (best != NOWHERE) {
                return best;
            }
        }
        return NOWHERE;
    }

    private static long later(long best, int p, int entry) {
        return entry < 0 ? best : (long) p << 32 | entry;
    }

    /** The piece with which the key begins that was found. */
    static int piece(long hit) {
        return (int) (hit >>> 32);
    }

    int numberOf(long hit) {
        return entries.get((int) hit).number();
    }

    private long hashOf(Pieces pieces, int p) {
        if (pieces.symbols(p) > longest + 2) {
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

    private int sieved(long hash) {
        return (int) ((hash * 0x9E3779B97F4A7C15L) >>> 20) & (sieve.length - 1);
    }

    /** By Newton's method, which doubles the right bits. */
    private static long inverse(long odd) {
        long found = odd;
        for (int bits = 3; bits < 64; bits *= 2) {
            found *= 2 - odd * found;
        }
        return found;
    }

    private int slot(long hash) {
        return (int) ((hash * 0x9E3779B97F4A7C15L) >>> 32) & mask;
    }

    /** Pieces put together, with the hash of their symbols. */
    private record Join(Pieces pieces, int first, int last, long hash, int symbols) {}

    private int lookUp(Join join) {
        Pieces pieces = join.pieces;
        int best = lookUp(join, join.hash, join.symbols, false, false);
        boolean later = pieces.mayBeginLater(join.first);
        boolean earlier = pieces.mayEndEarlier(join.last);
        if (best >= 0 || (!later && !earlier)) {
            return best;
        }
        char first = pieces.text.chars[pieces.start(join.first)];
        char last = pieces.text.chars[pieces.end(join.last) - 1];
        long behind = join.hash - (first + 1) * POWERS[join.symbols - 1];
        if (later) {
            best = lookUp(join, behind, join.symbols - 1, true, false);
        }
        if (best < 0 && earlier) {
            best = lookUp(join, (join.hash - last - 1) * INVERSE, join.symbols - 1, false, true);
        }
        if (best < 0 && later && earlier) {
            best = lookUp(join, (behind - last - 1) * INVERSE, join.symbols - 2, true, true);
        }
        return best;
    }

    private int lookUp(Join join, long hash, int symbols, boolean later, boolean earlier) {
        int best = -1;
        if ((sieve[sieved(hash)] >>> (hash >>> 58) & 1) == 0) {
            return best;
        }
        for (int i = slot(hash); slots[i] != 0; i = (i + 1) & mask) {
            int e = slots[i] - 1;
            if (hashes[i] == hash
                    && entries.get(e).letters().length() == symbols
                    && (best < 0 || entries.get(e).number() < entries.get(best).number())
                    && isSplit(entries.get(e), join, later, earlier)) {
                best = e;
            }
        }
        return best;
    }

    private static boolean isSplit(Entry entry, Join join, boolean later, boolean earlier) {
        Pieces pieces = join.pieces;
        int start = later ? pieces.secondLetter(join.first) : pieces.start(join.first);
        int end = pieces.end(join.last) - (earlier ? 1 : 0);
        if (!spells(entry.letters(), pieces.text, start, end)) {
            return false;
        }
        int symbols = later ? -1 : 0;
        int first = -1;
        int breaks = 0;
        boolean small = true;
        boolean strange = false;
        boolean allCommon = true;
        boolean anyCommon = false;
        for (int p = join.first; p <= join.last; p++) {
            if (p > join.first && (entry.ends() >>> symbols & 1) == 0) {
                if (first >= 0 && !pieces.sameGap(first, p)) {
                    return false;
                }
                first = first < 0 ? p : first;
                breaks++;
            }
            symbols += pieces.symbols(p);
            small &= pieces.symbols(p) <= 2 && !pieces.isSpelled(p);
            strange |= pieces.lacksVowel(p);
            boolean word = !pieces.isSpelled(p) && !pieces.isLeet(p) && CommonWords.has(pieces.toString(p));
            allCommon &= word;
            anyCommon |= word;
        }
        if (breaks == 0) {
            return true;
        }
        if (pieces.goesOnBefore(join.first)) {
            return false;
        }
        if (small && join.last - join.first >= 2) {
            return true;
        }
        if (breaks > MOST_BREAKS || pieces.gap(first) != 1 || entry.letters().length() < SHORTEST_SPLIT) {
            return false;
        }
        char between = pieces.text.chars[pieces.start(first) - 1];
        if (between == '_' || between == '*' || strange) {
            return between == '_' || between == '*' || !allCommon;
        }
        int least = anyCommon ? SHORTEST_COMMON : between == ' ' ? SHORTEST_UNCOMMON : SHORTEST_SPLIT;
        return !allCommon && entry.letters().length() >= least;
    }

    private static boolean spells(String letters, FoldedText text, int start, int end) {
        int at = 0;
        for (int i = start; i < end; i++) {
            if (text.kinds[i] >= Fold.LETTER) {
                if (at == letters.length() || letters.charAt(at) != text.chars[i]) {
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
