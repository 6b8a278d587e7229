package dev.byline.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.article.Article;
import dev.byline.article.ArticleId;
import dev.byline.examples.cli.NewsPage.Card;
import dev.byline.examples.cli.NewsPage.Link;
import dev.byline.examples.cli.NewsPage.Popular;
import dev.byline.examples.cli.site.Site;
import dev.byline.examples.cli.site.SiteStaging;
import dev.byline.exchange.Item;
import dev.byline.ranking.popular.Engagement;
import dev.byline.score.Reason;
import dev.byline.testkit.CountingArticleStore;
import dev.byline.testkit.SampleArticles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
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
    void few_posts_stand_on_a_page_twice() {
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
            List<Card> twice = new ArrayList<>();
            assertThat(elsewhere(pages.page(ships.slug()))).hasSizeGreaterThanOrEqualTo(3);
            newsroom.articles().stream().filter(one -> one.isPublic(Sample.NOW)).forEach(article -> {
                NewsPage page = pages.page(article.slug());
                assertThat(page.related()).hasSize(4);
                Set<String> elsewhere = elsewhere(page);
                List<Card> repeated = page.related().stream()
                        .filter(card -> elsewhere.contains(card.slug()))
                        .toList();
                // Where half as related as these is all that there is.
                assertThat(repeated).allSatisfy(card -> {
                    assertThat(card.reasons()).extracting(Reason::rule).contains("R-31", "R-30");
                    assertThat(card.score()).isGreaterThanOrEqualTo(.2);
                });
                assertThat(page.related())
                        .extracting(Card::score)
                        .isSortedAccordingTo(Comparator.<Double>naturalOrder().reversed());
                twice.addAll(repeated);
            });
            assertThat(twice).hasSizeLessThan(26);
        }
    }

    @Test
    void nor_does_a_copy_of_one_that_stands_there() throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(Path.of("../sample/site.jsonl")));
        lines.stream()
                .filter(line -> line.contains("\"id\":\"pearls\""))
                .findFirst()
                .map(line -> line.replace("\"id\":\"pearls\"", "\"id\":\"7001\"")
                        .replace("pearl-divers-of-muharraq", "pearl-divers-once-more"))
                .ifPresent(lines::add);
        Path copied = Files.write(folder.resolve("copied.jsonl"), lines);
        Path site = folder.resolve("site");
        Run.of("import", "--site", site.toString(), copied.toString()).succeeds();
        try (Newsroom newsroom = Newsroom.edit(site, InstantSource.fixed(Sample.NOW))) {
            PageAssembler pages = new PageAssembler(newsroom, false);
            Set<String> copies = Set.of("pearl-divers-of-muharraq", "pearl-divers-once-more");
            NewsPage usual = newsroom.articles().stream()
                    .filter(one -> one.isPublic(Sample.NOW))
                    .map(one -> pages.page(one.slug()))
                    .filter(page -> slugs(page).stream().anyMatch(copies::contains))
                    .findFirst()
                    .orElseThrow();
            // Whichever of the two is listed, it is the other that readers like.
            String popular = slugs(usual).contains("pearl-divers-once-more") ? "pearls" : "7001";
            newsroom.popular().record(Engagement.view(ArticleId.of(popular), "", Sample.NOW));
            NewsPage page = pages.page(usual.article().slug());
            assertThat(page.popular()).extracting(Popular::id).contains(popular);
            assertThat(slugs(page)).hasSize(4).doesNotContainAnyElementsOf(copies);
        }
    }

    private static Set<String> slugs(NewsPage page) {
        return page.related().stream().map(Card::slug).collect(Collectors.toSet());
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
            assertThat(page.popular()).hasSize(Math.min(5, count - 1));
            assertThat(page.related()).hasSize(Math.min(4, count - 1));
            assertThat(counting.reads()).isLessThanOrEqualTo(8);
        }
    }
}
