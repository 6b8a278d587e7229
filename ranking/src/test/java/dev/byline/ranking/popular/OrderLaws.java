package dev.byline.ranking.popular;

import static dev.byline.ranking.testkit.RankingAssertions.assertThat;
import static dev.byline.testkit.SampleArticles.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.article.Article;
import dev.byline.article.ArticleId;
import dev.byline.article.ArticleStatus;
import dev.byline.article.ArticleStore;
import dev.byline.article.ArticleSummary;
import dev.byline.ranking.ExplainedList;
import dev.byline.ranking.testkit.ArbitraryEvents;
import dev.byline.testkit.Rule;
import dev.byline.testkit.SampleArticles;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

/** What holds for every order, whatever the numbers and dates. */
class OrderLaws {
    private static final List<Article> ARTICLES = SampleArticles.mixed(30, 11);
    private static final ZoneId TEHRAN = ZoneId.of("Asia/Tehran");

    /** One more event of what they count lowers no article by these. */
    @Provide
    Arbitrary<Order> rising() {
        Arbitrary<Measure> measure = Arbitraries.of(Measure.class);
        return Arbitraries.oneOf(
                measure.map(Order.Most::new),
                measure.map(Order.Velocity::new),
                measure.map(one -> new Order.Average(one, TEHRAN)),
                Combinators.combine(measure, Arbitraries.of(Order.Formula.class))
                        .as(Order.Hot::new),
                Combinators.combine(measure, Arbitraries.of(1, 12, 48, 49, 720))
                        .as((one, hours) -> new Order.Decayed(one, Duration.ofHours(hours))),
                Arbitraries.of(new Order.Mix(1, 0, 0, 0), new Order.Mix(.1, 5, 1e6, 0), new Order.Mix(1, 1, 1, 1)));
    }

    @Provide
    Arbitrary<Order> orders() {
        return Arbitraries.oneOf(
                rising(),
                Arbitraries.of(Measure.class).map(Order.Least::new),
                Arbitraries.of(.5, 1.96, 10.0).map(Order.Approval::new),
                Combinators.combine(
                                Arbitraries.of(Measure.class),
                                Arbitraries.of(0L, 5L, Long.MAX_VALUE),
                                Arbitraries.of(1, 8))
                        .as((one, least, hours) -> new Order.Trending(one, least, Duration.ofHours(hours))));
    }

    @Provide
    Arbitrary<Window> windows() {
        return Arbitraries.of(
                Window.all(),
                Window.last(Duration.ofMinutes(1)),
                Window.last(Duration.ofHours(1)),
                Window.last(Duration.ofDays(7)),
                Window.last(Duration.ofDays(36_500)),
                Window.today(TEHRAN),
                Window.yesterday(TEHRAN),
                Window.between(NOW.minus(Duration.ofDays(400)), NOW.minus(Duration.ofDays(300))),
                Window.between(Instant.MIN, Instant.MAX));
    }

    private Arbitrary<Long> numbers() {
        return Arbitraries.frequencyOf(
                Tuple.of(8, Arbitraries.longs().between(0, 40)),
                Tuple.of(1, Arbitraries.longs().between(0, Long.MAX_VALUE)),
                Tuple.of(1, Arbitraries.just(Long.MAX_VALUE)));
    }

    private Arbitrary<Tally> tallies() {
        return Combinators.combine(numbers(), numbers(), numbers(), numbers(), numbers())
                .as((views, shares, comments, reactions, opening) -> Tally.of(
                        new Counts(views, new TreeMap<>(Map.of("x", shares)), comments, reactions),
                        Counts.of(opening, Map.of())));
    }

