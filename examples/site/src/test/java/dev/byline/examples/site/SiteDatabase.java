package dev.byline.examples.site;

import dev.byline.examples.sql.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.util.FileSystemUtils;

/** The database that the tests run on: H2, or where the profile asks for it a PostgreSQL server of their own. */
final class SiteDatabase {
    private static final AtomicReference<PostgresServer> SERVER = new AtomicReference<>();

    private SiteDatabase() {}

    static boolean isPostgres() {
        return Boolean.getBoolean("byline.postgres");
    }

    /** The address of a PostgreSQL server for the whole process; skips the test where none is installed. */
    static synchronized String server() {
        PostgresServer running = SERVER.get();
        if (running == null) {
            try {
                Path folder = Files.createTempDirectory("byline-postgres");
                PostgresServer started = new PostgresServer(folder);
                running = started;
                SERVER.set(started);
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                    started.close();
                    FileSystemUtils.deleteRecursively(folder.toFile());
                }));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return running.url();
    }
}
