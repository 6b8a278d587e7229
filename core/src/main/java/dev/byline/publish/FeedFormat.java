package dev.byline.publish;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a feed can be written as. */
public enum FeedFormat {
    /** <a href="https://www.rssboard.org/rss-specification">RSS 2.0</a>. */
    @JsonProperty("rss")
    RSS("application/rss+xml"),

    /** <a href="https://www.rfc-editor.org/rfc/rfc4287">Atom 1.0</a>. */
    @JsonProperty("atom")
    ATOM("application/atom+xml"),

    /** <a href="https://www.jsonfeed.org/version/1.1/">JSON Feed 1.1</a>. */
    @JsonProperty("json")
    JSON("application/feed+json");

    private final String mediaType;

    FeedFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /** What it is served as; the encoding is UTF-8. */
    public String mediaType() {
        return mediaType;
    }
}
