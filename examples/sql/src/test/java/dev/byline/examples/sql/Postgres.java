package dev.byline.examples.sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.opentest4j.TestAbortedException;

/**
 * A PostgreSQL server of the tests' own, 15 or later, in a temporary folder and on the loopback address; the language of its
 * database does not sort as bytes do.
 *
 * <p>Skips the tests where none is installed. A server refuses to run as root, so that root runs it as {@code postgres}.
 */
final class Postgres implements TestDatabase {
    private static final Path INSTALLED = Path.of("/usr/lib/postgresql");

    private final boolean root = System.getProperty("user.name").equals("root");
    private final Path programs;
    private final Path folder;
    private final String url;
    private final Deque<Connection> all = new ConcurrentLinkedDeque<>();
    private int made;

    Postgres(Path temporary) {
        programs = programs()
                .orElseThrow(() -> new TestAbortedException("no PostgreSQL server in " + INSTALLED + "/*/bin"));
        folder = temporary.resolve("cluster");
        if (root) {
            run(List.of("chmod", "711", temporary.toString()));
            run(List.of("install", "-d", "-o", "postgres", folder.toString()));
        }
        int port = freePort();
        server("initdb", "-D", folder.toString(), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync")
                .and("--locale=C.UTF-8", "--locale-provider=icu", "--icu-locale=en")
                .run();
        String options = "-h 127.0.0.1 -p " + port + " -c unix_socket_directories='' -c fsync=off";
        server(
                        "pg_ctl",
                        "-D",
                        folder.toString(),
                        "-w",
                        "-l",
                        folder.resolve("log").toString())
                .and("-o", options, "start")
                .run();
        url = "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres";
    }

    private static Optional<Path> programs() {
        if (!Files.isDirectory(INSTALLED)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(INSTALLED)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Comparator.naturalOrder());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Command(List<String> words) {
        Command and(String... more) {
            List<String> longer = new ArrayList<>(words);
            longer.addAll(List.of(more));
            return new Command(longer);
        }

        void run() {
            Postgres.run(words);
        }
    }

    private Command server(String program, String... arguments) {
        Command command = new Command(root ? List.of("runuser", "-u", "postgres", "--") : List.of());
        return command.and(programs.resolve(program).toString()).and(arguments);
    }

    private static void run(List<String> command) {
        try {
            // Not a pipe: the server would hold it open.
            Path output = Files.createTempFile("postgres", ".txt");
            Process process = new ProcessBuilder(command)
                    .directory(Path.of("/").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            int result = process.waitFor();
            String said = Files.readString(output);
            Files.delete(output);
            if (result != 0) {
                throw new AssertionError(command + " failed: " + said);
            }
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(command + " failed", e);
        }
    }

    @Override
    public DataSource tables() {
        String schema = "s" + ++made;
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA " + schema);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        DataSource pool = pool(url + "&currentSchema=" + schema);
        ArticleTables.create(pool);
        return pool;
    }

    // As much of a pool as tests need.
    private DataSource pool(String url) {
        Deque<Connection> idle = new ConcurrentLinkedDeque<>();
        ClassLoader loader = Postgres.class.getClassLoader();
        return (DataSource) Proxy.newProxyInstance(loader, new Class<?>[] {DataSource.class}, (pool, getting, none) -> {
            Connection free = idle.poll();
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

    /** Ends the connections to the tables made so far, of which a server has only a hundred. */
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
    public void close() {
        disconnect();
        server("pg_ctl", "-D", folder.toString(), "-w", "-m", "immediate", "stop")
                .run();
    }
}
