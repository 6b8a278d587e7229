package dev.byline.testkit;

import static dev.byline.testkit.SampleArticles.BASRA;
import static dev.byline.testkit.SampleArticles.BUSINESS;
import static dev.byline.testkit.SampleArticles.ELECTIONS;
import static dev.byline.testkit.SampleArticles.ELSEWHERE;
import static dev.byline.testkit.SampleArticles.IRAN;
import static dev.byline.testkit.SampleArticles.IRAQ;
import static dev.byline.testkit.SampleArticles.MIDDLE_EAST;
import static dev.byline.testkit.SampleArticles.NOW;
import static dev.byline.testkit.SampleArticles.POLITICS;
import static dev.byline.testkit.SampleArticles.QATAR;
import static dev.byline.testkit.SampleArticles.article;
import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.article.ArchiveCursor;
import dev.byline.article.ArchivePage;
import dev.byline.article.ArchiveQuery;
import dev.byline.article.Article;
import dev.byline.article.ArticleId;
import dev.byline.article.ArticleStatus;
import dev.byline.article.ArticleStore.By;
import dev.byline.article.ArticleSummary;
import dev.byline.article.Author;
import dev.byline.article.Listed;
import dev.byline.taxonomy.RegionGroup;
import dev.byline.taxonomy.Tag;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives, their pages and counts. */
@Rule("A-01")
abstract class ListingTests extends StoreTests {
    @Test
    void aListingIsNewestFirstAndThenTheGreaterIdFirst() {
        store.put(List.of(
                article("b").build(),
                article("old").published(NOW.minus(MINUTE)).build(),
                article("c").build(),
                article("a").build()));
        assertThat(ids(ArchiveQuery.at(NOW))).containsExactly("c", "b", "a", "old");
    }

    @Test
    void aRegionCoversWhatLiesInside() {
        store.put(List.of(
                article("basra").regions(BASRA).build(),
                article("iraq").regions(IRAQ).build(),
                article("east").regions(MIDDLE_EAST).build(),
                article("both").regions(ELSEWHERE, BASRA).build(),
                article("none").build()));
        assertThat(ids(ArchiveQuery.at(NOW).in(BASRA))).containsExactlyInAnyOrder("basra", "both");
        assertThat(ids(ArchiveQuery.at(NOW).in(IRAQ))).containsExactlyInAnyOrder("basra", "both", "iraq");
        assertThat(ids(ArchiveQuery.at(NOW).in(MIDDLE_EAST)))
                .containsExactlyInAnyOrder("basra", "both", "iraq", "east");
        assertThat(store.count(ArchiveQuery.at(NOW).in(MIDDLE_EAST))).isEqualTo(4);
        assertThat(ids(ArchiveQuery.at(NOW).in(QATAR))).isEmpty();
        assertThat(store.count(ArchiveQuery.at(NOW).in(QATAR))).isZero();
    }

    @Test
    void aGroupCoversItsMembersAndListsEachArticleOnce() {
        store.put(List.of(
                article("d").regions(BASRA).build(),
                article("c").regions(IRAN, QATAR).build(),
                article("b").regions(QATAR).build(),
                article("a").regions(ELSEWHERE).build()));
        RegionGroup gulf = RegionGroup.of("gulf", "The Gulf", IRAQ, BASRA, IRAN, QATAR);
        assertThat(ids(ArchiveQuery.at(NOW).in(gulf))).containsExactly("d", "c", "b");
        assertThat(ids(ArchiveQuery.at(NOW).in(gulf).limit(1))).containsExactly("d", "c", "b");
        assertThat(store.count(ArchiveQuery.at(NOW).in(gulf))).isEqualTo(3);
    }

    @Test
    void aSectionCoversTheOnesBelow() {
        store.put(List.of(
                article("b").sections(ELECTIONS).build(),
                article("a").sections(BUSINESS, POLITICS).build()));
        assertThat(ids(ArchiveQuery.at(NOW).section("politics"))).containsExactly("b", "a");
        assertThat(ids(ArchiveQuery.at(NOW).section("elections"))).containsExactly("b");
        assertThat(ids(ArchiveQuery.at(NOW).section("business"))).containsExactly("a");
        assertThat(ids(ArchiveQuery.at(NOW).section("gardening"))).isEmpty();
    }

