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
 * @param likeness in what ways it is like the other; the similarity in every one where nothing else is known
 * @param terms what both speak of, weightiest first, also two words side by side; at most ten
 * @param story of those in an answer that copy each other the first one, for a copy of the article that was asked for
 *     that article, and for all others the article itself
 */
@JsonPropertyOrder({"id", "similarity", "likeness", "terms", "story"})
@JsonIgnoreProperties(ignoreUnknown = true)
public record Similar(ArticleId id, double similarity, Likeness likeness, List<String> terms, ArticleId story) {
    /** Checks that the similarity is within its scale. */
    public Similar {
        Objects.requireNonNull(id, "id");
        terms = terms == null ? List.of() : List.copyOf(terms);
        if (!(similarity >= 0 && similarity <= 1)) {
            throw new IllegalArgumentException("a similarity of " + similarity + " for " + id);
        }
        likeness = likeness == null ? Likeness.of(similarity) : likeness;
        story = story == null ? id : story;
    }

    /** One of which nothing else is known, and which copies nothing. */
    public Similar(ArticleId id, double similarity, List<String> terms) {
        this(id, similarity, Likeness.of(similarity), terms, id);
    }
}
