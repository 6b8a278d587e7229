package dev.byline.examples.cli;

import dev.byline.examples.cli.lines.Lines;
import dev.byline.exchange.ImportOptions;
import dev.byline.ranking.popular.CountingPolicy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;

/** The sample site that comes with the command; {@code examples/sample} holds it in the checkout. */
final class Sample {
    /** The instant that the sample states as its own. */
    static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    private Sample() {}

    /** Fills a folder with the sample and its week of events. */
    static void importInto(Path folder, Terminal terminal) throws IOException {
        InstantSource clock = InstantSource.fixed(NOW);
        Path articles = Files.createTempFile("byline-sample", ".jsonl");
        try {
            Files.write(articles, resource("site.jsonl"));
            ImportCommand.Imported imported = ImportCommand.into(
                    folder,
                    List.of(articles),
                    ImportCommand.Format.JSONL,
                    ImportOptions.defaults(),
                    terminal,
                    clock,
                    null);
            if (imported.refused()) {
                throw new IllegalStateException("the sample is damaged: " + imported.reports());
            }
        } finally {
            Files.deleteIfExists(articles);
        }
        try (Newsroom newsroom = Newsroom.edit(folder, clock)) {
            new Recording(newsroom, Recording.Form.JSON, ZoneOffset.UTC, CountingPolicy.defaults(), terminal)
                    .of(new Lines(new ByteArrayInputStream(resource("events.jsonl"))));
        }
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(Sample.class.getResourceAsStream("sample/" + name), name)) {
            return in.readAllBytes();
        }
    }
}
