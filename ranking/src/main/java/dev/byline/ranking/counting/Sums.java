package dev.byline.ranking.counting;

/** Sums that stay at the greatest and the least number, which only numbers out of all proportion reach. */
public final class Sums {
    private Sums() {}

    /** Both together. */
    public static long added(long one, long other) {
        long sum = one + other;
        // Both have another sign than their sum.
        return ((one ^ sum) & (other ^ sum)) < 0 ? (one < 0 ? Long.MIN_VALUE : Long.MAX_VALUE) : sum;
    }
}
