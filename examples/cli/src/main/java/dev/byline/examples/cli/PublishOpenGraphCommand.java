package dev.byline.examples.cli;

import dev.byline.article.Publication;
import dev.byline.publish.Addresses;
import dev.byline.publish.MetaTag;
import dev.byline.publish.OpenGraph;
import java.util.List;
import picocli.CommandLine.Command;

/** Prints how an article looks where it is passed on. */
@Command(
        name = "opengraph",
        mixinStandardHelpOptions = true,
        description = "Prints the Open Graph and Twitter tags of an article, ready for the head of its page.")
final class PublishOpenGraphCommand extends PublishingArticleCommand {
    @Override
    int publish(Newsroom newsroom, Publication publication, Addresses addresses) {
        List<MetaTag> tags = OpenGraph.with(publication, addresses).of(article(newsroom));
        if (json) {
            terminal().json(tags);
        } else {
            tags.forEach(tag -> terminal().line(tag.html()));
        }
        return Byline.DONE;
    }
}
