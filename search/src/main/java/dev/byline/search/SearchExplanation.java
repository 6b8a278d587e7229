package dev.byline.search;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.byline.article.ArticleId;
import dev.byline.score.Ranked;
import dev.byline.score.Reason;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Why one article stands where it stands among what a query finds, or why the query does not find it.
 *
 * <p>For those who run the site: it tells what readers must not learn, such as that there is an article which is not
 * public yet.
 *
 * @param query what was asked
 * @param id the article asked about
 * @param standing whether it is found
 * @param place its place among all that is found, from 1; 0 where it is not found or stands behind the first
 *     {@value SearchQuery#DEEPEST}
 * @param hit the article with its value and the reasons that add up to it; null unless it is found
 * @param respelled words that were looked for in the place of others
 * @param obstacles what keeps it from being found, empty where it is found; of an article without enough of the words,
 *     each word that it has or lacks with its share of what all words tell, and what it would need, taken away: together
 *     below 0. The part of any other is 0
 */
@JsonPropertyOrder({"query", "id", "standing", "place", "hit", "respelled", "obstacles"})
@JsonIgnoreProperties(ignoreUnknown = true)
public record SearchExplanation(
        SearchQuery query,
        ArticleId id,
        Standing standing,
        int place,
        @Nullable Ranked<SearchHit> hit,
        List<SearchPage.Respelled> respelled,
        List<Reason> obstacles) {
    /** Whether an article is found. */
    public enum Standing {
        /** It is found. */
        @JsonProperty("found")
        FOUND,
        /** It is public, but not found by this query. */
        @JsonProperty("not-found")
        NOT_FOUND,
        /** It is not public yet, or has expired. */
        @JsonProperty("not-public")
        NOT_PUBLIC,
        /**
         * The index does not hold it: it was never put, or is one that no time makes public, such as a draft or what was
         * withdrawn.
         */
        @JsonProperty("not-indexed")
        NOT_INDEXED
    }

    /** Copies the lists. */
    public SearchExplanation {
        Objects.requireNonNull(query, "query");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(standing, "standing");
        respelled = respelled == null ? List.of() : List.copyOf(respelled);
        obstacles = obstacles == null ? List.of() : List.copyOf(obstacles);
    }
}
