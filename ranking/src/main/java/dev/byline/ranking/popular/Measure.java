package dev.byline.ranking.popular;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a popular list is ordered by. */
public enum Measure {
    /** How often an article was read. */
    @JsonProperty("views")
    VIEWS,

    /** How often it was shared, on all networks together. */
    @JsonProperty("shares")
    SHARES
}
