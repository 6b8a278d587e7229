package dev.byline.ranking.popular;

import static dev.byline.ranking.testkit.Candidates.read;
import static dev.byline.ranking.testkit.Candidates.readByTheHour;
import static dev.byline.ranking.testkit.RankingAssertions.assertThat;
import static dev.byline.testkit.SampleArticles.NOW;
import static dev.byline.testkit.SampleArticles.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.byline.article.ArticleBuilder;
import dev.byline.ranking.BothJacksons;
import dev.byline.ranking.ExplainedList;
import dev.byline.score.Ranked;
import dev.byline.score.Reason;
import dev.byline.testkit.Rule;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The orders of popular posts one by one, in the pure form of the engine. */
class OrderTest {
    private static final Window WEEK = Window.last(Duration.ofDays(7));
    private static final Window DAY = Window.last(Duration.ofDays(1));

    @Test
    @Rule("P-11")
    void aMixAddsWhatEachMeasureWeighs() {
        ExplainedList list = rank(
                new Order.Mix(1, 10, 2.5, 0),
                WEEK,
                numbers(
                        article("a"),
                        new Counts(5, Counts.of(0, Map.of("x", 2L)).shares(), 1, 99)),
                read(article("b"), 27));
        assertThat(list)
                .addsUp()
                .containsExactly("a", "b")
                .ranks("a")
                .hasValue(27.5)
                .returns("points", Ranked::unit)
                .reasons()
                .containsExactly(
                        new Reason("P-11", "5 views in the last 7 days, at 1", 5),
                        new Reason("P-11", "2 shares in the last 7 days, at 10", 20),
                        new Reason("P-11", "1 comment in the last 7 days, at 2.5", 2.5));
        assertThat(list).ranks("b").returns(27 / 27.5, Ranked::score);
    }

    @Test
    @Rule("P-12")
    void anAverageIsADayOfTheZonesCalendar() {
        ZoneId riyadh = ZoneId.of("Asia/Riyadh");
        // At noon in UTC it is three in Riyadh; 21:30 the evening before is today there, 20:30 yesterday.
        ExplainedList list = rank(
                new Order.Average(Measure.VIEWS, riyadh),
                Window.all(),
                read(article("today").publishedAt(Instant.parse("2026-10-31T21:30:00Z")), 9),
                read(article("yesterday").publishedAt(Instant.parse("2026-10-31T20:30:00Z")), 10),
                read(article("long-ago").publishedAt(NOW.minus(Duration.ofDays(30))), 330));
        assertThat(list).addsUp().containsExactly("long-ago", "yesterday", "today");
        assertThat(list).places().extracting(Ranked::value).containsExactly(11.0, 10.0, 9.0);
        assertThat(list)
                .ranks("long-ago")
                .returns("views a day", Ranked::unit)
                .reasons()
                .containsExactly(
                        new Reason("P-01", "330 views of all time", 330),
                        new Reason("P-12", "a day, through 30 days", -319));
        // In a window no day before it counts.
        assertThat(rank(
                        new Order.Average(Measure.VIEWS, ZoneOffset.UTC),
                        WEEK,
                        read(article("a").publishedAt(NOW.minus(Duration.ofDays(30))), 14)))
                .ranks("a")
                .hasValue(2);
    }

    @Test
    @Rule("P-13")
    void velocityIsAnHourSinceItCouldBeRead() {
        ExplainedList list = rank(
                new Order.Velocity(Measure.VIEWS),
                DAY,
                read(article("new").publishedAt(NOW.minusSeconds(60)), 5),
                read(article("four-hours").publishedAt(NOW.minusSeconds(4 * 3600)), 24),
                read(article("old").publishedAt(NOW.minus(Duration.ofDays(9))), 48));
        assertThat(list).addsUp().containsExactly("four-hours", "new", "old");
        assertThat(list).places().extracting(Ranked::value).containsExactly(6.0, 5.0, 2.0);
        assertThat(list)
                .ranks("four-hours")
                .reasons()
                .containsExactly(
                        new Reason("P-01", "24 views in the last 24 hours", 24),
                        new Reason("P-13", "an hour, through 4 hours", -18));
    }

