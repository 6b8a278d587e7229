package dev.byline.comment;

import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A few numbers by which two texts can be told to say nearly the same: the least 32 hashes of their pairs of
 * neighbouring words, as {@link Fold#EITHER} folds them.
 *
 * <p>Source: Broder, "On the resemblance and containment of documents", 1997. The same in every version of the library,
 * so that it can be stored.
 */
final class TextSketch {
    /** Nothing can be told of a text without words; it resembles none, nor itself. */
    static final TextSketch EMPTY = new TextSketch(true, new int[0]);

    private static final int SIZE = 32;

    /** A text with fewer words has too few pairs to be compared by; it is one hash as a whole. */
    private static final int FEWEST_WORDS = 8;

    private static final char WHOLE = 'w';
    private static final char PAIRS = 'p';
    private static final long FNV_BASIS = 0xCBF29CE484222325L;
    private static final long FNV_PRIME = 0x100000001B3L;

    private final boolean whole;

    /** In unsigned ascending order, each once. */
    private final int[] hashes;

    private TextSketch(boolean whole, int[] hashes) {
        this.whole = whole;
        this.hashes = hashes;
    }

    /** The sketch of a plain text; linear in its length. */
    static TextSketch of(String text) {
        FoldedText folded = FoldedText.of(text, Fold.EITHER);
        if (folded.isBlank()) {
            return EMPTY;
        }
        WordStream words = WordStream.words(folded);
        int[] least = new int[SIZE];
        int size = 0;
        int many = 0;
        int before = 0;
        int start = 1;
        for (int i = 1; i < words.length; i++) {
            if (words.chars[i] != WordStream.BOUNDARY) {
                continue;
            }
            many++;
            if (many > 1) {
                size = keepLeast(hash(words.chars, before, i), least, size);
            }
            before = start;
            start = i + 1;
        }
        if (many < FEWEST_WORDS) {
            WordStream all = many > 0 ? words : WordStream.exact(folded);
            return new TextSketch(true, new int[] {hash(all.chars, 0, all.length)});
        }
        return new TextSketch(false, Arrays.copyOf(least, size));
    }

    /**
     * How much of what either text says both say, from 0 to 1: the estimated share that their pairs of words have in
     * common among those of both. A text of fewer than 8 words resembles only one of the same words.
     */
    double resemblance(TextSketch other) {
        if (whole || other.whole) {
            return whole == other.whole && hashes.length > 0 && Arrays.equals(hashes, other.hashes) ? 1 : 0;
        }
        int common = 0;
        int seen = 0;
        int i = 0;
        int j = 0;
        while (seen < SIZE && (i < hashes.length || j < other.hashes.length)) {
            int order = i == hashes.length
                    ? 1
                    : j == other.hashes.length ? -1 : Integer.compareUnsigned(hashes[i], other.hashes[j]);
            common += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
            seen++;
        }
        return (double) common / seen;
    }

    /** A text for a column: at most 172 characters of ASCII; empty for the empty sketch. */
    String encoded() {
        if (hashes.length == 0) {
            return "";
        }
        byte[] bytes = new byte[4 * hashes.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (hashes[i / 4] >>> (24 - 8 * (i % 4)));
        }
        return (whole ? WHOLE : PAIRS) + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The sketch that was encoded; the empty one where this is none. */
    static TextSketch decoded(String encoded) {
        if (encoded.length() < 2 || (encoded.charAt(0) != WHOLE && encoded.charAt(0) != PAIRS)) {
            return EMPTY;
        }
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(encoded.substring(1));
        } catch (IllegalArgumentException e) {
            return EMPTY;
        }
        boolean whole = encoded.charAt(0) == WHOLE;
        int size = bytes.length / 4;
        if (bytes.length % 4 != 0 || size == 0 || size > (whole ? 1 : SIZE)) {
            return EMPTY;
        }
        int[] hashes = new int[size];
        for (int i = 0; i < bytes.length; i++) {
            hashes[i / 4] = hashes[i / 4] << 8 | (bytes[i] & 0xFF);
        }
        for (int i = 1; i < size; i++) {
            if (Integer.compareUnsigned(hashes[i - 1], hashes[i]) >= 0) {
                return EMPTY;
            }
        }
        return new TextSketch(whole, hashes);
    }

    /** Puts a hash among the least; answers how many there are. */
    private static int keepLeast(int hash, int[] least, int size) {
        if (size == SIZE && Integer.compareUnsigned(hash, least[SIZE - 1]) >= 0) {
            return size;
        }
        int at = 0;
        while (at < size && Integer.compareUnsigned(least[at], hash) < 0) {
            at++;
        }
        if (at < size && least[at] == hash) {
            return size;
        }
        System.arraycopy(least, at, least, at + 1, Math.min(size, SIZE - 1) - at);
        least[at] = hash;
        return Math.min(SIZE, size + 1);
    }

    /** FNV-1a over the bytes of these characters, then the finish of MurmurHash3, of which the upper half. */
    private static int hash(char[] chars, int from, int to) {
        long hash = FNV_BASIS;
        for (int i = from; i < to; i++) {
            hash = (hash ^ (chars[i] & 0xFF)) * FNV_PRIME;
            hash = (hash ^ (chars[i] >>> 8)) * FNV_PRIME;
        }
        hash = (hash ^ (hash >>> 33)) * 0xFF51AFD7ED558CCDL;
        hash = (hash ^ (hash >>> 33)) * 0xC4CEB9FE1A85EC53L;
        return (int) ((hash ^ (hash >>> 33)) >>> 32);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TextSketch sketch && whole == sketch.whole && Arrays.equals(hashes, sketch.hashes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(hashes);
    }

    @Override
    public String toString() {
        return encoded();
    }
}
