package dev.byline.ranking.popular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.byline.article.ArticleId;
import dev.byline.ranking.RankingException;
import dev.byline.ranking.journal.Journal;
import dev.byline.ranking.popular.EngagementStore.Outcome;
import dev.byline.testkit.MovableClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What outlives a process, and what happens when the disk does not do its part. */
class JournalTest {
    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
    private static final CountingPolicy POLICY = CountingPolicy.defaults();
    private static final ArticleId A = ArticleId.of("a");
    private static final Journal.Limits SMALL = new Journal.Limits(1500, Duration.ZERO, 1000);

    private static final Journal.Limits WHEN_ASKED = Journal.Limits.USUAL.interval(Duration.ofDays(1));
    private static final Journal.Limits EACH = Journal.Limits.USUAL.interval(Duration.ZERO);

    private final MovableClock clock = MovableClock.at(NOW);
    private final FullDisk disk = new FullDisk();

    @TempDir
    private Path folder;

    @Test
    void aRestartChangesNothing() {
        EngagementStore.Status before;
        Map<ArticleId, Tally> counts;
        try (EngagementStore store = EngagementStore.open(folder, clock)) {
            for (int i = 0; i < 300; i++) {
                store.record(Engagement.view(ArticleId.of("n" + i % 7), "v" + i % 40, NOW.minusSeconds(i)), POLICY);
                store.record(Engagement.share(ArticleId.of("n" + i % 5), "net" + i % 3, NOW), POLICY);
            }
            store.balance(A, NOW, Counts.of(5, Map.of("x", 2L)));
            counts = store.most(Measure.VIEWS, Window.all(), NOW, 99);
            before = store.status();
        }
        try (EngagementStore store = EngagementStore.open(folder, clock)) {
            assertThat(store.most(Measure.VIEWS, Window.all(), NOW, 99)).isEqualTo(counts);
            assertThat(store.status().repeats()).isEqualTo(before.repeats());
            assertThat(store.status().visits()).isEqualTo(before.visits());
            assertThat(store.status().cutBytes()).isZero();
        }
    }

    @Test
    void aRestartWithinTheSlotKnowsRepeats() {
        try (EngagementStore store = EngagementStore.open(folder, clock)) {
            view(store, "v");
        }
        try (EngagementStore store = EngagementStore.open(folder, clock)) {
            assertThat(view(store, "v")).isEqualTo(Outcome.REPEAT);
            assertThat(view(store, "w")).isEqualTo(Outcome.COUNTED);
        }
        clock.advance(Duration.ofHours(1));
        try (EngagementStore store = EngagementStore.open(folder, clock)) {
            assertThat(store.status().visits()).isZero();
        }
    }

    @Test
    void foldingKeepsTheCountsAndTheDiskSmall() throws IOException {
        try (EngagementStore store = open(SMALL)) {
            for (int i = 0; i < 3000; i++) {
                view(store, "");
            }
            assertThat(size()).isLessThan(5000);
        }
        try (EngagementStore store = open(SMALL)) {
            assertThat(views(store)).isEqualTo(3000);
        }
        assertThat(names()).hasSize(4).anyMatch(name -> name.startsWith("snapshot-"));
    }

