package dev.byline.ranking.popular;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.article.ArticleId;
import dev.byline.ranking.popular.EngagementStore.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** Processes record in a folder, one after the other, and each is killed without a chance to say goodbye. */
final class Killing {
    private final Path folder;
    private final Duration interval;
    private int next;

    /**
     * In an empty folder.
     *
     * @param interval how long events may wait for the disk
     */
    Killing(Path folder, Duration interval) {
        this.folder = folder;
        this.interval = interval;
    }

    /**
     * Kills a process so many milliseconds after its first event, and checks what it has left.
     *
     * @return how many milliseconds lie between the first event that is lost and the last that was recorded; 0 if none is lost
     */
    long next(long after) throws IOException, InterruptedException {
        OtherProcess.Told told = OtherProcess.killed(folder, next, interval, after);
        try (EngagementStore store = EngagementStore.open(folder, () -> RecordingProcess.NOW)) {
            Map<ArticleId, Tally> found = store.tallies(RecordingProcess.ARTICLES, Window.all(), RecordingProcess.NOW);
            int counted = 0;
            for (Tally tally : found.values()) {
                counted += (int) (tally.sum().views() + tally.sum().allShares());
            }
            // One event may have been recorded that the process had no time to tell of.
            assertThat(counted).isBetween(next, told.last() + 2);
            if (interval.isZero()) {
                assertThat(counted).as("beyond event " + told.last()).isGreaterThan(told.last());
            }
            // Whatever is there is all that came before something, each event once.
            Map<String, Long> expected = new TreeMap<>();
            for (int number = 0; number < counted; number++) {
                expected.merge(RecordingProcess.event(number).article().value(), 1L, Long::sum);
            }
            Map<String, Long> sums = new TreeMap<>();
            found.forEach((id, tally) ->
                    sums.put(id.value(), tally.sum().views() + tally.sum().allShares()));
            sums.values().removeIf(sum -> sum == 0);
            assertThat(sums).isEqualTo(expected);
            // Sending the views again counts none of them twice, and none as seen that is lost.
            for (int number = next; number < counted; number++) {
                Engagement event = RecordingProcess.event(number);
                if (event.kind() == Engagement.Kind.VIEW) {
                    assertThat(store.record(event, CountingPolicy.defaults()))
                            .as("event " + number + " of " + counted)
                            .isEqualTo(Outcome.REPEAT);
                }
            }
            int first = counted;
            while (RecordingProcess.event(first).kind() != Engagement.Kind.VIEW) {
                first++;
            }
            assertThat(store.record(RecordingProcess.event(first), CountingPolicy.defaults()))
                    .as("event " + first + ", which is lost")
                    .isEqualTo(Outcome.COUNTED);
            long lost = counted > told.last()
                    ? 0
                    : told.times().get(told.last() - next) - told.times().get(counted - next);
            skipTo(store, counted, first);
            return lost;
        }
    }

    /** Makes up for the events up to the one that was recorded here. */
    private void skipTo(EngagementStore store, int counted, int first) {
        for (int number = counted; number < first; number++) {
            store.record(RecordingProcess.event(number), CountingPolicy.defaults());
        }
        next = first + 1;
    }
}
