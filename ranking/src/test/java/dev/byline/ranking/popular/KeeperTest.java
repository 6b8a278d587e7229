package dev.byline.ranking.popular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.byline.article.ArticleId;
import dev.byline.ranking.RankingException;
import dev.byline.ranking.journal.Journal;
import dev.byline.ranking.popular.EngagementStore.Outcome;
import dev.byline.testkit.MovableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Recording while something else goes on: a write that fails, a fold, the end. */
class KeeperTest {
    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");
    private static final Duration SLOT = Duration.ofMinutes(30);
    private static final ArticleId A = ArticleId.of("a");
    private static final Journal.Limits EACH = Journal.Limits.USUAL.interval(Duration.ZERO);
    private static final Journal.Limits WHEN_ASKED = Journal.Limits.USUAL.interval(Duration.ofDays(1));

    // Ahead of all that is told.
    private final MovableClock clock = MovableClock.at(NOON.plus(Duration.ofMinutes(20)));
    private final FullDisk disk = new FullDisk();

    @TempDir
    private Path folder;

    @TempDir
    private Path dead;

    @Test
    @Timeout(60)
    void aViewThatIsTakenBackLeavesAnEarlierOneOfItsVisitor() throws Exception {
        try (EngagementStore store = open(EACH)) {
            CompletableFuture<Outcome> earlier = failingBeside(() -> view(store, "v", 5));
            assertThatThrownBy(() -> view(store, "v", 10)).isInstanceOf(RankingException.class);
            // The other view may have been first when this one was told what became of it.
            assertThat(earlier.get()).isIn(Outcome.COUNTED, Outcome.REPEAT);
            assertThat(views(store, Window.all())).isEqualTo(1);
            assertThat(views(store, minute(5))).isEqualTo(1);
            assertThat(store.status().repeats()).isZero();
        }
        try (EngagementStore store = open(EACH)) {
            assertThat(views(store, Window.all())).isEqualTo(1);
            assertThat(view(store, "v", 10)).isEqualTo(Outcome.REPEAT);
        }
    }

    @Test
    @Timeout(60)
    void aViewThatIsTakenBackLeavesALaterOneOfItsVisitor() throws Exception {
        try (EngagementStore store = open(EACH)) {
            CompletableFuture<Outcome> later = failingBeside(() -> view(store, "v", 10));
            assertThatThrownBy(() -> view(store, "v", 5)).isInstanceOf(RankingException.class);
            assertThat(later.get()).isIn(Outcome.COUNTED, Outcome.REPEAT);
            assertThat(views(store, minute(10))).isEqualTo(1);
        }
    }

    @Test
    void whatIsRecordedBehindTheLastWriteIsNotCalledCounted() {
        AtomicReference<EngagementStore> closing = new AtomicReference<>();
        InstantSource closer = () -> {
            EngagementStore open = closing.getAndSet(null);
            if (open != null) {
                open.close();
            }
            return NOON;
        };
        for (Journal.Limits limits : List.of(WHEN_ASKED, EACH)) {
            EngagementStore store = EmbeddedEngagementStore.open(folder, closer, disk, limits);
            closing.set(store);
            assertThatThrownBy(() -> view(store, "v", 1))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("closed");
            assertThatThrownBy(store::flush).isInstanceOf(IllegalStateException.class);
        }
        try (EngagementStore store = open(EACH)) {
            assertThat(views(store, Window.all())).isZero();
        }
    }

    @Test
    void aVisitIsNotRememberedWithoutItsCountWhereAFoldCameBetween() throws IOException {
        try (EngagementStore store = open(new Journal.Limits(1, Duration.ofDays(1), 1000))) {
            view(store, "early", 1);
            AtomicInteger came = new AtomicInteger();
            disk.watch(name -> {
                // The image is taken by now, and the visits are written behind it.
                if (name.startsWith("snapshot") && came.getAndIncrement() == 0) {
                    view(store, "late", 2);
                    view(store, "early", 0);
                }
            });
            store.flush();
            assertThat(came.get()).isPositive();
            checkDeath();
        }
    }

