package dev.byline.comment;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a stored comment stands. */
public enum CommentState {
    /** Readers see it. */
    @JsonProperty("approved")
    APPROVED,

    /** It waits for a moderator. */
    @JsonProperty("held")
    HELD,

    /** It is spam. */
    @JsonProperty("spam")
    SPAM,

    /** It was thrown away and can be taken back. */
    @JsonProperty("trash")
    TRASH
}
