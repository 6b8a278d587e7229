package dev.byline.examples.sql;

import dev.byline.article.ContentException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A database, one connection for each call. */
final class Database {
    private final DataSource source;

    Database(DataSource source) {
        this.source = source;
    }

    /** What a row is read as. */
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Several statements that take effect together. */
    interface Work {
        void run(Connection connection) throws SQLException;
    }

    /** The rows that one statement answers with. */
    <T> List<T> read(Sql sql, Row<T> as) {
        try (Connection connection = source.getConnection()) {
            try {
                return read(connection, sql, as);
            } finally {
                // Else the next to have the connection reads as of now, or not at all after a failure.
                if (!connection.getAutoCommit()) {
                    connection.rollback();
                }
            }
        } catch (SQLException e) {
            throw new ContentException("the database of articles can't be read", e);
        }
    }

    /** As {@link #read(Sql, Row)}, within a transaction. */
    static <T> List<T> read(Connection connection, Sql sql, Row<T> as) throws SQLException {
        List<T> rows = new ArrayList<>();
        try (PreparedStatement statement = sql.prepare(connection);
                ResultSet result = statement.executeQuery()) {
            while (result.next()) {
                rows.add(as.read(result));
            }
        }
        return rows;
    }

    /** Does all of the work, or nothing. */
    void change(Work work) {
        try (Connection connection = source.getConnection()) {
            boolean commits = connection.getAutoCommit();
            int isolation = connection.getTransactionIsolation();
            // Whoever waited for a lock must then see what the one before wrote, which a snapshot would hide.
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            connection.setAutoCommit(false);
            @Nullable Throwable failure = null;
            try {
                work.run(connection);
                connection.commit();
            } catch (SQLException | RuntimeException | Error e) {
                failure = e;
                throw e;
            } finally {
                restore(connection, commits, isolation, failure);
            }
        } catch (SQLException e) {
            throw new ContentException("the database of articles can't be written", e);
        }
    }

    private static void restore(Connection connection, boolean commits, int isolation, @Nullable Throwable failure)
            throws SQLException {
        try {
            if (failure != null) {
                connection.rollback();
            }
            connection.setAutoCommit(commits);
            connection.setTransactionIsolation(isolation);
        } catch (SQLException e) {
            if (failure == null) {
                throw e;
            }
            failure.addSuppressed(e);
        }
    }
}
