package dev.byline.ranking.popular;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that records is killed in the middle of it, without a chance to say goodbye. */
class KillTest {
    @TempDir
    private Path folder;

    @Test
    void whereEachEventWaitsForTheDiskNothingIsLostAndNothingCountsTwice() throws IOException, InterruptedException {
        Killing killing = new Killing(folder, Duration.ZERO);
        Random random = new Random(23);
        for (int round = 0; round < 3; round++) {
            assertThat(killing.next(50 + random.nextInt(500))).isZero();
        }
    }

    @Test
    void elseNoMoreThanTheIntervalIsLostAndNothingCountsTwice() throws IOException, InterruptedException {
        Killing killing = new Killing(folder, Duration.ofMillis(100));
        Random random = new Random(24);
        for (int round = 0; round < 3; round++) {
            // A machine that is busy may be late to write; figures are in docs/benchmarks.md.
            assertThat(killing.next(50 + random.nextInt(500))).isLessThan(2000);
        }
    }
}
