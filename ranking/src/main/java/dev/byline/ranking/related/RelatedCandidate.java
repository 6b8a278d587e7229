package dev.byline.ranking.related;

import dev.byline.article.ArticleSummary;
import java.util.List;
import java.util.Objects;

/**
 * A post that may be related to an article, before it is weighed.
 *
 * @param article the post, in any status
 * @param similarity how like the article's its text is, from 0, nothing in common, to 1, the same text
 * @param terms what both texts speak of, rarest first; may be empty
 * @param onlyToFill whether it was not found for its likeness, and may only fill a list that is short
 */
public record RelatedCandidate(ArticleSummary article, double similarity, List<String> terms, boolean onlyToFill) {
    /** Copies the terms and checks that the similarity is within its scale. */
    public RelatedCandidate {
        Objects.requireNonNull(article, "article");
        terms = List.copyOf(terms);
        if (!(similarity >= 0 && similarity <= 1)) {
            throw new IllegalArgumentException("a similarity of " + similarity + " for " + article.id());
        }
    }

    /** A post with this similarity, of which it is not known where it comes from. */
    public static RelatedCandidate of(ArticleSummary article, double similarity) {
        return new RelatedCandidate(article, similarity, List.of(), false);
    }

    /** A post that may fill a short list. */
    public static RelatedCandidate toFill(ArticleSummary article) {
        return new RelatedCandidate(article, 0, List.of(), true);
    }
}
