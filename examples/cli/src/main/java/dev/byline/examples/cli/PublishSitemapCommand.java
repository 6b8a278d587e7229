package dev.byline.examples.cli;

import dev.byline.article.Publication;
import dev.byline.publish.Addresses;
import dev.byline.publish.SitemapFiles;
import dev.byline.publish.Sitemaps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes sitemaps. */
@Command(
        name = "sitemap",
        mixinStandardHelpOptions = true,
        description = "Writes the sitemap of everything, or of the news of the last two days.",
        footer = {
            "",
            "The first file named is the one to tell crawlers of. Files that the folder has by",
            "these names are replaced."
        })
final class PublishSitemapCommand extends PublishingCommand {
    @Option(names = "--news", description = "Of the news of the last two days, as Google News reads it.")
    boolean news;

    @Option(
            names = "--served-from",
            paramLabel = "PATH",
            defaultValue = "/",
            description = "The folder of the site that the files will be in; ${DEFAULT-VALUE} if not given.")
    String servedFrom = "/";

    @Option(
            names = "--output",
            paramLabel = "DIR",
            required = true,
            description = "The folder to write to, which is made if it is missing.")
    Path output = Path.of(".");

    @Override
    int publish(Newsroom newsroom, Publication publication, Addresses addresses) {
        // To make a folder that a link leads to would fail.
        if (!Files.isDirectory(output)) {
            try {
                Files.createDirectories(output);
            } catch (IOException e) {
                throw new Refusal("the folder " + output + " can't be made");
            }
        }
        Sitemaps sitemaps = Sitemaps.with(publication, addresses).servedFrom(servedFrom);
        SitemapFiles files = SitemapFiles.in(output);
        Instant at = newsroom.clock().instant();
        Sitemaps.Written written = news
                ? sitemaps.news(newsroom.articles(), at, files)
                : sitemaps.all(newsroom.articles().stream(), newsroom.site().pages(), at, files);
        if (json) {
            terminal().json(written);
        } else {
            written.files().forEach(file -> terminal().line(output.resolve(file).toString()));
            terminal().line("addresses: " + written.addresses());
        }
        return Byline.DONE;
    }
}
