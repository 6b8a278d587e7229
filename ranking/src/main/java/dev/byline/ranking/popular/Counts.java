package dev.byline.ranking.popular;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How often an article was read, shared, commented on and reacted to.
 *
 * @param views views, 0 or more
 * @param shares shares by network, each 1 or more, by name; those of 0 are left out
 * @param comments comments, 0 or more
 * @param reactions reactions, 0 or more
 */
@JsonPropertyOrder({"views", "shares", "comments", "reactions"})
@JsonIgnoreProperties(ignoreUnknown = true)
public record Counts(long views, SortedMap<String, Long> shares, long comments, long reactions) {
    /** Nothing at all. */
    public static final Counts NONE = new Counts(0, new TreeMap<>(), 0, 0);

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
        if (views < 0 || comments < 0 || reactions < 0) {
            throw new IllegalArgumentException(
                    "can't be " + views + " views, " + comments + " comments, " + reactions + " reactions");
        }
    }

    /** Binds JSON; what is missing is none. */
    @JsonCreator
    public static Counts fromJson(
            @JsonProperty("views") @Nullable Long views,
            @JsonProperty("shares") @Nullable SortedMap<String, Long> shares,
            @JsonProperty("comments") @Nullable Long comments,
            @JsonProperty("reactions") @Nullable Long reactions) {
        return new Counts(
                views == null ? 0 : views,
                shares == null ? new TreeMap<>() : shares,
                comments == null ? 0 : comments,
                reactions == null ? 0 : reactions);
    }

    /** These views and shares, without comments and reactions. */
    public static Counts of(long views, Map<String, Long> shares) {
        return new Counts(views, new TreeMap<>(shares), 0, 0);
    }

    /** The shares on all networks together. */
    public long allShares() {
        long sum = 0;
        for (long count : shares.values()) {
            sum = added(sum, count);
        }
        return sum;
    }

    /** One of the numbers. */
    public long by(Measure measure) {
        return switch (measure) {
            case VIEWS -> views;
            case SHARES -> allShares();
            case COMMENTS -> comments;
            case REACTIONS -> reactions;
        };
    }

    /** Both together. */
    public Counts plus(Counts other) {
        SortedMap<String, Long> both = new TreeMap<>(shares);
        other.shares.forEach((network, count) -> both.merge(network, count, Counts::added));
        return new Counts(
                added(views, other.views), both, added(comments, other.comments), added(reactions, other.reactions));
    }

    /** Stays at the greatest number where an opening balance is out of all proportion. */
    static long added(long one, long other) {
        long sum = one + other;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }
}
