package dev.byline.ranking.related;

import static dev.byline.ranking.testkit.RankingAssertions.assertThat;
import static dev.byline.testkit.SampleArticles.BUSINESS;
import static dev.byline.testkit.SampleArticles.CULTURE;
import static dev.byline.testkit.SampleArticles.ELSEWHERE;
import static dev.byline.testkit.SampleArticles.IRAQ;
import static dev.byline.testkit.SampleArticles.NOW;
import static dev.byline.testkit.SampleArticles.article;
import static dev.byline.testkit.SampleArticles.daysAgo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.article.Article;
import dev.byline.article.ArticleId;
import dev.byline.article.ArticleSink;
import dev.byline.article.ArticleStore;
import dev.byline.article.ArticleSummary;
import dev.byline.ranking.ExplainedList;
import dev.byline.ranking.related.RelatedPolicy.Variety;
import dev.byline.score.Ranked;
import dev.byline.testkit.CountingArticleStore;
import dev.byline.testkit.MovableClock;
import dev.byline.testkit.Rule;
import dev.byline.testkit.SampleArticles;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How far the engine looks for what may be listed, and sites of every size. */
class RelatedReachTest {
    private final CountingArticleStore store = CountingArticleStore.of(ArticleStore.inMemory(ZoneOffset.UTC));
    private final SteadyTexts texts = new SteadyTexts();
    private final RelatedArticles related =
            RelatedArticles.with(RelatedPolicy.defaults(), texts, store, MovableClock.at(NOW));
    private final ArticleSink desk = ArticleSink.all(store, texts, related);
    private final Article flood = article("flood")
            .headline("bridge closed by flood")
            .publishedAt(daysAgo(10))
            .build();

    @Test
    @Rule("R-05")
    void looksFurtherWhereWhatIsMostAlikeMayNotBeListed() {
        desk.put(flood);
        desk.put(series("newer", 500, 5, "bridge closed by flood again"));
        desk.put(series("older", 3, 11, "bridge closed by a flood of lorries"));
        List<Ranked<ArticleSummary>> list =
                related.by(RelatedPolicy.background().copies(true)).to(flood, 3);
        assertThat(list).containsExactly("older0", "older1", "older2");
        assertThat(texts.questions()).isEqualTo(3);
        assertThat(texts.mostAsked()).isEqualTo(1600);
        assertThat(store.reads()).isLessThanOrEqualTo(4);
        // Where nothing is in the way, it asks once.
        assertThat(related.by(RelatedPolicy.defaults().copies(true)).to(flood, 3))
                .hasSize(3);
        assertThat(texts.questions()).isEqualTo(4);
    }

    @Test
    void looksNoFurtherWhereNothingBehindCanBeRelated() {
        desk.put(flood);
        desk.put(series(
                "hardly", 300, 5, "a flood of letters to the editor about nothing that happened anywhere today"));
        RelatedPolicy strict = RelatedPolicy.background().backfill(false).minimumScore(.99);
        assertThat(related.by(strict).to(flood, 3)).isEmpty();
        assertThat(texts.questions()).isEqualTo(1);
    }

    @Test
    @Rule({"R-25", "R-26"})
    void looksBehindTheCopiesAndASectionThatIsFull() {
        desk.put(flood);
        desk.put(series("copies", 150, 11, "bridge closed by flood again").stream()
                .map(one -> one.toBuilder().sections(BUSINESS).build())
                .toList());
        desk.put(series("others", 2, 12, "bridge closed by a flood of lorries").stream()
                .map(one -> one.toBuilder()
                        .headline(one.headline() + " " + one.id())
                        .sections(CULTURE)
                        .build())
                .toList());
        assertThat(related.to(flood, 3)).containsExactly("copies0", "others0", "others1");
        RelatedPolicy varied = RelatedPolicy.defaults().copies(true).variety(new Variety(1, 0));
        assertThat(related.by(varied.backfill(false)).to(flood, 3)).containsExactly("copies0", "others0");
    }

    @Test
    @Rule("R-23")
    void fillsFromAllThatMeetsTheFilters() {
        desk.put(SampleArticles.published(1500, 7).stream()
                .map(one -> one.toBuilder().regions(IRAQ).build())
                .toList());
        List<Article> rare = series("rare", 5, 4000, "unheard").stream()
                .map(one -> one.toBuilder().regions(ELSEWHERE).build())
                .toList();
        desk.put(rare);
        Article article = flood.toBuilder().sections(BUSINESS).regions(IRAQ).build();
        store.reset();
        assertThat(related.to(RelatedQuery.of(article).in(ELSEWHERE)))
                .containsExactly("rare0", "rare1", "rare2", "rare3");
        assertThat(store.reads()).isLessThanOrEqualTo(4);
    }

