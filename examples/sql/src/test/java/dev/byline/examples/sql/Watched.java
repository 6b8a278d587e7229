package dev.byline.examples.sql;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** Data sources that a test sees into. */
final class Watched {
    /** What is done before something. */
    interface Before {
        void run() throws Exception;
    }

    private Watched() {}

    /** A source whose connections do this before they commit. */
    static DataSource commits(DataSource source, Before commit) {
        return connections(source, (connection, name) -> {
            if (name.equals("commit")) {
                commit.run();
            }
        });
    }

    /** A source that tells the statements that are prepared. */
    static DataSource statements(DataSource source, Consumer<String> prepared) {
        return connections(source, (sql, name) -> {
            if (name.equals("prepareStatement")) {
                prepared.accept(sql);
            }
        });
    }

    /** A source of the connection of an open transaction, which nobody but its owner begins or ends. */
    static DataSource joined(Supplier<Connection> open) {
        return proxy(DataSource.class, (source, getting, none) -> {
            Connection connection = open.get();
            return proxy(Connection.class, (same, called, given) -> switch (called.getName()) {
                case "close" -> null;
                case "commit", "rollback", "setAutoCommit", "setTransactionIsolation" ->
                    throw new SQLException(called.getName() + " is not for the guest");
                default -> invoke(connection, called, given);
            });
        });
    }

    private interface Call {
        void before(String argument, String method) throws Exception;
    }

    private static DataSource connections(DataSource source, Call call) {
        return proxy(DataSource.class, (proxy, method, arguments) -> {
            Object result = invoke(source, method, arguments);
            return !(result instanceof Connection connection)
                    ? result
                    : proxy(Connection.class, (same, called, given) -> {
                        call.before(given == null ? "" : String.valueOf(given[0]), called.getName());
                        return invoke(connection, called, given);
                    });
        });
    }

    private static Object invoke(Object on, java.lang.reflect.Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(on, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(Watched.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
