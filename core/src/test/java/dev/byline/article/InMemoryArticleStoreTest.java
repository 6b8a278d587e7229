package dev.byline.article;

import static dev.byline.testkit.SampleArticles.NOW;
import static dev.byline.testkit.SampleArticles.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.byline.article.ArticleStore.By;
import dev.byline.testkit.ArticleStoreContract;
import dev.byline.testkit.SampleArticles;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class InMemoryArticleStoreTest extends ArticleStoreContract {
    private final ArticleStore store = ArticleStore.inMemory(ZoneOffset.UTC);

    @Override
    protected ArticleStore create(ZoneId zone) {
        return ArticleStore.inMemory(zone);
    }

    @Test
    void anyInstantIsADate() {
        store.put(List.of(
                article("first").published(Instant.MIN).build(),
                article("last").published(Instant.MAX).expiresAt(Instant.MAX).build(),
                article("end").published(Instant.MAX).build(),
                article("now").build()));
        assertThat(store.page(ArchiveQuery.at(Instant.MAX)).articles())
                .extracting(one -> one.id().value())
                .containsExactly("end", "now", "first");
        assertThat(store.count(ArchiveQuery.at(Instant.MIN))).isEqualTo(1);
        assertThat(store.counts(By.MONTH, Instant.MAX))
                .as("no month has a name that far away")
                .containsExactly(Map.entry("2026-11", 1L));
        assertThat(store.neighbours(article("now").build(), NeighbourQuery.at(Instant.MAX)))
                .extracting(near -> Stream.of(near.previous(), near.next())
                        .map(one -> one == null ? "" : one.id().value())
                        .toList())
                .isEqualTo(List.of("first", "end"));
    }

    @Test
    void nothingIsPutWhereOneIsNull() {
        assertThatThrownBy(() -> store.put(Arrays.asList(article("a").build(), null)))
                .isInstanceOf(NullPointerException.class);
        assertThat(store.find(ArticleId.of("a"))).isEmpty();
    }

    @Test
    void aLargePutIsTakenWhole() {
        List<Article> articles = new ArrayList<>(SampleArticles.published(3000, 1));
        articles.add(articles.get(0).toBuilder().headline("Edited").build());
        store.put(articles);
        assertThat(store.count(ArchiveQuery.at(NOW))).isEqualTo(3000);
        assertThat(store.find(ArticleId.of("n0")).orElseThrow().headline()).isEqualTo("Edited");
    }

    @Test
    void whatItHandsOutCannotBeChanged() {
        store.put(article("a").regions(SampleArticles.IRAQ).build());
        assertThatThrownBy(() -> store.counts(By.REGION, NOW).clear())
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> store.find(List.of(ArticleId.of("a"))).clear())
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> store.page(ArchiveQuery.at(NOW)).articles().clear())
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void aSummaryIsKeptOnce() {
        store.put(article("a").regions(SampleArticles.BASRA).build());
        ArticleSummary summary = store.summaries(List.of(ArticleId.of("a"))).get(0);
        assertThat(store.page(ArchiveQuery.at(NOW)).articles().get(0)).isSameAs(summary);
        assertThat(store.page(ArchiveQuery.at(NOW).in(SampleArticles.MIDDLE_EAST))
                        .articles()
                        .get(0))
                .isSameAs(summary);
    }
}
