package dev.byline.search;

import dev.byline.article.ArticleId;
import dev.byline.article.ArticleSink;
import dev.byline.article.ArticleStore;
import dev.byline.score.TextSimilarity;

/**
 * Site search: what hosts call, and the seam behind which an engine stands.
 *
 * <p>As an {@link ArticleSink} it hears of every change. When {@link #put} returns, the articles are found; when
 * {@link #commit} returns, they will be found after a crash too, and a {@link Commits} policy calls it meanwhile. When
 * {@link #withdraw} returns, the articles are in no answer of any kind, and will not be back after a crash, for it commits
 * first. An article that can't become public by the clock alone (a draft, private, withdrawn, behind a password) is taken
 * as a withdrawal.
 *
 * <p>After a crash the index is as some moment left it, between the last commit that returned and the crash, with all that
 * was done before that moment and nothing that was done after it.
 *
 * <p>Implementations are thread-safe, and pass the contract test that comes in the test-jar. Every method throws
 * {@link SearchException} if the machine fails, and {@link IllegalStateException} after {@link #close()}; those that change
 * the index also where it was opened only to be read.
 */
public interface ArticleSearch extends ArticleSink, TextSimilarity, AutoCloseable {
    /** Searches by this policy from the next query on; by {@link SearchPolicy#defaults()} until told otherwise. */
    ArticleSearch use(SearchPolicy policy);

    /** One page of the public articles that meet a query; any text at all is a query. */
    SearchPage find(SearchQuery query);

    /** What a reader may mean by what stands in the search box, for every keystroke (rule S-15); any text at all will do. */
    Suggestions suggest(SuggestQuery query);

    /**
     * Why an article stands where it stands among what a query finds, or why the query does not find it.
     *
     * <p>For those who run the site, never for readers: it also tells of articles that are not public. Costs a search with
     * {@value SearchQuery#DEEPEST} hits.
     *
     * @param query as it was asked; which of its pages does not matter, and a cursor is passed over
     */
    SearchExplanation explain(SearchQuery query, ArticleId id);

    /** Makes durable all that was put: when it returns, a crash takes back nothing that was done before the call. */
    void commit();

    /** As {@link #catchUp(ArticleStore, Progress)}, to its end. */
    default long catchUp(ArticleStore store) {
        return catchUp(store, Progress.UNHEARD);
    }

    /**
     * Brings the index up to date with a store after an outage: asks it what changed since the last time, takes that, and
     * commits.
     *
     * <p>Takes time proportional to what changed. If the index never followed a store, or this one does not know its
     * cursor, it is told everything, and whatever the store does not tell of leaves the index in the end; until then the
     * index goes on to answer. Others may put and withdraw meanwhile, as long as the store hears of each change before
     * the index does.
     *
     * @param progress hears after each batch and may stop it there; what came until then stays, and the next call goes on
     *     behind it
     * @return how many articles the store told of
     */
    long catchUp(ArticleStore store, Progress progress);

    /** As {@link #rebuildFrom(ArticleStore, Progress)}, to its end. */
    default long rebuildFrom(ArticleStore store) {
        return rebuildFrom(store, Progress.UNHEARD);
    }

    /**
     * Builds the index anew from a store: as {@link #catchUp(ArticleStore)} from the very start, whatever was known. The
     * index goes on to answer meanwhile.
     *
     * @param progress as above; a rebuild that was stopped, or that a crash has ended, is finished by {@link #catchUp}
     * @return how many articles the store told of
     */
    long rebuildFrom(ArticleStore store, Progress progress);

    /**
     * Proves that the index holds what the store has, each article as it is there, and nothing else.
     *
     * <p>Reads the store once from end to end and the whole index, and keeps no more in memory than what differs. Others
     * may put and withdraw meanwhile, as long as the store hears of each change first: what differs is compared again, and
     * is reported if it still does. What the store has and this index was not yet told of differs; {@link #catchUp} comes
     * before. A difference is mended by {@link #rebuildFrom(ArticleStore)}.
     *
     * @throws SearchException if the index is damaged
     */
    Verification verifyAgainst(ArticleStore store);

    /**
     * Learns the site's language anew from all its articles, by which texts are compared (rule S-10), and returns when
     * {@link #similarTo} does so.
     *
     * <p>A search does so by itself as the site grows. Called, the same articles give the same similarities, whatever came
     * before; {@link #catchUp} and {@link #rebuildFrom} need no call, since they learn at their end, once, where the site has
     * grown that much. After an import by {@link #put} it is the way to the best answers at once. The default does nothing, for an engine that compares
     * texts by what is in them alone.
     */
    default void learn() {}

    /** How the index is doing; commits first what the policy lets wait no longer. */
    SearchStatus status();

    /** Commits and lets go of the index; more than once does nothing. */
    @Override
    void close();

    /** Whoever wants to hear how far an index has come while it follows a store; called on the thread that asked for it. */
    @FunctionalInterface
    interface Progress {
        /** Wants to hear nothing and never stops it. */
        Progress UNHEARD = told -> true;

        /**
         * Hears that a batch was taken; what it throws stops the call too, and comes out of it.
         *
         * @param told how many articles the store has told of in this call
         * @return whether to go on
         */
        boolean heard(long told);
    }
}
