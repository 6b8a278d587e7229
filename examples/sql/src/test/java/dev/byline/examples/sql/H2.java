package dev.byline.examples.sql;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;

/** An H2 database in a file, with a schema for each store that is made. */
final class H2 implements AutoCloseable {
    private final String url;
    private final Connection open;
    private int made;

    H2(Path folder) {
        url = "jdbc:h2:file:" + folder.resolve("articles") + ";LOCK_TIMEOUT=60000";
        try {
            open = source(url).getConnection();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** A pool of connections to a fresh schema with the tables. */
    DataSource tables() {
        String schema = "S" + ++made;
        try (Statement statement = open.createStatement()) {
            statement.execute("CREATE SCHEMA " + schema);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        JdbcConnectionPool pool = JdbcConnectionPool.create(source(url + ";SCHEMA=" + schema));
        pool.setMaxConnections(20);
        ArticleTables.create(pool);
        return pool;
    }

    private static JdbcDataSource source(String url) {
        JdbcDataSource source = new JdbcDataSource();
        source.setUrl(url);
        return source;
    }

    @Override
    public void close() throws SQLException {
        try (Statement statement = open.createStatement()) {
            statement.execute("SHUTDOWN IMMEDIATELY");
        }
    }
}
