package dev.byline.examples.sql;

import dev.byline.article.ContentException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A database, one connection for each call. */
final class Database {
    private final DataSource source;
    private final @Nullable Consumer<Runnable> transactions;

    /** One in which each change is a transaction of its own. */
    Database(DataSource source) {
        this.source = source;
        this.transactions = null;
    }

    /** One in which the host begins and ends transactions; the source gives the connection of the one that is open. */
    Database(DataSource source, Consumer<Runnable> transactions) {
        this.source = source;
        this.transactions = transactions;
    }

    /** What a row is read as. */
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Several statements that take effect together. */
    interface Work<T> {
        T run(Connection connection) throws SQLException;
    }

    /** The rows that one statement answers with. */
    <T> List<T> read(Sql sql, Row<T> as) {
        return read(connection -> read(connection, sql, as));
    }

    /** What several statements answer. */
    <T> T read(Work<T> work) {
        if (transactions != null) {
            return joined(transactions, work);
        }
        try (Connection connection = source.getConnection()) {
            try {
                return work.run(connection);
            } finally {
                // Else the next to have the connection reads as of now, or not at all after a failure.
                if (!connection.getAutoCommit()) {
                    connection.rollback();
                }
            }
        } catch (SQLException e) {
            throw new ContentException("the database can't be read", e);
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

    /** How many rows a statement writes, within a transaction. */
    static int write(Connection connection, Sql sql) throws SQLException {
        try (PreparedStatement statement = sql.prepare(connection)) {
            return statement.executeUpdate();
        }
    }

    /** Does all of the work, or nothing. */
    <T> T change(Work<T> work) {
        if (transactions != null) {
            return joined(transactions, work);
        }
        try (Connection connection = source.getConnection()) {
            boolean commits = connection.getAutoCommit();
            int isolation = connection.getTransactionIsolation();
            // Whoever waited for a lock must then see what the one before wrote, which a snapshot would hide.
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            connection.setAutoCommit(false);
            @Nullable Throwable failure = null;
            try {
                T result = work.run(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException | Error e) {
                failure = e;
                throw e;
            } finally {
                restore(connection, commits, isolation, failure);
            }
        } catch (SQLException e) {
            throw new ContentException("the database can't be written", e);
        }
    }

    private <T> T joined(Consumer<Runnable> transactions, Work<T> work) {
        List<T> results = new ArrayList<>(1);
        transactions.accept(() -> {
            try (Connection connection = source.getConnection()) {
                results.add(work.run(connection));
            } catch (SQLException e) {
                throw new ContentException("the database can't be used", e);
            }
        });
        // The last one, of a host that tries again what failed.
        return results.get(results.size() - 1);
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