    @Test
    void nothingOfAVisitorIsInJournalOrSnapshot() throws IOException {
        String visitor = "203.0.113.77 Mozilla/5.0";
        try (EngagementStore store = open(SMALL)) {
            for (int i = 0; i < 100; i++) {
                store.record(Engagement.view(ArticleId.of("n" + i), visitor, NOW), POLICY);
            }
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files)
                    .hasSize(4)
                    .allSatisfy(file -> assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                            .doesNotContain("203.0.113")
                            .doesNotContain("Mozilla"));
        }
        assertThat(Engagement.view(A, visitor, NOW).toString()).doesNotContain("203");
    }

    @Test
    void visitsGoFromDiskWhenTheirSlotHasPassed() throws IOException {
        try (EngagementStore store = open(EACH)) {
            for (int i = 0; i < 100; i++) {
                view(store, "v" + i);
            }
            Path visitors = folder.resolve("visitors");
            if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(visitors)))
                        .isEqualTo("rw-------");
            }
            assertThat(Files.size(visitors)).isGreaterThan(2900);
            clock.advance(Duration.ofHours(1));
            view(store, "");
            assertThat(Files.size(visitors)).isLessThan(50);
        }
    }

    @Test
    void tooManyVisitsForgetTheOldestSlot() {
        try (EngagementStore store = open(new Journal.Limits(100_000, Duration.ZERO, 10))) {
            for (int i = 0; i < 8; i++) {
                view(store, "v" + i);
            }
            clock.advance(POLICY.repeatSlot());
            for (int i = 0; i < 3; i++) {
                store.record(Engagement.view(A, "v" + i, clock.instant()), POLICY);
            }
            assertThat(store.status().visits()).isEqualTo(3);
            assertThat(store.record(Engagement.view(A, "v0", clock.instant()), POLICY))
                    .isEqualTo(Outcome.REPEAT);
        }
        try (EngagementStore store = EngagementStore.open(folder, clock)) {
            assertThat(store.status().visits()).isEqualTo(3);
        }
    }

    @Test
    void aTornTailIsCutSetAsideAndReported() throws IOException {
        try (EngagementStore store = EngagementStore.open(folder, clock)) {
            view(store, "");
        }
        Files.write(folder.resolve("journal-0"), new byte[] {0, 0, 0, 9, 1, 2}, StandardOpenOption.APPEND);
        try (EngagementStore store = EngagementStore.open(folder, clock)) {
            assertThat(views(store)).isEqualTo(1);
            assertThat(store.status().cutBytes()).isEqualTo(6);
            view(store, "");
        }
        assertThat(Files.readAllBytes(folder.resolve("torn"))).containsExactly(0, 0, 0, 9, 1, 2);
        try (EngagementStore store = EngagementStore.open(folder, clock)) {
            assertThat(views(store)).isEqualTo(2);
            assertThat(store.status().cutBytes()).isZero();
        }
    }

    @Test
    void whatDamageAmidTheJournalCutsOffIsKeptApartFromTornTails() throws IOException {
        for (int damage = 1; damage <= 9; damage++) {
            long before;
            try (EngagementStore store = open(WHEN_ASKED)) {
                store.flush();
                before = Files.size(folder.resolve("journal-0"));
                for (int i = 0; i < 3; i++) {
                    view(store, "");
                    store.flush();
                }
            }
            byte[] bytes = Files.readAllBytes(folder.resolve("journal-0"));
            bytes[(int) before + 12] ^= 1;
            Files.write(folder.resolve("journal-0"), bytes);
            try (EngagementStore store = open(WHEN_ASKED)) {
                assertThat(views(store)).isZero();
                assertThat(store.status().cutBytes()).isEqualTo(bytes.length - before);
            }
            byte[] cut = Arrays.copyOfRange(bytes, (int) before, bytes.length);
            assertThat(Files.readAllBytes(folder.resolve(damage <= 8 ? "damaged-" + damage : "torn")))
                    .isEqualTo(cut);
        }
        assertThat(names()).doesNotContain("damaged-9");
    }

    @Test
    void damageThatIsNoTornTailIsAnError() throws IOException {
        try (EngagementStore store = open(SMALL)) {
            for (int i = 0; i < 300; i++) {
                view(store, "");
            }
        }
        Path snapshot = folder.resolve(names().stream()
                .filter(name -> name.startsWith("snapshot"))
                .findFirst()
                .orElseThrow());
        byte[] bytes = Files.readAllBytes(snapshot);
        bytes[bytes.length / 2] ^= 1;
        Files.write(snapshot, bytes);
        assertThatThrownBy(() -> EngagementStore.open(folder, clock))
                .isInstanceOf(RankingException.class)
                .hasStackTraceContaining("is damaged");
        Files.delete(snapshot);
        assertThatThrownBy(() -> EngagementStore.open(folder, clock))
                .isInstanceOf(RankingException.class)
                .hasStackTraceContaining("missing");
    }

    @Test
    void aForeignFileIsNotOverwritten() throws IOException {
        byte[] foreign = "This is somebody's diary, and it is long enough.".getBytes(StandardCharsets.UTF_8);
        Files.write(folder.resolve("journal-0"), foreign);
        assertThatThrownBy(() -> EngagementStore.open(folder, clock)).isInstanceOf(RankingException.class);
        assertThat(Files.readAllBytes(folder.resolve("journal-0"))).isEqualTo(foreign);
    }

    @Test
    void whatFoldingLeftHalfDoneIsCleanedUp() throws IOException {
        try (EngagementStore store = EngagementStore.open(folder, clock)) {
            view(store, "v");
        }
        Files.write(folder.resolve("snapshot-1.tmp"), new byte[] {1, 2, 3});
        Files.write(folder.resolve("journal-1"), new byte[] {1, 2, 3});
        Files.write(folder.resolve("visitors.tmp"), new byte[] {1, 2, 3});
        try (EngagementStore store = EngagementStore.open(folder, clock)) {
            assertThat(views(store)).isEqualTo(1);
            assertThat(view(store, "v")).isEqualTo(Outcome.REPEAT);
        }
        assertThat(names()).containsExactlyInAnyOrder("journal-0", "lock", "visitors");
    }

    @Test
    void damagedVisitsCostNoCount() throws IOException {
        try (EngagementStore store = EngagementStore.open(folder, clock)) {
            view(store, "v");
        }
        Files.write(folder.resolve("visitors"), new byte[] {9, 9, 9, 9, 9, 9, 9, 9, 9});
        try (EngagementStore store = EngagementStore.open(folder, clock)) {
            assertThat(views(store)).isEqualTo(1);
            assertThat(view(store, "v")).isEqualTo(Outcome.COUNTED);
        }
    }

    @Test
    void oneFolderIsForOneStore() {
        try (EngagementStore store = EngagementStore.open(folder, clock)) {
            view(store, "");
            assertThatThrownBy(() -> EngagementStore.open(folder, clock))
                    .isInstanceOf(RankingException.class)
                    .hasMessageContaining("open in this process already");
            // The attempt has not taken the lock from the first.
            assertThat(OtherProcess.opening(folder)).contains("in use by another process");
        }
        assertThat(OtherProcess.opening(folder)).contains("opened");
    }

    @Test
    void aFullDiskRefusesAndLosesNothing() {
        try (EngagementStore store = open(new Journal.Limits(1 << 20, Duration.ZERO, 1000))) {
            view(store, "v1");
            // Visit and record of one view take more than this together.
            for (int room = 0; room < 50; room++) {
                disk.room(room);
                assertThatThrownBy(() -> view(store, "v2"))
                        .isInstanceOf(RankingException.class)
                        .hasMessageContaining("does not count");
                disk.room(Long.MAX_VALUE);
                assertThat(view(store, "v1")).isEqualTo(Outcome.REPEAT);
            }
            assertThat(view(store, "v2")).isEqualTo(Outcome.COUNTED);
            assertThat(views(store)).isEqualTo(2);
            assertThat(store.status().repeats()).isEqualTo(50);
        }
        try (EngagementStore store = EngagementStore.open(folder, clock)) {
            assertThat(views(store)).isEqualTo(2);
            assertThat(store.status().repeats()).isEqualTo(50);
            assertThat(store.status().cutBytes()).isZero();
            assertThat(view(store, "v2")).isEqualTo(Outcome.REPEAT);
        }
    }

    @Test
    void aDiskThatCannotEvenCutIsWrittenAnewWhenItRecovers() {
        try (EngagementStore store = open(EACH)) {
            view(store, "v1");
            disk.room(10);
            disk.refuseCuts(true);
            assertThatThrownBy(() -> view(store, "v2")).isInstanceOf(RankingException.class);
            assertThatThrownBy(() -> view(store, "v2")).isInstanceOf(RankingException.class);
            disk.room(Long.MAX_VALUE);
            disk.refuseCuts(false);
            assertThat(view(store, "v2")).isEqualTo(Outcome.COUNTED);
        }
        try (EngagementStore store = EngagementStore.open(folder, clock)) {
            assertThat(views(store)).isEqualTo(2);
            assertThat(view(store, "v2")).isEqualTo(Outcome.REPEAT);
        }
    }

    @Test
    void aFailedFsyncIsFollowedByANewSnapshot() throws IOException {
        try (EngagementStore store = open(EACH)) {
            view(store, "v1");
            disk.refuseSyncs(true);
            assertThatThrownBy(store::flush)
                    .isInstanceOf(RankingException.class)
                    .hasMessageContaining("nothing counted is forgotten");
            assertThatThrownBy(() -> view(store, "v2")).isInstanceOf(RankingException.class);
            disk.refuseSyncs(false);
            store.flush();
            assertThat(names()).contains("snapshot-1", "journal-1").doesNotContain("journal-0");
            assertThat(view(store, "v2")).isEqualTo(Outcome.COUNTED);
        }
        try (EngagementStore store = EngagementStore.open(folder, clock)) {
            assertThat(views(store)).isEqualTo(2);
        }
    }

    @Test
    void aFoldThatFindsNoRoomIsPutOffAndCountingGoesOn() throws IOException {
        try (EngagementStore store = open(SMALL)) {
            disk.refuse("snapshot");
            int counted = 0;
            while (disk.refused() == 0) {
                view(store, "");
                counted++;
            }
            disk.refuse("nothing");
            for (int i = 0; i < 100; i++) {
                view(store, "");
            }
            assertThat(views(store)).isEqualTo(counted + 100);
        }
        try (EngagementStore store = EngagementStore.open(folder, clock)) {
            assertThat(views(store)).isGreaterThan(100);
        }
    }

    @Test
    void whatTheDiskHasNotConfirmedIsTold() {
        try (EngagementStore store = open(Journal.Limits.USUAL.interval(Duration.ofDays(1)))) {
            for (int i = 0; i < 9; i++) {
                view(store, "");
            }
            assertThat(store.status().unflushed()).isEqualTo(9);
            store.flush();
            assertThat(store.status().unflushed()).isZero();
            assertThat(store.status().flushedAt()).isEqualTo(NOW);
            view(store, "");
            assertThat(store.status().unflushed()).isEqualTo(1);
        }
        try (EngagementStore store = open(EACH)) {
            assertThat(views(store)).isEqualTo(10);
            view(store, "");
            assertThat(store.status().unflushed()).isZero();
        }
    }

    @Test
    @Timeout(60)
    void whatIsRecordedIsOnDiskSoonWithoutAnybodyAsking() {
        try (EngagementStore store = EngagementStore.open(folder, clock)) {
            view(store, "");
            while (store.status().unflushed() > 0) {
                Thread.onSpinWait();
            }
            assertThat(store.status().flushedAt()).isEqualTo(NOW);
            view(store, "");
            while (store.status().unflushed() > 0) {
                Thread.onSpinWait();
            }
        }
    }

    @Test
    void anInterruptedCallerIsNoReasonToFail() {
        try (EngagementStore store = open(SMALL)) {
            Thread.currentThread().interrupt();
            for (int i = 0; i < 200; i++) {
                view(store, "v" + i);
            }
            store.flush();
            assertThat(Thread.interrupted()).isTrue();
            assertThat(views(store)).isEqualTo(200);
        }
    }

    private EngagementStore open(Journal.Limits limits) {
        // Power is not what is lost here.
        disk.ignoreSyncs(true);
        return EmbeddedEngagementStore.open(folder, clock, disk, limits);
    }

    private static Outcome view(EngagementStore store, String visitor) {
        return store.record(Engagement.view(A, visitor, NOW), POLICY);
    }

    private static long views(EngagementStore store) {
        return store.tallies(List.of(A), Window.all(), NOW)
                .getOrDefault(A, Tally.NONE)
                .counted()
                .views();
    }

    private long size() throws IOException {
        long sum = 0;
        for (String name : names()) {
            sum += Files.size(folder.resolve(name));
        }
        return sum;
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