    @Test
    void norWhereTheVisitsWereWrittenAnewBetween() throws IOException {
        try (EngagementStore store = open(WHEN_ASKED)) {
            store.record(Engagement.view(A, "old", NOON.minus(Duration.ofHours(3))), CountingPolicy.defaults());
            clock.advance(SLOT);
            view(store, "early", 1);
            AtomicInteger came = new AtomicInteger();
            disk.watch(name -> {
                if (name.startsWith("journal") && came.getAndIncrement() == 0) {
                    view(store, "late", 2);
                    view(store, "early", 0);
                }
            });
            store.flush();
            assertThat(came.get()).isPositive();
            checkDeath();
        }
    }

    @Test
    void aVisitIsNotForgottenWhoseCountWasWrittenThoughNotSynced() {
        try (EngagementStore store = open(WHEN_ASKED)) {
            view(store, "v", 1);
            disk.refuseSyncs(true);
            assertThatThrownBy(store::flush).isInstanceOf(RankingException.class);
            disk.refuseSyncs(false);
            AtomicInteger came = checkBeforeEachWriteTo("");
            store.flush();
            assertThat(came.get()).isPositive();
        }
    }

    @Test
    void norWhereTheDeltaOfItWasBeingWritten() {
        disk.ignoreSyncs(true);
        try (EngagementNode node = EmbeddedEngagementStore.open("one", folder, clock, disk, WHEN_ASKED)) {
            view(node, "v", 1);
            AtomicInteger came = checkBeforeEachWriteTo("journal");
            assertThat(node.deltas()).hasSize(1);
            assertThat(came.get()).isPositive();
        }
    }

    private AtomicInteger checkBeforeEachWriteTo(String name) {
        AtomicInteger came = new AtomicInteger();
        disk.watch(written -> {
            if (written.startsWith(name)) {
                checkOnlyOnce(Files.createDirectory(dead.resolve("before-" + came.getAndIncrement())));
            }
        });
        return came;
    }

    /** If the process died now, a visit that is told again would count once. */
    private void checkOnlyOnce(Path copy) throws IOException {
        copyTo(copy);
        try (EngagementStore left = EngagementStore.open(copy, clock)) {
            view(left, "v", 1);
            assertThat(views(left, Window.all())).isEqualTo(1);
        }
    }

