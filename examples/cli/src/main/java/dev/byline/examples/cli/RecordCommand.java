package dev.byline.examples.cli;

import dev.byline.examples.cli.Recording.Form;
import dev.byline.examples.cli.Recording.Recorded;
import dev.byline.examples.cli.lines.Lines;
import dev.byline.ranking.popular.CountingPolicy;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Counts events. */
@Command(
        name = "record",
        mixinStandardHelpOptions = true,
        description = "Counts what readers did: JSON lines, or the access log of a web server, on standard input.",
        footer = {
            "",
            "{\"kind\":\"view\",\"article\":\"17\",\"at\":\"2026-11-20T11:58:00Z\",\"visitor\":\"a1\"}",
            "{\"kind\":\"share\",\"article\":\"17\",\"at\":\"2026-11-20T11:59:00Z\",\"network\":\"facebook\"}",
            "",
            "Kinds are view, share, comment and reaction; the article is named by its id, its slug or",
            "its path. \"reader\" (person, bot, prefetch, editor) says who it was, or \"agent\",",
            "\"method\", \"status\" and \"purpose\" (a Sec-Purpose header) tell. \"source\" is the network",
            "that it came from, or \"address\" tells; of the views of an article from one source twenty",
            "count in a day. An event with a \"weight\" stands for so many. Of a log, the path leads to",
            "the article, and a hash of address and agent tells visitors apart; neither is kept.",
            "",
            "A line that is broken or names an unknown article is told and passed over; the rest goes",
            "on. Exit code 1 if lines were refused and not one event was taken."
        })
final class RecordCommand extends SiteCommand {
    @Option(
            names = "--log",
            description = "The lines are an access log (common or combined); if not given, the first line tells.")
    boolean log;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            defaultValue = "UTC",
            description = "The zone of a log whose times state no offset; ${DEFAULT-VALUE} if not given.")
    String zone = "UTC";

    @Option(names = "--visitors", description = "Count visitors too, each once per article and day.")
    boolean visitors;

    @Override
    int run(Path folder) {
        ZoneId stated;
        try {
            stated = ZoneId.of(zone);
        } catch (DateTimeException unknown) {
            throw Refusal.usage("--zone: there is no zone \"" + zone + "\"");
        }
        try (Newsroom newsroom = Newsroom.edit(folder, clock())) {
            Recorded recorded = new Recording(
                            newsroom,
                            log ? Form.LOG : Form.AUTO,
                            stated,
                            CountingPolicy.defaults().visitors(visitors),
                            terminal())
                    .of(new Lines(terminal().in()));
            if (json) {
                terminal().json(recorded);
            } else {
                print(recorded);
            }
            return recorded.refused() > 0 && recorded.taken() == 0 ? Byline.REFUSED : Byline.DONE;
        }
    }

    private void print(Recorded recorded) {
        recorded.problems().forEach(problem -> terminal().line("line " + problem.line() + ": " + problem.reason()));
        if (recorded.refused() > recorded.problems().size()) {
            terminal().line("… and " + (recorded.refused() - recorded.problems().size()) + " more");
        }
        terminal()
                .line(PageText.count(recorded.counted(), "event") + " counted, "
                        + PageText.count(recorded.repeats(), "repeated view") + " not counted, "
                        + recorded.refused()
                        + " refused");
        if (recorded.reasons().size() > 0) {
            List<String> reasons = new ArrayList<>();
            recorded.reasons().forEach((reason, count) -> reasons.add(count + " " + reason.words()));
            terminal().line("refused: " + String.join(", ", reasons));
        }
        List<String> others = new ArrayList<>();
        if (recorded.floods() > 0) {
            others.add(recorded.floods() + " too many from one source");
        }
        if (recorded.bots() > 0) {
            others.add(recorded.bots() + " of programs");
        }
        if (recorded.prefetches() > 0) {
            others.add(recorded.prefetches() + " of browsers ahead of their readers");
        }
        if (recorded.editors() > 0) {
            others.add(recorded.editors() + " of the house");
        }
        if (!others.isEmpty()) {
            terminal().line("counted apart: " + String.join(", ", others));
        }
        if (recorded.noViews() > 0) {
            terminal().line(PageText.count(recorded.noViews(), "request") + " showed no page");
        }
        if (recorded.unknown() > 0) {
            terminal().line(PageText.count(recorded.unknown(), "event") + " of no article of the site");
        }
    }
}
