package dev.byline.ranking.popular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.byline.article.ArticleId;
import dev.byline.ranking.RankingException;
import dev.byline.ranking.popular.EngagementStore.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is full for real, where this machine lets one be mounted. */
class SmallDiskTest {
    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

    @TempDir
    private Path folder;

    private boolean mounted;

    @BeforeEach
    void mount() throws IOException, InterruptedException {
        mounted = succeeds("mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", folder.toString());
        assumeTrue(mounted, "this machine lets no small disk be mounted");
    }

    @AfterEach
    void unmount() throws IOException, InterruptedException {
        if (mounted) {
            // Lazily: what was mapped of it may not have been let go of.
            assertThat(succeeds("umount", "-l", folder.toString())).isTrue();
        }
    }

    @Test
    void recordingIsRefusedUntilThereIsRoomAndNothingIsLost() throws IOException, InterruptedException {
        int counted = 0;
        try (EngagementStore store = EngagementStore.open(folder, () -> NOW, Duration.ZERO)) {
            boolean full = false;
            while (!full) {
                try {
                    assertThat(view(store, counted)).isEqualTo(Outcome.COUNTED);
                    counted++;
                } catch (RankingException refused) {
                    assertThat(refused)
                            .hasMessageContaining("can't be written")
                            .hasMessageContaining("the event does not count")
                            .hasRootCauseInstanceOf(IOException.class);
                    full = true;
                }
            }
            assertThat(counted).isGreaterThan(500);
            int next = counted;
            assertThatThrownBy(() -> view(store, next)).isInstanceOf(RankingException.class);
            assertThat(views(store)).isEqualTo(counted);
            assertThat(succeeds("mount", "-o", "remount,size=8m", folder.toString()))
                    .isTrue();
            for (int i = 0; i < 1000; i++) {
                assertThat(view(store, counted)).isEqualTo(Outcome.COUNTED);
                counted++;
            }
        }
        try (EngagementStore store = EngagementStore.open(folder, () -> NOW, Duration.ZERO)) {
            assertThat(views(store)).isEqualTo(counted);
            assertThat(store.status().cutBytes()).isZero();
            for (int i = 0; i < counted; i++) {
                assertThat(view(store, i)).isEqualTo(Outcome.REPEAT);
            }
        }
        CountersCheck check = EngagementStore.check(folder, () -> NOW);
        assertThat(check.sound()).as(check.toString()).isTrue();
    }

    private static Outcome view(EngagementStore store, int number) {
        return store.record(
                Engagement.view(ArticleId.of("n" + number % 10), "v" + number, NOW), CountingPolicy.defaults());
    }

    private static long views(EngagementStore store) {
        return store.most(Measure.VIEWS, Window.all(), NOW, 99).values().stream()
                .mapToLong(tally -> tally.counted().views())
                .sum();
    }

    private static boolean succeeds(String... command) throws IOException, InterruptedException {
        try {
            List<String> all = new ArrayList<>(List.of(command));
            return new ProcessBuilder(all)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noSuchCommand) {
            return false;
        }
    }
}
