package dev.byline.examples.cli.evaluate.related;

import dev.byline.examples.cli.evaluate.Percentile;
import dev.byline.examples.cli.evaluate.TemporaryFolder;
import dev.byline.examples.cli.evaluate.related.Judgements.Query;
import dev.byline.examples.cli.evaluate.related.Pairs.Pair;
import dev.byline.examples.cli.evaluate.related.RelatedReport.Figures;
import dev.byline.examples.cli.evaluate.related.RelatedSystem.Answer;
import dev.byline.examples.cli.evaluate.related.RelatedSystem.Scope;
import dev.byline.examples.cli.evaluate.related.RelatedSystem.Scored;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One system, given all posts and asked for all lists. */
final class RelatedTrial {
    /** How far down the first related post is looked for. */
    private static final int DEPTH = 200;

    private static final double NANOS_PER_MILLI = 1e6;

    private final Posts posts;
    private final Judgements judgements;
    private final List<Pair> pairs;
    private final boolean pastOnly;
    private final Duration warmUp;
    private final Copies copies;

    /**
     * What came of it.
     *
     * @param figures the numbers
     * @param each by measure what they are the means of: of each query, post or list, in order
     * @param scores of the pairs, in order
     */
    @SuppressWarnings("ArrayRecordComponent") // passed on once, within the package
    record Outcome(Figures figures, Map<String, double[]> each, double[] scores) {}

    RelatedTrial(Posts posts, Judgements judgements, List<Pair> pairs, boolean pastOnly, Duration warmUp) {
        this.posts = posts;
        this.judgements = judgements;
        this.pairs = pairs;
        this.pastOnly = pastOnly;
        this.warmUp = warmUp;
        this.copies = new Copies(posts);
    }

    Outcome of(RelatedSystem.Opener opener) {
        warmUp(opener);
        try (TemporaryFolder folder = TemporaryFolder.create();
                RelatedSystem system = opener.open(folder.path())) {
            // First, so that no list has been asked for before it is timed.
            double[] millis = new double[posts.count()];
            TopLists lists = TopLists.of(lists(system, millis), copies);
            List<RankScores> measures = new ArrayList<>();
            List<Double> areas = new ArrayList<>();
            for (Query query : judgements.queries()) {
                score(system, query, measures, areas);
            }
            Map<String, double[]> each = new LinkedHashMap<>();
            each.put(
                    RelatedReport.NDCG,
                    measures.stream().mapToDouble(RankScores::ndcg).toArray());
            each.put(
                    RelatedReport.MRR,
                    measures.stream().mapToDouble(RankScores::reciprocalRank).toArray());
            each.put(
                    RelatedReport.RECALL,
                    measures.stream().mapToDouble(RankScores::recall).toArray());
            if (!areas.isEmpty()) {
                each.put(
                        RelatedReport.AUC,
                        areas.stream().mapToDouble(Double::doubleValue).toArray());
            }
            each.put(RelatedReport.NEVER_LISTED, lists.never());
            double[] young = posts.young().stream()
                    .mapToDouble(post -> lists.never()[post.number()])
                    .toArray();
            if (young.length > 0) {
                each.put(RelatedReport.NEVER_LISTED_YOUNG, young);
            }
            each.put(RelatedReport.COPIES, lists.copies());
            each.put(RelatedReport.TIES, lists.ties());
            double[] scores =
                    pairs.stream().mapToDouble(pair -> score(system, pair)).toArray();
            double[] human = pairs.stream().mapToDouble(Pair::human).toArray();
            Figures figures = new Figures(
                    mean(each, RelatedReport.NDCG),
                    mean(each, RelatedReport.MRR),
                    mean(each, RelatedReport.RECALL),
                    areas.isEmpty() ? null : mean(each, RelatedReport.AUC),
                    mean(each, RelatedReport.NEVER_LISTED),
                    young.length == 0 ? null : mean(each, RelatedReport.NEVER_LISTED_YOUNG),
                    lists.mostListed(),
                    mean(each, RelatedReport.COPIES),
                    mean(each, RelatedReport.TIES),
                    Percentile.of(millis, 0.50),
                    Percentile.of(millis, 0.99),
                    pairs.isEmpty() ? null : Pairs.pearson(scores, human));
            return new Outcome(figures, Collections.unmodifiableMap(each), scores);
        }
    }

