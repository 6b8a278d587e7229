package dev.byline.examples.cli;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.article.Article;
import dev.byline.article.ArticleId;
import dev.byline.comment.Comment;
import dev.byline.comment.CommentId;
import dev.byline.comment.CommentState;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SampleReadersTest {
    private final SampleFiles sample = SampleFiles.read();

    @Test
    void commentCountsAreThoseOfTheApprovedComments() {
        assertThat(sample.comments.stream().collect(groupingBy(Comment::state, counting())))
                .isEqualTo(Map.of(CommentState.APPROVED, 94L, CommentState.HELD, 6L, CommentState.SPAM, 5L));
        for (Article article : sample.articles) {
            assertThat(article.commentCount()).as(article.toString()).isEqualTo((int) sample.comments.stream()
                    .filter(comment -> comment.article().equals(article.id()))
                    .filter(comment -> comment.state() == CommentState.APPROVED)
                    .count());
        }
        assertThat(sample.articles)
                .filteredOn(article -> article.commentCount() > 0)
                .hasSizeBetween(18, 24);
    }

    @Test
    void threadsStayOnTheirArticleAndAreThreeDeep() {
        Map<CommentId, Comment> byId = new HashMap<>();
        Map<CommentId, Integer> depth = new HashMap<>();
        for (Comment comment : sample.comments) {
            Article about = sample.article(comment.article().value());
            assertThat(about.isPublic(comment.at())).as(comment.toString()).isTrue();
            assertThat(comment.at()).isBefore(SampleFiles.NOW);
            assertThat(comment.name()).isNotBlank();
            SampleFiles.balanced(comment.toString(), comment.text().replaceAll(" href=\"[^\"]*\"", ""));
            int level = 1;
            CommentId parentId = comment.parent();
            if (parentId != null) {
                Comment parent = SampleFiles.present(comment.toString(), byId.get(parentId));
                assertThat(parent.article()).isEqualTo(comment.article());
                assertThat(parent.at()).isBefore(comment.at());
                assertThat(parent.state()).isEqualTo(CommentState.APPROVED);
                level = depth.getOrDefault(parentId, 0) + 1;
            }
            byId.put(comment.id(), comment);
            depth.put(comment.id(), level);
        }
        assertThat(depth.values()).contains(1, 2, 3).allMatch(level -> level <= 3);
    }

    @Test
    void eventsAreOfPublicArticlesInTheWeekBeforeTheInstant() {
        assertThat(sample.events).extracting(SampleFiles.Event::at).isSorted();
        for (SampleFiles.Event event : sample.events) {
            assertThat(event.at()).isAfterOrEqualTo(SampleFiles.WEEK_AGO).isBefore(SampleFiles.NOW);
            assertThat(sample.article(event.article().value()).isPublic(event.at()))
                    .as(event.toString())
                    .isTrue();
            if (event.kind().equals("share")) {
                assertThat(event.who()).isIn("facebook", "x", "whatsapp", "telegram");
            } else {
                assertThat(event.kind()).isEqualTo("view");
                assertThat(event.who()).matches("v-[0-9a-f]{8}");
            }
        }
        assertThat(sample.events)
                .filteredOn(event -> event.kind().equals("view"))
                .hasSize(2417);
        assertThat(sample.events)
                .filteredOn(event -> event.kind().equals("share"))
                .hasSize(310);
        assertThat(sample.events.stream().map(SampleFiles.Event::article).distinct())
                .hasSize(64);
    }

    @Test
    void viewsHaveTheShapeOfRealTraffic() {
        List<SampleFiles.Event> views = sample.events.stream()
                .filter(event -> event.kind().equals("view"))
                .toList();
        Map<ArticleId, Long> counts = views.stream().collect(groupingBy(SampleFiles.Event::article, counting()));
        assertThat(counts.values().stream().sorted(Comparator.reverseOrder()).limit(10))
                .doesNotHaveDuplicates();
        long top = counts.values().stream().mapToLong(Long::longValue).max().orElseThrow();
        assertThat(counts).containsEntry(ArticleId.of("falcons"), top);
        assertThat((double) top / views.size()).isBetween(0.13, 0.17);

        Map<String, Instant> latest = new HashMap<>();
        int repeats = 0;
        for (SampleFiles.Event view : views) {
            Instant before = latest.put(view.article() + " " + view.who(), view.at());
            if (before != null && Duration.between(before, view.at()).compareTo(Duration.ofMinutes(30)) <= 0) {
                repeats++;
            }
        }
        assertThat((double) repeats / views.size()).isBetween(0.07, 0.14);
    }

    @Test
    void sharesTrailViews() {
        Map<ArticleId, List<SampleFiles.Event>> byArticle =
                sample.events.stream().collect(groupingBy(SampleFiles.Event::article));
        for (List<SampleFiles.Event> ofOne : byArticle.values()) {
            assertThat(ofOne.get(0).kind()).isEqualTo("view");
        }
        Instant published = Instant.parse("2026-11-16T05:00:00Z");
        assertThat(sample.article("falcons").publishedAt()).isEqualTo(published);
        List<Duration> shared = byArticle.getOrDefault(ArticleId.of("falcons"), List.of()).stream()
                .filter(event -> event.kind().equals("share"))
                .map(event -> Duration.between(published, event.at()))
                .toList();
        long half = shared.size() / 2;
        assertThat(shared).filteredOn(delay -> delay.toHours() < 3).hasSizeLessThan((int) half);
        assertThat(shared).filteredOn(delay -> delay.toHours() < 24).hasSizeGreaterThan((int) half);
        assertThat(shared).allMatch(delay -> delay.toHours() < 48);
    }
}
