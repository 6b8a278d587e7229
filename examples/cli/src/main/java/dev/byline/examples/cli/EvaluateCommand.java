package dev.byline.examples.cli;

import picocli.CommandLine.Command;

/** Judges Byline on a collection; what of it, the commands below say. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = "Judges Byline on a collection of your own. Needs no site.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            EvaluateSearchCommand.class,
            EvaluateRelatedCommand.class,
            EvaluatePopularCommand.class,
            EvaluateRegionsCommand.class
        })
final class EvaluateCommand extends BylineCommand {
    @Override
    public Integer call() {
        throw Refusal.usage("say what to evaluate, as in byline evaluate search --help");
    }
}
