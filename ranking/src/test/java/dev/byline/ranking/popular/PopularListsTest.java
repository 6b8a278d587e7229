package dev.byline.ranking.popular;

import static dev.byline.ranking.testkit.RankingAssertions.assertThat;
import static dev.byline.testkit.SampleArticles.BUSINESS;
import static dev.byline.testkit.SampleArticles.IRAN;
import static dev.byline.testkit.SampleArticles.NOW;
import static dev.byline.testkit.SampleArticles.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.byline.article.Article;
import dev.byline.article.ArticleId;
import dev.byline.article.ArticleSink;
import dev.byline.article.ArticleStore;
import dev.byline.article.ArticleSummary;
import dev.byline.ranking.testkit.Readers;
import dev.byline.score.Ranked;
import dev.byline.score.Reason;
import dev.byline.testkit.CountingArticleStore;
import dev.byline.testkit.MovableClock;
import dev.byline.testkit.Rule;
import dev.byline.testkit.SampleArticles;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Lists as the engine gives them: how long they hold, what they cost, and that they look far enough. */
class PopularListsTest {
    private static final Window HOUR = Window.last(Duration.ofHours(1));
    private static final Window WEEK = Window.last(Duration.ofDays(7));

    private final MovableClock clock = MovableClock.at(NOW);
    private final CountingArticleStore store = CountingArticleStore.of(ArticleStore.inMemory(ZoneOffset.UTC));
    private final EngagementStore engagement = EngagementStore.inMemory(clock);
    private final PopularArticles popular = PopularArticles.with(PopularPolicy.defaults(), engagement, store, clock);
    private final ArticleSink desk = ArticleSink.all(store, popular);
    private final Readers readers = Readers.of(popular::record, clock);

    @AfterEach
    void close() {
        popular.close();
    }

