package dev.byline.examples.cli;

import dev.byline.article.ContentException;
import dev.byline.examples.cli.site.Site;
import dev.byline.exchange.ContentWriter;
import dev.byline.exchange.ExportOptions;
import dev.byline.exchange.ExportReport;
import dev.byline.exchange.Item;
import dev.byline.exchange.JsonLinesWriter;
import dev.byline.exchange.WxrWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Takes the content out of the site. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Writes the whole site, as Byline JSON lines or as a WordPress export (WXR).",
        footer = {
            "",
            "JSON lines say everything: imported into an empty folder they make the same",
            "site, whose export is the same to the byte. WXR says what WordPress knows; what",
            "is lost is reported on standard error. Views and shares that were counted here",
            "are no content and stay in the site's folder \"counters\". Who sent the comments",
            "(addresses, agents) is left out unless --senders is given."
        })
final class ExportCommand extends SiteCommand {
    private static final int BUFFER = 1 << 16;
    private static final int PROGRESS_EVERY = 500;

    /** What a site can be written as. */
    enum Format {
        JSONL,
        WXR
    }

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "Write to this file, which is replaced when all is written; standard output if not given.")
    @Nullable
    Path output;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "JSONL",
            description = "jsonl or wxr; jsonl if not given.")
    Format format = Format.JSONL;

    @Option(names = "--senders", description = "Write the addresses and agents of those who commented.")
    boolean senders;

    @Override
    int run(Path folder) {
        Path file = output;
        if (json && file == null) {
            throw Refusal.usage("--json is the report on a file; name it with --output FILE");
        }
        if (file != null) {
            check(file, folder);
        }
        ExportReport report;
        try (Site site = Site.read(folder)) {
            report = file == null ? write(site, terminal().bytes()) : write(site, file);
        }
        terminal().progressDone();
        if (json) {
            terminal().json(report);
        } else {
            report.lines().forEach(terminal()::remark);
        }
        return Byline.DONE;
    }

    private static void check(Path file, Path site) {
        Path absolute = file.toAbsolutePath().normalize();
        if (Files.isDirectory(absolute)) {
            throw Refusal.usage(file + " is a folder");
        }
        Path parent = absolute.getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            throw Refusal.usage("there is no folder " + parent + " to write " + absolute.getFileName() + " to");
        }
        if (absolute.startsWith(site.toAbsolutePath().normalize())) {
            throw Refusal.usage(file + " lies in the site's own folder; name a file elsewhere");
        }
    }

    private ExportReport write(Site site, Path file) {
        try (NewFile whole = NewFile.insteadOf(file)) {
            ExportReport report = writer().write(counting(site), whole.out());
            whole.takePlace();
            return report;
        } catch (ContentException failure) {
            throw why(failure, file.toString());
        }
    }

    private ExportReport write(Site site, OutputStream out) {
        OutputStream buffered = new BufferedOutputStream(out, BUFFER);
        try {
            return writer().write(counting(site), buffered);
        } catch (ContentException failure) {
            throw why(failure, "standard output");
        }
    }

    private static RuntimeException why(ContentException failure, String where) {
        return failure.getCause() instanceof IOException cause
                ? new UncheckedIOException(where + " can't be written: " + cause.getMessage(), cause)
                : failure;
    }

    private ContentWriter writer() {
        ExportOptions options = ExportOptions.defaults().withSenders(senders);
        return format == Format.WXR ? WxrWriter.with(options) : JsonLinesWriter.with(options);
    }

    private Iterable<Item> counting(Site site) {
        return () -> new Iterator<>() {
            private final Iterator<Item> items = site.items().iterator();
            private long count;

            @Override
            public boolean hasNext() {
                return items.hasNext();
            }

            @Override
            public Item next() {
                if (++count % PROGRESS_EVERY == 0) {
                    terminal().progress("%,d items read", count);
                }
                return items.next();
            }
        };
    }
}
