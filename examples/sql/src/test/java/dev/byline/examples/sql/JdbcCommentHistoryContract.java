package dev.byline.examples.sql;

import dev.byline.comment.CommentHistory;
import dev.byline.testkit.CommentHistoryContract;
import org.junit.jupiter.api.Nested;

/** What the history must do on every database. */
abstract class JdbcCommentHistoryContract extends CommentHistoryContract {
    abstract TestDatabase database();

    @Override
    protected CommentHistory history() {
        return new JdbcCommentHistory(database().tables(), email -> false);
    }

    @Nested
    class Kept extends KeptTests {
        @Override
        TestDatabase database() {
            return JdbcCommentHistoryContract.this.database();
        }
    }
}
