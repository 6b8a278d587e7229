package dev.byline.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.article.Article;
import dev.byline.examples.cli.NewsPage.Card;
import dev.byline.examples.cli.NewsPage.Link;
import dev.byline.examples.cli.NewsPage.Popular;
import dev.byline.examples.cli.site.Site;
import dev.byline.examples.cli.site.SiteStaging;
import dev.byline.exchange.Item;
import dev.byline.ranking.popular.Engagement;
import dev.byline.testkit.CountingArticleStore;
import dev.byline.testkit.SampleArticles;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The related posts of a page beside its other blocks. */
class RelatedPageTest {
    private static final InstantSource CLOCK = InstantSource.fixed(SampleArticles.NOW);

    @TempDir
    Path folder;

    private static Set<String> elsewhere(NewsPage page) {
        return Stream.concat(
                        page.popular().stream().map(Popular::slug),
                        Stream.of(page.previous(), page.next())
                                .filter(Objects::nonNull)
                                .map(Link::slug))
                .collect(Collectors.toSet());
    }

    @Test
    void no_post_stands_on_a_page_twice() {
        Run.of("import", "--site", folder.toString(), "../sample/site.jsonl").succeeds();
        InstantSource clock = InstantSource.fixed(Sample.NOW);
        try (Newsroom newsroom = Newsroom.edit(folder, clock)) {
            Article ships = newsroom.articles()
                    .bySlug("ships-drawn-by-eye", Sample.NOW)
                    .orElseThrow()
                    .article();
            newsroom.related()
                    .to(ships, 2)
                    .forEach(post -> newsroom.popular()
                            .record(Engagement.view(post.item().id(), "", Sample.NOW)));
            PageAssembler pages = new PageAssembler(newsroom, false);
            assertThat(elsewhere(pages.page(ships.slug()))).hasSizeGreaterThanOrEqualTo(3);
            newsroom.articles().stream().filter(one -> one.isPublic(Sample.NOW)).forEach(article -> {
                NewsPage page = pages.page(article.slug());
                assertThat(page.related()).hasSize(4);
                assertThat(page.related()).extracting(Card::slug).doesNotContainAnyElementsOf(elsewhere(page));
            });
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 6})
    void a_small_site_lists_what_it_has_even_so(int count) {
        List<Article> articles = SampleArticles.published(count, 7);
        try (SiteStaging staging = Site.stage(folder)) {
            articles.forEach(article -> staging.take(new Item.Article(article)));
            staging.publish();
        }
        try (Newsroom newsroom = Newsroom.edit(folder, CLOCK)) {
            articles.forEach(
                    article -> newsroom.popular().record(Engagement.view(article.id(), "", SampleArticles.NOW)));
            CountingArticleStore counting = CountingArticleStore.of(newsroom.articles());
            NewsPage page = new PageAssembler(newsroom, counting, false)
                    .page(articles.get(count / 2).slug());
            assertThat(page.popular()).isNotEmpty();
            assertThat(page.related()).hasSize(Math.min(4, count - 1));
            assertThat(counting.reads()).isLessThanOrEqualTo(8);
        }
    }
}
