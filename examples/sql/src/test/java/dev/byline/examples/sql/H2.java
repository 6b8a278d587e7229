package dev.byline.examples.sql;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;

/** An H2 database in a file, with a schema for each store that is made. */
final class H2 extends TestDatabase {
    private String url = "";
    private @Nullable Connection open;
    private int made;

    @Override
    void open(Path folder) {
        url = "jdbc:h2:file:" + folder.resolve("articles") + ";LOCK_TIMEOUT=60000;QUERY_CACHE_SIZE=100";
        try {
            open = source(url).getConnection();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    DataSource tables() {
        String schema = "S" + ++made;
        execute("CREATE SCHEMA " + schema);
        JdbcConnectionPool pool = JdbcConnectionPool.create(source(url + ";SCHEMA=" + schema));
        pool.setMaxConnections(20);
        ArticleTables.create(pool);
        CommentTables.create(pool);
        return pool;
    }

    private static JdbcDataSource source(String url) {
        JdbcDataSource source = new JdbcDataSource();
        source.setUrl(url);
        return source;
    }

    @Override
    void disconnect() {}

    @Override
    void close() {
        execute("SHUTDOWN IMMEDIATELY");
    }

    private void execute(String sql) {
        try (Statement statement = Objects.requireNonNull(open, "open").createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
