package dev.byline.examples.cli.evaluate;

import dev.byline.examples.cli.evaluate.Questions.Query;
import dev.byline.examples.cli.evaluate.SearchReport.Figures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One system, given all documents and asked all questions. */
final class Trial {
    /** How deep answers are scored. */
    static final int DEPTH = 1_000;

    private static final int TIMES = 5;
    private static final double NANOS_PER_MILLI = 1e6;

    private final Documents documents;
    private final List<Query> queries;
    private final Duration warmUp;

    /**
     * What came of it.
     *
     * @param averagePrecision of each question that can be answered, in order
     * @param ndcg of each question that can be answered, in order
     */
    @SuppressWarnings("ArrayRecordComponent") // passed on once, within the package
    record Outcome(Figures figures, double[] averagePrecision, double[] ndcg) {}

    Trial(Documents documents, List<Query> queries, Duration warmUp) {
        this.documents = documents;
        this.queries = queries;
        this.warmUp = warmUp;
    }

    Outcome of(SearchSystem.Opener opener, @Nullable String analyzer) throws BadInput {
        warmIndexing(opener);
        try (TemporaryFolder folder = TemporaryFolder.create();
                SearchSystem system = opener.open(folder.path())) {
            double articlesPerSecond = documents.count() / (index(system, Long.MAX_VALUE) / 1e9);
            List<Measures> measures = new ArrayList<>();
            int nothing = 0;
            for (Query query : queries) {
                List<String> found = system.find(query.text(), DEPTH, relevant(query));
                nothing += found.isEmpty() ? 1 : 0;
                if (query.answerable()) {
                    measures.add(Measures.of(found, query.gains()));
                }
            }
            double[] millis = millis(system);
            double[] averagePrecision = each(measures, Measures::averagePrecision);
            double[] ndcg = each(measures, Measures::ndcg);
            Figures figures = new Figures(
                    analyzer,
                    mean(averagePrecision),
                    mean(ndcg),
                    mean(each(measures, Measures::precision)),
                    mean(each(measures, Measures::reciprocalRank)),
                    (double) nothing / queries.size(),
                    articlesPerSecond,
                    Percentile.of(millis, 0.50),
                    Percentile.of(millis, 0.99));
            return new Outcome(figures, averagePrecision, ndcg);
        }
    }

    private static Set<String> relevant(Query query) {
        return query.gains().entrySet().stream()
                .filter(judged -> judged.getValue() > 0)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    // Into an index that is thrown away, again and again, until the time is up.
    private void warmIndexing(SearchSystem.Opener opener) throws BadInput {
        long until = System.nanoTime() + warmUp.toNanos();
        while (System.nanoTime() < until) {
            try (TemporaryFolder folder = TemporaryFolder.create();
                    SearchSystem system = opener.open(folder.path())) {
                index(system, until);
            }
        }
    }

    /** Puts and commits the documents, and gives the nanoseconds that it took; reading them is not counted. */
    private long index(SearchSystem system, long until) throws BadInput {
        long[] nanos = {0};
        documents.batches(batch -> {
            SearchSystem.Batch ready = system.ready(batch);
            long start = System.nanoTime();
            ready.put();
            nanos[0] += System.nanoTime() - start;
            return System.nanoTime() < until;
        });
        long start = System.nanoTime();
        system.commit();
        return nanos[0] + System.nanoTime() - start;
    }

    /** How long each query takes, the median of several times, after all were asked until the warm-up's time was up. */
    private double[] millis(SearchSystem system) {
        long until = System.nanoTime() + warmUp.toNanos();
        int next = 0;
        while (System.nanoTime() < until) {
            system.find(queries.get(next++ % queries.size()).text(), Measures.TOP);
        }
        double[][] times = new double[queries.size()][TIMES];
        // Round by round, so that no answer is timed straight after the same one.
        for (int round = 0; round < TIMES; round++) {
            for (int i = 0; i < times.length; i++) {
                long start = System.nanoTime();
                system.find(queries.get(i).text(), Measures.TOP);
                times[i][round] = (System.nanoTime() - start) / NANOS_PER_MILLI;
            }
        }
        return Arrays.stream(times)
                .mapToDouble(each -> Percentile.of(each, 0.5))
                .toArray();
    }

    private static double[] each(List<Measures> measures, ToDoubleFunction<Measures> one) {
        return measures.stream().mapToDouble(one).toArray();
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }
}
