package dev.byline.search;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.byline.score.Ranked;
import java.util.List;
import java.util.Objects;

/**
 * One page of what a query found.
 *
 * <p>The {@code value} of a hit counts {@code relevance}: the sum of its reasons, by rules S-03 to S-08. Its
 * {@code score} is the share which that is of the most that any article could have for this query, so 1 would be an
 * article published now that holds all words side by side and endlessly often, in its headline too; where up to four words were
 * typed, any article with all of them scores above any without. Where nothing was typed, both are 0.
 *
 * @param query the query, for a client to drop answers that it no longer waits for
 * @param outcome whether anything was found and, if not, why
 * @param total how many articles were found, on all pages together
 * @param withAllWords how many of them have all the words
 * @param cut whether the text was too long, so that only its beginning was looked for
 * @param respelled words that no public article has, and what was looked for in their place (rule S-12); told on pages by
 *     number only
 * @param alternatives where nothing was found, queries that find something, the nearest first, each with how many articles
 *     it finds, which is never 0 (rule S-18)
 * @param facets what was asked to be counted
 * @param next leads on to the page behind by {@link SearchQuery#after}; empty behind the last
 * @param hits in the order of the query; equal ones newer first, then by id, the greater id first
 */
@JsonPropertyOrder({
    "query",
    "outcome",
    "total",
    "withAllWords",
    "cut",
    "respelled",
    "alternatives",
    "facets",
    "next",
    "hits"
})
@JsonIgnoreProperties(ignoreUnknown = true)
public record SearchPage(
        SearchQuery query,
        Outcome outcome,
        long total,
        long withAllWords,
        boolean cut,
        List<Respelled> respelled,
        List<Alternative> alternatives,
        Facets facets,
        String next,
        List<Ranked<SearchHit>> hits) {
    /** Whether anything was found and, if not, why. */
    public enum Outcome {
        /** Something was found. */
        @JsonProperty("found")
        FOUND,
        /** There is no public article at all. */
        @JsonProperty("no-articles")
        NO_ARTICLES,
        /** What was typed has no word in it. */
        @JsonProperty("no-words")
        NO_WORDS,
        /** No public article has any of the words. */
        @JsonProperty("unknown-words")
        UNKNOWN_WORDS,
        /** Articles have the words, but none has a phrase as quoted. */
        @JsonProperty("no-such-phrase")
        NO_SUCH_PHRASE,
        /** All that have the words were left out by a minus. */
        @JsonProperty("left-out")
        LEFT_OUT,
        /** Without the filters something would be found. */
        @JsonProperty("filtered-out")
        FILTERED_OUT,
        /** No article has enough of the words. */
        @JsonProperty("too-few-words")
        TOO_FEW_WORDS,
        /** The cursor has expired, is of another query, or nothing that it leads to is public any more: begin again. */
        @JsonProperty("cursor-expired")
        CURSOR_EXPIRED
    }

    /**
     * A word that was respelled.
     *
     * @param typed as it was typed
     * @param as what was looked for in its place: words that public articles have
     */
    @JsonPropertyOrder({"typed", "as"})
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Respelled(String typed, String as) {
        /** Checks that both are there. */
        public Respelled {
            Objects.requireNonNull(typed, "typed");
            Objects.requireNonNull(as, "as");
        }
    }

    /**
     * Another query that finds something.
     *
     * @param query the query, from its first page
     * @param total how many articles it finds, at least 1
     */
    @JsonPropertyOrder({"query", "total"})
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Alternative(SearchQuery query, long total) {
        /** Checks that it finds something. */
        public Alternative {
            Objects.requireNonNull(query, "query");
            if (total < 1) {
                throw new IllegalArgumentException("an alternative that finds " + total + " articles");
            }
        }
    }

    /** Copies the lists. */
    public SearchPage {
        Objects.requireNonNull(query, "query");
        Objects.requireNonNull(outcome, "outcome");
        respelled = respelled == null ? List.of() : List.copyOf(respelled);
        alternatives = alternatives == null ? List.of() : List.copyOf(alternatives);
        facets = facets == null ? Facets.NONE : facets;
        next = next == null ? "" : next;
        hits = List.copyOf(hits);
    }

    /** A page of hits and nothing besides, as a test makes it by hand. */
    public static SearchPage of(
            SearchQuery query, long total, long withAllWords, boolean cut, List<Ranked<SearchHit>> hits) {
        Outcome outcome = total > 0 ? Outcome.FOUND : Outcome.UNKNOWN_WORDS;
        return new SearchPage(query, outcome, total, withAllWords, cut, List.of(), List.of(), Facets.NONE, "", hits);
    }
}
