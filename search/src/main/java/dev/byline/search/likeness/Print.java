package dev.byline.search.likeness;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.List;

/**
 * Tells copies: a text's headline as one number, and a sample of the runs of five words of its body. Immutable.
 *
 * <p>Two copy each other if their headlines are the same, if all runs are, or if more than a third of the shorter body's runs
 * are in the other, as far as the samples tell. Function words are no words here, so five reach over some eight, and fewer are
 * shared than of all words. Of long texts every eighth run is kept by
 * its hash, and of those the {@value #MOST} smallest, so that two samples are samples of the same runs (FracMinHash).
 */
final class Print {
    private static final int RUN = 5;
    private static final int MOST = 48;
    private static final int SAMPLED = 7;
    private static final int FEWEST = 4;
    private static final double SHARED = 0.35;

    private final int headline;
    private final boolean whole;
    private final int[] runs;

    /** The runs in the order of their hashes as numbers without sign. */
    Print(int headline, boolean whole, int[] runs) {
        this.headline = headline;
        this.whole = whole;
        this.runs = runs;
    }

    static Print of(Wording text) {
        int[] all = text.runs(RUN);
        boolean whole = all.length <= MOST;
        int[] kept = Arrays.stream(all)
                .filter(run -> whole || (run & SAMPLED) == 0)
                .map(run -> run ^ Integer.MIN_VALUE)
                .sorted()
                .limit(MOST)
                .toArray();
        return new Print(text.wholeHeadline(), whole, kept);
    }

    /** Whether the runs are all there are, not a sample. */
    boolean isWhole() {
        return whole;
    }

    int headline() {
        return headline;
    }

    int[] runs() {
        return runs;
    }

    /** Equal for those whose runs are the same. */
    Object sample() {
        return List.of(whole, IntBuffer.wrap(runs));
    }

    boolean copies(Print other) {
        if (headline != 0 && headline == other.headline) {
            return true;
        }
        if (runs.length > 0 && whole && other.whole && Arrays.equals(runs, other.runs)) {
            return true;
        }
        boolean sampled = !(whole && other.whole);
        int end = Math.min(end(), other.end());
        int shared = 0;
        int own = 0;
        int others = 0;
        for (int i = 0, j = 0; i < runs.length || j < other.runs.length; ) {
            int left = i < runs.length ? runs[i] : Integer.MAX_VALUE;
            int right = j < other.runs.length ? other.runs[j] : Integer.MAX_VALUE;
            int run = Math.min(left, right);
            boolean inBoth = i < runs.length && j < other.runs.length && left == right;
            boolean counts = run <= end && (!sampled || (run & SAMPLED) == 0);
            boolean mine = i < runs.length && left == run;
            boolean theirs = j < other.runs.length && right == run;
            shared += counts && inBoth ? 1 : 0;
            own += counts && mine ? 1 : 0;
            others += counts && theirs ? 1 : 0;
            i += mine ? 1 : 0;
            j += theirs ? 1 : 0;
        }
        int shorter = Math.min(own, others);
        return shorter >= FEWEST && shared >= SHARED * shorter;
    }

    /** Up to here all that would be kept is known. */
    private int end() {
        return whole || runs.length < MOST ? Integer.MAX_VALUE : runs[MOST - 1];
    }

    int bytes() {
        return 7 + 4 * runs.length;
    }

    void write(ByteBuffer buffer) {
        buffer.putInt(headline).put((byte) (whole ? 1 : 0)).putShort((short) runs.length);
        for (int run : runs) {
            buffer.putInt(run);
        }
    }

    static Print read(ByteBuffer buffer) {
        int headline = buffer.getInt();
        boolean whole = buffer.get() != 0;
        int[] runs = new int[Short.toUnsignedInt(buffer.getShort())];
        for (int i = 0; i < runs.length; i++) {
            runs[i] = buffer.getInt();
        }
        return new Print(headline, whole, runs);
    }
}
