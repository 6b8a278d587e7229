package dev.byline.ranking.testkit;

import dev.byline.article.ArticleBuilder;
import dev.byline.article.ArticleId;
import dev.byline.ranking.popular.Counts;
import dev.byline.ranking.popular.PopularCandidate;
import dev.byline.ranking.popular.Tally;
import dev.byline.ranking.related.RelatedCandidate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Candidates in a few words, for the pure forms of the engines.
 *
 * <pre>{@code
 * ExplainedList list = RelatedArticles.rank(flood,
 *     List.of(alike(article("bridge").tags(tag("floods")), .6), alike(article("harvest"), .2)), 4, policy, NOW);
 * }</pre>
 */
public final class Candidates {
    private Candidates() {}

    /** A post whose text is so like the article's, from 0 to 1; the terms are what both speak of. */
    public static RelatedCandidate alike(ArticleBuilder article, double similarity, String... terms) {
        return RelatedCandidate.of(article.build().summary(), similarity).terms(List.of(terms));
    }

    /** A post that copies another, or tells the same story, which stands for both. */
    public static RelatedCandidate retelling(ArticleBuilder article, double similarity, String story) {
        return alike(article, similarity).story(ArticleId.of(story));
    }

    /** A post that may only fill a short list. */
    public static RelatedCandidate filling(ArticleBuilder article) {
        return RelatedCandidate.toFill(article.build().summary());
    }

    /** A post with so many views in the window, and none before. */
    public static PopularCandidate read(ArticleBuilder article, long views) {
        return PopularCandidate.of(article.build().summary(), views);
    }

    /** A post with so many views hour by hour, the last one that in which the window ends. */
    public static PopularCandidate readByTheHour(ArticleBuilder article, long... views) {
        return read(article, Arrays.stream(views).sum())
                .course(Arrays.stream(views).boxed().toList());
    }

    /** A post with so many shares in the window by network, and none before. */
    public static PopularCandidate shared(ArticleBuilder article, Map<String, Long> shares) {
        Tally tally = Tally.of(Counts.of(0, shares));
        return PopularCandidate.of(article.build().summary(), tally, tally);
    }

    /** A post that nobody read in the window, and so many did before. */
    public static PopularCandidate readBefore(ArticleBuilder article, long views) {
        return PopularCandidate.of(article.build().summary(), Tally.NONE, Tally.of(Counts.of(views, Map.of())));
    }
}
