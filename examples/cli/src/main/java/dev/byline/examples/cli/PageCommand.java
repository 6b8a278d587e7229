package dev.byline.examples.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows the whole page of one article. */
@Command(
        name = "page",
        mixinStandardHelpOptions = true,
        description = "Shows everything that the page of an article shows.")
final class PageCommand extends SiteCommand {
    @Parameters(
            arity = "0..1",
            paramLabel = "SLUG",
            description = "The slug of an article or a static page; the newest article if not given.")
    @Nullable
    String slug;

    @Option(names = "--html", paramLabel = "FILE", description = "Write the page to this file as HTML.")
    @Nullable
    Path html;

    @Option(names = "--preview", description = "Show it even if readers can't see it.")
    boolean preview;

    @Override
    int run(Path folder) {
        try (Newsroom newsroom = Newsroom.read(folder, clock())) {
            PageAssembler pages = new PageAssembler(newsroom, preview);
            NewsPage page = slug == null ? pages.newest() : pages.page(slug);
            Path file = html;
            if (file != null) {
                try {
                    Files.writeString(file, PageHtml.of(page));
                } catch (IOException e) {
                    throw new UncheckedIOException(file + " can't be written: " + e.getMessage(), e);
                }
            }
            if (json) {
                terminal().json(page);
            } else if (file != null) {
                terminal().line("Wrote " + file);
            } else {
                PageText.print(terminal(), page);
            }
            return Byline.DONE;
        }
    }
}
