package dev.byline.examples.cli.evaluate.popular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TenTest {
    private static final long[] COUNTS = {9, 8, 7, 6, 5, 4, 3, 2, 1, 1, 1, 1, 0};

    @Test
    void thoseThatShareTheLastPlaceAreAsGoodAsEachOther() {
        assertThat(Ten.overlap(new int[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, COUNTS))
                .isEqualTo(1);
        assertThat(Ten.overlap(new int[] {7, 6, 5, 4, 3, 2, 1, 0, 10, 11}, COUNTS))
                .isEqualTo(1);
    }

    @Test
    void moreOfThemThanThereIsRoomForDoNotStandForTheOthers() {
        assertThat(Ten.overlap(new int[] {0, 1, 2, 3, 4, 5, 8, 9, 10, 11}, COUNTS))
                .isEqualTo(.8);
        assertThat(Ten.overlap(new int[] {8, 9, 10, 11}, COUNTS)).isEqualTo(.2);
        assertThat(Ten.overlap(new int[] {12}, COUNTS)).isZero();
    }

    @Test
    void aShortTenIsWhole() {
        assertThat(Ten.overlap(new int[] {1}, new long[] {0, 5, 3})).isEqualTo(.5);
        assertThat(Ten.overlap(new int[] {2, 1, 0}, new long[] {0, 5, 3})).isEqualTo(1);
        assertThat(Ten.overlap(new int[0], new long[3])).isEqualTo(1);
        assertThat(Ten.overlap(new int[] {0}, new long[3])).isZero();
    }

    @Test
    void whatChangedIsWhatWasNotThere() {
        assertThat(Ten.changed(new int[] {1, 2, 3}, new int[] {3, 4})).isEqualTo(2);
        assertThat(Ten.changed(new int[0], new int[] {3, 4})).isZero();
    }

    @Property
    void theGreatestAreThoseThatSortingPutsFirst(
            @ForAll @Size(max = 40) double @DoubleRange(min = -1, max = 3) [] raw,
            @ForAll @IntRange(max = 3) int coarse) {
        double[] scores =
                Arrays.stream(raw).map(score -> Math.rint(score * coarse)).toArray();
        int[] sorted = IntStream.range(0, scores.length)
                .filter(i -> scores[i] > 0)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(i -> -scores[i])
                        .thenComparingDouble(i -> -(i % 3))
                        .thenComparingInt(i -> i))
                .limit(10)
                .mapToInt(i -> i)
                .toArray();
        assertThat(Ten.greatest(scores, i -> i % 3)).isEqualTo(sorted);
    }

    @Property
    void theRightTenAreAllFound(
            @ForAll @Size(max = 40) long @net.jqwik.api.constraints.LongRange(min = 0, max = 9) [] counts) {
        double[] scores = Arrays.stream(counts).asDoubleStream().toArray();
        assertThat(Ten.overlap(Ten.greatest(scores, i -> 0), counts)).isEqualTo(1, within(0.0));
    }
}
