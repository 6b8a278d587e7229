package dev.byline.ranking.popular;

import static dev.byline.ranking.testkit.RankingAssertions.assertThat;
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
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PopularArticlesTest {
    private static final Window WEEK = Window.last(Duration.ofDays(7));

    private final MovableClock clock = MovableClock.at(NOW);
    private final CountingArticleStore store = CountingArticleStore.of(ArticleStore.inMemory(ZoneOffset.UTC));
    private final PopularArticles popular =
            PopularArticles.with(PopularPolicy.mostRead(), EngagementStore.inMemory(clock), store, clock);
    private final ArticleSink desk = ArticleSink.all(store, popular);
    private final Readers readers = Readers.of(popular::record, clock);

    @AfterEach
    void close() {
        popular.close();
    }

    @Test
    @Rule("P-47")
    void aCrawlersAddressesAreNoArticles() {
        try (PopularArticles knowing = PopularArticles.knowing(
                id -> id.value().length() < 3,
                PopularPolicy.mostRead(),
                EngagementStore.inMemory(clock),
                store,
                clock)) {
            for (int i = 0; i < 1_000_000; i++) {
                Outcome outcome = knowing.record(Engagement.view(ArticleId.of("made-up-" + i), "", NOW));
                if (!outcome.refused()) {
                    throw new AssertionError(outcome);
                }
            }
            assertThat(knowing.record(Engagement.view(ArticleId.of("n1"), "", NOW)))
                    .isEqualTo(Outcome.COUNTED);
            assertThat(knowing.status().articles()).isEqualTo(1);
        }
    }

    @Test
    void listsWhatIsReadMost() {
        desk.put(List.of(article("a").build(), article("b").build()));
        readers.view("a", 1);
        readers.view("b", 2);
        List<Ranked<ArticleSummary>> list = popular.top(5, WEEK);
        assertThat(list).containsExactly("b", "a");
        assertThat(list)
                .ranks("b")
                .above("a")
                .because("P-01")
                .reasons()
                .containsExactly(new Reason("P-01", "2 views in the last 7 days", 2));
        clock.advance(Duration.ofDays(8));
        assertThat(popular.top(5, WEEK)).ranks("b").hasValue(0).and().ranks("a").hasValue(0);
        assertThat(popular.top(5, Window.all()))
                .containsExactly("b", "a")
                .ranks("b")
                .hasValue(2);
    }

    @Test
    @Rule("P-03")
    void aVisitorCountsOnceInASlot() {
        desk.put(article("a").build());
        assertThat(popular.record(Engagement.view(ArticleId.of("a"), "v", NOW.minusSeconds(1800))))
                .isEqualTo(Outcome.COUNTED);
        assertThat(popular.record(Engagement.view(ArticleId.of("a"), "v", NOW.minusSeconds(1))))
                .isEqualTo(Outcome.REPEAT);
        assertThat(popular.record(Engagement.view(ArticleId.of("a"), "v", NOW))).isEqualTo(Outcome.COUNTED);
        assertThat(popular.record(Engagement.view(ArticleId.of("a"), "", NOW))).isEqualTo(Outcome.COUNTED);
        assertThat(popular.record(Engagement.view(ArticleId.of("a"), "", NOW))).isEqualTo(Outcome.COUNTED);
    }

    @Test
    @Rule("P-04")
    void whatIsWithdrawnIsGoneAtOnceWhoeverHearsFirst() {
        desk.put(List.of(article("a").build(), article("b").build()));
        readers.view("a", 5);
        readers.view("b", 1);
        popular.withdraw(ArticleId.of("a"));
        assertThat(popular.top(5, WEEK)).containsExactly("b");
        assertThat(popular.top(5, Window.all())).containsExactly("b");
        popular.put(article("a").build());
        assertThat(popular.top(5, WEEK)).containsExactly("a", "b");
        popular.put(article("a").status(ArticleStatus.WITHDRAWN).build());
        assertThat(popular.top(5, WEEK)).containsExactly("b");
        popular.put(article("a").build());
        store.withdraw(ArticleId.of("a"));
        assertThat(popular.top(5, WEEK)).containsExactly("b");
    }

    @Test
    @Rule("P-04")
    void unknownArticlesNeverShow() {
        desk.put(article("a").build());
        readers.view("crawler", 9);
        readers.view("a", 1);
        assertThat(popular.top(5, WEEK)).containsExactly("a");
    }

    @Test
    @Rule("P-04")
    void aFloodOfUnknownArticlesLeavesNoEmptyList() {
        desk.put(SampleArticles.published(50, 1));
        for (int i = 0; i < 1500; i++) {
            readers.view("unknown-" + i, 3);
        }
        readers.view("n10", 2);
        store.reset();
        List<Ranked<ArticleSummary>> list = popular.top(5, WEEK);
        assertThat(list).hasSize(5).ranks("n10").first().hasValue(2);
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
        readers.view("soon", 3);
        assertThat(popular.top(5, WEEK)).isEmpty();
        clock.advance(Duration.ofMinutes(1));
        assertThat(popular.top(5, WEEK)).containsExactly("soon");
        clock.advance(Duration.ofMinutes(1));
        assertThat(popular.top(5, WEEK)).isEmpty();
    }

    @Test
    @Rule("P-06")
    void aTieOfAnySizeIsBrokenByDate() {
        List<Article> articles = SampleArticles.published(3000, 2);
        desk.put(articles);
        articles.forEach(article -> readers.view(article));
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
        clock.set(NOW.minus(Duration.ofDays(31)));
        readers.view("then", 9);
        clock.set(NOW);
        readers.view("now", 1);
        popular.record(Engagement.share(ArticleId.of("brought"), "x", NOW));
        List<Ranked<ArticleSummary>> list = popular.top(4, WEEK);
        assertThat(list).containsExactly("now", "then", "new", "older");
        assertThat(list).ranks("now").onlyBecause("P-01").above("then").because("P-01");
        assertThat(list).ranks("then").onlyBecause("P-07").above("new").because("P-07");
        assertThat(list).ranks("new").onlyBecause("P-08");
        assertThat(list).ranks("older").onlyBecause("P-08");
    }

    @Test
    void anUnreadSiteShowsItsNewest() {
        desk.put(SampleArticles.mixed(60, 5));
        store.reset();
        List<Ranked<ArticleSummary>> list = popular.top(5, WEEK);
        assertThat(list).hasSize(5).places().extracting(Ranked::item).isSortedAccordingTo(Listed.NEWEST_FIRST);
        assertThat(store.reads()).isEqualTo(1);
    }

    @Test
    void costsTwoStoreCallsAtMostAndOneAsARule() {
        List<Article> articles = SampleArticles.published(4000, 6);
        desk.put(articles);
        for (int i = 0; i < 4000; i++) {
            readers.view("n" + i, 1 + 2000 / (i + 1));
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
        readers.view("d", 9);
        readers.view("c", 4);
        readers.view("b", 3);
        store.reset();
        assertThat(popular.top(5, WEEK, MIDDLE_EAST)).containsExactly("c", "a");
        assertThat(popular.top(5, WEEK, BUSINESS)).containsExactly("b");
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

    private static List<String> ids(List<Ranked<ArticleSummary>> list) {
        List<String> ids = new ArrayList<>();
        list.forEach(ranked -> ids.add(ranked.item().id().value()));
        return ids;
    }
}
