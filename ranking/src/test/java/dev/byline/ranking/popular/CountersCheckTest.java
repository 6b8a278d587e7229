package dev.byline.ranking.popular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.byline.article.ArticleId;
import dev.byline.ranking.RankingException;
import dev.byline.ranking.counting.Cells;
import dev.byline.ranking.counting.Keys;
import dev.byline.ranking.counting.Ledger;
import dev.byline.ranking.journal.Disk;
import dev.byline.ranking.journal.Journal;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CountersCheckTest {
    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

    @TempDir
    private Path folder;

    /** Over two hundred days, with repeats, folded every now and then; the newest minute is told. */
    private Instant record() {
        Random random = new Random(5);
        Instant newest = Instant.EPOCH;
        Journal.Limits small = new Journal.Limits(20_000, Duration.ofDays(1), 1000);
        try (EngagementStore store = EmbeddedEngagementStore.open(folder, () -> NOW, Disk.local(), small)) {
            for (int i = 0; i < 6000; i++) {
                Instant at = NOW.minusSeconds((long) (random.nextDouble() * random.nextDouble() * 200 * 86_400));
                ArticleId article = ArticleId.of("n" + random.nextInt(20));
                store.record(Engagement.view(article, "v" + random.nextInt(3), at), CountingPolicy.defaults());
                store.record(Engagement.share(article, "facebook", at), CountingPolicy.defaults());
                newest = at.isAfter(newest) ? at : newest;
                if (i % 1000 == 999) {
                    store.flush();
                }
            }
        }
        return newest.truncatedTo(ChronoUnit.MINUTES);
    }

    @Test
    void whatIsWholeIsSound() throws IOException {
        Instant newest = record();
        List<String> before = content();
        CountersCheck check = EngagementStore.check(folder, () -> NOW);
        assertThat(check.sound()).isTrue();
        assertThat(check.articles()).isEqualTo(20);
        assertThat(check.snapshotBytes()).isPositive();
        assertThat(check.records()).isPositive();
        assertThat(check.newest()).isEqualTo(newest);
        assertThat(check.tornBytes()).isZero();
        assertThat(content()).as("nothing is changed").isEqualTo(before);
    }

    @Test
    void aTornEndIsToldAndLeft() throws IOException {
        record();
        try (Stream<Path> files = Files.list(folder)) {
            Path journal = files.filter(file -> file.getFileName().toString().startsWith("journal"))
                    .findFirst()
                    .orElseThrow();
            Files.write(journal, new byte[] {0, 0, 0, 9, 1}, StandardOpenOption.APPEND);
        }
        List<String> before = content();
        CountersCheck check = EngagementStore.check(folder, () -> NOW);
        assertThat(check.sound()).isTrue();
        assertThat(check.tornBytes()).isEqualTo(5);
        assertThat(content()).isEqualTo(before);
    }

    @Test
    void damageIsTold() throws IOException {
        record();
        try (Stream<Path> files = Files.list(folder)) {
            Path snapshot = files.filter(file -> file.getFileName().toString().startsWith("snapshot"))
                    .findFirst()
                    .orElseThrow();
            byte[] bytes = Files.readAllBytes(snapshot);
            bytes[bytes.length / 3] ^= 4;
            Files.write(snapshot, bytes);
        }
        CountersCheck check = EngagementStore.check(folder, () -> NOW);
        assertThat(check.sound()).isFalse();
        assertThat(check.damage()).contains("snapshot-").contains("is damaged");
    }

    @Test
    void whatDoesNotAddUpIsTold() throws IOException {
        Book wrong = Book.empty();
        wrong.names().add("a");
        Cells views = new Cells();
        views.add(Keys.of(Series.VIEWS, 0), 3);
        int minute = Book.minute(NOW.getEpochSecond());
        wrong.ledger().add(minute, views, minute);
        Ledger.Image image = wrong.ledger().image();
        List<List<Ledger.Dated>> tracks = new ArrayList<>(image.tracks());
        tracks.set(1, List.of());
        Ledger.Image withoutHours = new Ledger.Image(image.newest(), image.base(), image.totals(), tracks);
        Snapshot snapshot = new Snapshot(List.of("a"), List.of(), List.of(), new Merges(), new Outbox(), withoutHours);
        try (Journal journal = Journal.open(
                        folder, Disk.local(), Journal.Limits.USUAL, Book.empty().contents(NOW), NOW)
                .journal()) {
            journal.fold(snapshot, List.of(), NOW);
        }
        CountersCheck check = EngagementStore.check(folder, () -> NOW);
        assertThat(check.sound()).isFalse();
        assertThat(check.differing()).isEqualTo(2);
        assertThat(check.differences())
                .containsExactly(
                        new CountersCheck.Difference(
                                CountersCheck.Level.DAY, "a", "views", Instant.parse("2026-11-01T00:00:00Z"), 3, 0),
                        new CountersCheck.Difference(CountersCheck.Level.HOUR, "a", "views", NOW, 0, 3));
    }

    @Test
    void damageAmidWholeRecordsIsNoTornEnd() throws IOException {
        try (EngagementStore store = EmbeddedEngagementStore.open(
                folder, () -> NOW, Disk.local(), Journal.Limits.USUAL.interval(Duration.ZERO))) {
            for (int i = 0; i < 3; i++) {
                store.record(Engagement.comment(ArticleId.of("a"), NOW), CountingPolicy.defaults());
            }
        }
        Path journal = folder.resolve("journal-0");
        byte[] bytes = Files.readAllBytes(journal);
        int second = 8 + ByteBuffer.wrap(bytes).getInt();
        bytes[second + 10] ^= 1;
        Files.write(journal, bytes);
        CountersCheck check = EngagementStore.check(folder, () -> NOW);
        assertThat(check.sound()).isFalse();
        assertThat(check.damage()).contains("at byte " + second, "whole records lie behind");
    }

    @Test
    void whatIsOpenOrMissingIsRefused() throws IOException {
        try (EngagementStore store = EngagementStore.open(folder, () -> NOW)) {
            assertThat(store.status().articles()).isZero();
            assertThatThrownBy(() -> EngagementStore.check(folder, () -> NOW))
                    .isInstanceOf(RankingException.class)
                    .hasMessageContaining("open in this process already");
        }
        assertThatThrownBy(() -> EngagementStore.check(folder.resolve("missing"), () -> NOW))
                .isInstanceOf(RankingException.class)
                .hasMessageContaining("no counters in");
        assertThat(folder.resolve("missing")).doesNotExist();
    }

    private List<String> content() throws IOException {
        TreeMap<String, String> content = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder).sorted(Comparator.naturalOrder())) {
            for (Path file : files.toList()) {
                content.put(file.getFileName().toString(), Arrays.toString(Files.readAllBytes(file)));
            }
        }
        return content.entrySet().stream().map(Object::toString).toList();
    }
}
