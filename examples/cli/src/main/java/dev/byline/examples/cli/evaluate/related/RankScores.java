package dev.byline.examples.cli.evaluate.related;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * What one ranking is worth, each number 0 to 1, and the greater the better. A post is related if its gain is above 0;
 * posts that nobody judged are not.
 *
 * @param ndcg the gains of the first five, each divided by log2(rank + 1), over the most that five posts could have
 * @param reciprocalRank 1 over the rank of the first related post; 0 if there is none
 * @param recall which share of the related posts is among the first ten
 */
record RankScores(double ndcg, double reciprocalRank, double recall) {
    /** How far down {@code ndcg} looks: what a block of related posts shows. */
    static final int BLOCK = 5;

    /** How far down {@code recall} looks. */
    static final int PAGE = 10;

    /**
     * Scores a ranking.
     *
     * @param ranking numbers of posts, the best first, each once
     * @param gains of the judged posts, at least one of them above 0
     */
    static RankScores of(List<Integer> ranking, Map<Integer, Double> gains) {
        double gained = 0;
        double reciprocalRank = 0;
        int onPage = 0;
        for (int i = 0; i < ranking.size(); i++) {
            double gain = gains.getOrDefault(ranking.get(i), 0.0);
            if (gain > 0) {
                reciprocalRank = reciprocalRank == 0 ? 1 / (i + 1.0) : reciprocalRank;
                gained += i < BLOCK ? gain / discount(i) : 0;
                onPage += i < PAGE ? 1 : 0;
            }
        }
        List<Double> best = gains.values().stream()
                .filter(gain -> gain > 0)
                .sorted(Comparator.reverseOrder())
                .toList();
        if (best.isEmpty()) {
            throw new IllegalArgumentException("no post is related");
        }
        double most = 0;
        for (int i = 0; i < Math.min(BLOCK, best.size()); i++) {
            most += best.get(i) / discount(i);
        }
        return new RankScores(gained / most, reciprocalRank, (double) onPage / best.size());
    }

    private static double discount(int index) {
        return Math.log(index + 2.0) / Math.log(2);
    }

    /**
     * The area under the ROC curve: how often, of a related post and one that is not, the related one has the greater
     * score, an equal one counting half. Null where either kind is missing.
     *
     * @param gains of the judged posts
     */
    static @Nullable Double auc(Map<Integer, Double> gains, ToDoubleFunction<Integer> score) {
        Set<Integer> related = new HashSet<>();
        Set<Integer> others = new HashSet<>();
        gains.forEach((post, gain) -> (gain > 0 ? related : others).add(post));
        if (related.isEmpty() || others.isEmpty()) {
            return null;
        }
        long halves = 0;
        for (Integer post : related) {
            double own = score.applyAsDouble(post);
            for (Integer other : others) {
                halves += 1 + (int) Math.signum(Double.compare(own, score.applyAsDouble(other)));
            }
        }
        return halves / (2.0 * related.size() * others.size());
    }
}
