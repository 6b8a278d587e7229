package dev.byline.ranking.popular;

import dev.byline.article.ArticleSummary;
import java.util.Objects;

/**
 * A post that may be popular, with its numbers.
 *
 * @param article the post, in any status
 * @param inWindow what the window of the list holds of it
 * @param ever what all time holds of it
 */
public record PopularCandidate(ArticleSummary article, Tally inWindow, Tally ever) {
    /** Checks that nothing is missing. */
    public PopularCandidate {
        Objects.requireNonNull(article, "article");
        Objects.requireNonNull(inWindow, "inWindow");
        Objects.requireNonNull(ever, "ever");
    }

    /** A post with these views in the window, and none before. */
    public static PopularCandidate of(ArticleSummary article, long views) {
        Tally tally = Tally.of(new Counts(views, Counts.NONE.shares()));
        return new PopularCandidate(article, tally, tally);
    }
}
