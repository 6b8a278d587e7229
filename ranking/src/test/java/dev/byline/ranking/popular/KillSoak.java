package dev.byline.ranking.popular;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A thousand processes are killed at random moments, by turns with and without an interval. */
class KillSoak {
    private static final int ROUNDS = Integer.getInteger("byline.kills", 1000);
    private static final int ROUNDS_OF_A_FOLDER = 10;

    @TempDir
    private Path folder;

    @Test
    void nothingCountsTwiceAndNoMoreThanTheIntervalIsLost() throws IOException, InterruptedException {
        Random random = new Random(7);
        List<Long> lost = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round += 2 * ROUNDS_OF_A_FOLDER) {
            Killing each = new Killing(Files.createDirectory(folder.resolve("each-" + round)), Duration.ZERO);
            Killing grouped =
                    new Killing(Files.createDirectory(folder.resolve("grouped-" + round)), Duration.ofMillis(100));
            for (int i = 0; i < ROUNDS_OF_A_FOLDER; i++) {
                assertThat(each.next(random.nextInt(400))).isZero();
                lost.add(grouped.next(random.nextInt(400)));
            }
        }
        Collections.sort(lost);
        System.out.printf(
                "%d kills with an interval of 100 ms: lost %d ms in the middle, %d ms of 99 %%, %d ms at the most%n",
                lost.size(), lost.get(lost.size() / 2), lost.get(lost.size() * 99 / 100), lost.get(lost.size() - 1));
        assertThat(lost.get(lost.size() / 2)).isLessThanOrEqualTo(100);
        assertThat(lost.get(lost.size() - 1)).isLessThan(2000);
    }
}
