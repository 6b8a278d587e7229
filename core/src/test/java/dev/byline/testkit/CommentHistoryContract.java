package dev.byline.testkit;

import dev.byline.comment.Comment;
import dev.byline.comment.CommentHistory;
import dev.byline.comment.Sender;
import org.junit.jupiter.api.Nested;

/** What every {@link CommentHistory} does: extend it and give it yours. */
public abstract class CommentHistoryContract {
    /** Only for subclasses. */
    protected CommentHistoryContract() {}

    /** An empty history that remembers at least 1,000 comments. */
    protected abstract CommentHistory history();

    /**
     * Stores a comment as the host does, or stores it again in another state or with another text, so that the history
     * knows.
     *
     * @param sender who sent it; an email next to a member's id is that of the member's account
     */
    protected void store(CommentHistory history, Comment comment, Sender sender) {
        history.remember(comment, sender);
    }

    @Nested
    class Duplicates extends HistoryDuplicateTests {
        @Override
        CommentHistoryContract contract() {
            return CommentHistoryContract.this;
        }
    }

    @Nested
    class Floods extends HistoryFloodTests {
        @Override
        CommentHistoryContract contract() {
            return CommentHistoryContract.this;
        }
    }

    @Nested
    class Standings extends HistoryStandingTests {
        @Override
        CommentHistoryContract contract() {
            return CommentHistoryContract.this;
        }
    }

    @Nested
    class Races extends HistoryRaceTests {
        @Override
        CommentHistoryContract contract() {
            return CommentHistoryContract.this;
        }
    }
}