    @Test
    @Rule({"P-14", "P-15"})
    void aTrendRisesAboveItsOwnPast() {
        Order trending = PopularPolicy.trending().order();
        ExplainedList list = rank(
                trending,
                Window.last(Duration.ofHours(2)),
                readByTheHour(article("rising"), 1, 3, 12, 8),
                readByTheHour(article("steady"), 20, 20, 20, 20),
                readByTheHour(article("few"), 0, 0, 0, 4),
                readByTheHour(article("new"), 0, 0, 0, 5),
                readByTheHour(article("past"), 1, 3, 12, 8, 0, 0, 0, 0, 0, 0, 0, 0));
        assertThat(list)
                .addsUp()
                .places()
                .extracting(place -> place.item().id().value())
                .containsExactly("rising", "past", "new");
        assertThat(list)
                .ranks("rising")
                .hasValue(64)
                .returns("trend", Ranked::unit)
                .reasons()
                .containsExactly(new Reason("P-14", "20 views in 2 hours, 4 in as many before", 64));
        assertThat(list)
                .ranks("past")
                .hasValue(32)
                .reasons()
                .containsExactly(
                        new Reason("P-14", "20 views in 2 hours, 4 in as many before", 64),
                        new Reason("P-15", "8 hours ago, halved every 8 hours", -32));
        assertThat(list).ranks("new").hasValue(16);
    }

    @Test
    @Rule("P-16")
    void redditsFormula() {
        Instant first = Instant.ofEpochSecond(1_134_028_003L);
        ExplainedList list = rank(
                new Order.Hot(Measure.VIEWS, Order.Formula.REDDIT),
                WEEK,
                read(article("a").publishedAt(first), 10),
                read(article("b").publishedAt(first.plusSeconds(45_000)), 10),
                read(article("before").publishedAt(first.minusSeconds(450_000)), 10),
                read(article("unread"), 0));
        assertThat(list).addsUp().containsExactly("b", "a", "before");
        assertThat(list).places().extracting(Ranked::value).containsExactly(2.0, 1.0, -9.0);
        assertThat(list.ranked().get(1).score()).isEqualTo(.1, within(1e-12));
        assertThat(list)
                .ranks("b")
                .reasons()
                .containsExactly(
                        new Reason("P-16", "10 views in the last 7 days, as a logarithm", 1),
                        new Reason("P-16", "published 2005-12-08T20:16:43Z", 1));
    }

    @Test
    @Rule({"P-17", "P-18"})
    void hackerNewsAndLemmy() {
        PopularCandidate[] posts = {
            read(article("a").publishedAt(NOW.minus(Duration.ofHours(1))), 9),
            read(article("b").publishedAt(NOW.minus(Duration.ofHours(10))), 99),
            read(article("week").publishedAt(NOW.minus(Duration.ofDays(7))), 9999)
        };
        ExplainedList hackerNews = rank(new Order.Hot(Measure.VIEWS, Order.Formula.HACKER_NEWS), WEEK, posts);
        assertThat(hackerNews).addsUp().ranks("a").above("b").because("P-17");
        assertThat(value(hackerNews, "a")).isEqualTo(.8027415618, within(5e-11));
        assertThat(value(hackerNews, "b")).isEqualTo(.4507979296, within(5e-11));
        ExplainedList lemmy = rank(
                new Order.Hot(Measure.VIEWS, Order.Formula.LEMMY),
                WEEK,
                read(article("c").publishedAt(NOW.minus(Duration.ofHours(3))), 10),
                posts[2]);
        assertThat(lemmy).addsUp().containsExactly("c").ranks("c").because("P-18");
        assertThat(value(lemmy, "c")).isEqualTo(.0595591350, within(5e-11));
    }

