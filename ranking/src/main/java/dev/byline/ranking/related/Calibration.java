package dev.byline.ranking.related;

/**
 * Brings a weighed sum onto the scale of scores, which means the same on every site: the share of pairs with such a sum
 * that editors had linked, among linked pairs and ten times as many random ones.
 *
 * <p>The table is an isotonic fit (pool adjacent violators) on 2,079 posts of one site with links made by hand, smoothed so
 * that it rises everywhere: a greater sum always has the greater score. Between two knots it is a line.
 */
final class Calibration {
    private static final double[][] KNOTS = {
        {0, 0},
        {.035, .02},
        {.055, .06},
        {.07, .17},
        {.08, .25},
        {.09, .40},
        {.10, .50},
        {.115, .60},
        {.13, .75},
        {.145, .84},
        {.165, .90},
        {.19, .94},
        {.23, .96},
        {.30, .98},
        {1, 1}
    };

    private Calibration() {}

    /** The score of a sum, both from 0 to 1. */
    static double of(double raw) {
        for (int i = 1; i < KNOTS.length; i++) {
            if (raw < KNOTS[i][0]) {
                double[] low = KNOTS[i - 1];
                double[] high = KNOTS[i];
                return low[1] + (high[1] - low[1]) * ((raw - low[0]) / (high[0] - low[0]));
            }
        }
        return 1;
    }
}
