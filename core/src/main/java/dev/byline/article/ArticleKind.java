package dev.byline.article;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What sort of journalism an article is. */
public enum ArticleKind {
    /** A report. */
    @JsonProperty("news")
    NEWS,

    /** What a report means. */
    @JsonProperty("analysis")
    ANALYSIS,

    /** What its author thinks. */
    @JsonProperty("opinion")
    OPINION,

    /** A judgement of a work or a product. */
    @JsonProperty("review")
    REVIEW,

    /** A report that grows while it is read. */
    @JsonProperty("live")
    LIVE,

    /** Paid for: in no popular list or news sitemap, and in related lists only where the policy says so. */
    @JsonProperty("sponsored")
    SPONSORED
}
