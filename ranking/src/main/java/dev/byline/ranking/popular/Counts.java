package dev.byline.ranking.popular;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How often an article was read, shared, commented on and reacted to, and by how many it was read.
 *
 * @param views views, 0 or more
 * @param shares shares by network, each 1 or more, by name; those of 0 are left out
 * @param comments comments, 0 or more
 * @param reactions reactions, 0 or more
 * @param visitors visitors, each once in a UTC day, 0 or more; 0 where they are not counted
 */
@JsonPropertyOrder({"views", "shares", "comments", "reactions", "visitors"})
@JsonIgnoreProperties(ignoreUnknown = true)
public record Counts(
        long views,
        SortedMap<String, Long> shares,
        long comments,
        long reactions,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) long visitors) {
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
        if (views < 0 || comments < 0 || reactions < 0 || visitors < 0) {
            throw new IllegalArgumentException("can't be " + views + " views, " + comments + " comments, " + reactions
                    + " reactions, " + visitors + " visitors");
        }
    }

    /** Without visitors. */
    public Counts(long views, SortedMap<String, Long> shares, long comments, long reactions) {
        this(views, shares, comments, reactions, 0);
    }

    /** Binds JSON; what is missing is none. */
    @JsonCreator
    public static Counts fromJson(
            @JsonProperty("views") @Nullable Long views,
            @JsonProperty("shares") @Nullable SortedMap<String, Long> shares,
            @JsonProperty("comments") @Nullable Long comments,
            @JsonProperty("reactions") @Nullable Long reactions,
            @JsonProperty("visitors") @Nullable Long visitors) {
        return new Counts(
                views == null ? 0 : views,
                shares == null ? new TreeMap<>() : shares,
                comments == null ? 0 : comments,
                reactions == null ? 0 : reactions,
                visitors == null ? 0 : visitors);
    }

    /** These views and shares, and nothing else. */
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
            case VISITORS -> visitors;
        };
    }

    /** Both together. */
    public Counts plus(Counts other) {
        SortedMap<String, Long> both = new TreeMap<>(shares);
        other.shares.forEach((network, count) -> both.merge(network, count, Counts::added));
        return new Counts(
                added(views, other.views),
                both,
                added(comments, other.comments),
                added(reactions, other.reactions),
                added(visitors, other.visitors));
    }

    /** Stays at the greatest number where an opening balance is out of all proportion. */
    static long added(long one, long other) {
        long sum = one + other;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }
}
