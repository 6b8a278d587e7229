package dev.byline.examples.cli;

import dev.byline.article.Article;
import dev.byline.article.Publication;
import dev.byline.publish.Addresses;
import dev.byline.publish.Crumb;
import dev.byline.publish.StructuredData;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints what an article's page says to search engines. */
@Command(
        name = "jsonld",
        mixinStandardHelpOptions = true,
        description = "Prints the schema.org JSON-LD of an article, ready for a script element.")
final class PublishJsonLdCommand extends PublishingArticleCommand {
    @Option(names = "--breadcrumbs", description = "The way to the article instead.")
    boolean breadcrumbs;

    @Override
    int publish(Newsroom newsroom, Publication publication, Addresses addresses) {
        Article article = article(newsroom);
        StructuredData data = StructuredData.with(publication, addresses);
        terminal()
                .line(
                        breadcrumbs
                                ? data.breadcrumbs(Crumb.to(article, publication, addresses))
                                : data.article(article));
        return Byline.DONE;
    }
}
