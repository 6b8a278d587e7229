package dev.byline.ranking.related;

import static dev.byline.ranking.testkit.RankingAssertions.assertThat;
import static dev.byline.testkit.SampleArticles.BUSINESS;
import static dev.byline.testkit.SampleArticles.CULTURE;
import static dev.byline.testkit.SampleArticles.IRAN;
import static dev.byline.testkit.SampleArticles.NOW;
import static dev.byline.testkit.SampleArticles.article;
import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.article.Article;
import dev.byline.article.ArticleId;
import dev.byline.article.ArticleKind;
import dev.byline.article.ArticleSink;
import dev.byline.article.ArticleStatus;
import dev.byline.article.ArticleStore;
import dev.byline.article.ArticleSummary;
import dev.byline.article.Listed;
import dev.byline.score.Ranked;
import dev.byline.score.Reason;
import dev.byline.testkit.CountingArticleStore;
import dev.byline.testkit.MovableClock;
import dev.byline.testkit.Rule;
import dev.byline.testkit.SampleArticles;
import dev.byline.testkit.WordsInCommon;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RelatedArticlesTest {
    private final MovableClock clock = MovableClock.at(NOW);
    private final CountingArticleStore store = CountingArticleStore.of(ArticleStore.inMemory(ZoneOffset.UTC));
    private final WordsInCommon texts = new WordsInCommon();
    private final ArticleSink desk = ArticleSink.all(store, texts);
    private final RelatedArticles related = RelatedArticles.with(RelatedPolicy.defaults(), texts, store, clock);

    @Test
    void listsWhatIsAlikeWithReasons() {
        Article flood = article("flood").headline("bridge closed by flood").build();
        desk.put(List.of(
                flood,
                article("b").headline("bridge closed again").build(),
                article("c").headline("flood of poems").build(),
                article("d").headline("carpets").build()));
        List<Ranked<ArticleSummary>> list = related.to(flood, 2);
        assertThat(list).containsExactly("b", "c");
        assertThat(list)
                .addsUp()
                .isTotallyOrdered()
                .ranks("b")
                .above("c")
                .because("R-07")
                .reasons()
                .extracting(Reason::text)
                .contains("both speak of bridge, closed");
    }

    @Test
    @Rule("R-02")
    void asksTheClockAtEachReading() {
        Article flood = article("flood").headline("flood").build();
        desk.put(List.of(
                flood,
                article("soon")
                        .headline("flood wall")
                        .status(ArticleStatus.SCHEDULED)
                        .publishedAt(NOW.plusSeconds(60))
                        .expiresAt(NOW.plusSeconds(120))
                        .build()));
        assertThat(related.to(flood, 4)).isEmpty();
        clock.advance(Duration.ofMinutes(1));
        assertThat(related.to(flood, 4)).containsExactly("soon");
        clock.advance(Duration.ofMinutes(1));
        assertThat(related.to(flood, 4)).isEmpty();
    }

    @Test
    @Rule("R-02")
    void whatIsWithdrawnIsGoneAtOnce() {
        Article flood = article("flood").headline("flood").build();
        desk.put(List.of(flood, article("b").headline("flood again").build()));
        desk.withdraw(ArticleId.of("b"));
        assertThat(related.to(flood, 4)).isEmpty();
        assertThat(related.explain(flood, 4, Set.of()))
                .leavesOut("b")
                .because("R-02")
                .and()
                .leavesOut("flood")
                .because("R-01");
    }

    @Test
    @Rule("R-02")
    void whatIsWithdrawnIsGoneWhoeverHearsFirst() {
        Article flood = article("flood").headline("flood").build();
        Article again = article("b").headline("flood again").build();
        desk.put(List.of(flood, again));
        RelatedArticles byDate = related.by(RelatedPolicy.background());
        related.withdraw(again.id());
        assertThat(related.to(flood, 4)).isEmpty();
        assertThat(byDate.to(flood, 4)).isEmpty();
        byDate.put(again);
        assertThat(related.to(flood, 4)).containsExactly("b");
        related.put(again.toBuilder().status(ArticleStatus.WITHDRAWN).build());
        assertThat(related.to(flood, 4)).isEmpty();
    }

    @Test
    @Rule("R-04")
    void excludedPostsMakeRoomForOthers() {
        List<Article> articles = SampleArticles.published(200, 1);
        desk.put(articles);
        Article article = articles.get(50);
        List<String> first = ids(related.to(article, 10));
        Set<ArticleId> onThePage =
                first.subList(0, 5).stream().map(ArticleId::of).collect(Collectors.toSet());
        assertThat(ids(related.to(article, 5, onThePage))).isEqualTo(first.subList(5, 10));
    }

    @Test
    @Rule({"R-13", "R-14", "R-15"})
    void fillsFromTheSectionThenTheRegionsThenTheSite() {
        Article lonely = article("lonely")
                .headline("unheard")
                .sections(CULTURE)
                .regions(IRAN)
                .build();
        desk.put(List.of(
                lonely,
                article("site").publishedAt(NOW.minusSeconds(1)).build(),
                article("region")
                        .regions(IRAN)
                        .publishedAt(NOW.minusSeconds(200))
                        .build(),
                article("section")
                        .sections(CULTURE)
                        .publishedAt(NOW.minusSeconds(300))
                        .build(),
                article("other")
                        .sections(BUSINESS)
                        .publishedAt(NOW.minusSeconds(400))
                        .build()));
        store.reset();
        List<Ranked<ArticleSummary>> list = related.to(lonely, 4);
        assertThat(list).containsExactly("section", "region", "site", "other");
        assertThat(list).ranks("section").onlyBecause("R-13").above("region").because("R-13");
        assertThat(list).ranks("region").onlyBecause("R-14").above("site").because("R-14");
        assertThat(list).ranks("other").onlyBecause("R-15");
        assertThat(store.reads()).isLessThanOrEqualTo(3);

        store.reset();
        assertThat(related.to(lonely, 1)).containsExactly("section");
        assertThat(store.reads()).isEqualTo(1);
    }

    @Test
    @Rule("R-14")
    void withLikelyPostsTheRegionIsLookedUpAmongTheNewest() {
        Article flood = article("flood")
                .headline("flood")
                .sections(CULTURE)
                .regions(IRAN)
                .build();
        desk.put(List.of(
                flood,
                article("alike").headline("flood again").build(),
                article("site").build(),
                article("region")
                        .regions(IRAN)
                        .publishedAt(NOW.minusSeconds(200))
                        .build(),
                article("section")
                        .sections(CULTURE)
                        .publishedAt(NOW.minusSeconds(300))
                        .build()));
        store.reset();
        List<Ranked<ArticleSummary>> list = related.to(flood, 4);
        assertThat(list).containsExactly("alike", "section", "region", "site");
        assertThat(store.reads()).isEqualTo(3);
    }

    @Test
    @Rule("R-05")
    void backgroundIsFilledWithOlderPostsOnly() {
        List<Article> articles = SampleArticles.published(600, 4);
        desk.put(articles);
        Article middle = articles.get(300).toBuilder().headline("unheard").build();
        List<Ranked<ArticleSummary>> list =
                related.by(RelatedPolicy.background()).to(middle, 20);
        assertThat(list)
                .hasSize(20)
                .places()
                .allSatisfy(ranked -> assertThat(ranked.item().publishedAt()).isBeforeOrEqualTo(middle.publishedAt()));
    }

    @Test
    void aListIsTheBeginningOfALongerOne() {
        desk.put(SampleArticles.mixed(400, 3));
        for (Article article : SampleArticles.published(15, 3)) {
            List<String> longer = ids(related.to(article, 30));
            assertThat(longer).hasSize(30);
            assertThat(ids(related.to(article, 4))).isEqualTo(longer.subList(0, 4));
        }
    }

    @Test
    void costsThreeStoreCallsHoweverLargeTheArchive() {
        long[] most = {0, 0};
        for (int round = 0; round < 2; round++) {
            int count = round == 0 ? 300 : 1500;
            desk.put(SampleArticles.published(count, 7));
            for (RelatedPolicy policy :
                    List.of(RelatedPolicy.defaults(), RelatedPolicy.background(), RelatedPolicy.jnews())) {
                for (Article article : SampleArticles.published(8, 7)) {
                    store.reset();
                    related.by(policy).to(article, 30);
                    assertThat(store.reads()).isLessThanOrEqualTo(3);
                    most[round] = Math.max(most[round], store.returned());
                }
            }
        }
        assertThat(most[1]).isLessThanOrEqualTo(600);
    }

    @Test
    @Rule("R-17")
    void likeJNewsByDateAmongThoseThatShareATerm() {
        List<Article> articles = SampleArticles.published(500, 5);
        desk.put(articles);
        Article article = articles.get(250);
        List<Ranked<ArticleSummary>> list = related.by(RelatedPolicy.jnews()).to(article, 4);
        List<String> newest = articles.stream()
                .filter(other -> !other.id().equals(article.id())
                        && other.kind() != ArticleKind.SPONSORED
                        && RelatedArticles.rank(
                                                article,
                                                List.of(RelatedCandidate.of(other.summary(), 0)),
                                                1,
                                                RelatedPolicy.jnews(),
                                                NOW)
                                        .ranked()
                                        .size()
                                == 1)
                .filter(other -> other.regions().stream()
                                .flatMap(region -> region.path().stream())
                                .anyMatch(article.regions()::contains)
                        || other.sections().stream()
                                .flatMap(section -> section.path().stream())
                                .anyMatch(section -> article.sections().stream().findFirst().stream()
                                        .anyMatch(section::equals))
                        || other.tags().contains(article.tags().get(0)))
                .sorted(Listed.NEWEST_FIRST)
                .limit(4)
                .map(other -> other.id().value())
                .toList();
        assertThat(ids(list)).isEqualTo(newest);
        assertThat(rules(list)).containsOnly("R-17");
    }

    @Test
    void theOrderOfPuttingChangesNoList() {
        List<Article> articles = SampleArticles.mixed(200, 9);
        desk.put(articles);
        List<Article> shuffled = new ArrayList<>(articles);
        Collections.shuffle(shuffled, new Random(5));
        ArticleStore otherStore = ArticleStore.inMemory(ZoneOffset.UTC);
        WordsInCommon otherTexts = new WordsInCommon();
        shuffled.forEach(article -> ArticleSink.all(otherStore, otherTexts).put(article));
        RelatedArticles other = RelatedArticles.with(RelatedPolicy.defaults(), otherTexts, otherStore, clock);
        for (Article article : articles) {
            assertThat(other.to(article, 6)).isEqualTo(related.to(article, 6));
        }
    }

    @Test
    void worksForASiteOfOnePostAndOfThree() {
        Article only = article("only").headline("one").build();
        desk.put(only);
        assertThat(related.to(only, 4)).isEmpty();
        desk.put(List.of(
                article("two").headline("two").build(),
                article("three").headline("one and three").build()));
        assertThat(related.to(only, 4)).containsExactly("three", "two");
    }

    private static List<String> ids(List<Ranked<ArticleSummary>> list) {
        return list.stream().map(ranked -> ranked.item().id().value()).toList();
    }

    private static List<String> rules(List<Ranked<ArticleSummary>> list) {
        return list.stream()
                .flatMap(ranked -> ranked.reasons().stream())
                .map(Reason::rule)
                .toList();
    }
}
