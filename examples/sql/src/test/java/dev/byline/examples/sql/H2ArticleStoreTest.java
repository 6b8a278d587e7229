package dev.byline.examples.sql;

import dev.byline.article.ArticleStore;
import dev.byline.testkit.ArticleStoreContract;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** That the store on H2 does what Byline asks of one. */
class H2ArticleStoreTest extends ArticleStoreContract {
    @TempDir
    static Path folder;

    private static H2 database;

    @BeforeAll
    static void open() {
        database = new H2(folder);
    }

    @AfterAll
    static void close() throws SQLException {
        database.close();
    }

    @Override
    protected ArticleStore create(ZoneId zone) {
        return new JdbcArticleStore(database.tables(), zone);
    }
}
