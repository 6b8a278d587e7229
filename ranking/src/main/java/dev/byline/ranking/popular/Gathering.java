package dev.byline.ranking.popular;

import dev.byline.article.ArchiveCursor;
import dev.byline.article.ArchivePage;
import dev.byline.article.ArchiveQuery;
import dev.byline.article.ArticleId;
import dev.byline.article.ArticleStore;
import dev.byline.article.ArticleSummary;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds the posts that may stand in a list, with their numbers, in at most two calls of the article store.
 *
 * <p>Looked at are those with the greatest thousand numbers of each kind that the order goes by: in the window, and where what
 * is recent weighs more, in its last half-life too; for a trend in the window and the day before. Where the order asks for
 * dates, or the question for less than the site, the newest thousand that meet it come as well. Values rise with numbers and
 * with dates, so a post that was not looked at has a smaller number than a thousand others, and where dates matter is older
 * than a thousand as well. Of a trend that is all that can be said.
 */
final class Gathering {
    /** How many posts are weighed for each number at the most. */
    private static final int WEIGHED = 1000;

    /** How many posts are looked up for a list at least, so that a few that are not public make no second call. */
    private static final int LOOKED_UP = 100;

    /** How many more of the newest are asked for than are wanted, since some may be sponsored. */
    private static final int SPARE = 50;

    /** The course of those to whom nothing happened. */
    private static final long[] NOTHING = {0};

    private final PopularQuery query;
    private final PopularPolicy policy;
    private final Instant at;
    private final EngagementStore engagement;
    private final ArticleStore articles;
    private final Predicate<ArticleId> gone;
    private final boolean explaining;
    private final Valuing valuing;
    private final Course.Needed course;
    private final Map<ArticleId, ArticleSummary> known = new LinkedHashMap<>();
    private final Map<ArticleId, PopularCandidate> candidates = new HashMap<>();
    private final Map<ArticleId, Tally> inWindow = new HashMap<>();
    private final Map<ArticleId, long[]> courses = new HashMap<>();
    private boolean newestKnown;

    /**
     * About to gather.
     *
     * @param gone which posts must not be listed, whatever their summaries say
     * @param explaining whether anybody will read what was left out
     */
    Gathering(
            PopularQuery query,
            PopularPolicy policy,
            Instant at,
            EngagementStore engagement,
            ArticleStore articles,
            Predicate<ArticleId> gone,
            boolean explaining) {
        this.query = query;
        this.policy = policy;
        this.at = at;
        this.engagement = engagement;
        this.articles = articles;
        this.gone = gone;
        this.explaining = explaining;
        this.valuing = new Valuing(policy.order(), query.window(), at);
        this.course = Course.needed(policy.order(), query.window(), at);
    }

    Selection select() {
        Most most = most();
        Selection list = asksForDates() || query.isFiltered() ? amongAll(most) : amongFirst(most);
        if (policy.backfill() && list.valued() < query.limit()) {
            addWider();
            list = selection();
            if (!newestKnown && list.asksForNewest()) {
                addNewest(query.limit() + known.size() + query.without().size() + SPARE);
                selection();
                addWider();
                list = selection();
            }
        }
        return list;
    }

    private boolean asksForDates() {
        Order order = policy.order();
        return order instanceof Order.Least
                || order instanceof Order.Average
                || order instanceof Order.Velocity
                || order instanceof Order.Hot;
    }

    /** Of what the archive has, and of what is read most. */
    private Selection amongAll(Most most) {
        Set<ArticleId> more = new LinkedHashSet<>();
        if (addNewest(ArchiveQuery.MOST) != null && !(policy.order() instanceof Order.Least)) {
            more.addAll(most.ids);
            addWhatFills(more, Math.max(LOOKED_UP, 4 * query.limit()));
        }
        more.addAll(query.pinned());
        more.removeAll(known.keySet());
        lookUp(more);
        return selection();
    }

    /** Of the first by value, and where these are not enough or tie with others, of the newest. */
    private Selection amongFirst(Most most) {
        int wanted = Math.max(LOOKED_UP, 4 * query.limit());
        Set<ArticleId> first = first(most.ids, wanted);
        boolean all = first.size() == most.ids.size();
        addWhatFills(first, wanted);
        first.addAll(query.pinned());
        lookUp(first);
        Selection list = selection();
        boolean mayBeMore = !all || most.mayBeMore;
        boolean tooFew = list.valued() < query.limit();
        // Those who share the last place with posts that were not weighed may be older than these.
        boolean cutInTie = all && most.mayBeMore && list.least() <= most.bound;
        if ((tooFew && mayBeMore) || cutInTie) {
            addNewest(ArchiveQuery.MOST);
            list = selection();
        }
        return list;
    }

    private @Nullable ArchiveCursor addNewest(int most) {
        ArchivePage newest = articles.page(query.archive(at, Math.min(ArchiveQuery.MOST, most)));
        newest.articles().forEach(article -> known.put(article.id(), article));
        newestKnown = true;
        return newest.next();
    }

    /** What is read most in wider windows, as far as there are fewer than so many that may stand by themselves. */
    private void addWhatFills(Set<ArticleId> ids, int wanted) {
        List<Window> wider = new ArrayList<>(Selection.wider(query.window(), at));
        wider.add(Window.all());
        for (Window window : policy.backfill() ? wider : List.<Window>of()) {
            if (ids.size() < wanted) {
                for (Measure measure : valuing.measures()) {
                    ids.addAll(engagement.most(measure, window, at, wanted).keySet());
                }
            }
        }
        ids.removeIf(gone);
        ids.removeAll(query.without());
    }

