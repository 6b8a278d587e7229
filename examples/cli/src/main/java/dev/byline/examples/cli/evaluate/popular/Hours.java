package dev.byline.examples.cli.evaluate.popular;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.function.IntToDoubleFunction;

/** The views that count, hour by hour of UTC: what a formula may look at, and what it is to tell. */
final class Hours {
    static final long LENGTH = Duration.ofHours(1).toMillis();

    /** The most hours, a hundred years; one wrong date must not cost all memory. */
    private static final int MOST = 876_000;

    /**
     * What was read in an hour.
     *
     * @param items the items that were read, by number
     * @param views how often each was
     */
    @SuppressWarnings("ArrayRecordComponent") // shared with nobody but formulas, and there are many
    record Bucket(int[] items, long[] views) {
        static final Bucket NONE = new Bucket(new int[0], new long[0]);
    }

    private final List<Bucket> buckets = new ArrayList<>();
    private final long first;
    private final int items;
    private final long[] firstSeen;

    /** All hours from the first event to the last. */
    Hours(Trace trace, Replay replay) {
        first = Math.floorDiv(trace.first(), LENGTH);
        items = trace.items().size();
        firstSeen = replay.firstSeen();
        long last = Math.min(Math.floorDiv(trace.last(), LENGTH), first + MOST);
        for (long hour = first; hour <= last; hour++) {
            buckets.add(bucket(replay.read(hour * LENGTH - 1, (hour + 1) * LENGTH - 1)));
        }
    }

    private static Bucket bucket(SortedMap<Integer, Long> read) {
        return read.isEmpty()
                ? Bucket.NONE
                : new Bucket(
                        read.keySet().stream().mapToInt(Integer::intValue).toArray(),
                        read.values().stream().mapToLong(Long::longValue).toArray());
    }

    int count() {
        return buckets.size();
    }

    /** What is known at the beginning of an hour, from 0. */
    State at(int hour) {
        return new State(hour);
    }

    /** What was read in an hour, for each item. */
    long[] counts(int hour) {
        long[] counts = new long[items];
        Bucket bucket = buckets.get(hour);
        for (int i = 0; i < bucket.items().length; i++) {
            counts[bucket.items()[i]] = bucket.views()[i];
        }
        return counts;
    }

    boolean isEmpty(int hour) {
        return buckets.get(hour).items().length == 0;
    }

    /** What is known at the beginning of an hour: nothing of what comes. */
    final class State {
        private final int hour;

        private State(int hour) {
            this.hour = hour;
        }

        /** How many items there are, also those that nobody has read yet. */
        int items() {
            return items;
        }

        /** How many hours have passed. */
        int past() {
            return hour;
        }

        /** The moment, in milliseconds since 1970. */
        long at() {
            return (first + hour) * LENGTH;
        }

        /** What was read so many hours ago; 1 is the hour that has just ended. */
        Bucket bucket(int hoursAgo) {
            return hoursAgo < 1 || hoursAgo > hour ? Bucket.NONE : buckets.get(hour - hoursAgo);
        }

        /** When an item was first read, in milliseconds since 1970; of those that nobody has read yet, nothing is told. */
        long firstSeen(int item) {
            return firstSeen[item] < at() ? firstSeen[item] : Long.MIN_VALUE;
        }

        /** The sum of each item's views, each hour's times a weight by how many hours ago it was. */
        double[] weighed(int hours, IntToDoubleFunction weight) {
            double[] sums = new double[items];
            for (int ago = 1; ago <= Math.min(hours, hour); ago++) {
                Bucket bucket = bucket(ago);
                double each = weight.applyAsDouble(ago);
                for (int i = 0; i < bucket.items().length; i++) {
                    sums[bucket.items()[i]] += each * bucket.views()[i];
                }
            }
            return sums;
        }
    }
}
