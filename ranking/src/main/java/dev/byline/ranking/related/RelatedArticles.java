package dev.byline.ranking.related;

import dev.byline.article.ArchiveQuery;
import dev.byline.article.Article;
import dev.byline.article.ArticleId;
import dev.byline.article.ArticleKind;
import dev.byline.article.ArticleSink;
import dev.byline.article.ArticleStatus;
import dev.byline.article.ArticleStore;
import dev.byline.article.ArticleSummary;
import dev.byline.article.Listed;
import dev.byline.ranking.ExplainedList;
import dev.byline.ranking.LeftOut;
import dev.byline.score.Ranked;
import dev.byline.score.Similar;
import dev.byline.score.TextSimilarity;
import dev.byline.taxonomy.Region;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Related posts of an article, each with its reasons.
 *
 * <p>Thread-safe. Every list is as of the moment of the call, so what is put or withdrawn in the store and the text
 * similarity is right at once, and what appears or expires by the clock needs no call at all. It is an
 * {@link ArticleSink} so that what is withdrawn is gone from its lists whenever those two hear of it. A list costs one call of {@link TextSimilarity#similarTo} and at most three of the store, none of which grows with the
 * archive.
 *
 * <p>The score of a {@link Ranked} is its value: 1 for the same text, the same terms and the same author on the same
 * day, 0 for nothing in common. Posts that merely fill a short list have the value 0 and stand last.
 */
public final class RelatedArticles implements ArticleSink {
    /** The most posts that a list may hold. */
    public static final int MOST = 200;

    private static final int STORE_CALLS = 3;
    private static final int FILLING = 200;
    private static final int SPARE = 8;

    private static final Comparator<Ranked<ArticleSummary>> BEST_FIRST =
            Comparator.<Ranked<ArticleSummary>>comparingDouble(Ranked::value)
                    .reversed()
                    .thenComparing(Ranked::item, Listed.NEWEST_FIRST);

    private final RelatedPolicy policy;
    private final TextSimilarity texts;
    private final ArticleStore store;
    private final InstantSource clock;
    private final Set<ArticleId> withdrawn;

    private RelatedArticles(
            RelatedPolicy policy,
            TextSimilarity texts,
            ArticleStore store,
            InstantSource clock,
            Set<ArticleId> withdrawn) {
        this.policy = Objects.requireNonNull(policy, "policy");
        this.texts = Objects.requireNonNull(texts, "texts");
        this.store = Objects.requireNonNull(store, "store");
        this.clock = Objects.requireNonNull(clock, "clock");
        this.withdrawn = withdrawn;
    }

    /** An engine over these; nothing is opened, and nothing need be closed. */
    public static RelatedArticles with(
            RelatedPolicy policy, TextSimilarity texts, ArticleStore store, InstantSource clock) {
        return new RelatedArticles(policy, texts, store, clock, ConcurrentHashMap.newKeySet());
    }

    /** The same engine by another policy; what one is told, both know. */
    public RelatedArticles by(RelatedPolicy other) {
        return new RelatedArticles(other, texts, store, clock, withdrawn);
    }

    /**
     * The posts most related to an article.
     *
     * @param article need not be in the store, or public: an editor's draft has related posts too
     * @param n the most posts to return, 1 to {@value #MOST}
     */
    public List<Ranked<ArticleSummary>> to(Article article, int n) {
        return to(article, n, Set.of());
    }

    /** As {@link #to(Article, int)}, without those that stand elsewhere on the page already. */
    public List<Ranked<ArticleSummary>> to(Article article, int n, Collection<ArticleId> onThePage) {
        return explain(article, n, onThePage).ranked();
    }

    /** As {@link #to(Article, int, Collection)}, with what was kept out of the list and why. */
    public ExplainedList explain(Article article, int n, Collection<ArticleId> onThePage) {
        checkSize(n);
        Instant at = clock.instant();
        Set<ArticleId> excluded = Set.copyOf(onThePage);
        Gathering gathering = new Gathering(at);
        if (policy.order() == RelatedPolicy.Order.NEWEST) {
            gathering.sharing(article, n + excluded.size() + SPARE);
        } else {
            gathering.alike(article, Math.min(1000, 4 * (n + excluded.size()) + 40));
        }
        ExplainedList list = ranked(gathering.candidates, article, n, excluded, at);
        boolean fill = policy.backfill();
        while (fill && list.ranked().size() < n && gathering.fill(article, n + excluded.size() + SPARE)) {
            list = ranked(gathering.candidates, article, n, excluded, at);
        }
        return list;
    }

    private ExplainedList ranked(
            List<RelatedCandidate> candidates, Article article, int n, Set<ArticleId> excluded, Instant at) {
        List<RelatedCandidate> here = candidates.stream()
                .filter(candidate -> !withdrawn.contains(candidate.article().id()))
                .toList();
        return rank(article, here, n, excluded, policy, at, texts::rarity);
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
        return rank(article, candidates, n, Set.of(), policy, at, term -> 1);
    }

    /**
     * As {@link #rank(Article, Collection, int, RelatedPolicy, Instant)}.
     *
     * @param excluded ids of posts that stand elsewhere on the page
     * @param rarity how rare a word is, from 0, in every post, to 1, in none; see {@link TextSimilarity#rarity}
     */
    public static ExplainedList rank(
            Article article,
            Collection<RelatedCandidate> candidates,
            int n,
            Set<ArticleId> excluded,
            RelatedPolicy policy,
            Instant at,
            ToDoubleFunction<String> rarity) {
        checkSize(n);
        Weighing weighing = new Weighing(article, policy, at, rarity);
        Map<ArticleId, LeftOut> leftOut = new TreeMap<>();
        Map<ArticleId, RelatedCandidate> likely = new HashMap<>();
        Map<ArticleId, ArticleSummary> filling = new HashMap<>();
        for (RelatedCandidate candidate : candidates) {
            ArticleSummary other = candidate.article();
            @Nullable LeftOut barred = barred(article, other, excluded, policy, at, weighing);
            if (barred != null) {
                leftOut.put(other.id(), barred);
            } else if (candidate.onlyToFill()) {
                filling.put(other.id(), other);
            } else {
                likely.merge(other.id(), candidate, RelatedArticles::moreAlike);
            }
        }

        List<Ranked<ArticleSummary>> list = new ArrayList<>();
        for (RelatedCandidate candidate : likely.values()) {
            Ranked<ArticleSummary> ranked = weighing.weigh(candidate);
            if (ranked.value() > 0 && ranked.value() >= policy.minimumScore()) {
                list.add(ranked);
            } else {
                ArticleId id = ranked.item().id();
                leftOut.put(
                        id,
                        new LeftOut(id, "R-06", "a score of " + ranked.value() + ", below " + policy.minimumScore()));
            }
        }
        list.sort(BEST_FIRST);
        if (list.size() > n) {
            list = list.subList(0, n);
        } else if (policy.backfill()) {
            Set<ArticleId> listed = new HashSet<>();
            list.forEach(ranked -> listed.add(ranked.item().id()));
            filling.values().stream()
                    .filter(other -> !listed.contains(other.id()))
                    .sorted(Comparator.comparingInt(weighing::tier).thenComparing(Listed.NEWEST_FIRST))
                    .limit(n - listed.size())
                    .map(weighing::filling)
                    .forEach(list::add);
        }
        list.forEach(ranked -> leftOut.remove(ranked.item().id()));
        return new ExplainedList(list, List.copyOf(leftOut.values()));
    }

    private static @Nullable LeftOut barred(
            Article article,
            ArticleSummary other,
            Set<ArticleId> excluded,
            RelatedPolicy policy,
            Instant at,
            Weighing weighing) {
        ArticleId id = other.id();
        if (id.equals(article.id())) {
            return new LeftOut(id, "R-01", "is the article itself");
        }
        if (!other.isPublic(at)) {
            return new LeftOut(id, "R-02", "is not public at " + at);
        }
        if (other.kind() == ArticleKind.SPONSORED && !policy.sponsored()) {
            return new LeftOut(id, "R-03", "is sponsored");
        }
        if (excluded.contains(id)) {
            return new LeftOut(id, "R-04", "stands elsewhere on the page");
        }
        return !policy.newer() && weighing.isNewer(other) ? new LeftOut(id, "R-05", "is newer than the article") : null;
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
    }

    @Override
    public void withdraw(Collection<ArticleId> ids) {
        withdrawn.addAll(ids);
    }

    /** Of two findings of one post the more similar; where that is equal, the one with more to say. */
    private static RelatedCandidate moreAlike(RelatedCandidate one, RelatedCandidate other) {
        return Comparator.comparingDouble(RelatedCandidate::similarity)
                                .thenComparing(candidate -> String.join("\n", candidate.terms()))
                                .compare(one, other)
                        >= 0
                ? one
                : other;
    }

    private static void checkSize(int n) {
        if (n < 1 || n > MOST) {
            throw new IllegalArgumentException("a list holds 1 to " + MOST + " posts, not " + n);
        }
    }

    /** What one list has asked of the store so far. */
    private final class Gathering {
        private final Instant at;
        private final List<RelatedCandidate> candidates = new ArrayList<>();
        private int calls;
        private int steps;

        Gathering(Instant at) {
            this.at = at;
        }

        /** Those with a similar text. */
        void alike(Article article, int most) {
            Map<ArticleId, Similar> similar = new LinkedHashMap<>();
            texts.similarTo(article, most).forEach(one -> similar.put(one.id(), one));
            similar.remove(article.id());
            if (similar.isEmpty()) {
                return;
            }
            calls++;
            for (ArticleSummary other : store.summaries(similar.keySet())) {
                Similar one = similar.get(other.id());
                if (one != null) {
                    candidates.add(new RelatedCandidate(other, one.similarity(), one.terms(), false));
                }
            }
        }

        /** The newest that share a region, the first section or the first tag. */
        void sharing(Article article, int most) {
            List<ArchiveQuery> queries = new ArrayList<>(STORE_CALLS);
            Weighing.mainSection(article)
                    .ifPresent(section -> queries.add(query(article, most).section(section.key())));
            regions(article, most).ifPresent(queries::add);
            article.tags().stream()
                    .findFirst()
                    .ifPresent(tag -> queries.add(query(article, most).tag(tag.key())));
            for (ArchiveQuery query : queries) {
                calls++;
                store.page(query).articles().forEach(other -> candidates.add(RelatedCandidate.of(other, 0)));
            }
        }

        /**
         * Asks for the next of section, regions and site; for the site in the place of the regions if only one call is
         * left, among whose newest those of the regions then come first.
         *
         * @return false if there is nothing further to ask
         */
        boolean fill(Article article, int most) {
            while (calls < STORE_CALLS && steps < 3) {
                int step = calls == STORE_CALLS - 1 && steps == 1 ? 2 : steps;
                steps = step + 1;
                Optional<ArchiveQuery> query = switch (step) {
                    case 0 ->
                        Weighing.mainSection(article)
                                .map(section -> query(article, most).section(section.key()));
                    case 1 -> regions(article, most);
                    default -> Optional.of(query(article, Math.max(most, FILLING)));
                };
                if (query.isPresent()) {
                    calls++;
                    store.page(query.get()).articles().forEach(other -> candidates.add(RelatedCandidate.toFill(other)));
                    return true;
                }
            }
            return false;
        }

        private ArchiveQuery query(Article article, int most) {
            ArchiveQuery query = ArchiveQuery.at(at).limit(Math.min(most, ArchiveQuery.MOST));
            Instant published = article.publishedAt();
            return policy.newer() || published == null ? query : query.published(null, published.plusNanos(1));
        }

        private Optional<ArchiveQuery> regions(Article article, int most) {
            Set<String> keys = new HashSet<>();
            article.regions().stream().map(Region::key).forEach(keys::add);
            ArchiveQuery query = query(article, most);
            return keys.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new ArchiveQuery(
                            query.at(), keys, "", "", "", query.from(), query.to(), query.limit(), null));
        }
    }
}
