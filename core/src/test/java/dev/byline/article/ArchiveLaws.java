package dev.byline.article;

import static dev.byline.testkit.SampleArticles.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.article.ArticleStore.By;
import dev.byline.article.NeighbourQuery.Within;
import dev.byline.taxonomy.Region;
import dev.byline.taxonomy.RegionGroup;
import dev.byline.taxonomy.Section;
import dev.byline.testkit.ArbitraryContent;
import dev.byline.testkit.Rule;
import dev.byline.testkit.SampleArticles;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

class ArchiveLaws {
    private static ArticleStore store(List<Article> articles) {
        ArticleStore store = ArticleStore.inMemory(ZoneOffset.UTC);
        store.put(articles);
        return store;
    }

    @Property(tries = 300)
    @Rule("A-01")
    void pagesPartitionTheListingWhateverTheirSize(
            @ForAll("archives") List<Article> articles,
            @ForAll("queries") ArchiveQuery query,
            @ForAll @IntRange(min = 1, max = 40) int limit) {
        List<ArticleSummary> expected = articles.stream()
                .filter(query::matches)
                .sorted(Listed.NEWEST_FIRST)
                .map(Article::summary)
                .toList();
        assertThat(all(store(articles), query.limit(limit))).isEqualTo(expected);
    }

    @Property(tries = 300)
    void countsEqualTheLengthsOfTheLists(
            @ForAll("archives") List<Article> articles, @ForAll("queries") ArchiveQuery query) {
        ArticleStore store = store(articles);
        assertThat(store.count(query)).isEqualTo(all(store, query).size());
        ArchiveQuery at = ArchiveQuery.at(query.at());
        store.counts(By.REGION, query.at())
                .forEach((key, count) -> assertThat(count)
                        .isEqualTo(all(store, at.in(Region.of(key, key))).size()));
        store.counts(By.SECTION, query.at())
                .forEach((key, count) ->
                        assertThat(count).isEqualTo(all(store, at.section(key)).size()));
        store.counts(By.TAG, query.at())
                .forEach((key, count) ->
                        assertThat(count).isEqualTo(all(store, at.tag(key)).size()));
    }

    @Property(tries = 200)
    @Rule("A-04")
    void theTranslationsOfAnArticleAreThePublicArticlesOfItsGroup(
            @ForAll("archives") List<Article> articles, @ForAll("queries") ArchiveQuery query) {
        ArticleStore store = store(articles);
        for (Article article : articles) {
            List<ArticleSummary> expected = articles.stream()
                    .filter(other -> !other.translationGroup().isEmpty())
                    .filter(other -> other.translationGroup().equals(article.translationGroup()))
                    .filter(other -> other.isPublic(query.at()))
                    .sorted(Listed.NEWEST_FIRST)
                    .map(Article::summary)
                    .toList();
            assertThat(store.translations(article, query.at())).isEqualTo(expected);
        }
    }

    @Property(tries = 200)
    void theOrderOfPuttingChangesNoList(
            @ForAll("archives") List<Article> articles, @ForAll("queries") ArchiveQuery query, @ForAll Random random) {
        List<Article> shuffled = new ArrayList<>(articles);
        Collections.shuffle(shuffled, random);
        ArticleStore one = store(articles);
        ArticleStore other = ArticleStore.inMemory(ZoneOffset.UTC);
        shuffled.forEach(other::put);
        assertThat(all(other, query)).isEqualTo(all(one, query));
        for (By by : By.values()) {
            assertThat(other.counts(by, query.at())).isEqualTo(one.counts(by, query.at()));
        }
    }

    @Property(tries = 200)
    @Rule("A-03")
    void goingOnFromTheOldestVisitsEveryPublicArticleOnceAndBackAgain(@ForAll("archives") List<Article> articles) {
        ArticleStore store = store(articles);
        List<ArticleSummary> listing = all(store, ArchiveQuery.at(NOW));
        NeighbourQuery query = NeighbourQuery.at(NOW);
        List<ArticleSummary> visited = new ArrayList<>();
        @Nullable ArticleSummary here = listing.isEmpty() ? null : listing.get(listing.size() - 1);
        while (here != null && visited.size() <= listing.size()) {
            visited.add(0, here);
            here = store.neighbours(here, query).next();
        }
        assertThat(visited).isEqualTo(listing);
        visited.clear();
        here = listing.isEmpty() ? null : listing.get(0);
        while (here != null && visited.size() <= listing.size()) {
            visited.add(here);
            here = store.neighbours(here, query).previous();
        }
        assertThat(visited).isEqualTo(listing);
    }

