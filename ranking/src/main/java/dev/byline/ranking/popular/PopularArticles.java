package dev.byline.ranking.popular;

import dev.byline.article.Article;
import dev.byline.article.ArticleId;
import dev.byline.article.ArticleSink;
import dev.byline.article.ArticleStatus;
import dev.byline.article.ArticleStore;
import dev.byline.article.ArticleSummary;
import dev.byline.ranking.ExplainedList;
import dev.byline.ranking.listing.KnownLists;
import dev.byline.score.Ranked;
import dev.byline.taxonomy.Region;
import dev.byline.taxonomy.Section;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Popular posts: counts what readers do, and lists what they did most, each post with its reasons.
 *
 * <p>Thread-safe. A list is as of the moment of the call, or of another within the second before; what has expired or was
 * withdrawn meanwhile is in none. It costs at most two calls of the article store. The value of a {@link Ranked} is the number
 * that the policy orders by, within the window; its score is that number as a share of the greatest that may be listed, but
 * for {@link Order.Least} and {@link Order.Approval}, which are from 0 to 1 themselves, and Reddit's formula, whose scores are
 * shares of the votes that the first would need. Posts that merely fill a short list have the value 0 and stand last;
 * those that are pinned stand first, whatever their value.
 * Sponsored posts are never listed.
 *
 * <p>Looked at are the thousand posts with the greatest numbers of each kind that the policy orders by, and the newest
 * thousand where it goes by age too or the query asks for less than the site. What is missed has a smaller number than a
 * thousand others, and is older than a thousand where age matters.
 *
 * <p>It is an {@link ArticleSink} so that what is withdrawn is gone from its lists at once, whenever the article store
 * hears of it.
 */
public final class PopularArticles implements ArticleSink, AutoCloseable {
    /** The most posts that a list may hold. */
    public static final int MOST = PopularQuery.MOST;

    private static final Set<String> FILLING = Set.of("P-07", "P-08", "P-22");
    private static final Duration LONGEST_KNOWN = Duration.ofSeconds(1);

    private final PopularPolicy policy;
    private final EngagementStore engagement;
    private final ArticleStore articles;
    private final InstantSource clock;
    private final Predicate<ArticleId> isKnown;
    private final Set<ArticleId> withdrawn = ConcurrentHashMap.newKeySet();
    private final KnownLists<Asked> known = new KnownLists<>(Asked::characters);

    private PopularArticles(
            PopularPolicy policy,
            EngagementStore engagement,
            ArticleStore articles,
            InstantSource clock,
            Predicate<ArticleId> isKnown) {
        this.policy = Objects.requireNonNull(policy, "policy");
        this.engagement = Objects.requireNonNull(engagement, "engagement");
        this.articles = Objects.requireNonNull(articles, "articles");
        this.clock = Objects.requireNonNull(clock, "clock");
        this.isKnown = Objects.requireNonNull(isKnown, "isKnown");
    }

    /**
     * An engine over these.
     *
     * @param engagement closed with the engine
     * @param articles neither written nor closed
     */
    public static PopularArticles with(
            PopularPolicy policy, EngagementStore engagement, ArticleStore articles, InstantSource clock) {
        return new PopularArticles(policy, engagement, articles, clock, any -> true);
    }

    /**
     * An engine that counts what happens to known articles alone, so that nobody fills the counters with addresses of his own
     * making (P-47): everything else is {@link EngagementStore.Outcome#UNKNOWN_ARTICLE}.
     *
     * @param isKnown asked for every event, on the thread that records it: a set or a cache rather than a database
     */
    public static PopularArticles knowing(
            Predicate<ArticleId> isKnown,
            PopularPolicy policy,
            EngagementStore engagement,
            ArticleStore articles,
            InstantSource clock) {
        return new PopularArticles(policy, engagement, articles, clock, isKnown);
    }

    /**
     * Counts what a reader did, as {@link EngagementStore#record} says.
     *
     * @throws dev.byline.ranking.RankingException if it can't be written; then it does not count
     */
    public EngagementStore.Outcome record(Engagement event) {
        return isKnown.test(event.article())
                ? engagement.record(event, policy.counting())
                : EngagementStore.Outcome.UNKNOWN_ARTICLE;
    }

    /** The most popular posts of the site. */
    public List<Ranked<ArticleSummary>> top(int n, Window window) {
        return top(PopularQuery.of(window).limit(n));
    }

    /** The most popular posts in a region. */
    public List<Ranked<ArticleSummary>> top(int n, Window window, Region region) {
        return top(PopularQuery.of(window).limit(n).in(region));
    }

