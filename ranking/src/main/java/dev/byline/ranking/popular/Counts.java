package dev.byline.ranking.popular;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How often an article was read and shared.
 *
 * @param views views, 0 or more
 * @param shares shares by network, each 1 or more, by name; those of 0 are left out
 */
@JsonPropertyOrder({"views", "shares"})
@JsonIgnoreProperties(ignoreUnknown = true)
public record Counts(long views, SortedMap<String, Long> shares) {
    /** Neither read nor shared. */
    public static final Counts NONE = new Counts(0, new TreeMap<>());

    /** Copies the map and checks that nothing is below zero. */
    public Counts {
        SortedMap<String, Long> copy = new TreeMap<>();
        if (shares != null) {
            shares.forEach((network, count) -> {
                if (count < 0) {
                    throw new IllegalArgumentException("can't be " + count + " shares on " + network);
                }
                if (count > 0) {
                    copy.put(network, count);
                }
            });
        }
        shares = Collections.unmodifiableSortedMap(copy);
        if (views < 0) {
            throw new IllegalArgumentException("can't be " + views + " views");
        }
    }

    /** These views and shares. */
    public static Counts of(long views, Map<String, Long> shares) {
        return new Counts(views, new TreeMap<>(shares));
    }

    /** The shares on all networks together. */
    public long allShares() {
        long sum = 0;
        for (long count : shares.values()) {
            sum = added(sum, count);
        }
        return sum;
    }

    /** The number that a list is ordered by. */
    public long by(Measure measure) {
        return measure == Measure.VIEWS ? views : allShares();
    }

    /** Both together. */
    public Counts plus(Counts other) {
        SortedMap<String, Long> both = new TreeMap<>(shares);
        other.shares.forEach((network, count) -> both.merge(network, count, Counts::added));
        return new Counts(added(views, other.views), both);
    }

    /** Stays at the greatest number where an opening balance is out of all proportion. */
    static long added(long one, long other) {
        long sum = one + other;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }
}
