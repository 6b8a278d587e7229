package dev.byline.ranking.popular;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.ranking.popular.EngagementStore.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that records is killed in the middle of it, without a chance to say goodbye. */
class KillTest {
    @TempDir
    private Path folder;

    @Test
    void nothingRecordedIsLostAndNothingCountsTwice() throws IOException, InterruptedException {
        Random random = new Random(23);
        int next = 0;
        for (int round = 0; round < 3; round++) {
            int last = OtherProcess.killedAfter(folder, next, 300 + random.nextInt(2000));
            assertThat(last).isGreaterThan(next);
            try (EngagementStore store = EngagementStore.open(folder, () -> RecordingProcess.NOW)) {
                long counted = store.most(Measure.VIEWS, Window.all(), RecordingProcess.NOW, 99).values().stream()
                        .mapToLong(tally -> tally.sum().views() + tally.sum().allShares())
                        .sum();
                // One event may have been recorded that the process had no time to tell of.
                assertThat(counted - (last + 1)).as("beyond event " + last).isBetween(0L, 1L);
                // Sending the views again counts none of them twice.
                for (int number = last; number >= 0; number--) {
                    Engagement event = RecordingProcess.event(number);
                    if (event.kind() == Engagement.Kind.VIEW) {
                        assertThat(store.record(event, RecordingProcess.SLOT)).isEqualTo(Outcome.REPEAT);
                    }
                }
                next = (int) counted;
            }
        }
    }
}
