package dev.byline.examples.sql;

import org.junit.jupiter.api.extension.RegisterExtension;

/** That the history on H2 does what Byline asks of one, and what a database could get wrong besides. */
class H2CommentHistoryTest extends JdbcCommentHistoryContract {
    @RegisterExtension
    static final TestDatabase DATABASE = new H2();

    @Override
    TestDatabase database() {
        return DATABASE;
    }
}
