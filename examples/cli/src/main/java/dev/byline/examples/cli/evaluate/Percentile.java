package dev.byline.examples.cli.evaluate;

import java.util.Arrays;

/** Percentiles by rank, without interpolation. */
public final class Percentile {
    private Percentile() {}

    /**
     * The least value that so many are not above.
     *
     * @param values at least one
     * @param share 0 to 1
     */
    public static double of(double[] values, double share) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }
}
