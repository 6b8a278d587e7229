package dev.byline.examples.cli.evaluate;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What one ranked answer is worth, as trec_eval counts it: each number is 0 to 1, and the greater the better.
 *
 * <p>A document answers if its gain is above 0. Judged documents that were not found count for what could have been
 * reached, whether or not the collection holds them; documents that nobody judged don't answer.
 *
 * @param averagePrecision the mean, over all documents that answer, of the precision down to each; 0 for one not found
 * @param ndcg the gains of the first ten, each divided by log2(rank + 1), over the most that ten documents could have
 * @param precision how many of the first ten answer, over ten, however few were found
 * @param reciprocalRank 1 over the rank of the first that answers; 0 if none was found
 */
record Measures(double averagePrecision, double ndcg, double precision, double reciprocalRank) {
    /** How far down {@code ndcg} and {@code precision} look. */
    static final int TOP = 10;

    /**
     * Scores an answer.
     *
     * @param ranking ids, the best first, each once
     * @param gains of the judged documents, at least one of them above 0
     */
    static Measures of(List<String> ranking, Map<String, Double> gains) {
        double precisions = 0;
        double reciprocalRank = 0;
        double gained = 0;
        int answers = 0;
        int answersOnTop = 0;
        for (int i = 0; i < ranking.size(); i++) {
            double gain = gains.getOrDefault(ranking.get(i), 0.0);
            if (gain > 0) {
                answers++;
                precisions += answers / (i + 1.0);
                reciprocalRank = answers == 1 ? 1 / (i + 1.0) : reciprocalRank;
                if (i < TOP) {
                    answersOnTop++;
                    gained += gain / discount(i);
                }
            }
        }
        List<Double> best = gains.values().stream()
                .filter(gain -> gain > 0)
                .sorted(Comparator.reverseOrder())
                .toList();
        if (best.isEmpty()) {
            throw new IllegalArgumentException("no document answers");
        }
        double most = 0;
        for (int i = 0; i < Math.min(TOP, best.size()); i++) {
            most += best.get(i) / discount(i);
        }
        return new Measures(precisions / best.size(), gained / most, (double) answersOnTop / TOP, reciprocalRank);
    }

    private static double discount(int index) {
        return Math.log(index + 2.0) / Math.log(2);
    }
}
