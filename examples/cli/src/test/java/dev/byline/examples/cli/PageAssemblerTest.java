package dev.byline.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.article.Article;
import dev.byline.examples.cli.site.Site;
import dev.byline.examples.cli.site.SiteStaging;
import dev.byline.exchange.Item;
import dev.byline.ranking.popular.Engagement;
import dev.byline.ranking.popular.PopularArticles;
import dev.byline.search.ArticleSearch;
import dev.byline.search.lucene.LuceneSearch;
import dev.byline.testkit.CountingArticleStore;
import dev.byline.testkit.SampleArticles;
import dev.byline.text.Language;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageAssemblerTest {
    private static final InstantSource CLOCK = InstantSource.fixed(SampleArticles.NOW);

    @TempDir
    Path folder;

    private record Cost(long calls, long articles) {}

    @Test
    void a_page_costs_at_most_eight_calls_and_no_more_in_a_larger_archive() {
        Cost small = cost(folder.resolve("small"), 200, true);
        Cost large = cost(folder.resolve("large"), 2_000, true);
        Cost lone = cost(folder.resolve("lone"), 200, false);
        assertThat(small.calls()).isLessThanOrEqualTo(8);
        assertThat(large.calls()).isLessThanOrEqualTo(8);
        assertThat(lone.calls()).as("one call less without translations").isEqualTo(small.calls() - 1);
        assertThat(large.articles()).isLessThanOrEqualTo(small.articles() + 20);
    }

    private static Article inThreeLanguages(Article article) {
        int number = Integer.parseInt(article.id().value().substring(1));
        return article.toBuilder()
                .language(Language.of(List.of("en", "ar", "fa").get(number % 3)))
                .translationGroup("group-" + number / 3)
                .build();
    }

    private static Cost cost(Path folder, int count, boolean translated) {
        List<Article> articles = SampleArticles.published(count, 7).stream()
                .map(article -> translated ? inThreeLanguages(article) : article)
                .toList();
        try (SiteStaging staging = Site.stage(folder)) {
            articles.forEach(article -> staging.take(new Item.Article(article)));
            try (ArticleSearch search = LuceneSearch.open(staging.index(), CLOCK)) {
                search.catchUp(staging.settled());
            }
            staging.publish();
        }
        try (Newsroom newsroom = Newsroom.edit(folder, CLOCK)) {
            PopularArticles popular = newsroom.popular();
            articles.stream()
                    .limit(20)
                    .forEach(article -> popular.record(Engagement.view(article.id(), "", SampleArticles.NOW)));
            CountingArticleStore counting = CountingArticleStore.of(newsroom.articles());
            NewsPage page = new PageAssembler(newsroom, counting, false)
                    .page(articles.get(count / 2).slug());
            assertThat(page.otherLanguages()).hasSize(translated ? 2 : 0);
            assertThat(page.related()).hasSize(4);
            assertThat(page.popular()).hasSize(5);
            return new Cost(counting.reads(), counting.returned());
        }
    }
}
