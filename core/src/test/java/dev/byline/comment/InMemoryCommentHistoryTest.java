package dev.byline.comment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.byline.article.ArticleId;
import dev.byline.comment.CommentHistory.Attempt;
import dev.byline.testkit.CommentHistoryContract;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class InMemoryCommentHistoryTest extends CommentHistoryContract {
    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

    @Override
    protected CommentHistory history() {
        return CommentHistory.inMemory(1_000);
    }

    @Test
    void forgetsAllButTheLatest() {
        CommentHistory history = CommentHistory.inMemory(3);
        for (int i = 0; i < 10; i++) {
            assertThat(history.claim(attempt(i)).clear()).isTrue();
            history.remember(comment(i, NOW), sender(i));
        }
        assertThat(history.standing("Name 6", sender(6)).approved() > 0).isFalse();
        assertThat(history.standing("Name 7", sender(7)).approved() > 0).isTrue();
        assertThat(history.check(attempt(6)).duplicate()).isFalse();
        assertThat(history.check(attempt(7)).duplicate()).isTrue();
    }

    @Test
    void forgetsClaimsToo() {
        CommentHistory history = CommentHistory.inMemory(3);
        for (int i = 0; i < 4; i++) {
            assertThat(history.claim(attempt(i)).clear()).isTrue();
        }
        assertThat(history.check(attempt(0)).duplicate()).isFalse();
        assertThat(history.check(attempt(1)).duplicate()).isTrue();
    }

    @Test
    void aCommentDatedInTheFutureHidesNoFlood() {
        CommentHistory history = CommentHistory.inMemory(10);
        history.remember(comment(1, Instant.parse("2100-01-01T00:00:00Z")), sender(1));
        assertThat(history.claim(attempt(1, "first")).clear()).isTrue();
        assertThat(history.claim(attempt(1, "second")).floods()).isNotEmpty();
    }

    @Test
    void remembersAtLeastOne() {
        assertThatThrownBy(() -> CommentHistory.inMemory(0)).hasMessageContaining("not 0");
    }

    private static Sender sender(int i) {
        return new Sender("n" + i + "@news.example", "", "", "");
    }

    private static Attempt attempt(int i) {
        return attempt(i, "text " + i);
    }

    private static Attempt attempt(int i, String text) {
        return new Attempt(
                ArticleId.of("a"),
                null,
                "Name " + i,
                sender(i),
                CommentText.fingerprint(text),
                CommentText.sketch(text),
                CommentState.HELD,
                NOW,
                SenderRules.defaults(),
                "",
                null);
    }

    private static Comment comment(int i, Instant at) {
        return new Comment(
                CommentId.of("c" + i),
                ArticleId.of("a"),
                null,
                Comment.Kind.COMMENT,
                CommentState.APPROVED,
                "Name " + i,
                "",
                "text " + i,
                at);
    }
}
