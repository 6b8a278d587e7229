package dev.byline.ranking.related;

import dev.byline.article.Article;
import dev.byline.article.ArticleId;
import dev.byline.article.ArticleSink;
import dev.byline.article.ArticleStatus;
import dev.byline.article.ArticleStore;
import dev.byline.article.ArticleSummary;
import dev.byline.ranking.ExplainedList;
import dev.byline.ranking.listing.KnownLists;
import dev.byline.score.Ranked;
import dev.byline.score.TextSimilarity;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Related posts of an article, each with its reasons.
 *
 * <p>Thread-safe. Every list is as of the moment of the call: what appears or expires by the clock needs no call at all,
 * and what was put or withdrawn is right when that call returns, if this engine stands behind the store and the texts in
 * {@link ArticleSink#all}, so that it hears of it last. Lists are remembered for as long as they are exactly what would be
 * worked out anew; where the texts can't say how long their answers hold ({@link TextSimilarity#steadyUntil}), none is.
 *
 * <p>A list costs one call of {@link TextSimilarity#similarTo} and at most three of the store; up to three and four where
 * what is most alike may not be listed, so that it must look further. None of them grows with the archive.
 *
 * <p>The score of a {@link Ranked} is its value, on a scale that means the same on every site: see {@link RelatedPolicy}.
 * Only a copy of the article can have 1; by date alone, whatever shares a term has. Posts that fill a short list have less
 * than the policy's minimum, or 0, and stand last.
 */
public final class RelatedArticles implements ArticleSink {
    /** The most posts that a list may hold. */
    public static final int MOST = RelatedQuery.MOST;

    private final RelatedPolicy policy;
    private final TextSimilarity texts;
    private final ArticleStore store;
    private final InstantSource clock;
    private final @Nullable ToDoubleFunction<ArticleId> popularity;
    private final Set<ArticleId> withdrawn;
    private final KnownLists<Asked> known;

    private RelatedArticles(
            RelatedPolicy policy,
            TextSimilarity texts,
            ArticleStore store,
            InstantSource clock,
            @Nullable ToDoubleFunction<ArticleId> popularity,
            Set<ArticleId> withdrawn,
            KnownLists<Asked> known) {
        this.policy = Objects.requireNonNull(policy, "policy");
        this.texts = Objects.requireNonNull(texts, "texts");
        this.store = Objects.requireNonNull(store, "store");
        this.clock = Objects.requireNonNull(clock, "clock");
        this.popularity = popularity;
        this.withdrawn = withdrawn;
        this.known = known;
    }

    /** An engine over these; nothing is opened, and nothing need be closed. */
    public static RelatedArticles with(
            RelatedPolicy policy, TextSimilarity texts, ArticleStore store, InstantSource clock) {
        return new RelatedArticles(
                policy, texts, store, clock, null, ConcurrentHashMap.newKeySet(), new KnownLists<>(Asked::characters));
    }

    /** The same engine by another policy; what one is told, both know. */
    public RelatedArticles by(RelatedPolicy other) {
        return new RelatedArticles(other, texts, store, clock, popularity, withdrawn, known);
    }

    /**
     * The same engine, which knows how popular posts are; what one is told, both know. It asks only where its policy gives
     * popularity a weight, and then remembers no list.
     *
     * @param known how popular a post is, from 0 to 1; what is less or no number counts as 0, what is more as 1
     */
    public RelatedArticles popularity(ToDoubleFunction<ArticleId> known) {
        return new RelatedArticles(
                policy, texts, store, clock, Objects.requireNonNull(known, "known"), withdrawn, this.known);
    }

    /**
     * The posts most related to an article.
     *
     * @param article need not be in the store, or public: an editor's draft has related posts too
     * @param n the most posts to return, 1 to {@value #MOST}
     */
    public List<Ranked<ArticleSummary>> to(Article article, int n) {
        return to(RelatedQuery.of(article).limit(n));
    }

    /**
     * As {@link #to(Article, int)}, for a page on which these stand already: they are repeated only where the block would
     * otherwise be short, or be filled with what is less than half as related.
     */
    public List<Ranked<ArticleSummary>> to(Article article, int n, Collection<ArticleId> onThePage) {
        return to(RelatedQuery.of(article).limit(n).onThePage(onThePage));
    }

    /** The posts that a block of a page asks for, the most related first behind those that are pinned. */
    public List<Ranked<ArticleSummary>> to(RelatedQuery query) {
        // What has no date is as old as the clock says, so its list changes all the time.
        if (weighsPopularity() || query.article().publishedAt() == null) {
            known.missed();
            return work(query, clock.instant(), false).ranked();
        }
        Asked asked = new Asked(query, policy);
        KnownLists.Moment begun = moment();
        @Nullable List<Ranked<ArticleSummary>> found = known.find(asked, begun);
        if (found != null) {
            return found;
        }
        Instant until = texts.steadyUntil(begun.at());
        Worked worked = work(query, begun.at(), false);
        known.keep(asked, begun, begun.at(), worked.gathering.steadyUntil(until), moment(), worked.ranked());
        return worked.ranked();
    }

    /** As {@link #to(Article, int, Collection)}, with what was kept out of the list and why; never remembered. */
    public ExplainedList explain(Article article, int n, Collection<ArticleId> onThePage) {
        return explain(RelatedQuery.of(article).limit(n).onThePage(onThePage));
    }

    /** As {@link #to(RelatedQuery)}, with what was kept out of the list and why; never remembered. */
    public ExplainedList explain(RelatedQuery query) {
        return work(query, clock.instant(), true).list;
    }

    /** How often lists could be remembered; the same for all engines that were made from one. */
    public RelatedStatus status() {
        return new RelatedStatus(known.hits(), known.misses(), known.size());
    }

    private record Asked(RelatedQuery query, RelatedPolicy policy) {
        private static final long CHARACTERS_A_TERM = 200;
        private static final long CHARACTERS_AN_ID = 100;

        long characters() {
            Article article = query.article();
            long ids = (long) query.unwanted() + query.pinned().size();
            long terms = (long) article.tags().size()
                    + article.regions().size()
                    + article.sections().size()
                    + article.authors().size();
            return (long) article.body().length()
                    + article.headline().length()
                    + article.standfirst().length()
                    + CHARACTERS_AN_ID * ids
                    + CHARACTERS_A_TERM * terms;
        }
    }

    private KnownLists.Moment moment() {
        long changes = known.changes();
        return new KnownLists.Moment(changes, texts.revision(), clock.instant());
    }

    private boolean weighsPopularity() {
        return popularity != null && policy.weights().popularity() > 0;
    }

    private record Worked(ExplainedList list, Gathering gathering) {
        List<Ranked<ArticleSummary>> ranked() {
            return list.ranked();
        }
    }

    private Worked work(RelatedQuery query, Instant at, boolean explaining) {
        Gathering gathering = new Gathering(query, policy, at, texts, store, weighsPopularity() ? popularity : null);
        Weighing weighing = new Weighing(query, policy, at, texts::rarity);
        gathering.begin();
        Selection selection = select(query, gathering, at, weighing, explaining);
        while (selection.isFiltered() && gathering.mayWiden() && isWorthIt(selection, gathering, weighing)) {
            gathering.widen();
            selection = select(query, gathering, at, weighing, explaining);
        }
        while (policy.backfill() && !selection.isComplete() && gathering.fill()) {
            selection = select(query, gathering, at, weighing, explaining);
        }
        return new Worked(selection.explained(), gathering);
    }

    /** Whether what is less alike than all that was gathered may still be related enough to be listed. */
    private static boolean isWorthIt(Selection selection, Gathering gathering, Weighing weighing) {
        double wanted = selection.wanted();
        return gathering.lessAlike().stream()
                .anyMatch(candidate -> weighing.weigh(candidate).value() >= wanted);
    }

    private Selection select(
            RelatedQuery query, Gathering gathering, Instant at, Weighing weighing, boolean explaining) {
        return new Selection(query, gathering.candidates(), policy, at, weighing, withdrawn, explaining);
    }

    /**
     * The pure form of the engine: hand-made candidates in, the explained list out, without index or store; every term
     * counts as equally rare.
     *
     * @param candidates in any order, which changes nothing; of two with one id the more similar counts
     * @param n the most posts to return, 1 to {@value #MOST}
     * @param at the instant at which a post must be public
     */
    public static ExplainedList rank(
            Article article, Collection<RelatedCandidate> candidates, int n, RelatedPolicy policy, Instant at) {
        return rank(RelatedQuery.of(article).limit(n), candidates, policy, at);
    }

    /** As {@link #rank(Article, Collection, int, RelatedPolicy, Instant)}, for all that a query can ask. */
    public static ExplainedList rank(
            RelatedQuery query, Collection<RelatedCandidate> candidates, RelatedPolicy policy, Instant at) {
        return rank(query, candidates, policy, at, term -> 1);
    }

    /**
     * As {@link #rank(RelatedQuery, Collection, RelatedPolicy, Instant)}.
     *
     * @param rarity how rare a word is, from 0, in every post, to 1, in none; see {@link TextSimilarity#rarity}
     */
    public static ExplainedList rank(
            RelatedQuery query,
            Collection<RelatedCandidate> candidates,
            RelatedPolicy policy,
            Instant at,
            ToDoubleFunction<String> rarity) {
        Weighing weighing = new Weighing(query, policy, at, rarity);
        return new Selection(query, candidates, policy, at, weighing, Set.of(), true).explained();
    }

    /** Takes note of what may be listed again; the articles themselves stay in the store alone. */
    @Override
    public void put(Collection<Article> articles) {
        Map<ArticleId, Article> latest = new HashMap<>();
        articles.forEach(article -> latest.put(article.id(), article));
        latest.forEach((id, article) -> {
            if (article.status() == ArticleStatus.WITHDRAWN) {
                withdrawn.add(id);
            } else {
                withdrawn.remove(id);
            }
        });
        known.changed();
    }

    @Override
    public void withdraw(Collection<ArticleId> ids) {
        withdrawn.addAll(ids);
        known.changed();
    }
}
