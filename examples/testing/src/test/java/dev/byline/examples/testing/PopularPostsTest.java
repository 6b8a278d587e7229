package dev.byline.examples.testing;

import static dev.byline.ranking.testkit.RankingAssertions.assertThat;
import static dev.byline.testkit.SampleArticles.NOW;
import static dev.byline.testkit.SampleArticles.article;

import dev.byline.article.ArticleStore;
import dev.byline.ranking.popular.EngagementStore;
import dev.byline.ranking.popular.PopularArticles;
import dev.byline.ranking.popular.Window;
import dev.byline.ranking.testkit.Readers;
import dev.byline.testkit.MovableClock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The site's popular posts, on the engine itself: readers come, and the clock moves. */
class PopularPostsTest {
    private static final Window DAY = Window.last(Duration.ofHours(24));

    private final MovableClock clock = MovableClock.at(NOW);
    private final ArticleStore store = ArticleStore.inMemory(ZoneOffset.UTC);
    private final PopularArticles popular =
            PopularArticles.with(Touchline.POPULAR, EngagementStore.inMemory(clock), store, clock);
    private final Readers readers = Readers.of(popular::record, clock);

    @AfterEach
    void close() {
        popular.close();
    }

    @Test
    void yesterdays_news_leaves_the_list_by_the_clock_alone() {
        store.put(List.of(article("final").build(), article("preview").build()));
        readers.over(Duration.ofHours(6)).view("preview", 40);
        clock.advance(Duration.ofHours(20));
        readers.view("final", 25);
        assertThat(popular.top(5, DAY)).ranks("preview").above("final").because("P-01");

        clock.advance(Duration.ofHours(5));
        assertThat(popular.top(5, DAY)).containsExactly("final");
        assertThat(popular.top(5, Window.all())).containsExactly("preview", "final");
    }

    @Test
    void whoever_reloads_counts_once() {
        store.put(List.of(article("final").build(), article("preview").build()));
        readers.by("ana").view("final", 100);
        readers.view("preview", 2);
        assertThat(popular.explain(5, DAY))
                .addsUp()
                .isTotallyOrdered()
                .ranks("final")
                .hasValue(1)
                .below("preview")
                .because("P-01");
    }
}
