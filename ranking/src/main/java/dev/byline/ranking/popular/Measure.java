package dev.byline.ranking.popular;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What is counted of an article. */
public enum Measure {
    /** How often it was read. */
    @JsonProperty("views")
    VIEWS,

    /** How often it was shared, on all networks together. */
    @JsonProperty("shares")
    SHARES,

    /** How often it was commented on. */
    @JsonProperty("comments")
    COMMENTS,

    /** How often readers reacted to it by a click. */
    @JsonProperty("reactions")
    REACTIONS,

    /**
     * By how many visitors it was read, each counted once in a UTC day, so that days add up; only where a
     * {@link CountingPolicy} has them counted.
     */
    @JsonProperty("visitors")
    VISITORS
}
