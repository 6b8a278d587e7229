package dev.byline.testkit;

import static dev.byline.testkit.SampleArticles.BASRA;
import static dev.byline.testkit.SampleArticles.ELECTIONS;
import static dev.byline.testkit.SampleArticles.IRAN;
import static dev.byline.testkit.SampleArticles.IRAQ;
import static dev.byline.testkit.SampleArticles.MIDDLE_EAST;
import static dev.byline.testkit.SampleArticles.NOW;
import static dev.byline.testkit.SampleArticles.POLITICS;
import static dev.byline.testkit.SampleArticles.article;
import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.article.ArchiveQuery;
import dev.byline.article.Article;
import dev.byline.article.ArticleBuilder;
import dev.byline.article.ArticleId;
import dev.byline.article.ArticleStatus;
import dev.byline.article.ArticleStore.By;
import dev.byline.article.SlugMatch;
import dev.byline.taxonomy.Tag;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Finding articles by id and slug. */
abstract class FindingTests extends StoreTests {
    @Test
    void whatWasPutIsFoundWhole() {
        List<Article> articles = SampleArticles.mixed(60, 1);
        store.put(articles);
        for (Article article : articles) {
            assertThat(store.find(article.id())).contains(article);
        }
    }

    @Test
    void findKeepsTheOrderAskedForAndLeavesOutUnknownIds() {
        List<Article> articles = SampleArticles.published(3, 1);
        store.put(articles);
        List<ArticleId> asked =
                Stream.of("n2", "nobody", "n0").map(ArticleId::of).toList();
        assertThat(store.find(asked)).containsExactly(articles.get(2), articles.get(0));
        assertThat(store.summaries(asked))
                .containsExactly(articles.get(2).summary(), articles.get(0).summary());
        assertThat(store.find(List.of())).isEmpty();
        assertThat(store.find(ArticleId.of("nobody"))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void findKnowsEveryStatus(ArticleStatus status) {
        Article article = article("a").status(status).build();
        store.put(article);
        assertThat(store.find(article.id())).contains(article);
        assertThat(store.summaries(List.of(article.id()))).containsExactly(article.summary());
    }

    @Test
    void ofTwoWithOneIdTheLaterWins() {
        Article first = article("a").headline("First").build();
        Article second = article("a").headline("Second").build();
        store.put(List.of(first, second));
        assertThat(store.find(ArticleId.of("a"))).contains(second);
        assertThat(headlines(ArchiveQuery.at(NOW))).containsExactly("Second");
        store.put(first);
        assertThat(headlines(ArchiveQuery.at(NOW))).containsExactly("First");
    }

    @Test
    void anEditMovesTheArticle() {
        store.put(article("a").regions(IRAQ).tags(Tag.of("oil", "Oil")).build());
        store.put(article("a")
                .publishedAt(NOW.minus(MINUTE))
                .regions(IRAN)
                .sections(POLITICS)
                .build());
        assertThat(ids(ArchiveQuery.at(NOW).in(IRAQ))).isEmpty();
        assertThat(ids(ArchiveQuery.at(NOW).tag("oil"))).isEmpty();
        assertThat(ids(ArchiveQuery.at(NOW).in(IRAN))).containsExactly("a");
        assertThat(ids(ArchiveQuery.at(NOW).section("politics"))).containsExactly("a");
        assertThat(ids(ArchiveQuery.at(NOW.minus(MINUTE)))).containsExactly("a");
        assertThat(store.counts(By.TAG, NOW)).isEmpty();
    }

    @Test
    void anEditOfTheTextIsSeenInEveryListing() {
        ArticleBuilder builder = article("a").regions(BASRA).sections(ELECTIONS).tags(Tag.of("oil", "Oil"));
        store.put(builder.build());
        Article edited = builder.headline("Edited").commentCount(7).build();
        store.put(edited);
        for (ArchiveQuery query : List.of(
                ArchiveQuery.at(NOW),
                ArchiveQuery.at(NOW).in(MIDDLE_EAST),
                ArchiveQuery.at(NOW).section("politics"),
                ArchiveQuery.at(NOW).tag("oil"))) {
            assertThat(store.page(query).articles()).containsExactly(edited.summary());
        }
    }

    @Test
    void streamHoldsEveryArticleById() {
        List<Article> articles = SampleArticles.mixed(50, 3);
        store.put(articles);
        store.withdraw(articles.get(7).id());
        try (Stream<Article> stream = store.stream()) {
            List<Article> all = stream.toList();
            assertThat(all).hasSize(50).isSortedAccordingTo(Comparator.comparing(Article::id));
            assertThat(all)
                    .filteredOn(article -> article.id().equals(ArticleId.of("n7")))
                    .extracting(Article::status)
                    .containsExactly(ArticleStatus.WITHDRAWN);
        }
    }

    @Test
    void aSlugLeadsToItsArticleInAnyStatus() {
        for (ArticleStatus status : ArticleStatus.values()) {
            Article article =
                    article("a-" + status).slug("slug-" + status).status(status).build();
            store.put(article);
            assertThat(store.bySlug(article.slug(), NOW)).contains(new SlugMatch(article, false));
        }
        assertThat(store.bySlug("slug", NOW)).isEmpty();
        assertThat(store.bySlug("", NOW)).isEmpty();
    }

    @Test
    void anOldSlugRedirects() {
        Article article =
                article("a").slug("new").oldSlugs(List.of("older", "old")).build();
        store.put(article);
        assertThat(store.bySlug("old", NOW)).contains(new SlugMatch(article, true));
        assertThat(store.bySlug("older", NOW)).contains(new SlugMatch(article, true));
        assertThat(store.bySlug("new", NOW)).contains(new SlugMatch(article, false));
    }

    @Test
    void whoHasASlugNowComesBeforeWhoHadItBefore() {
        Article had = article("a").slug("new").oldSlugs(List.of("same")).build();
        Article has = article("b")
                .slug("same")
                .oldSlugs(List.of("same"))
                .publishedAt(NOW.minus(MINUTE))
                .build();
        store.put(List.of(had, has));
        assertThat(store.bySlug("same", NOW)).contains(new SlugMatch(has, false));
    }

    @Test
    void ofSeveralWhoHadASlugTheNewestIsFound() {
        Article older = article("z")
                .oldSlugs(List.of("same"))
                .published(NOW.minus(MINUTE))
                .build();
        Article newer = article("a").oldSlugs(List.of("same")).build();
        Article undated = article("zz")
                .oldSlugs(List.of("same"))
                .status(ArticleStatus.DRAFT)
                .publishedAt(null)
                .build();
        store.put(List.of(older, newer, undated));
        assertThat(store.bySlug("same", NOW)).contains(new SlugMatch(newer, true));
    }

    @Test
    void ofSeveralWithOneSlugThePublicOneIsFoundElseTheNewest() {
        Article open = article("open").slug("same").published(NOW.minus(MINUTE)).build();
        Article later =
                article("later").slug("same").published(NOW.plus(MINUTE)).build();
        Article undated = article("undated")
                .slug("same")
                .status(ArticleStatus.DRAFT)
                .publishedAt(null)
                .build();
        store.put(List.of(undated, later, open));
        assertThat(store.bySlug("same", NOW)).contains(new SlugMatch(open, false));
        assertThat(store.bySlug("same", NOW.plus(MINUTE))).contains(new SlugMatch(later, false));
        assertThat(store.bySlug("same", NOW.minus(MINUTE.multipliedBy(2)))).contains(new SlugMatch(later, false));
    }

    @Test
    void aSlugThatWasGivenUpLeadsNowhere() {
        store.put(article("a").slug("first").oldSlugs(List.of("zeroth")).build());
        Article moved = article("a").slug("second").oldSlugs(List.of("first")).build();
        store.put(moved);
        assertThat(store.bySlug("first", NOW)).contains(new SlugMatch(moved, true));
        assertThat(store.bySlug("zeroth", NOW)).isEmpty();
    }
}