    @Test
    @Rule("P-27")
    void aListIsLessThanASecondOld() {
        desk.put(List.of(article("a").build(), article("b").build()));
        readers.view("a", 1);
        List<Ranked<ArticleSummary>> list = popular.top(5, WEEK);
        assertThat(list).containsExactly("a", "b");
        readers.view("b", 2);
        clock.advance(Duration.ofMillis(999));
        store.reset();
        assertThat(popular.top(5, WEEK)).isSameAs(list);
        assertThat(store.reads()).isZero();
        // Another question is answered by itself, and an explanation is never remembered.
        assertThat(popular.top(2, WEEK)).containsExactly("b", "a");
        assertThat(popular.explain(5, WEEK)).containsExactly("b", "a");
        clock.advance(Duration.ofMillis(1));
        assertThat(popular.top(5, WEEK)).containsExactly("b", "a");
        assertThatThrownBy(() -> list.remove(0)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    @Rule("P-27")
    void aClockThatStandsStillOrGoesBackRemembersNothing() {
        desk.put(List.of(
                article("a").publishedAt(NOW.minusSeconds(9)).build(),
                article("b").publishedAt(NOW.minusSeconds(9)).build()));
        clock.set(NOW.plusSeconds(30));
        readers.view("a", 1);
        assertThat(popular.top(5, WEEK)).containsExactly("a", "b");
        readers.view("b", 2);
        assertThat(popular.top(5, WEEK)).containsExactly("b", "a");
        readers.view("a", 2);
        clock.set(NOW.plusSeconds(29));
        assertThat(popular.top(5, WEEK)).containsExactly("a", "b");
    }

    @Test
    @Rule({"P-27", "P-04"})
    void whatIsPutOrWithdrawnOrHasExpiredIsRightAtOnce() {
        desk.put(List.of(
                article("a").expiresAt(NOW.plusMillis(30)).build(), article("b").build()));
        readers.view("a", 2);
        readers.view("b", 1);
        readers.view("c", 3);
        assertThat(popular.top(5, WEEK)).containsExactly("a", "b");
        clock.advance(Duration.ofMillis(10));
        desk.put(article("c").build());
        assertThat(popular.top(5, WEEK)).containsExactly("c", "a", "b");
        clock.advance(Duration.ofMillis(10));
        desk.withdraw(ArticleId.of("c"));
        assertThat(popular.top(5, WEEK)).containsExactly("a", "b");
        clock.advance(Duration.ofMillis(10));
        assertThat(popular.top(5, WEEK)).containsExactly("b");
        clock.advance(Duration.ofMillis(10));
        popular.close();
        assertThatThrownBy(() -> popular.top(5, WEEK)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    @Rule({"P-22", "P-07", "P-08"})
    void anEmptyHourIsFilledFromTheDayTheWeekTheMonthAndAllTime() {
        desk.put(Stream.of("hour", "day", "week", "month", "ever")
                .map(id ->
                        article(id).publishedAt(NOW.minus(Duration.ofDays(90))).build())
                .toList());
        desk.put(article("new").build());
        clock.set(NOW.minus(Duration.ofDays(60)));
        readers.view("ever", 90);
        clock.set(NOW.minus(Duration.ofDays(20)));
        readers.view("month", 80);
        clock.set(NOW.minus(Duration.ofDays(3)));
        readers.view("week", 70);
        clock.set(NOW.minus(Duration.ofHours(3)));
        readers.view("day", 60);
        clock.set(NOW);
        store.reset();
        List<Ranked<ArticleSummary>> list = popular.top(6, HOUR);
        assertThat(list).containsExactly("day", "week", "month", "ever", "new", "hour");
        assertThat(list)
                .ranks("week")
                .reasons()
                .containsExactly(new Reason("P-22", "fills the list: 70 views in the last 7 days", 0));
        assertThat(list).ranks("ever").onlyBecause("P-07").and().ranks("hour").onlyBecause("P-08");
        readers.view("hour", 1);
        assertThat(popular.top(2, HOUR))
                .containsExactly("hour", "day")
                .ranks("hour")
                .because("P-20");
        assertThat(store.reads()).isLessThanOrEqualTo(4);
    }

    @Test
    @Rule({"P-22", "P-11"})
    void aMixIsFilledByAllThatItWeighs() {
        desk.put(List.of(
                article("read").publishedAt(NOW.minus(Duration.ofDays(9))).build(),
                article("shared").publishedAt(NOW.minus(Duration.ofDays(8))).build()));
        readers.at(NOW.minus(Duration.ofHours(3))).view("read").share("shared", "x");
        PopularArticles engine = PopularArticles.with(
                PopularPolicy.defaults().order(new Order.Mix(2, 1, 0, 0)), engagement, store, clock);
        assertThat(engine.top(5, HOUR))
                .containsExactly("read", "shared")
                .ranks("shared")
                .reasons()
                .containsExactly(new Reason("P-22", "fills the list: 1 point in the last 24 hours", 0));
    }

    @Test
    @Rule({"P-20", "P-14"})
    void whatIsReadNowCountsMoreThanWhatWasReadBefore() {
        desk.put(List.of(
                article("was").publishedAt(NOW.minus(Duration.ofDays(9))).build(),
                article("is").publishedAt(NOW.minus(Duration.ofDays(9))).build()));
        for (int hours : new int[] {12, 24, 36}) {
            readers.at(NOW.minus(Duration.ofHours(hours)).plusSeconds(hours)).view("was", 8);
        }
        readers.view("is", 8);
        assertThat(popular.top(5, WEEK))
                .containsExactly("is", "was")
                .ranks("was")
                .hasValue(8 / 4.0 + 8 / 16.0 + 8 / 64.0);
        assertThat(popular.top(5, Window.between(NOW.minus(Duration.ofDays(3)), NOW.minus(Duration.ofHours(1)))))
                .ranks("was")
                .reasons()
                .first()
                .isEqualTo(new Reason(
                        "P-20", "24 views from 2026-10-29T12:00:00Z until 2026-11-01T11:00:00Z, by the hour", 24));
        PopularArticles trends = PopularArticles.with(PopularPolicy.trending(), engagement, store, clock);
        List<Ranked<ArticleSummary>> rising = trends.top(5, Window.last(Duration.ofHours(13)));
        assertThat(rising).containsExactly("is", "was").ranks("is").hasValue(49);
        assertThat(trends.top(1, HOUR)).ranks("is").because("P-14");
        PopularArticles plain = PopularArticles.with(PopularPolicy.mostRead(), engagement, store, clock);
        assertThat(plain.top(5, WEEK)).containsExactly("was", "is");
    }

    @Test
    @Rule("P-50")
    void whatIsPinnedIsFoundWhereverItIs() {
        desk.put(List.of(
                article("old").publishedAt(NOW.minus(Duration.ofDays(900))).build(),
                article("here").regions(IRAN).build(),
                article("gone").build()));
        desk.withdraw(ArticleId.of("gone"));
        readers.view("here", 3);
        for (Order order : orders()) {
            PopularArticles engine =
                    PopularArticles.with(PopularPolicy.defaults().order(order), engagement, store, clock);
            for (PopularQuery query :
                    List.of(PopularQuery.of(WEEK), PopularQuery.of(WEEK).in(IRAN))) {
                store.reset();
                assertThat(engine.top(query.pinned(List.of(ArticleId.of("old"), ArticleId.of("gone")))))
                        .as(order + " " + query)
                        .containsExactly("old", "here")
                        .ranks("old")
                        .because("P-50");
                assertThat(store.reads()).isLessThanOrEqualTo(2);
            }
        }
    }

    @Test
    void timelinesOfNoStepOrTooManyAreRefused() {
        for (int steps : new int[] {-1, 0, EngagementStore.MOST_STEPS + 1}) {
            assertThatThrownBy(() -> engagement.timeline(
                            List.of(ArticleId.of("a")), Measure.VIEWS, NOW, EngagementStore.Step.HOUR, steps))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(Integer.toString(steps));
        }
    }

    @Test
    void everyListCostsTwoStoreCallsAtMost() {
        List<Article> articles = SampleArticles.published(2500, 6);
        desk.put(articles);
        readers.over(Duration.ofHours(30)).browse(articles, 5000, 1);
        for (Order order : orders()) {
            for (PopularQuery query : List.of(
                    PopularQuery.of(WEEK),
                    PopularQuery.of(HOUR).limit(200),
                    PopularQuery.of(WEEK).in(IRAN),
                    PopularQuery.of(WEEK).in(IRAN).in(BUSINESS).published(Window.last(Duration.ofDays(30))),
                    PopularQuery.of(WEEK).mostPerSection(1))) {
                PopularArticles engine =
                        PopularArticles.with(PopularPolicy.defaults().order(order), engagement, store, clock);
                store.reset();
                assertThat(engine.explain(query)).addsUp().isTotallyOrdered();
                assertThat(store.reads()).as(order + " " + query).isLessThanOrEqualTo(2);
            }
        }
    }

    @Test
    void nothingBetterIsMissedAmongMoreThanAreLookedAt() {
        List<Article> articles = SampleArticles.published(1500, 8);
        desk.put(articles);
        readers.over(Duration.ofHours(60)).browse(articles, 20_000, 2);
        articles.forEach(article -> readers.over(Duration.ofHours(50)).view(article, 2));
        Window day = Window.last(Duration.ofDays(1));
        for (Order order : Stream.concat(orders().stream(), Stream.of(new Order.Mix(1, 9, 0, 0)))
                .toList()) {
            PopularPolicy policy = PopularPolicy.defaults().order(order);
            PopularArticles engine = PopularArticles.with(policy, engagement, store, clock);
            List<PopularCandidate> all = OrderLaws.all(articles, engagement, order, day);
            // The least read of all are not looked for, but of the newest thousand.
            if (!(order instanceof Order.Least)) {
                assertThat(engine.top(10, day))
                        .as(order.toString())
                        .isEqualTo(
                                PopularArticles.rank(all, 10, day, policy, NOW).ranked());
            }
        }
    }

    @Test
    @Rule("P-23")
    void whatIsReadMostIsFoundInAnArchiveOfAnySize() {
        List<Article> articles = new ArrayList<>(SampleArticles.published(2500, 3).stream()
                .map(one -> one.toBuilder().regions(IRAN).build())
                .toList());
        articles.add(article("old")
                .regions(IRAN)
                .publishedAt(NOW.minus(Duration.ofDays(9000)))
                .build());
        desk.put(articles);
        readers.view("old", 5);
        assertThat(popular.top(1, WEEK, IRAN))
                .containsExactly("old")
                .ranks("old")
                .because("P-20");
        for (Order order : orders()) {
            if (!List.of(new Order.Most(Measure.SHARES), new Order.Least(Measure.VIEWS), new Order.Approval(1.96))
                    .contains(order)) {
                PopularArticles engine =
                        PopularArticles.with(PopularPolicy.defaults().order(order), engagement, store, clock);
                boolean week = order.equals(new Order.Hot(Measure.VIEWS, Order.Formula.LEMMY));
                assertThat(engine.top(1, WEEK).get(0).value() == 0)
                        .as(order.toString())
                        .isEqualTo(week);
            }
        }
    }

    private static List<Order> orders() {
        return Stream.of(
                        "views",
                        "shares",
                        "least",
                        "average",
                        "velocity",
                        "decayed",
                        "trending",
                        "reddit",
                        "hacker-news",
                        "lemmy",
                        "approval")
                .flatMap(name -> Order.parse(name, ZoneOffset.UTC).stream())
                .toList();
    }
}
