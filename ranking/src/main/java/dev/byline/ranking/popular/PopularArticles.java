package dev.byline.ranking.popular;

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
import dev.byline.score.Reason;
import dev.byline.taxonomy.Region;
import dev.byline.taxonomy.Section;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Popular posts: counts what readers do, and lists what they did most, each post with its reasons.
 *
 * <p>Thread-safe. A list is as of the moment of the call and costs at most two calls of the article store. The value of
 * a {@link Ranked} is the number that the policy orders by, within the window; its score is that number as a share of
 * the greatest in the list. Posts that merely fill a short list have the value 0 and stand last. Sponsored posts are
 * never listed.
 *
 * <p>It is an {@link ArticleSink} so that what is withdrawn is gone from its lists at once, whenever the article store
 * hears of it.
 */
public final class PopularArticles implements ArticleSink, AutoCloseable {
    /** The most posts that a list may hold. */
    public static final int MOST = 200;

    /** How many posts are weighed for a list at the most, by the number of those with the greatest. */
    private static final int WEIGHED = 1000;

    /** How many posts are looked up for a list at least, so that a few that are not public make no second call. */
    private static final int LOOKED_UP = 100;

    /** How many more of the newest are asked for than are wanted, since some may be sponsored. */
    private static final int SPARE = 50;

    private static final Comparator<Ranked<ArticleSummary>> GREATEST_FIRST =
            Comparator.<Ranked<ArticleSummary>>comparingDouble(Ranked::value)
                    .reversed()
                    .thenComparing(Ranked::item, Listed.NEWEST_FIRST);

    private final PopularPolicy policy;
    private final EngagementStore engagement;
    private final ArticleStore articles;
    private final InstantSource clock;
    private final Set<ArticleId> withdrawn = ConcurrentHashMap.newKeySet();