    private void lookUp(Set<ArticleId> ids) {
        if (!ids.isEmpty()) {
            articles.summaries(ids).forEach(article -> known.put(article.id(), article));
        }
    }

    private Selection selection() {
        List<ArticleId> missing = known.keySet().stream()
                .filter(id -> !candidates.containsKey(id) && !gone.test(id))
                .toList();
        count(missing);
        boolean always = query.window().from(at) == null;
        for (ArticleId id : missing) {
            ArticleSummary article = known.get(id);
            if (article != null) {
                Tally here = inWindow.getOrDefault(id, Tally.NONE);
                candidates.put(
                        id,
                        new PopularCandidate(
                                article, here, always ? here : Tally.NONE, boxed(courses.get(id)), Map.of()));
            }
        }
        return new Selection(query, candidates.values(), policy, at, valuing, explaining);
    }

    /** Learns the numbers that the order goes by. */
    private void count(Collection<ArticleId> ids) {
        List<ArticleId> missing =
                ids.stream().filter(id -> !inWindow.containsKey(id)).toList();
        if (!missing.isEmpty()) {
            inWindow.putAll(engagement.tallies(missing, query.window(), at));
        }
        if (course.steps() == 0) {
            return;
        }
        Measure measure = valuing.measure();
        List<ArticleId> moved = new ArrayList<>();
        List<ArticleId> unknown =
                ids.stream().filter(id -> !courses.containsKey(id)).toList();
        engagement.tallies(unknown, course.window(), at).forEach((id, tally) -> {
            if (tally.counted().by(measure) > 0) {
                moved.add(id);
            } else {
                courses.put(id, NOTHING);
            }
        });
        if (!moved.isEmpty()) {
            courses.putAll(engagement.timeline(moved, measure, course.from(), course.step(), course.steps()));
        }
    }

    private static List<Long> boxed(long @Nullable [] course) {
        return course == null ? List.of() : Arrays.stream(course).boxed().toList();
    }

    /** Learns what wider windows and all time hold of the candidates, by which a list is filled. */
    private void addWider() {
        List<ArticleId> ids = new ArrayList<>(candidates.keySet());
        if (query.window().from(at) != null) {
            engagement
                    .tallies(ids, Window.all(), at)
                    .forEach((id, tally) -> candidates.computeIfPresent(id, (same, post) -> post.ever(tally)));
        }
        for (Window window : Selection.wider(query.window(), at)) {
            engagement
                    .tallies(ids, window, at)
                    .forEach((id, tally) -> candidates.computeIfPresent(id, (same, post) -> post.in(window, tally)));
        }
    }

    /**
     * The posts with the greatest numbers.
     *
     * @param mayBeMore whether others have numbers too
     * @param bound what these may be worth at the most, by their numbers alone
     */
    private record Most(Set<ArticleId> ids, boolean mayBeMore, double bound) {}

    private Most most() {
        Set<ArticleId> ids = new LinkedHashSet<>();
        boolean mayBeMore = false;
        double bound = 0;
        Order order = policy.order();
        if (order instanceof Order.Least) {
            return new Most(ids, false, 0);
        }
        for (Measure measure : valuing.measures()) {
            double weight = order instanceof Order.Mix mix ? mix.weight(measure) : 1;
            for (Window window : windows()) {
                Map<ArticleId, Tally> counted = engagement.most(measure, window, at, WEIGHED);
                ids.addAll(counted.keySet());
                if (window.equals(query.window())) {
                    inWindow.putAll(counted);
                }
                if (counted.size() == WEIGHED) {
                    mayBeMore = true;
                    long least = Long.MAX_VALUE;
                    for (Tally tally : counted.values()) {
                        least = Math.min(least, tally.by(measure));
                    }
                    bound += weight * least;
                }
            }
        }
        ids.removeIf(gone);
        ids.removeAll(query.without());
        if (order instanceof Order.Trending) {
            bound = bound * bound;
        } else if (order instanceof Order.Approval approval) {
            bound = Formulas.wilson(bound, 0, approval.z());
        }
        return new Most(ids, mayBeMore, bound);
    }

    /** Where the posts with the greatest numbers are looked for. */
    private List<Window> windows() {
        if (policy.order() instanceof Order.Trending) {
            return List.of(query.window(), course.window());
        }
        if (policy.order() instanceof Order.Decayed decayed) {
            Instant end = query.window().to(at);
            Window recent = Window.between(end.minus(decayed.halfLife()), end);
            Instant from = query.window().from(at);
            return from == null || from.isBefore(end.minus(decayed.halfLife()))
                    ? List.of(query.window(), recent)
                    : List.of(query.window());
        }
        return List.of(query.window());
    }

    /** The first so many by value, and all that have the same value as the last of them. */
    private Set<ArticleId> first(Set<ArticleId> ids, int most) {
        if (ids.size() <= most) {
            return new LinkedHashSet<>(ids);
        }
        record Valued(ArticleId id, double value) {}
        count(ids);
        List<Valued> values = new ArrayList<>();
        for (ArticleId id : ids) {
            double value = valuing.value(inWindow.getOrDefault(id, Tally.NONE), courses.getOrDefault(id, NOTHING));
            values.add(new Valued(id, Double.isNaN(value) ? 0 : value));
        }
        values.sort(Comparator.comparingDouble(Valued::value).reversed());
        Set<ArticleId> first = new LinkedHashSet<>();
        double last = 0;
        for (Valued one : values) {
            if (first.size() >= most && one.value != last) {
                break;
            }
            first.add(one.id);
            last = one.value;
        }
        return first;
    }
}
