package dev.byline.ranking.popular;

import java.util.Comparator;

/** Which delta of which node told of something; the order is that of time, as far as clocks agree. */
record DeltaKey(long epoch, long sequence, String node) implements Comparable<DeltaKey> {
    /** Of what no delta told. */
    static final DeltaKey NONE = new DeltaKey(0, 0, "");

    private static final Comparator<DeltaKey> ORDER = Comparator.comparingLong(DeltaKey::epoch)
            .thenComparingLong(DeltaKey::sequence)
            .thenComparing(DeltaKey::node);

    @Override
    public int compareTo(DeltaKey other) {
        return ORDER.compare(this, other);
    }
}
