package dev.byline.search.testkit;

import static dev.byline.search.testkit.SearchAssertions.assertThat;
import static dev.byline.testkit.SampleArticles.NOW;
import static dev.byline.testkit.SampleArticles.story;
import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.article.Article;
import dev.byline.article.ArticleBuilder;
import dev.byline.article.ArticleId;
import dev.byline.article.ArticleStatus;
import dev.byline.testkit.Rule;
import dev.byline.testkit.SampleArticles;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** That exactly what is public is found. */
abstract class VisibilityTests extends SearchTests {
    @Test
    @Rule("S-01")
    void the_clock_alone_shows_and_hides() {
        put(
                SampleArticles.article("embargo")
                        .status(ArticleStatus.SCHEDULED)
                        .publishedAt(NOW.plusNanos(2))
                        .build(),
                SampleArticles.article("offer").expiresAt(NOW.plusNanos(3)).build());
        assertThat(found("headline")).containsExactly("offer");
        clock.advance(Duration.ofNanos(1));
        assertThat(found("headline")).containsExactly("offer");
        clock.advance(Duration.ofNanos(1));
        assertThat(found("headline")).containsExactly("embargo", "offer");
        assertThat(find("headline")).hasTotal(2);
        clock.advance(Duration.ofNanos(1));
        assertThat(found("headline")).containsExactly("embargo");
        clock.set(NOW.minusSeconds(1));
        assertThat(found("headline")).isEmpty();
    }

    @Test
    @Rule("S-01")
    void exactly_what_is_public_is_found_counted_and_compared() {
        List<Article> articles = SampleArticles.mixed(300, 7);
        search.put(articles);
        for (int hour = -24; hour <= 12; hour += 4) {
            clock.set(NOW.plus(Duration.ofHours(hour)));
            Instant at = clock.instant();
            Set<String> visible = new HashSet<>();
            for (Article article : articles) {
                if (article.isPublic(at)) {
                    visible.add(article.id().value());
                }
            }
            assertThat(all("story")).as("hour %s", hour).isEqualTo(visible);
            assertThat(all("")).isEqualTo(visible);
            assertThat(find("story")).hasTotal(visible.size());
            assertThat(search.similarTo(articles.get(0), 400))
                    .allSatisfy(
                            similar -> assertThat(visible).contains(similar.id().value()));
        }
    }

    @Test
    @Rule("S-01")
    void what_is_withdrawn_is_nowhere() {
        Article kept = story("kept", "Old bridge closed", "The bridge in Basra was closed.");
        Article gone = story("gone", "Old bridge closed again", "The bridge in Basra was closed again.");
        put(kept, gone);
        assertThat(search.similarTo(kept, 5)).hasSize(1);
        search.withdraw(gone.id());
        search.withdraw(ArticleId.of("never-there"));
        assertNowhere(kept);
        reopen();
        assertNowhere(kept);
    }

    @Test
    @Rule("S-01")
    void what_can_no_longer_be_public_is_withdrawn() {
        Article kept = story("kept", "Old bridge closed", "The bridge in Basra was closed.");
        ArticleBuilder gone =
                story("gone", "Old bridge closed again", "The bridge in Basra was closed again.").toBuilder();
        for (Article article : List.of(
                gone.status(ArticleStatus.WITHDRAWN).build(),
                gone.status(ArticleStatus.DRAFT).build(),
                gone.status(ArticleStatus.PRIVATE).build(),
                gone.status(ArticleStatus.PUBLISHED).passwordProtected(true).build())) {
            put(kept, gone.passwordProtected(false).published(NOW).build());
            assertThat(found("bridge")).hasSize(2);
            put(article);
            assertNowhere(kept);
        }
        reopen();
        assertNowhere(kept);
    }

    private void assertNowhere(Article kept) {
        assertThat(found("again")).isEmpty();
        assertThat(found("bridge")).containsExactly("kept");
        assertThat(find("")).hasTotal(1);
        assertThat(search.similarTo(kept, 5)).isEmpty();
        assertThat(search.status().articles()).isEqualTo(1);
    }

    @Test
    void what_is_edited_is_found_as_it_is_now() {
        put(story("a", "Ferry sinks", "Off Basra."), story("a", "Ferry sunk", "Off Fao."));
        assertThat(found("ferry")).containsExactly("a");
        assertThat(found("basra")).isEmpty();
        put(story("a", "Boat sunk", "Off Fao."));
        assertThat(found("ferry")).isEmpty();
        assertThat(found("boat")).containsExactly("a");
    }

    @Test
    @Rule("S-01")
    void whatever_is_done_nothing_shows_that_is_not_public() {
        for (int seed = 0; seed < 12; seed++) {
            Path index = folder.resolve("interleaved" + seed);
            Interleavings.run(time -> open(index, time), seed, 15);
        }
    }
}
