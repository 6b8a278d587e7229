package dev.byline.score;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.byline.article.ArticleId;
import java.util.List;
import java.util.Objects;

/**
 * An article whose text is like another's.
 *
 * @param id the article
 * @param similarity from 0, nothing in common, to 1, the same text; means the same on every corpus
 * @param terms what both speak of, rarest first; at most ten
 */
@JsonPropertyOrder({"id", "similarity", "terms"})
@JsonIgnoreProperties(ignoreUnknown = true)
public record Similar(ArticleId id, double similarity, List<String> terms) {
    /** Checks that the similarity is within its scale. */
    public Similar {
        Objects.requireNonNull(id, "id");
        terms = terms == null ? List.of() : List.copyOf(terms);
        if (!(similarity >= 0 && similarity <= 1)) {
            throw new IllegalArgumentException("a similarity of " + similarity + " for " + id);
        }
    }
}
