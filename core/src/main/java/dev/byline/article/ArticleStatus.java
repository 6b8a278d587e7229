package dev.byline.article;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where an article stands between its first draft and its end. */
public enum ArticleStatus {
    /** Being written. */
    @JsonProperty("draft")
    DRAFT,

    /** Published by itself when its time comes. */
    @JsonProperty("scheduled")
    SCHEDULED,

    /** Published. */
    @JsonProperty("published")
    PUBLISHED,

    /** For the newsroom's eyes. */
    @JsonProperty("private")
    PRIVATE,

    /** Taken back; its id and slug stay taken. */
    @JsonProperty("withdrawn")
    WITHDRAWN
}
