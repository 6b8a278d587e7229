package dev.byline.ranking.popular;

import dev.byline.article.ArticleId;
import dev.byline.ranking.counting.Cells;
import dev.byline.ranking.counting.Column;
import dev.byline.ranking.counting.Keys;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * What counters take: bytes of a day on disk, heap of articles, files, and the time to open them.
 *
 * <p>{@code java -cp target/benchmarks.jar dev.byline.ranking.popular.CountersSpace DAYS EVENTS-A-DAY}: of 100,000 articles, 5,000
 * are read each day, as by Zipf's law with exponent 1, and each day a twentieth of them gives way to others.
 */
public final class CountersSpace {
    private static final int ARTICLES = 100_000;
    private static final int ACTIVE = 5_000;
    private static final int CHOICES = 1 << 22;
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    private static final Window[] WINDOWS = {
        Window.last(Duration.ofHours(1)),
        Window.last(Duration.ofDays(1)),
        Window.last(Duration.ofDays(7)),
        Window.last(Duration.ofDays(30))
    };

    private CountersSpace() {}

    /** Measures and prints. */
    public static void main(String[] args) throws IOException {
        int days = Integer.parseInt(args[0]);
        int perDay = Integer.parseInt(args[1]);
        daysOnDisk();
        ArticleId[] ids = new ArticleId[ARTICLES];
        Arrays.setAll(ids, i -> ArticleId.of("2026/01/article-" + i));
        Path folder = Files.createTempDirectory("byline-space");
        try {
            cold(folder.resolve("cold"), ids);
            active(folder.resolve("active"), ids, days, perDay);
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static double[] zipf(int articles) {
        double[] sums = new double[articles];
        double sum = 0;
        for (int i = 0; i < articles; i++) {
            sum += 1.0 / (i + 1);
            sums[i] = sum;
        }
        return sums;
    }

    private static int draw(double[] sums, Random random) {
        int place = Arrays.binarySearch(sums, random.nextDouble() * sums[sums.length - 1]);
        return Math.min(sums.length - 1, place < 0 ? -place - 1 : place);
    }

    private static void daysOnDisk() {
        double[] sums = zipf(ARTICLES);
        Random random = new Random(1);
        for (int perDay : new int[] {100_000, 1_000_000, 10_000_000}) {
            Cells cells = new Cells();
            for (int i = 0; i < perDay; i++) {
                // Numbered by first appearance, which has little to do with how much one is read.
                cells.add(Keys.of(Series.VIEWS, (int) (draw(sums, random) * 48_271L % ARTICLES)), 1);
            }
            int bytes = Column.of(cells).bytes().length;
            System.out.printf(
                    "a day of %,d events over %,d articles: %,d bytes, %.2f for each of the %,d that were read%n",
                    perDay, ARTICLES, bytes, (double) bytes / cells.size(), cells.size());
        }
    }

    private static void cold(Path folder, ArticleId[] ids) {
        AtomicReference<Instant> clock = new AtomicReference<>(BEGIN);
        long before = heap();
        try (EngagementStore store = EngagementStore.open(folder, clock::get)) {
            for (ArticleId id : ids) {
                store.record(Engagement.view(id, "", BEGIN), CountingPolicy.everything());
            }
            // A hundred days later, when hours are gone and another was read.
            clock.set(BEGIN.plus(Duration.ofDays(100)));
            store.record(Engagement.view(ids[0], "", Objects.requireNonNull(clock.get())), CountingPolicy.everything());
            store.flush();
            System.out.printf("a cold article: %.0f bytes of heap%n", (double) (heap() - before) / ids.length);
        }
    }

    private static void active(Path folder, ArticleId[] ids, int days, int perDay) throws IOException {
        int[] choices = new int[CHOICES];
        double[] sums = zipf(ACTIVE);
        Random random = new Random(2);
        Arrays.setAll(choices, i -> draw(sums, random));
        AtomicReference<Instant> clock = new AtomicReference<>(BEGIN);
        long before = heap();
        long started = System.nanoTime();
        try (EngagementStore store = EngagementStore.open(folder, clock::get)) {
            for (ArticleId id : ids) {
                store.record(Engagement.view(id, "", BEGIN), CountingPolicy.everything());
            }
            for (int day = 0; day < days; day++) {
                Instant at = BEGIN;
                for (int i = 0; i < perDay; i++) {
                    if ((i & 0x3F) == 0) {
                        at = BEGIN.plusMillis(86_400_000L * day + 86_400_000L * i / perDay);
                        clock.set(at);
                    }
                    int article = (choices[(i + day * 7919) & (CHOICES - 1)] + day * (ACTIVE / 20)) % ARTICLES;
                    store.record(Engagement.view(ids[article], "", at), CountingPolicy.everything());
                }
                for (Window window : WINDOWS) {
                    store.most(Measure.VIEWS, window, Objects.requireNonNull(clock.get()), 10);
                }
                store.flush();
                // As in a host that collects all its garbage once a day: a snapshot stays mapped until then.
                long heap = heap() - before;
                if (day % 4 == 3 || day == days - 1) {
                    System.out.printf(
                            "day %d: %,d bytes of heap, %,d of files, %d s%n",
                            day + 1, heap, size(folder), (System.nanoTime() - started) / 1_000_000_000);
                }
            }
        }
        for (int i = 0; i < 3; i++) {
            started = System.nanoTime();
            EngagementStore store = EngagementStore.open(folder, clock::get);
            System.out.printf("opened in %d ms%n", (System.nanoTime() - started) / 1_000_000);
            System.out.printf("%,d bytes of heap after opening%n", heap() - before);
            store.close();
        }
        // Counted before and after.
        Reference.reachabilityFence(choices);
        Reference.reachabilityFence(ids);
    }

    /** The bytes of all objects that somebody holds, as {@code jcmd GC.class_histogram} tells. */
    private static long heap() {
        try {
            Object told = ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("com.sun.management:type=DiagnosticCommand"),
                            "gcClassHistogram",
                            new Object[] {new String[0]},
                            new String[] {String[].class.getName()});
            String[] lines = String.valueOf(told).strip().split("\n", -1);
            String[] total = lines[lines.length - 1].strip().split(" +", -1);
            return Long.parseLong(total[total.length - 1]);
        } catch (JMException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static long size(Path folder) throws IOException {
        long sum = 0;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                sum += Files.size(file);
            }
        }
        return sum;
    }
}
