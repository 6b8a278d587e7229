package dev.byline.article;

import static dev.byline.testkit.SampleArticles.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.article.ArticleStore.By;
import dev.byline.testkit.ArticleStoreContract;
import dev.byline.testkit.CountingArticleStore;
import dev.byline.testkit.SampleArticles;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** That counting changes no answer, and counts. */
class CountingArticleStoreTest extends ArticleStoreContract {
    @Override
    protected ArticleStore create(ZoneId zone) {
        return CountingArticleStore.of(ArticleStore.inMemory(zone));
    }

    @Test
    void everyCallIsCountedAndWhatItReturned() {
        CountingArticleStore store = CountingArticleStore.of(ArticleStore.inMemory(ZoneOffset.UTC));
        store.put(SampleArticles.published(30, 1));
        store.put(SampleArticles.article("a").build());
        store.withdraw(ArticleId.of("a"));
        assertThat(store.writes()).isEqualTo(3);
        assertThat(store.reads()).isZero();

        Article article = store.find(ArticleId.of("n7")).orElseThrow();
        store.find(List.of(ArticleId.of("n1"), ArticleId.of("n2"), ArticleId.of("nobody")));
        store.summaries(List.of(ArticleId.of("n1")));
        store.bySlug("story-7", NOW);
        store.bySlug("nowhere", NOW);
        store.page(ArchiveQuery.at(NOW).limit(5));
        store.count(ArchiveQuery.at(NOW));
        store.neighbours(article, NeighbourQuery.at(NOW));
        store.translations(article.toBuilder().translationGroup("t").build(), NOW);
        store.translations(article, NOW);
        store.counts(By.MONTH, NOW);
        store.changedSince(Changes.START, 4);
        store.stream().close();
        assertThat(store.reads()).as("what has no group asks nothing").isEqualTo(12);
        assertThat(store.returned())
                .isEqualTo(1 + 2 + 1 + 1 + 5 + 2 + store.counts(By.MONTH, NOW).size() + 4);

        store.reset();
        assertThat(store.reads() + store.writes() + store.returned()).isZero();
    }

    @Test
    void whatAPageCostsDoesNotGrowWithTheArchive() {
        long[] cost = new long[2];
        for (int i = 0; i < 2; i++) {
            CountingArticleStore store = CountingArticleStore.of(ArticleStore.inMemory(ZoneOffset.UTC));
            store.put(SampleArticles.published(i == 0 ? 60 : 3000, 1));
            store.reset();
            Article article = store.bySlug("story-30", NOW).orElseThrow().article();
            store.neighbours(article, NeighbourQuery.at(NOW));
            store.page(ArchiveQuery.at(NOW).in(article.regions().get(0)).limit(4));
            assertThat(store.reads()).isEqualTo(3);
            cost[i] = store.returned();
        }
        assertThat(cost[1]).isEqualTo(cost[0]).isEqualTo(1 + 2 + 4);
    }
}
