package dev.byline.examples.cli.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PercentileTest {
    @Test
    void a_percentile_is_one_of_the_values() {
        double[] hundred =
                IntStream.rangeClosed(1, 100).mapToDouble(i -> 101 - i).toArray();
        assertThat(Percentile.of(hundred, 0.50)).isEqualTo(50);
        assertThat(Percentile.of(hundred, 0.99)).isEqualTo(99);
        assertThat(Percentile.of(new double[] {3, 1, 2}, 0.50)).isEqualTo(2);
        assertThat(Percentile.of(new double[] {3, 1, 2}, 0.99)).isEqualTo(3);
        assertThat(Percentile.of(new double[] {7}, 0.50)).isEqualTo(7);
    }

    @Test
    void what_was_indexed_is_gone_afterwards() throws IOException {
        Path path;
        try (TemporaryFolder folder = TemporaryFolder.create()) {
            path = folder.path();
            Files.createDirectories(path.resolve("below"));
            Files.writeString(path.resolve("below/file"), "text");
        }
        assertThat(path).doesNotExist();
    }
}