    @Test
    @Rule("P-19")
    void approvalIsWhatTheNumbersVouchFor() {
        ExplainedList list = rank(
                new Order.Approval(1.959963984540054),
                WEEK,
                numbers(article("sure"), new Counts(100, Counts.NONE.shares(), 0, 90)),
                numbers(article("few"), new Counts(2, Counts.NONE.shares(), 0, 2)),
                numbers(article("more-than-views"), new Counts(0, Counts.NONE.shares(), 0, 3)),
                read(article("none"), 100));
        assertThat(list).addsUp().containsExactly("sure", "more-than-views", "few");
        assertThat(value(list, "sure")).isEqualTo(.8256343385, within(5e-11));
        assertThat(list)
                .ranks("sure")
                .reasons()
                .first()
                .isEqualTo(new Reason("P-19", "90 reactions of 100 readers", .9));
    }

    @Test
    @Rule("P-20")
    void decayedViewsAreHalvedByTheHour() {
        Order order = new Order.Decayed(Measure.VIEWS, Duration.ofHours(3));
        ExplainedList list = rank(
                order,
                WEEK,
                readByTheHour(article("now"), 5),
                readByTheHour(article("before"), 8, 0, 0, 0),
                readByTheHour(article("both"), 8, 0, 0, 0, 0, 0, 3),
                read(article("unknown"), 3));
        assertThat(list).addsUp().containsExactly("now", "both", "before", "unknown");
        assertThat(list).places().extracting(Ranked::value).containsExactly(5.0, 5.0, 4.0, 3.0);
        assertThat(list)
                .ranks("before")
                .returns("recent views", Ranked::unit)
                .reasons()
                .containsExactly(
                        new Reason("P-20", "8 views in the last 7 days, by the hour", 8),
                        new Reason("P-20", "halved every 3 hours", -4));
    }

    @Test
    @Rule("P-20")
    void whatIsLeftOfRoundingIsNoPart() {
        for (int hours = 1; hours <= 12; hours++) {
            Order order = new Order.Decayed(Measure.VIEWS, Duration.ofHours(hours));
            for (int views = 1; views < 60; views++) {
                assertThat(rank(order, WEEK, readByTheHour(article("now"), views)))
                        .addsUp()
                        .ranks("now")
                        .reasons()
                        .extracting(Reason::part)
                        .containsExactly((double) views, 0.0);
            }
        }
    }

    @Test
    @Rule("P-21")
    void theLeastReadFirst() {
        ExplainedList list = rank(
                new Order.Least(Measure.VIEWS),
                WEEK,
                read(article("a"), 3),
                read(article("b"), 0),
                read(article("c"), 1));
        assertThat(list).addsUp().containsExactly("b", "c", "a");
        assertThat(list).places().extracting(Ranked::value).containsExactly(1.0, .5, .25);
        assertThat(list)
                .ranks("a")
                .returns("1 / (1 + views)", Ranked::unit)
                .reasons()
                .containsExactly(new Reason("P-21", "3 views in the last 7 days", .25));
    }