    private void copyTo(Path copy) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName().toString()));
            }
        }
    }

    /** If the process died now, what was seen and what was counted would be the same. */
    private void checkDeath() throws IOException {
        copyTo(dead);
        try (EngagementStore left = EngagementStore.open(dead, clock)) {
            long before = views(left, Window.all());
            assertThat(view(left, "early", 1)).isEqualTo(Outcome.REPEAT);
            assertThat(view(left, "late", 2)).isEqualTo(Outcome.COUNTED);
            assertThat(views(left, Window.all())).isEqualTo(before + 1);
            assertThat(views(left, minute(1))).isEqualTo(1);
        }
    }

    @Test
    void anErrorInAFoldForgetsNothing() {
        try (EngagementStore store = open(new Journal.Limits(1, Duration.ofDays(1), 1000))) {
            view(store, "", 1);
            AtomicInteger came = new AtomicInteger();
            disk.watch(name -> {
                if (name.startsWith("journal") && came.getAndIncrement() == 0) {
                    // Written by the fold that follows, had that not failed.
                    view(store, "", 2);
                }
                if (name.startsWith("snapshot")) {
                    throw new OutOfMemoryError("of this test");
                }
            });
            assertThatThrownBy(store::flush).hasStackTraceContaining("of this test");
            disk.watch(any -> {});
        }
        try (EngagementStore store = open(EACH)) {
            assertThat(views(store, Window.all())).isEqualTo(2);
        }
    }

    @Test
    void aFoldWhoseVisitsFindNoRoomCountsNothingTwice() {
        Journal.Limits small = new Journal.Limits(1, Duration.ofDays(1), 1000);
        try (EngagementStore store = open(small)) {
            view(store, "v", 1);
            AtomicInteger came = new AtomicInteger();
            disk.watch(name -> {
                if (name.startsWith("snapshot") && came.getAndIncrement() == 0) {
                    view(store, "w", 2);
                }
                if (name.startsWith("visitors.")) {
                    throw new IOException("No space left on device");
                }
            });
            store.flush();
            assertThat(came.get()).isPositive();
            disk.watch(any -> {});
        }
        try (EngagementStore store = open(EACH)) {
            assertThat(views(store, Window.all())).isEqualTo(2);
            assertThat(view(store, "v", 1)).isEqualTo(Outcome.REPEAT);
            assertThat(view(store, "w", 2)).isEqualTo(Outcome.REPEAT);
        }
    }

    @Test
    @Timeout(60)
    void anErrorDoesNotEndTheThreadThatWrites() {
        try (EngagementStore store = open(Journal.Limits.USUAL.interval(Duration.ofMillis(1)))) {
            disk.watch(name -> {
                disk.watch(any -> {});
                throw new OutOfMemoryError("of this test");
            });
            view(store, "", 1);
            spinUntil(() -> store.status().unflushed() == 0);
        }
    }

    @Test
    void muchIsWrittenInManyRecords() throws IOException {
        String letters = "x".repeat(100_000);
        List<String> names =
                Stream.iterate(0, i -> i + 1).limit(100).map(i -> letters + i).toList();
        Counts counts = Counts.of(1, Map.of("facebook", 2L));
        List<Balances.Balance> balances = Stream.iterate(0, i -> i + 1)
                .limit(100_000)
                .map(i -> new Balances.Balance(i % 100, NOON.plusSeconds(i), counts, DeltaKey.NONE))
                .toList();
        List<byte[]> records =
                new Records.Batch(false, 0, names, 0, List.of("facebook"), balances, List.of()).records();
        assertThat(records).allSatisfy(record -> assertThat(record).hasSizeLessThan(5 << 20));
        Book book = Book.empty();
        for (byte[] record : records) {
            Records.apply(record, book, NOON);
        }
        assertThat(book.names().size()).isEqualTo(100);
        assertThat(book.names().get(99)).isEqualTo(names.get(99));
        assertThat(book.balances().size()).isEqualTo(100);
        assertThat(book.balances().at(99, NOON.plusSeconds(200_000)).allShares())
                .isEqualTo(2);
    }

    /** Lets the next write fail when another thread has recorded this, or waits for that write. */
    private CompletableFuture<Outcome> failingBeside(Recorded recorded) {
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        Thread other = new Thread(() -> complete(outcome, recorded));
        disk.watch(name -> {
            disk.watch(any -> {});
            other.start();
            spinUntil(() -> other.getState() == Thread.State.WAITING);
            throw new IOException("No space left on device");
        });
        return outcome;
    }

    private EngagementStore open(Journal.Limits limits) {
        disk.ignoreSyncs(true);
        return EmbeddedEngagementStore.open(folder, clock, disk, limits);
    }

    private static Outcome view(EngagementStore store, String visitor, int minute) {
        return store.record(Engagement.view(A, visitor, NOON.plusSeconds(60L * minute)), CountingPolicy.defaults());
    }

    private static Window minute(int minute) {
        return Window.between(NOON.plusSeconds(60L * minute), NOON.plusSeconds(60L * minute + 60));
    }

    private static long views(EngagementStore store, Window window) {
        return store.tallies(List.of(A), window, NOON.plus(SLOT))
                .getOrDefault(A, Tally.NONE)
                .counted()
                .views();
    }

    private static void spinUntil(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            if (Thread.currentThread().isInterrupted()) {
                throw new IllegalStateException("it takes too long");
            }
            Thread.onSpinWait();
        }
    }

    private interface Recorded {
        Outcome get();
    }

    private static void complete(CompletableFuture<Outcome> future, Recorded recorded) {
        try {
            future.complete(recorded.get());
        } catch (RankingException failure) {
            future.completeExceptionally(failure);
        }
    }
}
