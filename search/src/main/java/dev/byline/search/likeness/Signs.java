package dev.byline.search.likeness;

/**
 * {@value #COUNT} bits for a direction, of which those of two directions differ in as many as their angle is wide: the signs of
 * their products with as many random directions (Charikar 2002). The random ones are the rows of a Hadamard matrix with the
 * signs of its columns turned at random (Ailon and Chazelle 2006), which takes a few thousand additions.
 */
final class Signs {
    /** How many bits there are. */
    static final int COUNT = 256;

    /** How many numbers hold them. */
    static final int LONGS = COUNT / Long.SIZE;

    private Signs() {}

    /** Writes those of a direction, of which no more than the first {@value #COUNT} coordinates count. */
    static void write(byte[] direction, long[] to, int at) {
        int[] sums = new int[COUNT];
        for (int i = 0; i < Math.min(COUNT, direction.length); i++) {
            sums[i] = Hashes.mix(i + 1) < 0 ? -direction[i] : direction[i];
        }
        for (int half = 1; half < COUNT; half *= 2) {
            for (int start = 0; start < COUNT; start += 2 * half) {
                for (int i = start; i < start + half; i++) {
                    int one = sums[i];
                    int other = sums[i + half];
                    sums[i] = one + other;
                    sums[i + half] = one - other;
                }
            }
        }
        for (int i = 0; i < COUNT; i++) {
            if (sums[i] > 0) {
                to[at + i / Long.SIZE] |= 1L << i % Long.SIZE;
            }
        }
    }

    /** In how many bits two differ. */
    static int distance(long[] one, int oneAt, long[] other, int otherAt) {
        int distance = 0;
        for (int i = 0; i < LONGS; i++) {
            distance += Long.bitCount(one[oneAt + i] ^ other[otherAt + i]);
        }
        return distance;
    }
}
