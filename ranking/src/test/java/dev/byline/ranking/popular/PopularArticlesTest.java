package dev.byline.ranking.popular;

import static dev.byline.testkit.SampleArticles.BUSINESS;
import static dev.byline.testkit.SampleArticles.IRAN;
import static dev.byline.testkit.SampleArticles.MIDDLE_EAST;
import static dev.byline.testkit.SampleArticles.NOW;
import static dev.byline.testkit.SampleArticles.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.byline.article.Article;
import dev.byline.article.ArticleId;
import dev.byline.article.ArticleKind;
import dev.byline.article.ArticleSink;
import dev.byline.article.ArticleStatus;
import dev.byline.article.ArticleStore;
import dev.byline.article.ArticleSummary;
import dev.byline.article.Listed;
import dev.byline.ranking.popular.EngagementStore.Outcome;
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
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PopularArticlesTest {
    private static final Window WEEK = Window.last(Duration.ofDays(7));

    private final MovableClock clock = MovableClock.at(NOW);
    private final CountingArticleStore store = CountingArticleStore.of(ArticleStore.inMemory(ZoneOffset.UTC));
    private final PopularArticles popular =
            PopularArticles.with(PopularPolicy.defaults(), EngagementStore.inMemory(clock), store, clock);
    private final ArticleSink desk = ArticleSink.all(store, popular);

    @AfterEach
    void close() {
        popular.close();
    }

    @Test
    void listsWhatIsReadMost() {
        desk.put(List.of(article("a").build(), article("b").build()));
        read("a", 1);
        read("b", 2);
        List<Ranked<ArticleSummary>> list = popular.top(5, WEEK);
        assertThat(ids(list)).containsExactly("b", "a");
        assertThat(list.get(0).reasons()).containsExactly(new Reason("P-01", "2 views in the last 7 days", 2));
        clock.advance(Duration.ofDays(8));
        assertThat(popular.top(5, WEEK))
                .allSatisfy(ranked -> assertThat(ranked.value()).isZero());
        assertThat(popular.top(5, Window.all())).extracting(Ranked::value).containsExactly(2.0, 1.0);
    }

    @Test
    @Rule("P-03")
    void aVisitorCountsOnceInASlot() {
        desk.put(article("a").build());
        assertThat(popular.record(Engagement.view(ArticleId.of("a"), "v", NOW))).isEqualTo(Outcome.COUNTED);
        assertThat(popular.record(Engagement.view(ArticleId.of("a"), "v", NOW.plusSeconds(1799))))
                .isEqualTo(Outcome.REPEAT);
        assertThat(popular.record(Engagement.view(ArticleId.of("a"), "v", NOW.plusSeconds(1800))))
                .isEqualTo(Outcome.COUNTED);
        assertThat(popular.record(Engagement.view(ArticleId.of("a"), "", NOW))).isEqualTo(Outcome.COUNTED);
        assertThat(popular.record(Engagement.view(ArticleId.of("a"), "", NOW))).isEqualTo(Outcome.COUNTED);
    }

    @Test
    @Rule("P-04")
    void whatIsWithdrawnIsGoneAtOnceWhoeverHearsFirst() {
        desk.put(List.of(article("a").build(), article("b").build()));
        read("a", 5);
        read("b", 1);
        popular.withdraw(ArticleId.of("a"));
        assertThat(ids(popular.top(5, WEEK))).containsExactly("b");
        assertThat(ids(popular.top(5, Window.all()))).containsExactly("b");
        popular.put(article("a").build());
        assertThat(ids(popular.top(5, WEEK))).containsExactly("a", "b");
        popular.put(article("a").status(ArticleStatus.WITHDRAWN).build());
        assertThat(ids(popular.top(5, WEEK))).containsExactly("b");
        popular.put(article("a").build());
        store.withdraw(ArticleId.of("a"));
        assertThat(ids(popular.top(5, WEEK))).containsExactly("b");
    }

    @Test
    @Rule("P-04")
    void unknownArticlesNeverShow() {
        desk.put(article("a").build());
        read("crawler", 9);
        read("a", 1);
        assertThat(ids(popular.top(5, WEEK))).containsExactly("a");
    }

    @Test
    @Rule("P-04")
    void aFloodOfUnknownArticlesLeavesNoEmptyList() {
        desk.put(SampleArticles.published(50, 1));
        for (int i = 0; i < 1500; i++) {
            read("unknown-" + i, 3);
        }
        read("n10", 2);
        store.reset();
        List<Ranked<ArticleSummary>> list = popular.top(5, WEEK);
        assertThat(list).hasSize(5);
        assertThat(list.get(0).item().id().value()).isEqualTo("n10");
        assertThat(list.get(0).value()).isEqualTo(2);
        assertThat(store.reads()).isEqualTo(2);
    }

    @Test
    @Rule("P-04")
    void asksTheClockAtEachReading() {
        desk.put(article("soon")
                .status(ArticleStatus.SCHEDULED)
                .publishedAt(NOW.plusSeconds(60))
                .expiresAt(NOW.plusSeconds(120))
                .build());
        read("soon", 3);
        assertThat(popular.top(5, WEEK)).isEmpty();
        clock.advance(Duration.ofMinutes(1));
        assertThat(ids(popular.top(5, WEEK))).containsExactly("soon");
        clock.advance(Duration.ofMinutes(1));
        assertThat(popular.top(5, WEEK)).isEmpty();
    }

    @Test
    @Rule("P-06")
    void aTieOfAnySizeIsBrokenByDate() {
        List<Article> articles = SampleArticles.published(3000, 2);
        desk.put(articles);
        articles.forEach(article -> read(article.id().value(), 1));
        List<String> newest = articles.stream()
                .filter(article -> article.kind() != ArticleKind.SPONSORED)
                .sorted(Listed.NEWEST_FIRST)
                .limit(10)
                .map(article -> article.id().value())
                .toList();
        store.reset();
        assertThat(ids(popular.top(10, WEEK))).isEqualTo(newest);
        assertThat(store.reads()).isEqualTo(2);
    }

    @Test
    @Rule({"P-07", "P-08"})
    void fillsWithAllTimeAndThenTheNewest() {
        desk.put(List.of(
                article("now").publishedAt(NOW.minus(Duration.ofDays(40))).build(),
                article("then").publishedAt(NOW.minus(Duration.ofDays(50))).build(),
                article("brought").publishedAt(NOW.minus(Duration.ofDays(60))).build(),
                article("new").build(),
                article("older").publishedAt(NOW.minus(Duration.ofDays(1))).build()));
        clock.set(NOW.minus(Duration.ofDays(30)));
        read("then", 9);
        clock.set(NOW);
        read("now", 1);
        popular.record(Engagement.share(ArticleId.of("brought"), "x", NOW));
        List<Ranked<ArticleSummary>> list = popular.top(4, WEEK);
        assertThat(ids(list)).containsExactly("now", "then", "new", "older");
        assertThat(list)
                .extracting(ranked -> ranked.reasons().get(0).rule())
                .containsExactly("P-01", "P-07", "P-08", "P-08");
    }

    @Test
    void anUnreadSiteShowsItsNewest() {
        desk.put(SampleArticles.mixed(60, 5));
        store.reset();
        List<Ranked<ArticleSummary>> list = popular.top(5, WEEK);
        assertThat(list).hasSize(5).extracting(Ranked::item).isSortedAccordingTo(Listed.NEWEST_FIRST);
        assertThat(store.reads()).isEqualTo(1);
    }

    @Test
    void costsTwoStoreCallsAtMostAndOneAsARule() {
        List<Article> articles = SampleArticles.published(4000, 6);
        desk.put(articles);
        for (int i = 0; i < 4000; i++) {
            read("n" + i, 1 + 2000 / (i + 1));
        }
        store.reset();
        popular.top(5, WEEK);
        assertThat(store.reads()).isEqualTo(1);
        assertThat(store.returned()).isLessThan(400);
        desk.withdraw(
                IntStream.range(0, 1100).mapToObj(i -> ArticleId.of("n" + i)).toList());
        store.reset();
        assertThat(popular.top(5, WEEK)).hasSize(5);
        assertThat(store.reads()).isLessThanOrEqualTo(2);
    }

    @Test
    void withinARegionOrASection() {
        desk.put(List.of(
                article("a").regions(IRAN).build(),
                article("b").sections(BUSINESS).build(),
                article("c").regions(IRAN).build(),
                article("d").build()));
        read("d", 9);
        read("c", 4);
        read("b", 3);
        store.reset();
        assertThat(ids(popular.top(5, WEEK, MIDDLE_EAST))).containsExactly("c", "a");
        assertThat(ids(popular.top(5, WEEK, BUSINESS))).containsExactly("b");
        assertThat(store.reads()).isEqualTo(2);
    }

    @Test
    @Rule("P-09")
    void sharesByNetworkAndTogether() {
        ArticleId a = ArticleId.of("a");
        for (String network : List.of("facebook", "Facebook", "x", "<script>", "")) {
            popular.record(Engagement.share(a, network, NOW));
        }
        Map<ArticleId, Counts> shares = popular.shares(List.of(ArticleId.of("none"), a));
        assertThat(shares)
                .containsExactly(
                        Map.entry(ArticleId.of("none"), Counts.NONE),
                        Map.entry(a, Counts.of(0, Map.of("facebook", 2L, "x", 1L, "other", 2L))));
        assertThat(shares.getOrDefault(a, Counts.NONE).allShares()).isEqualTo(5);
    }

    @Test
    void closingClosesTheCounters() {
        popular.close();
        assertThatThrownBy(() -> popular.top(5, WEEK)).isInstanceOf(IllegalStateException.class);
    }

    private void read(String article, int times) {
        for (int i = 0; i < times; i++) {
            popular.record(Engagement.view(ArticleId.of(article), "", clock.instant()));
        }
    }

    private static List<String> ids(List<Ranked<ArticleSummary>> list) {
        List<String> ids = new ArrayList<>();
        list.forEach(ranked -> ids.add(ranked.item().id().value()));
        return ids;
    }
}
