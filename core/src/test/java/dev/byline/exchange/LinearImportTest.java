package dev.byline.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.exchange.LargeImport.Format;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** That a byte of a large file costs what a byte of a small one does. */
@Tag("timed")
class LinearImportTest {
    private static final int TIMES_LARGER = 4;

    @ParameterizedTest
    @EnumSource
    void four_times_the_bytes_take_about_four_times_as_long(Format format) {
        byte[] small = format.bytes(1);
        byte[] large = format.bytes(TIMES_LARGER);
        time(format, large);
        long smallest = Long.MAX_VALUE;
        long largest = Long.MAX_VALUE;
        for (int round = 0; round < 5; round++) {
            smallest = Math.min(smallest, time(format, small));
            largest = Math.min(largest, time(format, large));
        }
        // What grows with the square takes sixteen times as long.
        assertThat((double) largest / smallest).isLessThan(2 * TIMES_LARGER);
    }

    private static long time(Format format, byte[] bytes) {
        long start = System.nanoTime();
        ImportReport report = format.reader().read(ContentSource.of("large", bytes), item -> {});
        long nanos = System.nanoTime() - start;
        assertThat(report.refused()).isFalse();
        return nanos;
    }
}