    @Provide
    Arbitrary<List<PopularCandidate>> candidates() {
        Arbitrary<Instant> dates = Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.longs().between(0, 800_000).map(NOW::minusSeconds)),
                Tuple.of(1, Arbitraries.of(Instant.MIN, Instant.EPOCH, NOW, NOW.plusSeconds(1), Instant.MAX)));
        Arbitrary<PopularCandidate> one = Combinators.combine(
                        Arbitraries.of(ARTICLES),
                        dates,
                        tallies(),
                        tallies(),
                        numbers().list().ofMaxSize(30),
                        tallies())
                .as((article, date, here, ever, course, wider) -> new PopularCandidate(
                        summary(article, date), here, ever, course, Map.of(Window.last(Duration.ofDays(30)), wider)));
        return one.list().ofMaxSize(20).map(OrderLaws::each);
    }

    @Property
    void everyListIsInOrderAndItsReasonsAddUp(
            @ForAll("candidates") List<PopularCandidate> candidates,
            @ForAll("orders") Order order,
            @ForAll("windows") Window window,
            @ForAll @IntRange(min = 0, max = 2) int perSection,
            @ForAll boolean backfill) {
        PopularPolicy policy = PopularPolicy.defaults().order(order).backfill(backfill);
        PopularQuery query = PopularQuery.of(window).limit(12).mostPerSection(perSection);
        ExplainedList list = PopularArticles.rank(query, candidates, policy, NOW);
        assertThat(list)
                .addsUp()
                .isTotallyOrdered()
                .places()
                .hasSizeLessThanOrEqualTo(12)
                .allSatisfy(place -> assertThat(place.item().isPublic(NOW)).isTrue())
                .allSatisfy(place -> assertThat(place.item().status()).isNotEqualTo(ArticleStatus.WITHDRAWN));
    }

    @Property
    @Rule("P-06")
    void theOrderOfCandidatesChangesNothing(
            @ForAll("candidates") List<PopularCandidate> candidates,
            @ForAll("orders") Order order,
            @ForAll("windows") Window window,
            @ForAll long seed) {
        PopularPolicy policy = PopularPolicy.defaults().order(order);
        PopularQuery query = PopularQuery.of(window).mostPerSection(1);
        List<PopularCandidate> other = new ArrayList<>(candidates);
        Collections.shuffle(other, new Random(seed));
        assertThat(PopularArticles.rank(query, other, policy, NOW))
                .isEqualTo(PopularArticles.rank(query, candidates, policy, NOW));
    }

    /** Not by least and approval, which are meant to; nor by trend, for which see below. */
    @Property
    void oneMoreEventNeverLowersAnArticle(
            @ForAll("candidates") List<PopularCandidate> candidates,
            @ForAll("rising") Order order,
            @ForAll("windows") Window window,
            @ForAll @IntRange(max = 19) int which,
            @ForAll @IntRange(max = 29) int hour,
            @ForAll Measure measure) {
        PopularPolicy policy = PopularPolicy.defaults().order(order);
        if (candidates.isEmpty()) {
            return;
        }
        PopularCandidate before = candidates.get(which % candidates.size());
        assertNotLowered(candidates, before, more(before, measure, hour, order), window, policy);
    }

    /** What happens now never lowers a trend; what happened before may, for then more was to be expected. */
    @Property
    void oneMoreEventNowNeverLowersATrend(
            @ForAll("candidates") List<PopularCandidate> candidates,
            @ForAll("windows") Window window,
            @ForAll @IntRange(max = 19) int which) {
        PopularPolicy policy = PopularPolicy.trending();
        if (candidates.isEmpty()) {
            return;
        }
        PopularCandidate before = candidates.get(which % candidates.size());
        assertNotLowered(candidates, before, more(before, Measure.VIEWS, 0, policy.order()), window, policy);
    }

    /** What the engine gathers gives the list that all articles give. */
    @Property
    void theEngineMissesNothing(
            @ForAll("streams") List<Engagement> events,
            @ForAll("orders") Order order,
            @ForAll("windows") Window window,
            @ForAll @IntRange(min = 1, max = 12) int limit,
            @ForAll @IntRange(max = 2) int perSection) {
        PopularPolicy policy = PopularPolicy.defaults().order(order);
        PopularQuery query = PopularQuery.of(window).limit(limit).mostPerSection(perSection);
        EngagementStore engagement = EngagementStore.inMemory(() -> NOW);
        ArticleStore store = ArticleStore.inMemory(ZoneOffset.UTC);
        store.put(ARTICLES);
        try (PopularArticles popular = PopularArticles.with(policy, engagement, store, () -> NOW)) {
            events.forEach(popular::record);
            assertThat(popular.top(query))
                    .isEqualTo(PopularArticles.rank(query, all(ARTICLES, engagement, order, window), policy, NOW)
                            .ranked());
        }
    }

    @Provide
    Arbitrary<List<Engagement>> streams() {
        return ArbitraryEvents.streams(ARTICLES, NOW);
    }

    /** Every article with all its numbers, as brute force has them. */
    static List<PopularCandidate> all(List<Article> articles, EngagementStore engagement, Order order, Window window) {
        Course.Needed course = Course.needed(order, window, NOW);
        Measure measure = new Valuing(order, window, NOW).measure();
        return articles.stream()
                .map(article -> {
                    List<ArticleId> id = List.of(article.id());
                    PopularCandidate post = PopularCandidate.of(
                            article.summary(),
                            engagement.tallies(id, window, NOW).getOrDefault(article.id(), Tally.NONE),
                            engagement.tallies(id, Window.all(), NOW).getOrDefault(article.id(), Tally.NONE));
                    for (Window wider : Selection.wider(window, NOW)) {
                        post = post.in(
                                wider, engagement.tallies(id, wider, NOW).getOrDefault(article.id(), Tally.NONE));
                    }
                    return course.steps() == 0
                            ? post
                            : post.course(Arrays.stream(engagement
                                            .timeline(id, measure, course.from(), course.step(), course.steps())
                                            .getOrDefault(article.id(), new long[0]))
                                    .boxed()
                                    .toList());
                })
                .toList();
    }

    private static void assertNotLowered(
            List<PopularCandidate> candidates,
            PopularCandidate before,
            PopularCandidate after,
            Window window,
            PopularPolicy policy) {
        List<PopularCandidate> others = new ArrayList<>(candidates);
        others.set(others.indexOf(before), after);
        assertThat(place(PopularArticles.rank(others, 20, window, policy, NOW), after))
                .isLessThanOrEqualTo(place(PopularArticles.rank(candidates, 20, window, policy, NOW), before));
    }

    /** The same with one event more, everywhere. */
    private static PopularCandidate more(PopularCandidate post, Measure measure, int hoursAgo, Order order) {
        List<Long> course = new ArrayList<>(post.course());
        int hour = course.size() - 1 - hoursAgo;
        boolean counts = new Valuing(order, Window.all(), NOW).measure() == measure;
        if (counts && hour >= 0 && course.get(hour) < Long.MAX_VALUE) {
            course.set(hour, course.get(hour) + 1);
        }
        Map<Window, Tally> wider = new LinkedHashMap<>();
        post.wider().forEach((window, tally) -> wider.put(window, more(tally, measure)));
        return new PopularCandidate(
                post.article(), more(post.inWindow(), measure), more(post.ever(), measure), course, wider);
    }

    private static Tally more(Tally tally, Measure measure) {
        Counts one = switch (measure) {
            case VIEWS -> new Counts(1, Counts.NONE.shares(), 0, 0);
            case SHARES -> Counts.of(0, Map.of("facebook", 1L));
            case COMMENTS -> new Counts(0, Counts.NONE.shares(), 1, 0);
            case REACTIONS -> new Counts(0, Counts.NONE.shares(), 0, 1);
            case VISITORS -> new Counts(0, Counts.NONE.shares(), 0, 0, 1);
        };
        return new Tally(tally.counted().plus(one), tally.opening(), tally.apart());
    }

    private static int place(ExplainedList list, PopularCandidate post) {
        for (int i = 0; i < list.ranked().size(); i++) {
            if (list.ranked().get(i).item().id().equals(post.article().id())) {
                return i;
            }
        }
        return Integer.MAX_VALUE;
    }

    private static ArticleSummary summary(Article article, Instant date) {
        return article.publishedAt() == null
                ? article.summary()
                : article.toBuilder().publishedAt(date).build().summary();
    }

    /** Each article once. */
    private static List<PopularCandidate> each(List<PopularCandidate> all) {
        Map<Object, PopularCandidate> each = new LinkedHashMap<>();
        all.forEach(one -> each.put(one.article().id(), one));
        return List.copyOf(each.values());
    }
}
