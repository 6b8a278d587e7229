package dev.byline.examples.cli.evaluate.related;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PairsTest {
    @Test
    void the_correlation_is_as_by_hand() {
        // Around the means 2 and 4: (-1, 0, 1) and (-2, 1, 1); 3 over the root of 2 * 6.
        assertThat(Pairs.pearson(new double[] {1, 2, 3}, new double[] {2, 5, 5}))
                .isCloseTo(3 / Math.sqrt(12), within(1e-12));
        assertThat(Pairs.pearson(new double[] {1, 2, 4}, new double[] {-3, -5, -9}))
                .isCloseTo(-1, within(1e-12));
    }

    @Test
    void what_never_changes_goes_with_nothing() {
        assertThat(Pairs.pearson(new double[] {1, 1}, new double[] {1, 2})).isNull();
        assertThat(Pairs.pearson(new double[] {1}, new double[] {2})).isNull();
    }
}
