package dev.byline.search;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Objects;

/**
 * What a reader may mean by what stands in the search box (rule S-15).
 *
 * @param query what was asked: a client drops the reply if the box holds something else by now
 * @param suggestions the best first
 * @param articles the first few articles that {@link #all()} finds
 * @param total how many it finds: the number behind "View All Result"
 * @param all the query that finds them
 */
@JsonPropertyOrder({"query", "suggestions", "articles", "total", "all"})
@JsonIgnoreProperties(ignoreUnknown = true)
public record Suggestions(
        SuggestQuery query, List<Suggestion> suggestions, List<SearchHit> articles, long total, SearchQuery all) {
    /** What a suggestion is of. */
    public enum Kind {
        /** A headline. */
        @JsonProperty("headline")
        HEADLINE,
        /** A region. */
        @JsonProperty("region")
        REGION,
        /** A section. */
        @JsonProperty("section")
        SECTION,
        /** A tag. */
        @JsonProperty("tag")
        TAG,
        /** An author. */
        @JsonProperty("author")
        AUTHOR
    }

    /**
     * One suggestion; at least one public article is behind it.
     *
     * @param kind what it is of
     * @param key the id of the article, of which {@code Addresses.permanent} makes an address without asking a store, the key of
     *     the region, section or tag, or the slug of the author
     * @param text as it is printed, plain text
     * @param html the same, escaped for HTML, with what was typed in {@code <mark>}
     * @param articles how many public articles are behind it
     */
    @JsonPropertyOrder({"kind", "key", "text", "html", "articles"})
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Suggestion(Kind kind, String key, String text, String html, long articles) {
        /** Checks what every suggestion has. */
        public Suggestion {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(html, "html");
        }
    }

    /** Copies the lists. */
    public Suggestions {
        Objects.requireNonNull(query, "query");
        Objects.requireNonNull(all, "all");
        suggestions = List.copyOf(suggestions);
        articles = List.copyOf(articles);
    }
}