    /** The most popular posts in a section. */
    public List<Ranked<ArticleSummary>> top(int n, Window window, Section section) {
        return top(PopularQuery.of(window).limit(n).in(section));
    }

    /** The posts that a block of a page asks for; at most a second old. */
    public List<Ranked<ArticleSummary>> top(PopularQuery query) {
        Asked asked = new Asked(query, policy);
        KnownLists.Moment begun = moment();
        @Nullable List<Ranked<ArticleSummary>> found = known.find(asked, begun);
        if (found != null) {
            return found;
        }
        List<Ranked<ArticleSummary>> list = work(query, begun.at(), false).ranked();
        // While a clock stands still, more may be counted at its instant.
        known.keep(asked, begun, begun.at().plusNanos(1), until(list, begun.at()), moment(), list);
        return list;
    }

    private record Asked(PopularQuery query, PopularPolicy policy) {
        private static final long CHARACTERS_AN_ID = 100;

        long characters() {
            return CHARACTERS_AN_ID
                    * ((long) query.without().size() + query.pinned().size());
        }
    }

    private KnownLists.Moment moment() {
        long changes = known.changes();
        return new KnownLists.Moment(changes, 0, clock.instant());
    }

    /** For how long a list may be given again: a second, and while all of it is public. */
    private static Instant until(List<Ranked<ArticleSummary>> list, Instant at) {
        return list.stream()
                .map(place -> place.item().expiresAt())
                .flatMap(Stream::ofNullable)
                .reduce(at.plus(LONGEST_KNOWN), (one, other) -> one.isBefore(other) ? one : other);
    }

    /**
     * The most popular posts of the site, with what was kept out of the list and why; never remembered.
     *
     * @param n the most posts to return, 1 to {@value #MOST}
     */
    public ExplainedList explain(int n, Window window) {
        return explain(PopularQuery.of(window).limit(n));
    }

    /** As {@link #top(PopularQuery)}, with what was kept out of the list and why; never remembered. */
    public ExplainedList explain(PopularQuery query) {
        return work(query, clock.instant(), true);
    }

    private ExplainedList work(PopularQuery query, Instant at, boolean explaining) {
        return new Gathering(query, policy, at, engagement, articles, withdrawn::contains, explaining)
                .select()
                .explained();
    }

    /**
     * The pure form of the engine: hand-made numbers in, the explained list out, without store or disk.
     *
     * @param candidates each article once, in any order, which changes nothing
     * @param n the most posts to return, 1 to {@value #MOST}
     * @param window what the numbers are of
     * @param at the instant at which a post must be public
     */
    public static ExplainedList rank(
            Collection<PopularCandidate> candidates, int n, Window window, PopularPolicy policy, Instant at) {
        return rank(PopularQuery.of(window).limit(n), candidates, policy, at);
    }

    /** As {@link #rank(Collection, int, Window, PopularPolicy, Instant)}, for all that a query can ask. */
    public static ExplainedList rank(
            PopularQuery query, Collection<PopularCandidate> candidates, PopularPolicy policy, Instant at) {
        Valuing valuing = new Valuing(policy.order(), query.window(), at);
        return new Selection(query, candidates, policy, at, valuing, true).explained();
    }

    /**
     * What all time holds of these articles, for their cards: views, and shares by network and on all together.
     *
     * @return in the order asked for, {@link Counts#NONE} for those that were never counted
     */
    public Map<ArticleId, Counts> shares(Collection<ArticleId> ids) {
        Map<ArticleId, Counts> sums = new LinkedHashMap<>();
        engagement.tallies(ids, Window.all(), clock.instant()).forEach((id, tally) -> sums.put(id, tally.sum()));
        return sums;
    }

    /**
     * Whether a post merely fills a short list (P-07, P-08, P-22), so that a page may leave out its number, which is 0, or call it
     * otherwise than popular; its last reason says why it stands there.
     */
    public static boolean isFilling(Ranked<ArticleSummary> place) {
        return place.reasons().stream().anyMatch(reason -> FILLING.contains(reason.rule()));
    }

    /** How the counters are. */
    public EngagementStore.Status status() {
        return engagement.status();
    }

    /** Takes note of what may be listed again; the articles themselves stay in the article store alone. */
    @Override
    public void put(Collection<Article> put) {
        Map<ArticleId, Article> latest = new HashMap<>();
        put.forEach(article -> latest.put(article.id(), article));
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

    /** Closes the counters. */
    @Override
    public void close() {
        engagement.close();
        known.changed();
    }
}
