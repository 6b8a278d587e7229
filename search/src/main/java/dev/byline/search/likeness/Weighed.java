package dev.byline.search.likeness;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** The weightiest words of a text by their hashes, in ascending order, with weights from 1 to 255. Immutable. */
final class Weighed {
    private static final int PRESENT = 1 << 10;

    private final int[] hashes;
    private final byte[] weights;
    private final int square;
    // By the last ten bits of a hash, since most words of another text are none of these.
    private final long[] present = new long[PRESENT / Long.SIZE];

    private Weighed(int[] hashes, byte[] weights) {
        this.hashes = hashes;
        this.weights = weights;
        square = square(weights);
        for (int hash : hashes) {
            present[slot(hash)] |= 1L << hash;
        }
    }

    /**
     * The weightiest of some words.
     *
     * @param hashes each once, in any order
     * @param given their weights, above 0
     */
    static Weighed of(int[] hashes, float[] given, int size, int most) {
        long[] byWeight = new long[size];
        for (int i = 0; i < size; i++) {
            // Above 0, the bits of a number are in the order of numbers; of equal ones the smaller hash comes first.
            byWeight[i] = ((long) Float.floatToIntBits(given[i]) << 32) | (~hashes[i] & 0xFFFFFFFFL);
        }
        Arrays.sort(byWeight);
        int kept = Math.min(most, size);
        long[] byHash = new long[kept];
        float greatest = kept == 0 ? 1 : Float.intBitsToFloat((int) (byWeight[size - 1] >>> 32));
        for (int i = 0; i < kept; i++) {
            long one = byWeight[size - 1 - i];
            int weight = (int) Math.ceil(Float.intBitsToFloat((int) (one >>> 32)) / greatest * 255);
            byHash[i] = ((long) ~(int) one << 32) | Math.max(1, Math.min(255, weight));
        }
        Arrays.sort(byHash);
        int[] sorted = new int[kept];
        byte[] weights = new byte[kept];
        for (int i = 0; i < kept; i++) {
            sorted[i] = (int) (byHash[i] >> 32);
            weights[i] = (byte) byHash[i];
        }
        return new Weighed(sorted, weights);
    }

    // At most some ten thousand for each word, of which there are some dozens.
    private static int square(byte[] weights) {
        int square = 0;
        for (byte one : weights) {
            square += (one & 0xFF) * (one & 0xFF);
        }
        return square;
    }

    int size() {
        return hashes.length;
    }

    int[] hashes() {
        return hashes;
    }

    byte[] weights() {
        return weights;
    }

    int square() {
        return square;
    }

    private static int slot(int hash) {
        return (hash & (PRESENT - 1)) / Long.SIZE;
    }

    /** The cosine of the angle to others that lie in greater arrays, from 0 to 1. */
    double cosine(int[] otherHashes, byte[] otherWeights, int start, int end, int otherSquare) {
        int shared = 0;
        for (int at = start; at < end; at++) {
            int place = place(otherHashes[at]);
            if (place >= 0) {
                shared += weight(place) * (otherWeights[at] & 0xFF);
            }
        }
        return Vectors.cosine(shared, square, otherSquare);
    }

    /** Which of the first {@value Long#SIZE} of these are among others that lie in a greater array, a bit for each. */
    long shared(int[] otherHashes, int start, int end) {
        long shared = 0;
        for (int at = start; at < end; at++) {
            int place = place(otherHashes[at]);
            shared |= place >= 0 && place < Long.SIZE ? 1L << place : 0;
        }
        return shared;
    }

    /** The place of a word among these; below 0 where it is none of them. */
    int place(int hash) {
        return (present[slot(hash)] >>> hash & 1) == 0 ? -1 : Arrays.binarySearch(hashes, hash);
    }

    int weight(int place) {
        return weights[place] & 0xFF;
    }

    int bytes() {
        return 2 + 5 * hashes.length;
    }

    void write(ByteBuffer buffer) {
        buffer.putShort((short) hashes.length);
        for (int hash : hashes) {
            buffer.putInt(hash);
        }
        buffer.put(weights);
    }

    static Weighed read(ByteBuffer buffer) {
        int size = Short.toUnsignedInt(buffer.getShort());
        int[] hashes = new int[size];
        for (int i = 0; i < size; i++) {
            hashes[i] = buffer.getInt();
        }
        byte[] weights = new byte[size];
        buffer.get(weights);
        return new Weighed(hashes, weights);
    }
}
