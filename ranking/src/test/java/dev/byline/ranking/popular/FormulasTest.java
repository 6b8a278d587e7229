package dev.byline.ranking.popular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Values that the formulas' sources give, to all digits that are known of them. */
class FormulasTest {
    private static final Instant EPOCH = Instant.ofEpochSecond(1_134_028_003L);

    @Test
    void redditHot() {
        assertThat(Formulas.redditHot(10, 0, EPOCH)).isEqualTo(1.0);
        assertThat(Formulas.redditHot(10, 0, EPOCH.plusSeconds(45_000))).isEqualTo(2.0);
        assertThat(Formulas.redditHot(0, 0, EPOCH)).isZero();
        assertThat(Formulas.redditHot(0, 100, EPOCH)).isEqualTo(-2.0);
        assertThat(Formulas.redditHot(2, 0, EPOCH)).isEqualTo(.30103);
    }

    @Test
    void hackerNews() {
        assertThat(Formulas.hackerNews(10, 60, 1)).isEqualTo(.8027415618, within(5e-11));
        assertThat(Formulas.hackerNews(100, 600, 1)).isEqualTo(.4507979296, within(5e-11));
        assertThat(Formulas.hackerNews(100, 600, .5)).isEqualTo(.2253989648, within(5e-11));
        assertThat(Formulas.hackerNews(0, 0, 1)).isZero();
    }

    @Test
    void lemmyHot() {
        assertThat(Formulas.lemmyHot(10, 3)).isEqualTo(.0595591350, within(5e-11));
        assertThat(Formulas.lemmyHot(10, 167.999)).isPositive();
        assertThat(Formulas.lemmyHot(10, 168)).isZero();
        assertThat(Formulas.lemmyHot(-50, 3)).isEqualTo(Formulas.lemmyHot(0, 3));
    }

    @Test
    void wilsonLowerBound() {
        // 1.96, to all the digits that 97.5 % has.
        assertThat(Formulas.wilson(90, 10, 1.959963984540054)).isEqualTo(.8256343385, within(5e-11));
        assertThat(Formulas.wilson(90, 10, 1.96)).isEqualTo(.8256326956, within(5e-11));
        assertThat(Formulas.wilson(10, 0, 1.281551565545)).isEqualTo(.8589313179, within(5e-11));
        assertThat(Formulas.wilson(0, 0, 1.96)).isZero();
        assertThat(Formulas.wilson(0, 10, 1.96)).isZero();
    }

    @Test
    void mastodonTrends() {
        assertThat(Formulas.trend(20, 4, 5)).isEqualTo(64);
        assertThat(Formulas.trend(4, 0, 5)).isZero();
        assertThat(Formulas.trend(5, 0, 5)).isEqualTo(16);
        assertThat(Formulas.trend(9, 9, 5)).isZero();
        assertThat(Formulas.trend(9, 10, 5)).isZero();
        assertThat(Formulas.trend(20, 4, 5) * Formulas.halved(8, 8)).isEqualTo(32);
        assertThat(Formulas.trend(20, 4, 5) * Formulas.halved(24, 8)).isEqualTo(8);
    }

    @Test
    void forwardDecay() {
        assertThat(decayed(List.of(8L), 0, 3)).isEqualTo(8);
        assertThat(decayed(List.of(8L, 0L, 0L, 1L), 3, 3)).isEqualTo(5);
        assertThat(decayed(List.of(16L, 0L, 0L, 0L, 0L, 0L, 0L), 6, 3)).isEqualTo(4);
        assertThat(decayed(List.of(1L, 1L), 500_000, 2)).isEqualTo(1 + Math.sqrt(.5), within(1e-12));
        assertThat(decayed(List.of(), 5, 2)).isZero();
        assertThat(new Formulas.Decay(9, 2, 1).of(new long[] {99, 2, 1})).isEqualTo(2);
    }

    @Test
    void wordPressAverage() {
        assertThat(Formulas.average(30, 3)).isEqualTo(10);
        assertThat(Formulas.average(30, 1)).isEqualTo(30);
        assertThat(Formulas.average(30, 0)).isEqualTo(30);
    }

    @Property(tries = 300)
    void theOrderOfDecayNeedsNoClock(
            @ForAll @Size(min = 1, max = 40) List<@LongRange(min = 0, max = 1000) Long> one,
            @ForAll @Size(min = 1, max = 40) List<@LongRange(min = 0, max = 1000) Long> other,
            @ForAll @IntRange(min = 0, max = 600_000) int last,
            @ForAll @IntRange(min = 0, max = 200) int later,
            @ForAll @DoubleRange(min = 1, max = 48) double halfLife) {
        int now = Double.compare(decayed(one, last, halfLife), decayed(other, last, halfLife));
        int then = Double.compare(
                decayed(later(one, later), last + later, halfLife),
                decayed(later(other, later), last + later, halfLife));
        assertThat(now * then).isNotNegative();
    }

    @Property(tries = 300)
    void anyNumbersGiveFiniteOnes(
            @ForAll long number, @ForAll long other, @ForAll @DoubleRange(min = -1e17, max = 1e17) double time) {
        double up = Math.abs((double) number);
        double down = Math.abs((double) other);
        assertThat(List.of(
                        Formulas.redditHot(up, down, Instant.MIN),
                        Formulas.redditHot(up, down, Instant.MAX),
                        Formulas.hackerNews(up, time, 1),
                        Formulas.lemmyHot(up, time),
                        Formulas.wilson(up, down, 1.96),
                        Formulas.trend(up, down, 5),
                        Formulas.halved(Math.abs(time), 8),
                        decayed(List.of(Long.MAX_VALUE, 1L), Math.abs((long) time), 3)))
                .allSatisfy(value -> assertThat(value).isFinite());
        assertThat(Formulas.wilson(up, down, 1.96)).isBetween(0.0, 1.0);
    }

    private static double decayed(List<Long> counts, long last, double halfLife) {
        return new Formulas.Decay(last, counts.size(), halfLife)
                .of(counts.stream().mapToLong(Long::longValue).toArray());
    }

    private static List<Long> later(List<Long> counts, int buckets) {
        List<Long> all = new ArrayList<>(counts);
        LongStream.range(0, buckets).forEach(i -> all.add(0L));
        return all;
    }
}
