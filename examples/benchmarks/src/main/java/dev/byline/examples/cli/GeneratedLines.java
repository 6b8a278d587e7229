package dev.byline.examples.cli;

import dev.byline.exchange.ExportOptions;
import dev.byline.exchange.Item;
import dev.byline.exchange.JsonLinesWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the site of {@link GeneratedSite} as JSON lines, for whatever imports them: how many articles, and the file. */
final class GeneratedLines {
    private GeneratedLines() {}

    /** Takes the number of articles and the file. */
    public static void main(String[] arguments) throws IOException {
        int articles = Integer.parseInt(arguments[0]);
        Iterable<Item> items = GeneratedSite.items(articles)::iterator;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(Path.of(arguments[1])))) {
            JsonLinesWriter.with(ExportOptions.defaults()).write(items, out);
        }
    }
}
