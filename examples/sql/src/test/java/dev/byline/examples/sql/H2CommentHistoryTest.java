package dev.byline.examples.sql;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** That the history on H2 does what Byline asks of one, and what a database could get wrong besides. */
class H2CommentHistoryTest extends JdbcCommentHistoryContract {
    @TempDir
    static Path folder;

    private static H2 database;

    @BeforeAll
    static void open() {
        database = new H2(folder);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Override
    TestDatabase database() {
        return database;
    }
}
