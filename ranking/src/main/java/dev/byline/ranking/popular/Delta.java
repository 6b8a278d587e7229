package dev.byline.ranking.popular;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.byline.article.ArticleId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What one node counted between two moments, for the others to add: see {@link EngagementNode}.
 *
 * <p>A node's deltas are told apart by epoch and sequence, so it does no harm to tell of one twice, nor in which order they are
 * told. Nothing of a visitor is in them.
 *
 * @param node the name of the node that counted, 1 to {@value #LONGEST_NODE} characters
 * @param epoch when that node was opened, in milliseconds since 1970; greater each time
 * @param sequence the number of the delta within the epoch, from 1 on
 * @param minutes what was counted
 * @param balances opening balances that were stated
 */
@JsonPropertyOrder({"node", "epoch", "sequence", "minutes", "balances"})
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonIgnoreProperties(ignoreUnknown = true)
public record Delta(String node, long epoch, long sequence, List<Minute> minutes, List<Balance> balances) {
    /** The most characters of a node's name. */
    public static final int LONGEST_NODE = 100;

    /** Checks name and numbers, and copies the lists; one that is missing is empty. */
    public Delta {
        checkNode(node);
        if (epoch < 0 || sequence < 1) {
            throw new IllegalArgumentException("there is no delta " + sequence + " of epoch " + epoch);
        }
        minutes = minutes == null ? List.of() : List.copyOf(minutes);
        balances = balances == null ? List.of() : List.copyOf(balances);
    }

    /**
     * What was counted of one minute.
     *
     * @param at an instant in it, between 1970 and 4000
     * @param changes what to add
     */
    @JsonPropertyOrder({"at", "changes"})
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Minute(
            @JsonFormat(shape = JsonFormat.Shape.STRING) Instant at, List<Change> changes) {
        /** Checks the instant and copies the list. */
        public Minute {
            checkInstant(at);
            changes = List.copyOf(changes);
        }
    }

    /**
     * What to add to one number of an article.
     *
     * @param article the article
     * @param counted what was counted: {@code views}, {@code comments}, {@code reactions}, {@code repeats}, {@code bots},
     *     {@code prefetches}, {@code editors}, {@code floods}, {@code visitors}, or {@code shares/} and a network
     * @param by how many; below 0 where a view turned out to belong to an earlier minute, at most 2^53 either way
     */
    @JsonPropertyOrder({"article", "counted", "by"})
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Change(ArticleId article, String counted, long by) {
        private static final long MOST = 1L << 53;

        /** Checks the number. */
        public Change {
            Objects.requireNonNull(article, "article");
            Objects.requireNonNull(counted, "counted");
            if (by < -MOST || by > MOST) {
                throw new IllegalArgumentException("no node counts " + by + " " + counted);
            }
        }
    }

    /**
     * An opening balance, as it was given to {@link EngagementStore#balance}.
     *
     * @param article the article
     * @param at the instant up to which it was counted, between 1970 and 4000
     * @param counts the numbers
     */
    @JsonPropertyOrder({"article", "at", "counts"})
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Balance(
            ArticleId article,
            @JsonFormat(shape = JsonFormat.Shape.STRING) Instant at,
            Counts counts) {
        /** Checks the instant. */
        public Balance {
            Objects.requireNonNull(article, "article");
            checkInstant(at);
            Objects.requireNonNull(counts, "counts");
        }
    }

    static void checkNode(String node) {
        if (node.isBlank() || node.length() > LONGEST_NODE) {
            throw new IllegalArgumentException("a node's name has 1 to " + LONGEST_NODE + " characters");
        }
    }

    private static void checkInstant(Instant at) {
        if (!Book.canCount(at)) {
            throw new IllegalArgumentException("nothing is counted at " + at);
        }
    }
}
