package dev.byline.ranking.popular;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.article.ArticleId;
import dev.byline.ranking.RankingException;
import dev.byline.ranking.journal.Disk;
import dev.byline.ranking.journal.Journal;
import dev.byline.ranking.popular.EngagementStore.Outcome;
import dev.byline.testkit.MovableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What was called counted is there at the next opening, and what was not is not, whatever ended the counters. */
class ClosingTest {
    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");
    private static final ArticleId A = ArticleId.of("a");
    private static final Journal.Limits EACH = Journal.Limits.USUAL.interval(Duration.ZERO);
    private static final CountingPolicy VISITORS = CountingPolicy.defaults().visitors(true);

    private final MovableClock clock = MovableClock.at(NOON.plus(Duration.ofMinutes(20)));

    @TempDir
    private Path folder;

    @Test
    @Timeout(120)
    void whatIsRecordedBesideTheClosingCountsIfItIsCalledCounted() throws Exception {
        for (Journal.Limits limits :
                List.of(Journal.Limits.USUAL, Journal.Limits.USUAL.interval(Duration.ofNanos(1)), EACH)) {
            for (int round = 0; round < 10; round++) {
                Path own = folder.resolve(limits.interval() + "-" + round);
                closeBesideRecording(own, limits, round, false);
            }
        }
    }

    @Test
    @Timeout(120)
    void alsoWhereTheDiskHasRoomForTheLastWriteAlone() throws Exception {
        for (int round = 0; round < 24; round++) {
            Journal.Limits limits = round % 4 == 0 ? EACH : Journal.Limits.USUAL.interval(Duration.ofNanos(1));
            closeBesideRecording(folder.resolve("refused-" + round), limits, round % 10, true);
        }
    }

    private void closeBesideRecording(Path own, Journal.Limits limits, int round, boolean refused) throws Exception {
        FullDisk disk = new FullDisk();
        disk.ignoreSyncs(true);
        EngagementStore store = EmbeddedEngagementStore.open(own, clock, disk, limits);
        AtomicLong views = new AtomicLong();
        AtomicLong comments = new AtomicLong();
        AtomicLong balances = new AtomicLong();
        AtomicLong started = new AtomicLong();
        AtomicBoolean failed = new AtomicBoolean();
        List<Thread> threads = new ArrayList<>();
        for (int number = 0; number < 3; number++) {
            int thread = number;
            threads.add(new Thread(() -> {
                for (int i = 0; ; i++) {
                    String visitor = thread + "-" + i;
                    int balance = i + 1;
                    BooleanSupplier event = switch (thread) {
                        case 0 ->
                            () -> {
                                store.record(Engagement.view(A, visitor, NOON), VISITORS);
                                return views.incrementAndGet() > 0;
                            };
                        case 1 ->
                            () -> {
                                store.record(Engagement.comment(A, NOON), VISITORS);
                                return comments.incrementAndGet() > 0;
                            };
                        default ->
                            () -> {
                                store.balance(A, NOON.plusSeconds(balance), Counts.of(balance, Map.of()));
                                balances.set(balance);
                                return true;
                            };
                    };
                    try {
                        failed.compareAndSet(false, !event.getAsBoolean());
                    } catch (RankingException told) {
                        failed.compareAndSet(false, !refused);
                    } catch (IllegalStateException closed) {
                        return;
                    }
                    started.incrementAndGet();
                }
            }));
        }
        threads.forEach(Thread::start);
        spinUntil(() -> started.get() > 50 + 7L * round);
        Thread closing = new Thread(store::close);
        if (refused) {
            disk.watch(name -> {
                if (closing.getState() == Thread.State.WAITING) {
                    throw new IOException("No space left on device");
                }
            });
        }
        closing.start();
        closing.join();
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(failed).isFalse();
        try (EngagementStore left = EmbeddedEngagementStore.open(own, clock, disk, limits)) {
            // A second for each balance, however many there were.
            Tally tally = left.tallies(List.of(A), Window.all(), NOON.plus(Duration.ofDays(10_000)))
                    .getOrDefault(A, Tally.NONE);
            assertThat(tally.counted().views()).isEqualTo(views.get());
            assertThat(tally.counted().visitors()).isEqualTo(views.get());
            assertThat(tally.counted().comments()).isEqualTo(comments.get());
            if (!refused) {
                assertThat(tally.opening().views()).isEqualTo(balances.get());
            }
        }
    }

