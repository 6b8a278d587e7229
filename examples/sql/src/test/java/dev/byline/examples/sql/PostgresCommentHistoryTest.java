package dev.byline.examples.sql;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** As {@link H2CommentHistoryTest}, on a PostgreSQL server: {@code mvn -Ppostgres verify}. */
@EnabledIfSystemProperty(named = "byline.postgres", matches = "true")
class PostgresCommentHistoryTest extends JdbcCommentHistoryContract {
    @TempDir
    static Path folder;

    private static @Nullable Postgres database;

    @BeforeAll
    static void start() {
        database = new Postgres(folder);
    }

    @AfterAll
    static void stop() {
        if (database != null) {
            database.close();
        }
    }

    @BeforeEach
    void disconnect() {
        database().disconnect();
    }

    @Override
    Postgres database() {
        if (database == null) {
            throw new IllegalStateException("not started");
        }
        return database;
    }
}
