package dev.byline.examples.sql;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A database for a class of tests and the classes nested in it: opened before the first, gone after the last. */
abstract class TestDatabase implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {
    private @Nullable Path folder;

    /** A pool of connections to tables of their own, which are empty. */
    abstract DataSource tables();

    abstract void open(Path folder);

    /** Ends what earlier tests have left open. */
    abstract void disconnect();

    abstract void close();

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        if (isOutermost(context)) {
            folder = Files.createTempDirectory("byline-sql");
            open(folder);
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        disconnect();
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        if (isOutermost(context)) {
            close();
            try (Stream<Path> files = Files.walk(Objects.requireNonNull(folder, "folder"))) {
                List<Path> deepestFirst =
                        files.sorted(Comparator.reverseOrder()).toList();
                for (Path file : deepestFirst) {
                    Files.delete(file);
                }
            }
        }
    }

    private static boolean isOutermost(ExtensionContext context) {
        return context.getRequiredTestClass().getEnclosingClass() == null;
    }
}