    @Property(tries = 200)
    @Rule("A-03")
    void nextAndPreviousAreInverseAmongThoseThatAreNotExcluded(
            @ForAll("archives") List<Article> articles, @ForAll boolean excluding) {
        ArticleStore store = store(articles);
        NeighbourQuery all = NeighbourQuery.at(NOW);
        NeighbourQuery query = excluding ? all.excluding("culture", "iq") : all;
        for (ArticleSummary article : all(store, ArchiveQuery.at(NOW))) {
            ArticleSummary next = store.neighbours(article, query).next();
            ArticleSummary previous = store.neighbours(article, query).previous();
            if (next != null && !isExcluded(article, query)) {
                assertThat(store.neighbours(next, query).previous()).isEqualTo(article);
            }
            if (previous != null && !isExcluded(article, query)) {
                assertThat(store.neighbours(previous, query).next()).isEqualTo(article);
            }
        }
    }

    private static boolean isExcluded(Listed article, NeighbourQuery query) {
        return Stream.concat(
                        article.sections().stream().map(Section::key),
                        article.regions().stream()
                                .flatMap(region -> region.path().stream().map(Region::key)))
                .anyMatch(query.excluded()::contains);
    }

    @Property(tries = 200)
    @Rule("A-03")
    void nextAndPreviousAreInverseWithinOneRegion(@ForAll("archives") List<Article> articles) {
        // With one region each, those that share it are the same on both sides.
        ArticleStore store = store(articles.stream()
                .map(article -> article.toBuilder()
                        .regions(article.id().hashCode() % 2 == 0 ? SampleArticles.IRAN : SampleArticles.QATAR)
                        .build())
                .toList());
        NeighbourQuery query = NeighbourQuery.at(NOW).within(Within.REGION);
        for (ArticleSummary article : all(store, ArchiveQuery.at(NOW))) {
            ArticleSummary next = store.neighbours(article, query).next();
            if (next != null) {
                assertThat(store.neighbours(next, query).previous()).isEqualTo(article);
            }
        }
    }

    @Property(tries = 200)
    void withdrawingEverythingLeavesNothing(
            @ForAll("archives") List<Article> articles, @ForAll("queries") ArchiveQuery query, @ForAll Random random) {
        ArticleStore store = store(articles);
        List<ArticleId> ids = new ArrayList<>(articles.stream().map(Article::id).toList());
        Collections.shuffle(ids, random);
        store.withdraw(ids);
        assertThat(all(store, query)).isEmpty();
        assertThat(store.count(query)).isZero();
        for (By by : By.values()) {
            assertThat(store.counts(by, query.at())).isEmpty();
        }
    }

    private static List<ArticleSummary> all(ArticleStore store, ArchiveQuery query) {
        List<ArticleSummary> all = new ArrayList<>();
        ArchivePage page = store.page(query);
        all.addAll(page.articles());
        while (page.next() != null) {
            ArchiveCursor behind = page.next();
            page = store.page(query.after(behind));
            all.addAll(page.articles());
            assertThat(page.next()).isNotEqualTo(behind);
        }
        return all;
    }

    @Provide
    Arbitrary<List<Article>> archives() {
        return ArbitraryContent.archives(60);
    }

    @Provide
    Arbitrary<ArchiveQuery> queries() {
        Arbitrary<ArchiveQuery> any =
                Arbitraries.integers().between(-7, 7).map(hours -> ArchiveQuery.at(NOW.plusSeconds(3600L * hours)));
        Arbitrary<List<Region>> regions =
                Arbitraries.of(SampleArticles.REGIONS).set().ofMaxSize(3).map(List::copyOf);
        return Combinators.combine(
                        any,
                        regions,
                        Arbitraries.of("", "", "politics", "elections", "culture"),
                        Arbitraries.of("", "", "oil", "unknown"),
                        Arbitraries.of("", "", "", "group-1", "group-3", "unknown"),
                        Arbitraries.integers().between(-6, 6).injectNull(0.7))
                .as((query, in, section, tag, group, from) -> {
                    ArchiveQuery narrowed = in.isEmpty() ? query : query.in(new RegionGroup("group", "", in));
                    narrowed = narrowed.section(section).tag(tag).translationGroup(group);
                    return from == null
                            ? narrowed
                            : narrowed.published(NOW.plusSeconds(3600L * from), NOW.plusSeconds(3600L * from + 7200));
                });
    }
}
