package dev.byline.search;

import dev.byline.article.ArticleSink;
import dev.byline.article.ArticleStore;
import dev.byline.score.TextSimilarity;

/**
 * Site search: what hosts call, and the seam behind which an engine stands.
 *
 * <p>As an {@link ArticleSink} it hears of every change. When {@link #put} returns, the articles are found; when
 * {@link #withdraw} returns, they are in no answer of any kind, and will not be back after a crash. An article that can't
 * become public by the clock alone (a draft, private, withdrawn, behind a password) is taken as a withdrawal.
 *
 * <p>Implementations are thread-safe, and pass the contract test that comes in the test-jar. Every method throws
 * {@link SearchException} if the machine fails, and {@link IllegalStateException} after {@link #close()}.
 */
public interface ArticleSearch extends ArticleSink, TextSimilarity, AutoCloseable {
    /** One page of the public articles that meet a query; any text at all is a query. */
    SearchPage find(SearchQuery query);

    /** Makes durable all that was put; without it, a crash may lose what was put since the last commit. */
    void commit();

    /**
     * Brings the index up to date with a store after an outage: asks it what changed since the last time, takes that, and
     * commits.
     *
     * <p>Takes time proportional to what changed. If the index never followed a store, or this one does not know its
     * cursor, it is told everything, and whatever the store does not tell of leaves the index in the end; until then the
     * index goes on to answer. Others may put and withdraw meanwhile, as long as the store hears of each change before
     * the index does.
     *
     * @return how many articles the store told of
     */
    long catchUp(ArticleStore store);

    /**
     * Builds the index anew from a store: as {@link #catchUp(ArticleStore)} from the very start, whatever was known. The
     * index goes on to answer meanwhile.
     *
     * @return how many articles the store told of
     */
    long rebuildFrom(ArticleStore store);

    /** How the index is doing. */
    SearchStatus status();

    /** Commits and lets go of the index; more than once does nothing. */
    @Override
    void close();
}
