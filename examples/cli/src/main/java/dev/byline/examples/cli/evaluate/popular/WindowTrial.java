package dev.byline.examples.cli.evaluate.popular;

import dev.byline.article.ArticleId;
import dev.byline.examples.cli.evaluate.TemporaryFolder;
import dev.byline.examples.cli.evaluate.popular.PopularReport.WindowFigures;
import dev.byline.ranking.popular.EngagementStore;
import dev.byline.ranking.popular.Measure;
import dev.byline.ranking.popular.PopularPolicy;
import dev.byline.ranking.popular.Tally;
import dev.byline.ranking.popular.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells Byline a trace as it happened, asks for the ten of each window now and then, and compares with the replay.
 */
final class WindowTrial {
    /** At how many moments Byline is asked. */
    static final int MOMENTS = 100;

    private static final int MOST_RUNS = 50;

    /** The windows that every site wants; null is all time. */
    private static final Map<String, @Nullable Duration> WINDOWS = windows();

    private final Trace trace;
    private final Replay replay;
    private final PopularPolicy policy;
    private final Map<ArticleId, Integer> numbers = new HashMap<>();

    private static Map<String, @Nullable Duration> windows() {
        Map<String, @Nullable Duration> windows = new LinkedHashMap<>();
        windows.put("last-hour", Duration.ofHours(1));
        windows.put("last-24-hours", Duration.ofDays(1));
        windows.put("last-7-days", Duration.ofDays(7));
        windows.put("last-30-days", Duration.ofDays(30));
        windows.put("all", null);
        return windows;
    }

    WindowTrial(Trace trace, Replay replay, PopularPolicy policy) {
        this.trace = trace;
        this.replay = replay;
        this.policy = policy;
        for (int i = 0; i < trace.items().size(); i++) {
            numbers.put(trace.items().get(i), i);
        }
    }

    /** The moments, each in the middle of a hundredth of the trace's time, in milliseconds since 1970. */
    static long[] moments(long first, long last) {
        long[] moments = new long[MOMENTS];
        Arrays.setAll(moments, i -> first + (long) ((last - first) * (i + .5) / MOMENTS));
        return moments;
    }

    /** How right each window is. */
    Map<String, WindowFigures> figures() {
        Map<String, List<double[]>> each = new LinkedHashMap<>();
        WINDOWS.keySet().forEach(name -> each.put(name, new ArrayList<>()));
        Telling telling = new Telling(trace, policy.counting());
        try (EngagementStore store = EngagementStore.inMemory(telling)) {
            for (long moment : moments(trace.first(), trace.last())) {
                telling.upTo(moment, store);
                for (Map.Entry<String, List<double[]>> one : each.entrySet()) {
                    one.getValue().add(compared(store, WINDOWS.get(one.getKey()), moment));
                }
            }
        }
        Map<String, WindowFigures> figures = new LinkedHashMap<>();
        each.forEach((name, all) -> figures.put(name, new WindowFigures(mean(all, 0), mean(all, 1))));
        return Collections.unmodifiableMap(figures);
    }

    /** The overlap, and how far the counts are off. */
    private double[] compared(EngagementStore store, @Nullable Duration length, long moment) {
        Instant at = Instant.ofEpochMilli(moment);
        Window window = length == null ? Window.all() : Window.last(length);
        // To the millisecond, and not to the minute as Byline's own.
        long after = length == null ? Long.MIN_VALUE : moment - length.toMillis();
        long[] exact = replay.counts(after, moment);
        int[] listed = store.most(Measure.VIEWS, window, at, Ten.SIZE).keySet().stream()
                .mapToInt(id -> numbers.getOrDefault(id, -1))
                .toArray();
        double[] scores = new double[exact.length];
        for (int i = 0; i < exact.length; i++) {
            scores[i] = exact[i];
        }
        int[] should = Ten.greatest(scores, item -> 0);
        List<ArticleId> ids = new ArrayList<>();
        for (int item : should) {
            ids.add(trace.items().get(item));
        }
        Map<ArticleId, Tally> tallies = store.tallies(ids, window, at);
        double off = 0;
        for (int item : should) {
            long counted =
                    tallies.getOrDefault(trace.items().get(item), Tally.NONE).by(Measure.VIEWS);
            off += (double) Math.abs(counted - exact[item]) / exact[item];
        }
        return new double[] {Ten.overlap(listed, exact), should.length == 0 ? 0 : off / should.length};
    }

    private static double mean(List<double[]> all, int column) {
        return all.stream().mapToDouble(each -> each[column]).average().orElse(0);
    }

    /** How many events Byline counts in a second, in a folder, with all that belongs to it and the last flush. */
    double eventsPerSecond(Duration warmUp) {
        long start = System.nanoTime();
        while (System.nanoTime() - start < warmUp.toNanos()) {
            run();
        }
        long nanos = 0;
        int runs = 0;
        while (runs == 0 || (runs < MOST_RUNS && nanos < Duration.ofSeconds(1).toNanos())) {
            nanos += run();
            runs++;
        }
        return trace.events().size()
                * (double) runs
                / nanos
                * Duration.ofSeconds(1).toNanos();
    }

    private long run() {
        // One that runs as on a site: with the trace's own a disk would confirm each second of it.
        long begun = System.nanoTime();
        InstantSource clock = () -> Instant.ofEpochMilli(trace.last()).plusNanos(System.nanoTime() - begun);
        try (TemporaryFolder folder = TemporaryFolder.create()) {
            EngagementStore store = EngagementStore.open(folder.path().resolve("counters"), clock);
            try (store) {
                long start = System.nanoTime();
                new Telling(trace, policy.counting()).all(store);
                store.flush();
                return System.nanoTime() - start;
            }
        }
    }
}
