package dev.byline.ranking.popular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.byline.article.ArticleId;
import dev.byline.ranking.RankingException;
import dev.byline.ranking.audience.Origin;
import dev.byline.ranking.journal.Journal;
import dev.byline.ranking.popular.EngagementStore.Outcome;
import dev.byline.testkit.MovableClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is known of sources and visitors outlives the process as long as it must, and no longer. */
class FloodJournalTest {
    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
    private static final ArticleId A = ArticleId.of("a");
    private static final CountingPolicy POLICY =
            CountingPolicy.defaults().floodLimit(2).visitors(true);

    private final MovableClock clock = MovableClock.at(NOW);
    private final FullDisk disk = new FullDisk();

    @TempDir
    private Path folder;

    private EngagementStore open() {
        return EmbeddedEngagementStore.open(folder, clock, disk, new Journal.Limits(2000, Duration.ZERO, 1000));
    }

    private static Outcome view(EngagementStore store, String visitor, Instant at) {
        return store.record(Engagement.view(A, visitor, at).source("192.0.2.0/24"), POLICY);
    }

    private static Tally tally(EngagementStore store, Window window) {
        return store.tallies(List.of(A), window, NOW).getOrDefault(A, Tally.NONE);
    }

    @Test
    void aRestartLetsNoMoreThrough() {
        try (EngagementStore store = open()) {
            assertThat(view(store, "v0", NOW.minusSeconds(600))).isEqualTo(Outcome.COUNTED);
            assertThat(view(store, "v1", NOW.minusSeconds(540))).isEqualTo(Outcome.COUNTED);
        }
        try (EngagementStore store = open()) {
            assertThat(view(store, "v2", NOW)).isEqualTo(Outcome.FLOOD);
            assertThat(view(store, "v3", NOW.minusSeconds(900))).isEqualTo(Outcome.FLOOD);
        }
        try (EngagementStore store = open()) {
            assertThat(tally(store, Window.all()).counted().views()).isEqualTo(2);
            assertThat(tally(store, Window.all()).apart().floods()).isEqualTo(2);
            assertThat(tally(store, Window.all()).by(Measure.VISITORS)).isEqualTo(2);
            assertThat(tally(store, Window.between(NOW.minusSeconds(540), NOW)).counted())
                    .isEqualTo(Counts.NONE);
        }
    }

    @Test
    void whatCannotBeWrittenLeavesNoPlaceTaken() {
        try (EngagementStore store = open()) {
            view(store, "v0", NOW.minusSeconds(600));
            view(store, "v1", NOW.minusSeconds(540));
            Tally before = tally(store, Window.all());
            disk.room(0);
            assertThatThrownBy(() -> view(store, "v2", NOW.minusSeconds(900))).isInstanceOf(RankingException.class);
            assertThatThrownBy(() -> view(store, "v1", NOW.minusSeconds(960))).isInstanceOf(RankingException.class);
            assertThat(tally(store, Window.all())).isEqualTo(before);
            disk.room(Long.MAX_VALUE);
            assertThat(view(store, "v3", NOW.minusSeconds(540))).isEqualTo(Outcome.FLOOD);
            assertThat(view(store, "v2", NOW.minusSeconds(900))).isEqualTo(Outcome.FLOOD);
        }
        try (EngagementStore store = open()) {
            assertThat(tally(store, Window.all()).counted().views()).isEqualTo(2);
            assertThat(tally(store, Window.all()).apart()).isEqualTo(new Apart(0, 0, 0, 0, 2));
            assertThat(view(store, "v2", NOW.minusSeconds(900))).isEqualTo(Outcome.REPEAT);
        }
    }

    @Test
    void nothingOfASourceIsOnDiskAndItsKeyGoesWithTheDay() throws IOException {
        try (EngagementStore store = open()) {
            Engagement view = Engagement.view(A, "", NOW).from(Origin.of("192.0.2.7", "Mozilla/5.0"));
            store.record(view, POLICY);
            try (Stream<Path> files = Files.list(folder)) {
                assertThat(files)
                        .allSatisfy(file -> assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                                .doesNotContain("192.0.2")
                                .doesNotContain(view.visitor()));
            }
            assertThat(Files.size(folder.resolve("visitors"))).isGreaterThan(200);
            clock.advance(Duration.ofHours(13));
            store.record(Engagement.share(A, "x", NOW), POLICY);
            assertThat(Files.size(folder.resolve("visitors"))).isLessThan(50);
        }
    }
}
