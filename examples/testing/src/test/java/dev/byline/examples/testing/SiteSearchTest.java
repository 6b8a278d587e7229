package dev.byline.examples.testing;

import static dev.byline.search.testkit.SearchAssertions.assertThat;
import static dev.byline.testkit.SampleArticles.NOW;
import static dev.byline.testkit.SampleArticles.article;
import static dev.byline.testkit.SampleArticles.story;

import dev.byline.article.ArticleStatus;
import dev.byline.search.SearchPage;
import dev.byline.search.SearchQuery;
import dev.byline.search.lucene.LuceneSearch;
import dev.byline.testkit.MovableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the site expects of its search, on an index in a folder of the test's own. */
class SiteSearchTest {
    private final MovableClock clock = MovableClock.at(NOW);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    LuceneSearch search;

    @BeforeEach
    void open() {
        search = LuceneSearch.open(folder, clock);
    }

    @AfterEach
    void close() {
        search.close();
    }

    @Test
    void a_headline_goes_before_a_mention() {
        search.put(List.of(
                story("mention", "A quiet transfer window", "The keeper stays, says the club, and so does the coach."),
                story("headline", "Keeper stays", "The club says so, after a quiet transfer window for the coach.")));
        SearchPage page = search.find(SearchQuery.text("keeper stays"));
        assertThat(page)
                .containsExactly("headline", "mention")
                .hasTotal(2)
                .ranks("headline")
                .above("mention")
                .because("S-05", "S-07");
    }

    @Test
    void line_ups_appear_an_hour_before_the_match() {
        search.put(article("line-ups")
                .headline("Line-ups for the final")
                .status(ArticleStatus.SCHEDULED)
                .publishedAt(NOW.plus(Duration.ofHours(2)))
                .build());
        assertThat(search.find(SearchQuery.text("final"))).isEmpty();
        clock.advance(Duration.ofHours(2));
        assertThat(search.find(SearchQuery.text("final"))).containsExactly("line-ups");
    }
}
