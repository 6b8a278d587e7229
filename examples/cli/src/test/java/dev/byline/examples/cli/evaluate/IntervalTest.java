package dev.byline.examples.cli.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IntervalTest {
    @Test
    void a_difference_that_is_always_the_same_is_certain() {
        Interval interval = Interval.ofDifference(new double[] {0.5, 0.75, 1}, new double[] {0.25, 0.5, 0.75});
        assertThat(interval).isEqualTo(new Interval(0.25, 0.25, 0.25));
    }

    @Test
    void the_pairs_count_and_not_the_two_lists() {
        double[] first = {0.9, 0.1, 0.5, 0.3};
        // As far apart as can be within each list, and yet no doubt of the difference.
        double[] second = Arrays.stream(first).map(value -> value - 0.01).toArray();
        Interval interval = Interval.ofDifference(first, second);
        assertThat(interval.low()).isCloseTo(0.01, within(1e-12));
        assertThat(interval.high()).isCloseTo(0.01, within(1e-12));
    }

    @Test
    void two_questions_of_which_one_is_won_may_come_out_any_way() {
        // One quarter of the draws holds the lost question twice, another the won one.
        assertThat(Interval.ofDifference(new double[] {1, 0}, new double[] {0, 1}))
                .isEqualTo(new Interval(0, -1, 1));
    }

    @Test
    void many_questions_give_what_the_normal_distribution_says() {
        Random random = new Random(7);
        double[] first = random.doubles(2_000).toArray();
        double[] second = random.doubles(2_000).toArray();
        double mean = 0;
        for (int i = 0; i < first.length; i++) {
            mean += (first[i] - second[i]) / first.length;
        }
        Interval interval = Interval.ofDifference(first, second);
        assertThat(interval.mean()).isCloseTo(mean, within(1e-12));
        // The difference of two uniform values has the variance 1/6.
        double half = 1.96 * Math.sqrt(1.0 / 6 / first.length);
        assertThat(interval.low()).isCloseTo(mean - half, within(0.002));
        assertThat(interval.high()).isCloseTo(mean + half, within(0.002));
        assertThat(Interval.ofDifference(first, second)).isEqualTo(interval);
    }

    @Test
    void lists_must_pair() {
        assertThatIllegalArgumentException().isThrownBy(() -> Interval.ofDifference(new double[1], new double[2]));
        assertThatIllegalArgumentException().isThrownBy(() -> Interval.ofDifference(new double[0], new double[0]));
    }
}