    @Test
    void tagsAndAuthorsHaveListings() {
        Author mina = Author.of("mina", "Mina");
        store.put(List.of(
                article("b")
                        .tags(Tag.of("oil", "Oil"), Tag.of("budget", "Budget"))
                        .authors(mina)
                        .build(),
                article("a").tags(Tag.of("oil", "Crude")).build()));
        assertThat(ids(ArchiveQuery.at(NOW).tag("oil"))).containsExactly("b", "a");
        assertThat(ids(ArchiveQuery.at(NOW).tag("budget"))).containsExactly("b");
        assertThat(ids(ArchiveQuery.at(NOW).author("mina"))).containsExactly("b");
        assertThat(ids(ArchiveQuery.at(NOW).author("Mina"))).isEmpty();
    }

    @Test
    void aSpanHoldsItsBeginningAndNotItsEnd() {
        store.put(List.of(
                article("d").build(),
                article("c").published(NOW.minus(MOMENT)).build(),
                article("b").published(NOW.minus(MINUTE)).build(),
                article("a").published(NOW.minus(MINUTE).minus(MOMENT)).build()));
        ArchiveQuery query = ArchiveQuery.at(NOW);
        assertThat(ids(query.published(NOW.minus(MINUTE), NOW))).containsExactly("c", "b");
        assertThat(ids(query.published(NOW.minus(MINUTE), null))).containsExactly("d", "c", "b");
        assertThat(ids(query.published(null, NOW))).containsExactly("c", "b", "a");
        assertThat(ids(query.published(NOW, NOW))).isEmpty();
        assertThat(ids(query.published(NOW, NOW.minus(MINUTE)))).isEmpty();
        assertThat(store.count(query.published(NOW.minus(MINUTE), NOW))).isEqualTo(2);
        assertThat(store.count(query.published(NOW, NOW.minus(MINUTE)))).isZero();
    }

    @Test
    void aMonthIsOneOfThePublicationsZone() {
        Instant begins = Instant.parse("2026-09-30T21:00:00Z");
        store.put(List.of(
                article("oct").published(begins).build(),
                article("sep").published(begins.minus(MOMENT)).build()));
        assertThat(ids(ArchiveQuery.at(NOW).month(YearMonth.of(2026, 10), ZONE)))
                .containsExactly("oct");
        assertThat(ids(ArchiveQuery.at(NOW).month(YearMonth.of(2026, 9), ZONE))).containsExactly("sep");
        assertThat(store.counts(By.MONTH, NOW)).containsExactly(Map.entry("2026-09", 1L), Map.entry("2026-10", 1L));
    }

    @Test
    void conditionsAllHold() {
        Author mina = Author.of("mina", "Mina");
        Tag oil = Tag.of("oil", "Oil");
        store.put(List.of(
                article("all")
                        .regions(BASRA)
                        .sections(ELECTIONS)
                        .tags(oil)
                        .authors(mina)
                        .build(),
                article("no-region").sections(ELECTIONS).tags(oil).authors(mina).build(),
                article("no-section").regions(BASRA).tags(oil).authors(mina).build(),
                article("no-tag")
                        .regions(BASRA)
                        .sections(ELECTIONS)
                        .authors(mina)
                        .build(),
                article("no-author")
                        .regions(BASRA)
                        .sections(ELECTIONS)
                        .tags(oil)
                        .build()));
        ArchiveQuery query =
                ArchiveQuery.at(NOW).in(IRAQ).section("politics").tag("oil").author("mina");
        assertThat(ids(query)).containsExactly("all");
        assertThat(store.count(query)).isEqualTo(1);
        assertThat(ids(query.tag(""))).containsExactlyInAnyOrder("all", "no-tag");
        assertThat(store.count(query.tag(""))).isEqualTo(2);
        assertThat(ids(query.tag("unknown"))).isEmpty();
        assertThat(store.count(query.tag("unknown"))).isZero();
        assertThat(ids(query.published(NOW.plus(MINUTE), null))).isEmpty();
    }

