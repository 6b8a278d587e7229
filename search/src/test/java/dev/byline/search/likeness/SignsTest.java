package dev.byline.search.likeness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SignsTest {
    private static long[] signs(byte[] direction) {
        long[] signs = new long[Signs.LONGS];
        Signs.write(direction, signs, 0);
        return signs;
    }

    private static int distance(byte[] one, byte[] other) {
        return Signs.distance(signs(one), 0, signs(other), 0);
    }

    private static byte[] random(Random random, int width) {
        byte[] direction = new byte[width];
        for (int i = 0; i < width; i++) {
            direction[i] = (byte) Math.max(-127, Math.min(127, Math.round(40 * random.nextGaussian())));
        }
        return direction;
    }

    @Test
    void they_differ_as_far_as_the_angle_is_wide() {
        Random random = new Random(4);
        double sum = 0;
        for (int i = 0; i < 200; i++) {
            byte[] one = random(random, 200);
            byte[] other = random(random, 200);
            // Some near, some far.
            for (int j = 0; j < 200; j++) {
                other[j] = (byte) ((one[j] * (i % 10) + other[j] * (10 - i % 10)) / 10);
            }
            double cosine = Vectors.dot(one, 0, other, 0, 200)
                    / Math.sqrt((double) Vectors.square(one, 0, 200) * Vectors.square(other, 0, 200));
            double angle = Math.acos(cosine) / Math.PI;
            double told = distance(one, other) / (double) Signs.COUNT;
            assertThat(told).isCloseTo(angle, within(0.16));
            sum += told - angle;
        }
        assertThat(sum / 200).isCloseTo(0, within(0.01));
    }

    @Test
    void of_the_same_direction_none_differs_and_of_opposite_ones_nearly_all_do() {
        byte[] one = random(new Random(2), 120);
        byte[] opposite = new byte[one.length];
        byte[] longer = new byte[one.length];
        for (int i = 0; i < one.length; i++) {
            one[i] = (byte) (one[i] / 2);
            opposite[i] = (byte) -one[i];
            longer[i] = (byte) (2 * one[i]);
        }
        assertThat(distance(one, longer)).isZero();
        assertThat(distance(one, opposite)).isGreaterThan(240);
        assertThat(distance(new byte[0], new byte[0])).isZero();
    }

    @Test
    void one_coordinate_alone_tells_as_well() {
        byte[] east = {127, 0, 0};
        byte[] north = {0, 127, 0};
        assertThat(distance(east, north)).isEqualTo(Signs.COUNT / 2);
    }
}
