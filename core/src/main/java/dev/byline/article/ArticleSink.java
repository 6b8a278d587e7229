package dev.byline.article;

import java.util.Collection;
import java.util.List;

/**
 * Whatever must hear when articles change: a store, an index, a ranking.
 *
 * <p>Both calls have taken effect when they return: what was put is found, and what was withdrawn is found nowhere.
 * Telling a sink the same thing twice changes nothing. Implementations are thread-safe.
 */
public interface ArticleSink {
    /**
     * Takes articles that were written, published or edited; each replaces the one with its id.
     *
     * @param articles in any status; of two with one id the later wins
     * @throws ContentException if the machine fails, or whatever the sink's own module throws for that; then some of
     *     the articles may have been taken, and putting all of them again is right
     */
    void put(Collection<Article> articles);

    /**
     * Takes articles back.
     *
     * @param ids those to withdraw; unknown ones are passed over
     * @throws ContentException as {@link #put(Collection)}
     */
    void withdraw(Collection<ArticleId> ids);

    /** Takes one article; see {@link #put(Collection)}. */
    default void put(Article article) {
        put(List.of(article));
    }

    /** Takes one article back; see {@link #withdraw(Collection)}. */
    default void withdraw(ArticleId id) {
        withdraw(List.of(id));
    }

    /**
     * One door to all of these sinks: each is told, in this order, even if one before it fails.
     *
     * <p>The first failure is thrown when all have been told, with the later ones suppressed in it. A sink that failed is
     * behind and must be brought up to date, by the same call again or from {@link ArticleStore#changedSince}.
     */
    static ArticleSink all(ArticleSink... sinks) {
        return new AllSinks(List.of(sinks));
    }
}