    private PopularArticles(
            PopularPolicy policy, EngagementStore engagement, ArticleStore articles, InstantSource clock) {
        this.policy = Objects.requireNonNull(policy, "policy");
        this.engagement = Objects.requireNonNull(engagement, "engagement");
        this.articles = Objects.requireNonNull(articles, "articles");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /**
     * An engine over these.
     *
     * @param engagement closed with the engine
     * @param articles neither written nor closed
     */
    public static PopularArticles with(
            PopularPolicy policy, EngagementStore engagement, ArticleStore articles, InstantSource clock) {
        return new PopularArticles(policy, engagement, articles, clock);
    }

    /**
     * Counts what a reader did, as {@link EngagementStore#record} says.
     *
     * @throws dev.byline.ranking.RankingException if it can't be written; then it does not count
     */
    public EngagementStore.Outcome record(Engagement event) {
        return engagement.record(event, policy.repeatSlot());
    }

    /** The most popular posts of the site. */
    public List<Ranked<ArticleSummary>> top(int n, Window window) {
        return explain(n, window).ranked();
    }

    /** The most popular posts in a region, of the newest thousand there. */
    public List<Ranked<ArticleSummary>> top(int n, Window window, Region region) {
        Instant at = clock.instant();
        return amongNewest(ArchiveQuery.at(at).in(region), n, window, at).ranked();
    }

    /** The most popular posts in a section, of the newest thousand there. */
    public List<Ranked<ArticleSummary>> top(int n, Window window, Section section) {
        Instant at = clock.instant();
        return amongNewest(ArchiveQuery.at(at).section(section.key()), n, window, at)
                .ranked();
    }

    /**
     * The most popular posts of the site, with what was kept out of the list and why.
     *
     * @param n the most posts to return, 1 to {@value #MOST}
     */
    public ExplainedList explain(int n, Window window) {
        checkSize(n);
        Instant at = clock.instant();
        Map<ArticleId, Tally> counted = engagement.most(policy.by(), window, at, WEIGHED);
        Set<ArticleId> first = first(counted, Math.max(LOOKED_UP, 4 * n));
        boolean all = first.size() == counted.size();
        boolean mayBeMore = counted.size() == WEIGHED;
        if (policy.backfill() && first.size() < LOOKED_UP && window.from(at) != null) {
            first.addAll(first(engagement.most(policy.by(), Window.all(), at, WEIGHED), Math.max(LOOKED_UP, 4 * n)));
        }
        first.removeAll(withdrawn);
        Map<ArticleId, ArticleSummary> known = new LinkedHashMap<>();
        if (!first.isEmpty()) {
            articles.summaries(first).forEach(article -> known.put(article.id(), article));
        }
        ExplainedList list = ranked(known.values(), n, window, at);

        double least = list.ranked().size() < n ? 0 : list.ranked().get(n - 1).value();
        boolean tooFew = least == 0 && (!all || mayBeMore);
        // Those who share the last place with posts that were not weighed may be older than these.
        boolean cutInTie = all && mayBeMore && least <= leastOf(counted);
        if (tooFew || cutInTie) {
            addNewest(known, ArchiveQuery.MOST, at);
            list = ranked(known.values(), n, window, at);
        } else if (policy.backfill() && list.ranked().size() < n) {
            addNewest(known, Math.min(ArchiveQuery.MOST, n + known.size() + SPARE), at);
            list = ranked(known.values(), n, window, at);
        }
        return list;
    }

    private void addNewest(Map<ArticleId, ArticleSummary> known, int most, Instant at) {
        articles.page(ArchiveQuery.at(at).limit(most)).articles().forEach(article -> known.put(article.id(), article));
    }

    private ExplainedList amongNewest(ArchiveQuery query, int n, Window window, Instant at) {
        checkSize(n);
        return ranked(articles.page(query.limit(ArchiveQuery.MOST)).articles(), n, window, at);
    }

    private ExplainedList ranked(Collection<ArticleSummary> known, int n, Window window, Instant at) {
        List<ArticleSummary> here = known.stream()
                .filter(article -> !withdrawn.contains(article.id()))
                .toList();
        List<ArticleId> ids = here.stream().map(ArticleSummary::id).toList();
        Map<ArticleId, Tally> inWindow = engagement.tallies(ids, window, at);
        Map<ArticleId, Tally> ever = engagement.tallies(ids, Window.all(), at);
        return rank(
                here.stream()
                        .map(article -> new PopularCandidate(
                                article,
                                inWindow.getOrDefault(article.id(), Tally.NONE),
                                ever.getOrDefault(article.id(), Tally.NONE)))
                        .toList(),
                n,
                window,
                policy,
                at);
    }

    /** The first so many, and all that have the same number as the last of them. */
    private Set<ArticleId> first(Map<ArticleId, Tally> counted, int most) {
        Set<ArticleId> first = new LinkedHashSet<>();
        long last = 0;
        for (var entry : counted.entrySet()) {
            long number = entry.getValue().by(policy.by());
            if (first.size() >= most && number != last) {
                break;
            }
            first.add(entry.getKey());
            last = number;
        }
        return first;
    }

    private long leastOf(Map<ArticleId, Tally> counted) {
        return counted.values().stream()
                .mapToLong(tally -> tally.by(policy.by()))
                .min()
                .orElse(0);
    }

    /**
     * The pure form of the engine: hand-made numbers in, the explained list out, without store or disk.
     *
     * @param candidates each article once, in any order, which changes nothing
     * @param n the most posts to return, 1 to {@value #MOST}
     * @param window what the numbers are of, for the reasons' words
     * @param at the instant at which a post must be public
     */
    public static ExplainedList rank(
            Collection<PopularCandidate> candidates, int n, Window window, PopularPolicy policy, Instant at) {
        checkSize(n);
        Map<ArticleId, LeftOut> leftOut = new TreeMap<>();
        List<PopularCandidate> eligible = new ArrayList<>();
        for (PopularCandidate candidate : candidates) {
            ArticleSummary article = candidate.article();
            if (!article.isPublic(at)) {
                leftOut.put(article.id(), new LeftOut(article.id(), "P-04", "is not public at " + at));
            } else if (article.kind() == ArticleKind.SPONSORED) {
                leftOut.put(article.id(), new LeftOut(article.id(), "P-05", "is sponsored"));
            } else {
                eligible.add(candidate);
            }
        }
        long greatest = eligible.stream()
                .mapToLong(candidate -> candidate.inWindow().by(policy.by()))
                .max()
                .orElse(0);
        List<Ranked<ArticleSummary>> list = new ArrayList<>();
        eligible.stream()
                .filter(candidate -> candidate.inWindow().by(policy.by()) > 0)
                .map(candidate -> counted(candidate, window, policy, greatest))
                .sorted(GREATEST_FIRST)
                .limit(n)
                .forEach(list::add);
        if (list.size() < n && policy.backfill()) {
            eligible.stream()
                    .filter(candidate -> candidate.inWindow().by(policy.by()) == 0)
                    .sorted(Comparator.<PopularCandidate>comparingLong(
                                    candidate -> candidate.ever().by(policy.by()))
                            .reversed()
                            .thenComparing(PopularCandidate::article, Listed.NEWEST_FIRST))
                    .limit(n - list.size())
                    .map(candidate -> filling(candidate, policy))
                    .forEach(list::add);
        }
        return new ExplainedList(list, List.copyOf(leftOut.values()));
    }

    private static Ranked<ArticleSummary> counted(
            PopularCandidate candidate, Window window, PopularPolicy policy, long greatest) {
        Measure by = policy.by();
        long here = candidate.inWindow().counted().by(by);
        long before = candidate.inWindow().opening().by(by);
        long value = candidate.inWindow().by(by);
        List<Reason> reasons = new ArrayList<>();
        if (here > 0) {
            reasons.add(new Reason("P-01", number(here, by) + " " + window.phrase(), here));
        }
        if (before > 0) {
            reasons.add(new Reason("P-02", number(before, by) + " brought along", (double) value - here));
        }
        return new Ranked<>(candidate.article(), value, unit(by), (double) value / greatest, reasons);
    }

    private static Ranked<ArticleSummary> filling(PopularCandidate candidate, PopularPolicy policy) {
        long ever = candidate.ever().by(policy.by());
        Reason reason = ever > 0
                ? new Reason("P-07", "fills the list: " + number(ever, policy.by()) + " of all time", 0)
                : new Reason("P-08", "fills the list: newest of the site", 0);
        return new Ranked<>(candidate.article(), 0, unit(policy.by()), 0, List.of(reason));
    }

    private static String unit(Measure by) {
        return by.name().toLowerCase(Locale.ROOT);
    }

    private static String number(long number, Measure by) {
        String unit = unit(by);
        return number + " " + (number == 1 ? unit.substring(0, unit.length() - 1) : unit);
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
    }

    @Override
    public void withdraw(Collection<ArticleId> ids) {
        withdrawn.addAll(ids);
    }

    /** Closes the counters. */
    @Override
    public void close() {
        engagement.close();
    }

    private static void checkSize(int n) {
        if (n < 1 || n > MOST) {
            throw new IllegalArgumentException("a list holds 1 to " + MOST + " posts, not " + n);
        }
    }
}
