package dev.byline.examples.benchmarks;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.byline.article.ArticleId;
import dev.byline.ranking.popular.CountingPolicy;
import dev.byline.ranking.popular.Engagement;
import dev.byline.ranking.popular.EngagementStore;
import dev.byline.ranking.popular.EngagementStore.Outcome;
import dev.byline.ranking.popular.Measure;
import dev.byline.ranking.popular.StallingDisk;
import dev.byline.ranking.popular.Tally;
import dev.byline.ranking.popular.Window;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What it takes to count an event: in memory, and with repeats told and a journal that the disk confirms ten times a second;
 * beside a map of adders and Caffeine's counts, which know no time, and {@link RedisBenchmark} in the same run. Readers choose articles as by Zipf's law with exponent 1, and
 * time passes at a million events a minute.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(value = 1, jvmArgs = "-Xmx4g")
public class EngagementBenchmark {
    private static final CountingPolicy POLICY = CountingPolicy.defaults();
    private static final Instant BEGIN = ZipfViews.BEGIN;
    private static final int EVENTS = ZipfViews.EVENTS;

    /** The events, and the counters of their time. */
    @State(Scope.Benchmark)
    public static class Counters {
        /** How many articles there are. */
        @Param({"10000", "100000"})
        public int articles;

        private Engagement[] views = {};
        private Engagement[] visits = {};
        private final ConcurrentHashMap<ArticleId, LongAdder> adders = new ConcurrentHashMap<>();
        private final Cache<ArticleId, Long> cache = Caffeine.newBuilder().build();
        private @Nullable EngagementStore memory;
        private @Nullable EngagementStore journalled;
        private @Nullable EngagementStore stalling;
        private @Nullable Path folder;

        /** Makes events and opens stores. */
        @Setup(Level.Trial)
        public void open() throws IOException {
            ZipfViews made = new ZipfViews(articles);
            views = made.views;
            visits = made.visits;
            folder = Files.createTempDirectory("byline-engagement");
            memory = EngagementStore.inMemory(() -> BEGIN);
            journalled = EngagementStore.open(folder.resolve("journalled"), () -> BEGIN);
            stalling = StallingDisk.open(folder.resolve("stalling"), () -> BEGIN);
        }

        /** Closes and deletes. */
        @TearDown(Level.Trial)
        public void close() throws IOException {
            Objects.requireNonNull(memory).close();
            Objects.requireNonNull(journalled).close();
            Objects.requireNonNull(stalling).close();
            try (Stream<Path> files = Files.walk(Objects.requireNonNull(folder))) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** Where a thread is among the events. */
    @State(Scope.Thread)
    public static class Place {
        private int next = new Random().nextInt(EVENTS);

        int next() {
            next = (next + 1) & (EVENTS - 1);
            return next;
        }
    }

    /** Into all windows, in memory. */
    @Benchmark
    public Outcome count(Counters counters, Place place) {
        return Objects.requireNonNull(counters.memory).record(counters.views[place.next()], POLICY);
    }

    /** The same by two threads. */
    @Benchmark
    @Threads(2)
    public Outcome countByTwo(Counters counters, Place place) {
        return Objects.requireNonNull(counters.memory).record(counters.views[place.next()], POLICY);
    }

    /** Into all windows with a journal, repeats not told. */
    @Benchmark
    public Outcome countDurably(Counters counters, Place place) {
        return Objects.requireNonNull(counters.journalled).record(counters.views[place.next()], POLICY);
    }

    /** With repeats told by a keyed hash, and a journal. */
    @Benchmark
    public Outcome countVisitsDurably(Counters counters, Place place) {
        return Objects.requireNonNull(counters.journalled).record(counters.visits[place.next()], POLICY);
    }

    /** As {@link #countVisitsDurably}, call by call, on a disk that takes half a second to confirm anything. */
    @Benchmark
    @BenchmarkMode(Mode.SampleTime)
    @OutputTimeUnit(TimeUnit.MICROSECONDS)
    public Outcome countVisitsWhileTheDiskStalls(Counters counters, Place place) {
        return Objects.requireNonNull(counters.stalling).record(counters.visits[place.next()], POLICY);
    }

    /** A total of all time, in a map of adders. */
    @Benchmark
    public void mapOfAdders(Counters counters, Place place) {
        counters.adders
                .computeIfAbsent(counters.views[place.next()].article(), any -> new LongAdder())
                .increment();
    }

    /** A total of all time, in a cache. */
    @Benchmark
    public @Nullable Long cache(Counters counters, Place place) {
        return counters.cache.asMap().merge(counters.views[place.next()].article(), 1L, Long::sum);
    }

    /** Counters that know thirty days, to be asked. */
    @State(Scope.Benchmark)
    public static class History {
        /** How many articles there are. */
        @Param({"10000", "100000"})
        public int articles;

        private final EngagementStore store = EngagementStore.inMemory(() -> BEGIN);
        private final Random random = new Random(5);

        /** Counts. */
        @Setup(Level.Trial)
        public void count() {
            for (int i = 0; i < 10_000_000; i++) {
                // Old articles are read less, and all of them now and then.
                double share = random.nextDouble();
                ArticleId id = ArticleId.of("2026/11/article-" + (int) (articles * share * share * share));
                store.record(Engagement.view(id, "", BEGIN.minusSeconds(random.nextInt(30 * 86_400))), POLICY);
            }
        }
    }

    /** The ten most read of the last day. */
    @Benchmark
    @BenchmarkMode(Mode.SampleTime)
    @OutputTimeUnit(TimeUnit.MICROSECONDS)
    public Map<ArticleId, Tally> topOfADay(History history) {
        return history.store.most(Measure.VIEWS, Window.last(Duration.ofHours(24)), BEGIN, 10);
    }

    /** The ten most read between any two minutes. */
    @Benchmark
    @BenchmarkMode(Mode.SampleTime)
    @OutputTimeUnit(TimeUnit.MICROSECONDS)
    public Map<ArticleId, Tally> topOfAnyTime(History history) {
        Instant end = BEGIN.minusSeconds(history.random.nextInt(10 * 86_400));
        Window window = Window.last(Duration.ofMinutes(1 + history.random.nextInt(20 * 1440)));
        return history.store.most(Measure.VIEWS, window, end, 10);
    }
}
