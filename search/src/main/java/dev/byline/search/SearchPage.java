package dev.byline.search;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.byline.score.Ranked;
import java.util.List;
import java.util.Objects;

/**
 * One page of what a query found.
 *
 * <p>The {@code value} of a hit counts {@code relevance}: the sum of its reasons, by rules S-03 to S-08. Its
 * {@code score} is the share which that is of the most that any article could have for this query, so 1 would be an
 * article published now that holds all words side by side and endlessly often, in its headline too; any article with all
 * words scores above any without. Where nothing was typed, both are 0.
 *
 * @param query the query, for a client to drop answers that it no longer waits for
 * @param total how many articles were found, on all pages together
 * @param withAllWords how many of them have all the words
 * @param cut whether the text was too long, so that only its beginning was looked for
 * @param hits in the order of the query; equal ones newer first, then by id, the greater id first
 */
@JsonPropertyOrder({"query", "total", "withAllWords", "cut", "hits"})
@JsonIgnoreProperties(ignoreUnknown = true)
public record SearchPage(SearchQuery query, long total, long withAllWords, boolean cut, List<Ranked<SearchHit>> hits) {
    /** Copies the list. */
    public SearchPage {
        Objects.requireNonNull(query, "query");
        hits = List.copyOf(hits);
    }
}