    @Test
    void ordersBindAlikeUnderBothJacksons() throws Exception {
        Map<Order, String> all = Map.of(
                new Order.Most(Measure.SHARES),
                "{\"by\":\"most\",\"measure\":\"shares\"}",
                new Order.Least(Measure.VIEWS),
                "{\"by\":\"least\",\"measure\":\"views\"}",
                new Order.Mix(1, 2.5, 0, 0),
                "{\"by\":\"mix\",\"views\":1.0,\"shares\":2.5,\"comments\":0.0,\"reactions\":0.0}",
                new Order.Average(Measure.VIEWS, ZoneId.of("Asia/Tehran")),
                "{\"by\":\"average\",\"measure\":\"views\",\"zone\":\"Asia/Tehran\"}",
                new Order.Velocity(Measure.COMMENTS),
                "{\"by\":\"velocity\",\"measure\":\"comments\"}",
                new Order.Decayed(Measure.VIEWS, Duration.ofHours(6)),
                "{\"by\":\"decayed\",\"measure\":\"views\",\"halfLife\":\"PT6H\"}",
                PopularPolicy.trending().order(),
                "{\"by\":\"trending\",\"measure\":\"views\",\"threshold\":5,\"halfLife\":\"PT8H\"}",
                new Order.Hot(Measure.VIEWS, Order.Formula.HACKER_NEWS),
                "{\"by\":\"hot\",\"measure\":\"views\",\"formula\":\"hacker-news\"}",
                new Order.Approval(1.96),
                "{\"by\":\"approval\",\"z\":1.96}");
        for (Map.Entry<Order, String> one : all.entrySet()) {
            assertThat(BothJacksons.write(one.getKey())).isEqualTo(one.getValue());
            assertThat(BothJacksons.read(one.getValue(), Order.class)).isEqualTo(one.getKey());
        }
        for (String name : List.of("most", "least", "average", "velocity", "decayed", "trending", "hot", "approval")) {
            assertThat(BothJacksons.read("{\"by\":\"" + name + "\",\"more\":1}", Order.class))
                    .isNotNull();
        }
        assertThat(BothJacksons.read("{\"by\":\"trending\"}", Order.class))
                .isEqualTo(PopularPolicy.trending().order());
        assertThat(BothJacksons.read("{\"by\":\"decayed\"}", Order.class))
                .isEqualTo(PopularPolicy.defaults().order());
    }

    @Test
    void ordersAreReadAsTheyAreTyped() {
        ZoneId zone = ZoneId.of("Asia/Tehran");
        assertThat(Order.parse(" Views ", zone))
                .contains(PopularPolicy.mostRead().order());
        assertThat(Order.parse("decayed", zone))
                .contains(PopularPolicy.defaults().order());
        assertThat(Order.parse("trending", zone))
                .contains(PopularPolicy.trending().order());
        assertThat(Order.parse("average", zone))
                .contains(PopularPolicy.wordPress(zone).order());
        assertThat(Order.names().stream().map(name -> Order.parse(name, zone)))
                .hasSize(14)
                .doesNotHaveDuplicates()
                .allSatisfy(order -> assertThat(order).isPresent());
        for (String none : List.of("", "most", "hot", "x")) {
            assertThat(Order.parse(none, zone)).isEmpty();
        }
    }

    @Test
    void ordersOutOfRangeAreRefused() {
        for (Runnable one : List.<Runnable>of(
                () -> new Order.Mix(0, 0, 0, 0),
                () -> new Order.Mix(-1, 2, 0, 0),
                () -> new Order.Mix(Double.NaN, 2, 0, 0),
                () -> new Order.Mix(1e9, 0, 0, 0),
                () -> new Order.Decayed(Measure.VIEWS, Duration.ofMinutes(59)),
                () -> new Order.Decayed(Measure.VIEWS, Duration.ofDays(31)),
                () -> new Order.Trending(Measure.VIEWS, -1, Duration.ofHours(8)),
                () -> new Order.Trending(Measure.VIEWS, 5, Duration.ZERO),
                () -> new Order.Approval(0),
                () -> new Order.Approval(Double.NaN),
                () -> read(article("a"), 1).course(List.of(-1L)))) {
            assertThatThrownBy(one::run).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static PopularCandidate numbers(ArticleBuilder article, Counts counts) {
        return PopularCandidate.of(article.build().summary(), Tally.of(counts), Tally.of(counts));
    }

    private static double value(ExplainedList list, String id) {
        return list.ranked().stream()
                .filter(place -> place.item().id().value().equals(id))
                .findFirst()
                .orElseThrow()
                .value();
    }

    private static ExplainedList rank(Order order, Window window, PopularCandidate... candidates) {
        List<PopularCandidate> posts = new ArrayList<>(Arrays.asList(candidates));
        PopularPolicy policy = PopularPolicy.mostRead().order(order).backfill(false);
        ExplainedList list = PopularArticles.rank(posts, 5, window, policy, NOW);
        Collections.reverse(posts);
        assertThat(PopularArticles.rank(posts, 5, window, policy, NOW)).isEqualTo(list);
        return list;
    }
}
