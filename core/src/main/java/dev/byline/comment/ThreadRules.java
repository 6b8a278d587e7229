package dev.byline.comment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a thread is put in order; by default as WordPress does: everything oldest first, and the replies to a comment that
 * is not shown move up.
 *
 * <p>Read from JSON, what is missing is as in {@link #defaults()}.
 *
 * @param roots the order of the comments on the top level
 * @param replies the order of the replies to one comment
 * @param gone what stands in the place of a comment that is not shown
 */
@JsonPropertyOrder({"roots", "replies", "gone"})
@JsonIgnoreProperties(ignoreUnknown = true)
public record ThreadRules(Order roots, Order replies, Gone gone) {
    private static final ThreadRules DEFAULTS = new ThreadRules(Order.OLDEST, Order.OLDEST, Gone.PROMOTE);

    /** The order of siblings; of equal ones the newer comes first, then the greater id, but for {@link #OLDEST}. */
    public enum Order {
        /** By {@link Comment#OLDEST_FIRST}. */
        @JsonProperty("oldest")
        OLDEST,

        /** The other way round. */
        @JsonProperty("newest")
        NEWEST,

        /** By the newest comment shown in the whole subtree, itself included. */
        @JsonProperty("active")
        ACTIVE,

        /** By {@link CommentThread.Votes#score}; of those that nobody voted for, what fewer voted against comes first. */
        @JsonProperty("score")
        SCORE,

        /** By {@link CommentThread.Votes#controversy}. */
        @JsonProperty("controversy")
        CONTROVERSY
    }

    /** What stands in the place of a comment that is there but not shown. */
    public enum Gone {
        /** Nothing: its replies move up to the nearest comment above that is shown. */
        @JsonProperty("promote")
        PROMOTE,

        /** An entry that shows nothing of it, wherever shown comments hang below it; it has no votes. */
        @JsonProperty("tombstone")
        TOMBSTONE,

        /** Nothing: all that hangs below it goes with it. */
        @JsonProperty("prune")
        PRUNE
    }

    /** Checks that nothing is missing. */
    public ThreadRules {
        Objects.requireNonNull(roots, "roots");
        Objects.requireNonNull(replies, "replies");
        Objects.requireNonNull(gone, "gone");
    }

    /** Oldest first, replies move up. */
    public static ThreadRules defaults() {
        return DEFAULTS;
    }

    /** The rules in a JSON document; what is null is as in {@link #defaults()}. */
    @JsonCreator
    public static ThreadRules fromJson(
            @JsonProperty("roots") @Nullable Order roots,
            @JsonProperty("replies") @Nullable Order replies,
            @JsonProperty("gone") @Nullable Gone gone) {
        return new ThreadRules(
                roots == null ? DEFAULTS.roots : roots,
                replies == null ? DEFAULTS.replies : replies,
                gone == null ? DEFAULTS.gone : gone);
    }

    /** The same with the top level in this order. */
    public ThreadRules roots(Order order) {
        return new ThreadRules(order, replies, gone);
    }

    /** The same with replies in this order. */
    public ThreadRules replies(Order order) {
        return new ThreadRules(roots, order, gone);
    }

    /** The same, but this stands in the place of what is not shown. */
    public ThreadRules gone(Gone gone) {
        return new ThreadRules(roots, replies, gone);
    }
}
