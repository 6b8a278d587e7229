package dev.byline.examples.cli;

import picocli.CommandLine.Command;

/** Writes what a site publishes beside its pages; what of it, the commands below say. */
@Command(
        name = "publish",
        mixinStandardHelpOptions = true,
        description = "Writes what a site publishes beside its pages.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            PublishFeedCommand.class,
            PublishSitemapCommand.class,
            PublishJsonLdCommand.class,
            PublishOpenGraphCommand.class
        })
final class PublishCommand extends BylineCommand {
    @Override
    public Integer call() {
        throw Refusal.usage(
                "say what to publish: feed, sitemap, jsonld or opengraph, as in byline publish feed --help");
    }
}
