package dev.byline.examples.cli.evaluate.popular;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/** Lists of ten, judged fairly where many share a place. */
final class Ten {
    static final int SIZE = 10;

    private Ten() {}

    /** The greatest ten above zero, the greatest first; of equals the one with the greater {@code then}, then the first. */
    static int[] greatest(double[] scores, IntToDoubleFunction then) {
        int[] list = new int[SIZE];
        int length = 0;
        for (int item = 0; item < scores.length; item++) {
            if (!(scores[item] > 0)) {
                continue;
            }
            int place = length;
            while (place > 0 && isBefore(item, list[place - 1], scores, then)) {
                place--;
            }
            if (place < SIZE) {
                length = Math.min(SIZE, length + 1);
                System.arraycopy(list, place, list, place + 1, length - 1 - place);
                list[place] = item;
            }
        }
        return Arrays.copyOf(list, length);
    }

    private static boolean isBefore(int item, int other, double[] scores, IntToDoubleFunction then) {
        int order = Double.compare(scores[item], scores[other]);
        return order != 0 ? order > 0 : then.applyAsDouble(item) > then.applyAsDouble(other);
    }

    /**
     * Which share of the ten that should be listed is listed. Those that share the last place are as good as each other,
     * but only as many as there is room for; all that are above that place should be there.
     *
     * @param list items, each once; no more than the first ten are looked at
     * @param counts what each item counts; only those above zero should be listed
     * @return 0 to 1; 1 where nothing should be listed and nothing is
     */
    static double overlap(int[] list, long[] counts) {
        long[] sorted =
                Arrays.stream(counts).filter(count -> count > 0).sorted().toArray();
        int room = Math.min(SIZE, sorted.length);
        if (room == 0) {
            return list.length == 0 ? 1 : 0;
        }
        long last = sorted[sorted.length - room];
        int above = (int) Arrays.stream(sorted).filter(count -> count > last).count();
        int found = 0;
        int onLast = 0;
        for (int i = 0; i < Math.min(SIZE, list.length); i++) {
            found += counts[list[i]] > last ? 1 : 0;
            onLast += counts[list[i]] == last ? 1 : 0;
        }
        return (double) (found + Math.min(onLast, room - above)) / room;
    }

    /** How many of a list are not in another. */
    static int changed(int[] list, int[] before) {
        return (int) Arrays.stream(list)
                .filter(item -> Arrays.stream(before).noneMatch(other -> other == item))
                .count();
    }
}
