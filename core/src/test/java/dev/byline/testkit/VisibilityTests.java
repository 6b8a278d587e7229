package dev.byline.testkit;

import static dev.byline.testkit.SampleArticles.IRAQ;
import static dev.byline.testkit.SampleArticles.NOW;
import static dev.byline.testkit.SampleArticles.article;
import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.article.ArchiveQuery;
import dev.byline.article.Article;
import dev.byline.article.ArticleStatus;
import dev.byline.article.ArticleStore.By;
import dev.byline.article.NeighbourQuery;
import dev.byline.article.Neighbours;
import dev.byline.taxonomy.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who is seen when: by the clock alone. */
abstract class VisibilityTests extends StoreTests {
    @Test
    void aScheduledArticleAppearsAtItsInstant() {
        Article article = article("a")
                .status(ArticleStatus.SCHEDULED)
                .regions(IRAQ)
                .publishedAt(NOW)
                .build();
        store.put(article);
        for (ArchiveQuery query :
                List.of(ArchiveQuery.at(NOW), ArchiveQuery.at(NOW).in(IRAQ))) {
            Instant before = NOW.minus(MOMENT);
            ArchiveQuery earlier = at(query, before);
            assertThat(ids(earlier)).isEmpty();
            assertThat(store.count(earlier)).isZero();
            assertThat(ids(query)).containsExactly("a");
            assertThat(store.count(query)).isEqualTo(1);
            assertThat(store.counts(By.REGION, before)).isEmpty();
            assertThat(ids(earlier)).as("asked again about the past").isEmpty();
        }
    }

    @Test
    void anExpiredArticleIsGoneFromItsInstantOn() {
        store.put(List.of(
                article("a")
                        .expiresAt(NOW.plus(MINUTE))
                        .tags(Tag.of("oil", "Oil"))
                        .build(),
                article("b").published(NOW.minus(MINUTE)).build()));
        ArchiveQuery last = ArchiveQuery.at(NOW.plus(MINUTE).minus(MOMENT));
        ArchiveQuery gone = ArchiveQuery.at(NOW.plus(MINUTE));
        assertThat(ids(last)).containsExactly("a", "b");
        assertThat(ids(gone)).containsExactly("b");
        assertThat(store.count(gone)).isEqualTo(1);
        assertThat(store.count(gone.tag("oil"))).isZero();
        assertThat(store.counts(By.TAG, gone.at())).isEmpty();
        assertThat(store.counts(By.TAG, last.at())).containsExactly(Map.entry("oil", 1L));
        assertThat(store.neighbours(article("c").build(), NeighbourQuery.at(gone.at())))
                .isEqualTo(new Neighbours(only("b"), null));
    }

    @Test
    void whatExpiresBeforeItIsPublishedIsNeverListed() {
        store.put(article("a").expiresAt(NOW).build());
        for (Instant at : List.of(NOW.minus(MOMENT), NOW, NOW.plus(MOMENT))) {
            assertThat(ids(ArchiveQuery.at(at))).isEmpty();
            assertThat(store.count(ArchiveQuery.at(at))).isZero();
        }
    }

    @Test
    void whatIsNotPublicIsInNoListing() {
        store.put(List.of(
                article("draft").status(ArticleStatus.DRAFT).regions(IRAQ).build(),
                article("undated")
                        .status(ArticleStatus.DRAFT)
                        .publishedAt(null)
                        .regions(IRAQ)
                        .build(),
                article("private").status(ArticleStatus.PRIVATE).regions(IRAQ).build(),
                article("withdrawn")
                        .status(ArticleStatus.WITHDRAWN)
                        .regions(IRAQ)
                        .build(),
                article("locked").passwordProtected(true).regions(IRAQ).build()));
        assertThat(ids(ArchiveQuery.at(NOW))).isEmpty();
        assertThat(ids(ArchiveQuery.at(NOW).in(IRAQ))).isEmpty();
        assertThat(store.count(ArchiveQuery.at(NOW))).isZero();
        for (By by : By.values()) {
            assertThat(store.counts(by, NOW)).isEmpty();
        }
        assertThat(store.neighbours(article("b").published(NOW.minus(MINUTE)).build(), NeighbourQuery.at(NOW)))
                .isEqualTo(new Neighbours(null, null));
    }

    @Test
    void anArticleBecomesPublicAndIsTakenBackByEdits() {
        Article article = article("a").build();
        store.put(article.toBuilder().status(ArticleStatus.DRAFT).build());
        assertThat(ids(ArchiveQuery.at(NOW))).isEmpty();
        store.put(article);
        assertThat(ids(ArchiveQuery.at(NOW))).containsExactly("a");
        store.put(article.toBuilder().passwordProtected(true).build());
        assertThat(ids(ArchiveQuery.at(NOW))).isEmpty();
        store.put(article.toBuilder().expiresAt(NOW.plus(MINUTE)).build());
        assertThat(ids(ArchiveQuery.at(NOW))).containsExactly("a");
        assertThat(ids(ArchiveQuery.at(NOW.plus(MINUTE)))).isEmpty();
        store.put(article);
        assertThat(ids(ArchiveQuery.at(NOW.plus(MINUTE)))).containsExactly("a");
    }
}
