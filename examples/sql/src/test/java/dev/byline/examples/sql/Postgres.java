package dev.byline.examples.sql;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Tables on a server of the tests' own: see {@link PostgresServer}. */
final class Postgres extends TestDatabase {
    private @Nullable PostgresServer server;
    private String url = "";
    private final Deque<Connection> all = new ConcurrentLinkedDeque<>();
    private int made;

    @Override
    void open(Path folder) {
        server = new PostgresServer(folder);
        url = server.url() + "?user=" + PostgresServer.USER;
    }

    @Override
    DataSource tables() {
        String schema = "s" + ++made;
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA " + schema);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        DataSource pool = pool(url + "&currentSchema=" + schema);
        ArticleTables.create(pool);
        CommentTables.create(pool);
        return pool;
    }

    // As much of a pool as tests need.
    private DataSource pool(String url) {
        Deque<Connection> idle = new ConcurrentLinkedDeque<>();
        ClassLoader loader = Postgres.class.getClassLoader();
        return (DataSource) Proxy.newProxyInstance(loader, new Class<?>[] {DataSource.class}, (pool, getting, none) -> {
            Connection free = idle.poll();
            while (free != null && free.isClosed()) {
                free = idle.poll();
            }
            Connection connection = free != null ? free : DriverManager.getConnection(url);
            if (free == null) {
                all.add(connection);
            }
            return Proxy.newProxyInstance(loader, new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                if (method.getName().equals("close")) {
                    idle.add(connection);
                    return null;
                }
                try {
                    return method.invoke(connection, arguments);
                } catch (InvocationTargetException e) {
                    throw e.getCause();
                }
            });
        });
    }

    /** Of connections, a server has only a hundred. */
    @Override
    void disconnect() {
        for (Connection connection = all.poll(); connection != null; connection = all.poll()) {
            try {
                connection.close();
            } catch (SQLException e) {
                throw new AssertionError(e);
            }
        }
    }

    @Override
    void close() {
        disconnect();
        if (server != null) {
            server.close();
        }
    }
}
