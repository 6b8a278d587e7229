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
    REACTIONS
}