    private static void spinUntil(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }

    /** Fails at random, and after each event the process could have died: what it left is opened in another place. */
    @Test
    void whatIsNotCalledCountedIsNotThereShouldTheProcessDie() throws IOException {
        int refused = 0;
        for (int seed = 0; seed < 12; seed++) {
            Random random = new Random(seed);
            Path own = folder.resolve("run-" + seed);
            Failing disk = new Failing(random);
            Journal.Limits limits = new Journal.Limits(random.nextBoolean() ? 400 : 1 << 20, Duration.ZERO, 1000);
            Set<String> visitors = new TreeSet<>();
            long comments = 0;
            try (EngagementStore store = EmbeddedEngagementStore.open(own, clock, disk, limits)) {
                for (int i = 0; i < 40; i++) {
                    boolean isView = random.nextInt(4) > 0;
                    Instant at = NOON.plusSeconds(60L * random.nextInt(10));
                    String visitor = "v" + random.nextInt(15);
                    Engagement event = isView ? view(visitor, at) : Engagement.comment(A, at);
                    disk.armed = true;
                    try {
                        store.record(event, VISITORS);
                        comments += isView ? 0 : 1;
                        if (isView) {
                            visitors.add(visitor);
                        }
                    } catch (RankingException told) {
                        assertThat(told).hasMessageContaining("does not count");
                        refused++;
                    }
                    disk.armed = false;
                    checkDeath(own, folder.resolve("dead-" + seed + "-" + i), visitors, comments, visitor);
                }
            }
            checkDeath(own, folder.resolve("closed-" + seed), visitors, comments, "another");
        }
        assertThat(refused).isGreaterThan(60);
    }

    private void checkDeath(Path own, Path dead, Set<String> visitors, long comments, String next) throws IOException {
        Files.createDirectory(dead);
        try (Stream<Path> files = Files.list(own)) {
            for (Path file : files.toList()) {
                Files.copy(file, dead.resolve(file.getFileName().toString()));
            }
        }
        FullDisk quick = new FullDisk();
        quick.ignoreSyncs(true);
        try (EngagementStore left = EmbeddedEngagementStore.open(dead, clock, quick, EACH)) {
            Counts counts = counts(left);
            assertThat(counts.views()).isEqualTo(visitors.size());
            assertThat(counts.visitors()).isEqualTo(visitors.size());
            assertThat(counts.comments()).isEqualTo(comments);
            // One that was refused may be told again, and counts then.
            assertThat(left.record(view(next, NOON), VISITORS))
                    .as("%s of %s in %s", next, visitors, dead.getFileName())
                    .isEqualTo(visitors.contains(next) ? Outcome.REPEAT : Outcome.COUNTED);
            assertThat(counts(left).views()).isEqualTo(visitors.size() + (visitors.contains(next) ? 0 : 1));
        }
    }

    private static Engagement view(String visitor, Instant at) {
        return Engagement.view(A, visitor, at).source(visitor.endsWith("1") ? "192.0.2" : "");
    }

    private static Counts counts(EngagementStore store) {
        return store.tallies(List.of(A), Window.all(), NOON.plus(Duration.ofDays(1)))
                .getOrDefault(A, Tally.NONE)
                .counted();
    }

    /** Refuses at random to write, in the middle or at the end, and to sync; always cuts. */
    private static final class Failing implements Disk {
        private final Random random;
        private boolean armed;

        Failing(Random random) {
            this.random = random;
        }

        @Override
        public Output open(Path path) throws IOException {
            Output real = Disk.local().open(path);
            return new Output() {
                @Override
                public void write(byte[] bytes, int from, int length) throws IOException {
                    if (armed && random.nextInt(6) == 0) {
                        real.write(bytes, from, random.nextInt(length + 1));
                        throw new IOException("No space left on device");
                    }
                    real.write(bytes, from, length);
                }

                @Override
                public void cut(long length) throws IOException {
                    real.cut(length);
                }

                @Override
                public void sync() throws IOException {
                    if (armed && random.nextInt(6) == 0) {
                        throw new IOException("Input/output error");
                    }
                }

                @Override
                public void close() throws IOException {
                    real.close();
                }
            };
        }
    }
}