    @Test
    void countsHoldEachTermOnceForEachArticle() {
        Author mina = Author.of("mina", "Mina");
        store.put(List.of(
                article("a")
                        .regions(BASRA, IRAQ)
                        .sections(ELECTIONS, POLITICS)
                        .tags(Tag.of("oil", "Oil"), Tag.of("oil", "Crude"))
                        .authors(mina, mina)
                        .build(),
                article("b").regions(IRAQ).build(),
                article("draft").status(ArticleStatus.DRAFT).regions(QATAR).build()));
        assertThat(store.counts(By.REGION, NOW))
                .containsExactly(Map.entry("iq", 2L), Map.entry("iq-ba", 1L), Map.entry("middle-east", 2L));
        assertThat(store.counts(By.SECTION, NOW))
                .containsExactly(Map.entry("elections", 1L), Map.entry("politics", 1L));
        assertThat(store.counts(By.TAG, NOW)).containsExactly(Map.entry("oil", 1L));
        assertThat(store.counts(By.AUTHOR, NOW)).containsExactly(Map.entry("mina", 1L));
        assertThat(store.counts(By.MONTH, NOW)).containsExactly(Map.entry("2026-11", 2L));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 20, 1000})
    void pagesPartitionTheListing(int limit) {
        List<Article> articles = SampleArticles.published(41, 5);
        store.put(articles);
        List<ArticleSummary> expected = articles.stream()
                .sorted(Listed.NEWEST_FIRST)
                .map(Article::summary)
                .toList();
        assertThat(walk(ArchiveQuery.at(NOW).limit(limit))).isEqualTo(expected);
        assertThat(store.count(ArchiveQuery.at(NOW).limit(limit))).isEqualTo(41);
    }

    @Test
    void theLastPageHasNoCursorEvenIfItIsFull() {
        store.put(SampleArticles.published(6, 5));
        ArchiveQuery query = ArchiveQuery.at(NOW).limit(3);
        ArchivePage first = store.page(query);
        assertThat(first.articles()).hasSize(3);
        assertThat(first.next()).isEqualTo(ArchiveCursor.behind(first.articles().get(2)));
        ArchivePage second = store.page(query.after(first.next()));
        assertThat(second.articles()).hasSize(3);
        assertThat(second.next()).isNull();
        assertThat(store.count(query.after(first.next())))
                .as("the whole listing, wherever the cursor stands")
                .isEqualTo(6);
    }

    @Test
    void anEmptyListingIsOneEmptyPage() {
        assertThat(store.page(ArchiveQuery.at(NOW))).isEqualTo(new ArchivePage(List.of(), null));
        store.put(article("a").build());
        ArchiveCursor end = new ArchiveCursor(NOW.minus(MINUTE), ArticleId.of("x"));
        assertThat(store.page(ArchiveQuery.at(NOW).after(end))).isEqualTo(new ArchivePage(List.of(), null));
    }

    @Test
    void aCursorStaysRightWhileArticlesComeAndGo() {
        store.put(SampleArticles.published(10, 5).stream()
                .map(one -> one.toBuilder().publishedAt(NOW).build())
                .toList());
        ArchiveQuery query = ArchiveQuery.at(NOW).limit(4);
        ArchivePage first = store.page(query);
        assertThat(first.articles()).extracting(one -> one.id().value()).containsExactly("n9", "n8", "n7", "n6");

        store.put(article("z").build());
        store.put(article("n50").build());
        store.withdraw(List.of(ArticleId.of("n6"), ArticleId.of("n4")));
        assertThat(store.page(query.after(first.next())).articles())
                .extracting(one -> one.id().value())
                .containsExactly("n50", "n5", "n3", "n2");
    }

    @Test
    void aCursorServesAnotherListing() {
        store.put(List.of(
                article("c").regions(IRAQ).build(),
                article("b").build(),
                article("a").regions(IRAQ).build()));
        assertThat(ids(ArchiveQuery.at(NOW).in(IRAQ).after(new ArchiveCursor(NOW, ArticleId.of("b")))))
                .containsExactly("a");
    }
}
