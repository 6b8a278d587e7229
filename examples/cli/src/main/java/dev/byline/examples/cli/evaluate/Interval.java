package dev.byline.examples.cli.evaluate;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The difference between two systems over the same questions, and how far chance could have it.
 *
 * @param mean the mean difference, above 0 where the first is better
 * @param low the lower end of the 95 % interval
 * @param high the upper end
 */
@JsonPropertyOrder({"mean", "low", "high"})
public record Interval(double mean, double low, double high) {
    private static final int RESAMPLES = 10_000;
    private static final double TAIL = 0.025;
    private static final long SEED = 20_000_101;

    /**
     * The paired bootstrap (Efron and Tibshirani 1993, percentile interval): the questions are drawn again, as many and
     * with replacement, ten thousand times; always the same draws, so that the same answers give the same interval.
     *
     * @param first what each question is worth with the first system, at least one question
     * @param second the same with the second, in the same order
     */
    public static Interval ofDifference(double[] first, double[] second) {
        int count = first.length;
        if (count == 0 || second.length != count) {
            throw new IllegalArgumentException("can't pair " + count + " questions with " + second.length);
        }
        double[] differences = new double[count];
        Arrays.setAll(differences, i -> first[i] - second[i]);
        SplittableRandom random = new SplittableRandom(SEED);
        double[] means = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            double sum = 0;
            for (int j = 0; j < count; j++) {
                sum += differences[random.nextInt(count)];
            }
            means[i] = sum / count;
        }
        Arrays.sort(means);
        int cut = (int) (TAIL * RESAMPLES);
        return new Interval(Arrays.stream(differences).sum() / count, means[cut], means[RESAMPLES - 1 - cut]);
    }
}
