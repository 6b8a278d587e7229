package dev.byline.article;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Who may read an article to its end. */
public enum Access {
    /** Everyone. */
    @JsonProperty("open")
    OPEN,

    /** Readers who are signed in. */
    @JsonProperty("registration")
    REGISTRATION,

    /** Readers who pay. */
    @JsonProperty("subscription")
    SUBSCRIPTION
}
