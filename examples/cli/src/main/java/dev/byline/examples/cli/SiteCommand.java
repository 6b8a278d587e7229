package dev.byline.examples.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What all commands that work on a site have: its folder and the time. */
abstract class SiteCommand extends BylineCommand {
    @Option(
            names = "--site",
            paramLabel = "DIR",
            defaultValue = "site",
            description = "The site's folder; ${DEFAULT-VALUE} if not given.")
    Path folder = Path.of("site");

    @Option(
            names = "--sample",
            description = "Work on the sample site, in a folder that is gone afterwards, at the sample's own instant.")
    boolean sample;

    @Option(
            names = "--now",
            paramLabel = "INSTANT",
            description = "Answer as at this instant, e.g. 2026-11-20T12:00:00Z.")
    @Nullable
    Instant now;

    /** The instant at which everything this command prints is right. */
    final InstantSource clock() {
        Instant at = now != null ? now : sample ? Sample.NOW : null;
        return at != null ? InstantSource.fixed(at) : terminal().clock();
    }

    @Override
    public final Integer call() {
        if (!sample) {
            return run(folder);
        }
        try {
            Path temporary = Files.createTempDirectory("byline-sample");
            try {
                Sample.importInto(temporary, terminal());
                return run(temporary);
            } finally {
                delete(temporary);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the sample can't be unpacked: " + e.getMessage(), e);
        }
    }

    /** Does the work on the site in this folder and gives the exit code. */
    abstract int run(Path site);

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
