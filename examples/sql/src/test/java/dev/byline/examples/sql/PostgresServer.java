package dev.byline.examples.sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/**
 * A PostgreSQL server of the tests' own, 15 or later, in a temporary folder and on the loopback address; the language of its
 * database does not sort as bytes do.
 *
 * <p>Skips the tests where none is installed. A server refuses to run as root, so that root runs it as {@code postgres}.
 */
public final class PostgresServer implements AutoCloseable {
    /** Who owns all of it, without a password. */
    public static final String USER = "postgres";

    private static final Path INSTALLED = Path.of("/usr/lib/postgresql");

    private final boolean root = System.getProperty("user.name").equals("root");
    private final Path programs;
    private final Path folder;
    private final String url;

    /** One that runs below this folder until it is closed. */
    public PostgresServer(Path temporary) {
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
        url = "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    /** The address of its database. */
    public String url() {
        return url;
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
            PostgresServer.run(words);
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
    public void close() {
        server("pg_ctl", "-D", folder.toString(), "-w", "-m", "immediate", "stop")
                .run();
    }
}
