package dev.byline.search.lucene;

import dev.byline.search.Suggestions.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A suggestion that may be made.
 *
 * @param step the step in which it comes
 * @param place 0 for a name that is just that, 1 for one that begins so, 2 for one of which a later word does, 3 for a
 *     headline
 * @param completion what the last word that was typed becomes
 * @param articles how many are behind it
 * @param headline the article, for a headline
 */
record Candidate(
        int step,
        int place,
        String completion,
        int articles,
        Kind kind,
        String key,
        String text,
        Behind.@Nullable Article headline) {
    private static final Comparator<Candidate> BEST_OF_COMPLETION = Comparator.comparingInt(Candidate::step)
            .thenComparingInt(Candidate::place)
            .thenComparing(Comparator.comparingInt(Candidate::articles).reversed())
            .thenComparing(Candidate::kind)
            .thenComparing(Candidate::text)
            .thenComparing(Candidate::completion)
            .thenComparing(Candidate::headline, Comparator.nullsFirst(Behind.NEWEST_FIRST))
            .thenComparing(Candidate::key);

    /**
     * A candidate among others.
     *
     * @param turn how many of its completion it follows, and itself
     * @param weight how many articles the completion has
     */
    private record Placed(int turn, int weight, Candidate candidate) {}

    private static final Comparator<Placed> BEST_FIRST = Comparator.<Placed>comparingInt(one -> one.candidate.step())
            .thenComparingInt(Placed::turn)
            .thenComparing(Comparator.comparingInt(Placed::weight).reversed())
            .thenComparing(Placed::candidate, BEST_OF_COMPLETION);

    /** The best: first one of each completion, then a second one, and so on. */
    static List<Candidate> spread(List<Candidate> found, int most) {
        List<Candidate> candidates = new ArrayList<>(found);
        candidates.sort(BEST_OF_COMPLETION);
        Map<String, Integer> before = new HashMap<>();
        Map<String, Integer> weights = new HashMap<>();
        Set<String> seen = new HashSet<>();
        List<Placed> placed = new ArrayList<>();
        for (Candidate candidate : candidates) {
            weights.merge(candidate.completion(), candidate.articles(), Math::max);
        }
        for (Candidate candidate : candidates) {
            if (seen.add(candidate.kind().name() + ' ' + candidate.key())) {
                int turn = before.merge(candidate.completion(), 1, Integer::sum);
                placed.add(new Placed(turn, weights.getOrDefault(candidate.completion(), 0), candidate));
            }
        }
        placed.sort(BEST_FIRST);
        return placed.stream().limit(most).map(Placed::candidate).toList();
    }
}
