package dev.byline.ranking.popular;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.article.ArticleId;
import dev.byline.testkit.MovableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hundred million events in 220 days: memory and disk stay flat, and nothing is lost. */
class RecordingSoak {
    private static final long EVENTS = Long.getLong("byline.events", 100_000_000L);
    private static final int DAYS = 220;
    private static final int ARTICLES = 10_000;
    private static final int CHOICES = 1 << 20;
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    private Path folder;

    private record Sample(int day, long heap, long disk) {}

    @Test
    void memoryAndDiskStayFlat() throws IOException {
        Engagement[] choices = choices();
        MovableClock clock = MovableClock.at(BEGIN);
        List<Sample> samples = new ArrayList<>();
        long perDay = EVENTS / DAYS;
        long started = System.nanoTime();
        long counted = 0;
        try (EngagementStore store = EngagementStore.open(folder, clock)) {
            for (int day = 0; day < DAYS; day++) {
                Instant midnight = BEGIN.plus(Duration.ofDays(day));
                Instant at = midnight;
                for (long i = 0; i < perDay; i++) {
                    if ((i & 0xFF) == 0) {
                        at = midnight.plusMillis(86_400_000L * i / perDay);
                        clock.set(at);
                    }
                    Engagement choice = choices[(int) ((i * 31 + day * 7919L) & (CHOICES - 1))];
                    store.record(Engagement.view(choice.article(), choice.visitor(), at), CountingPolicy.defaults());
                    counted++;
                }
                if (day % 10 == 9) {
                    store.flush();
                    samples.add(new Sample(day + 1, heap(), disk()));
                    System.out.println(samples.get(samples.size() - 1));
                }
            }
        }
        System.out.printf("%d events in %d s%n", counted, (System.nanoTime() - started) / 1_000_000_000);
        started = System.nanoTime();
        try (EngagementStore store = EngagementStore.open(folder, clock)) {
            System.out.printf("opened in %d ms%n", (System.nanoTime() - started) / 1_000_000);
            long all = 0;
            for (Tally tally : store.most(Measure.VIEWS, Window.all(), clock.instant(), ARTICLES)
                    .values()) {
                all += tally.counted().views() + tally.apart().repeats();
            }
            assertThat(all).isEqualTo(counted);
        }
        CountersCheck check = EngagementStore.check(folder, clock);
        assertThat(check.sound()).as(check.toString()).isTrue();
        Sample middle = samples.get(9);
        for (Sample later : samples.subList(10, samples.size())) {
            // Minutes and hours go by now; of days, some bytes for each article stay.
            assertThat(later.heap - middle.heap).as("heap at day " + later.day).isLessThan(24L << 20);
            assertThat(later.disk).as("disk at day " + later.day).isLessThan(2 * middle.disk + (40L << 20));
        }
    }

    /** Articles as by Zipf's law with exponent 1, every second view with a visitor. */
    private static Engagement[] choices() {
        Random random = new Random(3);
        double[] sums = new double[ARTICLES];
        double sum = 0;
        for (int i = 0; i < ARTICLES; i++) {
            sum += 1.0 / (i + 1);
            sums[i] = sum;
        }
        Engagement[] choices = new Engagement[CHOICES];
        for (int i = 0; i < CHOICES; i++) {
            int place = Arrays.binarySearch(sums, random.nextDouble() * sum);
            ArticleId article =
                    ArticleId.of("2026/01/article-" + Math.min(ARTICLES - 1, place < 0 ? -place - 1 : place));
            choices[i] = Engagement.view(article, i % 2 == 0 ? "" : "v" + random.nextInt(50_000), BEGIN);
        }
        return choices;
    }

    private static long heap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private long disk() throws IOException {
        long sum = 0;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                sum += Files.exists(file) ? Files.size(file) : 0;
            }
        }
        return sum;
    }
}