    // Of a system that is thrown away, so that nothing is remembered of what was asked.
    private void warmUp(RelatedSystem.Opener opener) {
        if (warmUp.isZero()) {
            return;
        }
        try (TemporaryFolder folder = TemporaryFolder.create();
                RelatedSystem system = opener.open(folder.path())) {
            long until = System.nanoTime() + warmUp.toNanos();
            for (int next = 0; System.nanoTime() < until; next = (next + 1) % posts.count()) {
                system.ask(posts.get(next), new Scope(pastOnly, null), TopLists.DEEP);
            }
        }
    }

    private List<List<Scored>> lists(RelatedSystem system, double[] millis) {
        Scope scope = new Scope(pastOnly, null);
        List<List<Scored>> lists = new ArrayList<>(posts.count());
        for (Post post : posts.all()) {
            long start = System.nanoTime();
            Answer answer = system.ask(post, scope, TopLists.DEEP);
            millis[post.number()] = (System.nanoTime() - start) / NANOS_PER_MILLI;
            lists.add(answer.ranked());
        }
        return lists;
    }

    private void score(RelatedSystem system, Query query, List<RankScores> measures, List<Double> areas) {
        Map<Integer, Double> gains = query.gains();
        if (!query.answerable()) {
            return;
        }
        if (!judgements.graded()) {
            measures.add(ofAll(system, query));
            return;
        }
        Answer answer = system.ask(query.post(), new Scope(pastOnly, gains.keySet()), gains.size());
        List<Integer> ranking = new ArrayList<>(numbers(answer));
        complete(ranking, gains.keySet(), answer.suppressed());
        measures.add(RankScores.of(ranking, gains));
        Double area = area(answer, gains);
        if (area != null) {
            areas.add(area);
        }
    }

    // A list as long as it is scored: a longer one may begin otherwise, since more posts were weighed for it.
    private RankScores ofAll(RelatedSystem system, Query query) {
        Scope scope = new Scope(pastOnly, null);
        RankScores page = RankScores.of(numbers(system.ask(query.post(), scope, RankScores.PAGE)), query.gains());
        if (page.reciprocalRank() > 0) {
            return page;
        }
        RankScores deep = RankScores.of(numbers(system.ask(query.post(), scope, DEPTH)), query.gains());
        // Whatever the longer list says, it was not on the page.
        return new RankScores(page.ndcg(), Math.min(deep.reciprocalRank(), 1.0 / (RankScores.PAGE + 1)), page.recall());
    }

    private static List<Integer> numbers(Answer answer) {
        return answer.ranked().stream().map(Scored::post).toList();
    }

    /** Behind those that have a score come those that have none, and behind these what was suppressed. */
    private void complete(List<Integer> ranking, Set<Integer> pool, Set<Integer> suppressed) {
        Set<Integer> rest = new TreeSet<>(pool);
        ranking.forEach(rest::remove);
        rest.removeAll(suppressed);
        ranking.addAll(newestFirst(rest));
        ranking.addAll(newestFirst(suppressed));
    }

    private List<Integer> newestFirst(Collection<Integer> some) {
        return some.stream().sorted(posts.newestFirst()).toList();
    }

    private static @Nullable Double area(Answer answer, Map<Integer, Double> gains) {
        Map<Integer, Double> scores = new HashMap<>();
        answer.suppressed().forEach(post -> scores.put(post, -1.0));
        answer.ranked().forEach(one -> scores.put(one.post(), one.score()));
        return RankScores.auc(gains, post -> scores.getOrDefault(post, 0.0));
    }

    private static double score(RelatedSystem system, Pair pair) {
        return (score(system, pair.first(), pair.second()) + score(system, pair.second(), pair.first())) / 2;
    }

    // A list that leaves out a copy still says that there is nothing more alike.
    private static double score(RelatedSystem system, Post one, Post other) {
        Answer answer = system.ask(one, new Scope(false, Set.of(other.number())), 1);
        if (!answer.suppressed().isEmpty()) {
            return 1;
        }
        return answer.ranked().isEmpty() ? 0 : answer.ranked().get(0).score();
    }

    private static double mean(Map<String, double[]> each, String measure) {
        return Arrays.stream(each.getOrDefault(measure, new double[0]))
                .average()
                .orElseThrow();
    }
}
