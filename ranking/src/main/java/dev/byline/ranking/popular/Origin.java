package dev.byline.ranking.popular;

import java.util.Comparator;

/** Which delta of which node told of something; the order is that of time, as far as clocks agree. */
record Origin(long epoch, long sequence, String node) implements Comparable<Origin> {
    /** Of what no delta told. */
    static final Origin NONE = new Origin(0, 0, "");

    private static final Comparator<Origin> ORDER = Comparator.comparingLong(Origin::epoch)
            .thenComparingLong(Origin::sequence)
            .thenComparing(Origin::node);

    @Override
    public int compareTo(Origin other) {
        return ORDER.compare(this, other);
    }
}
