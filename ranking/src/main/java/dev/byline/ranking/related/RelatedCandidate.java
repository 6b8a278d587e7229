package dev.byline.ranking.related;

import dev.byline.article.ArticleId;
import dev.byline.article.ArticleSummary;
import dev.byline.score.Likeness;
import dev.byline.score.Similar;
import java.util.List;
import java.util.Objects;

/**
 * A post that may be related to an article, before it is weighed.
 *
 * @param article the post, in any status
 * @param likeness in what ways its text is like the article's
 * @param terms what both texts speak of, rarest first; none to 1,000
 * @param story of candidates that copy each other or tell one story the id that stands for all of them, for a copy of the
 *     article that article's, for all others the post's own
 * @param popularity how popular it is, from 0 to 1; counts only where the policy gives it a weight
 * @param onlyToFill whether it was not found for its likeness, and may only fill a list that is short, or be pinned
 */
public record RelatedCandidate(
        ArticleSummary article,
        Likeness likeness,
        List<String> terms,
        ArticleId story,
        double popularity,
        boolean onlyToFill) {
    private static final int MOST_TERMS = 1_000;
    private static final Likeness NONE = Likeness.of(0);

    /** Copies the terms and checks that the popularity is within its scale. */
    public RelatedCandidate {
        Objects.requireNonNull(article, "article");
        Objects.requireNonNull(likeness, "likeness");
        Objects.requireNonNull(story, "story");
        Objects.requireNonNull(terms, "terms").forEach(term -> Objects.requireNonNull(term, "terms"));
        if (terms.size() > MOST_TERMS) {
            throw new IllegalArgumentException(
                    terms.size() + " terms for " + article.id() + ", more than " + MOST_TERMS);
        }
        terms = List.copyOf(terms);
        if (!(popularity >= 0 && popularity <= 1)) {
            throw new IllegalArgumentException("a popularity of " + popularity + " for " + article.id());
        }
    }

    /** A post with this similarity, from 0 to 1, in every way; it copies nothing. */
    public static RelatedCandidate of(ArticleSummary article, double similarity) {
        Objects.requireNonNull(article, "article");
        return new RelatedCandidate(article, Likeness.of(similarity), List.of(), article.id(), 0, false);
    }

    /** A post with what is known of its text. */
    public static RelatedCandidate of(ArticleSummary article, Similar similar) {
        Objects.requireNonNull(similar, "similar");
        return new RelatedCandidate(article, similar.likeness(), similar.terms(), similar.story(), 0, false);
    }

    /** A post that may fill a short list. */
    public static RelatedCandidate toFill(ArticleSummary article) {
        Objects.requireNonNull(article, "article");
        return new RelatedCandidate(article, NONE, List.of(), article.id(), 0, true);
    }

    /** Alike in these ways. */
    public RelatedCandidate likeness(Likeness likeness) {
        return new RelatedCandidate(article, likeness, terms, story, popularity, onlyToFill);
    }

    /** With these terms in common. */
    public RelatedCandidate terms(List<String> terms) {
        return new RelatedCandidate(article, likeness, terms, story, popularity, onlyToFill);
    }

    /** Telling the story that this article stands for. */
    public RelatedCandidate story(ArticleId story) {
        return new RelatedCandidate(article, likeness, terms, story, popularity, onlyToFill);
    }

    /** So popular, from 0 to 1. */
    public RelatedCandidate popularity(double popularity) {
        return new RelatedCandidate(article, likeness, terms, story, popularity, onlyToFill);
    }

    ArticleId id() {
        return article.id();
    }
}