    @Test
    @Rule("R-28")
    void findsWhatIsPinnedAndWeighsItWhereItIsAlike() {
        desk.put(flood);
        desk.put(series("alike", 4, 11, "bridge closed").stream()
                .map(one -> one.toBuilder()
                        .headline(one.headline() + " " + one.id())
                        .build())
                .toList());
        desk.put(article("other").headline("poetry").build());
        RelatedQuery query = RelatedQuery.of(flood).pinned(List.of(ArticleId.of("other"), ArticleId.of("alike3")));
        for (RelatedPolicy policy : List.of(RelatedPolicy.defaults(), RelatedPolicy.background())) {
            store.reset();
            List<Ranked<ArticleSummary>> list = related.by(policy).to(query);
            assertThat(list).containsExactly("other", "alike3", "alike0", "alike1");
            assertThat(list).ranks("other").hasValue(0).onlyBecause("R-28");
            assertThat(list).ranks("alike3").because("R-28", "R-07");
            assertThat(store.reads()).isEqualTo(1);
        }
        assertThat(related.by(RelatedPolicy.jnews()).to(query)).ranks("alike3").at(2);
    }

    @Test
    void costsFourStoreCallsAtTheMost() {
        desk.put(SampleArticles.published(1500, 7));
        for (RelatedPolicy policy : List.of(
                RelatedPolicy.background(),
                RelatedPolicy.followUp(),
                RelatedPolicy.jnews(),
                RelatedPolicy.defaults().variety(new Variety(1, 1)))) {
            for (Article article : SampleArticles.published(1500, 7).subList(1400, 1410)) {
                store.reset();
                ExplainedList list = related.by(policy)
                        .explain(RelatedQuery.of(article)
                                .limit(30)
                                .in(SampleArticles.POLITICS)
                                .pinned(List.of(ArticleId.of("n3"))));
                assertThat(list).isTotallyOrdered().addsUp().ranks("n3").first();
                assertThat(store.reads()).isLessThanOrEqualTo(4);
            }
        }
    }

    @Test
    void worksForASiteOfAnySize() {
        for (int count : new int[] {1, 2, 3, 50}) {
            for (List<Article> articles : List.of(
                    SampleArticles.published(count, 1),
                    each(
                            count,
                            one -> one.toBuilder()
                                    .tags(SampleArticles.TAGS.get(0))
                                    .build()),
                    each(count, one -> one.toBuilder().tags(List.of()).build()),
                    each(count, one -> one.toBuilder().publishedAt(NOW).build()),
                    each(
                            count,
                            one -> one.toBuilder()
                                    .publishedAt(NOW)
                                    .headline("one")
                                    .tags(List.of())
                                    .sections(List.of())
                                    .regions(List.of())
                                    .authors(List.of())
                                    .build()))) {
                SteadyTexts own = new SteadyTexts();
                ArticleStore all = ArticleStore.inMemory(ZoneOffset.UTC);
                ArticleSink.all(all, own).put(articles);
                RelatedArticles engine = RelatedArticles.with(RelatedPolicy.defaults(), own, all, MovableClock.at(NOW));
                for (Article article : articles) {
                    ExplainedList list = engine.explain(RelatedQuery.of(article));
                    assertThat(list).isTotallyOrdered().addsUp().doesNotContain(article);
                    long copies = articles.stream()
                            .filter(other -> other.headline().equals(article.headline()))
                            .count();
                    // Filled as far as there are posts that are neither copies nor sponsored.
                    if (copies == 1 && count == 50) {
                        assertThat(list).hasSize(4);
                    }
                    assertThat(list.ranked().size()).isLessThanOrEqualTo(Math.min(4, count - 1));
                }
            }
        }
    }

    private static List<Article> each(int count, UnaryOperator<Article> change) {
        return SampleArticles.published(count, 1).stream().map(change).toList();
    }

    private static List<Article> series(String id, int count, long daysAgo, String headline) {
        return new ArrayList<>(IntStream.range(0, count)
                .mapToObj(i -> article(id + i)
                        .headline(headline)
                        .publishedAt(daysAgo(daysAgo).minusSeconds(i))
                        .build())
                .toList());
    }
}
