package dev.byline.examples.cli;

import dev.byline.article.Article;
import dev.byline.article.Publication;
import dev.byline.publish.Addresses;
import dev.byline.publish.Crumb;
import dev.byline.publish.StructuredData;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints what an article's page says to search engines. */
@Command(
        name = "jsonld",
        mixinStandardHelpOptions = true,
        description = "Prints the schema.org JSON-LD of an article, ready for a script element.")
final class PublishJsonLdCommand extends PublishingCommand {
    @Parameters(
            arity = "0..1",
            paramLabel = "SLUG",
            description = "The slug or id of an article; the newest if not given.")
    @Nullable
    String slug;

    @Option(names = "--breadcrumbs", description = "The way to the article instead.")
    boolean breadcrumbs;

    @Override
    int publish(Newsroom newsroom, Publication publication, Addresses addresses) {
        Article article = article(newsroom, slug);
        StructuredData data = StructuredData.with(publication, addresses);
        terminal()
                .line(
                        breadcrumbs
                                ? data.breadcrumbs(Crumb.to(article, publication, addresses))
                                : data.article(article));
        return Byline.DONE;
    }
}
