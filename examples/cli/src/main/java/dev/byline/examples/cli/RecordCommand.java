package dev.byline.examples.cli;

import dev.byline.article.ArticleId;
import dev.byline.examples.cli.lines.Lines;
import dev.byline.ranking.popular.Engagement;
import dev.byline.ranking.popular.EngagementStore.Outcome;
import dev.byline.ranking.popular.PopularArticles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** Counts events. */
@Command(
        name = "record",
        mixinStandardHelpOptions = true,
        description = "Counts views and shares, one JSON line each on standard input.",
        footer = {
            "",
            "{\"kind\":\"view\",\"article\":\"17\",\"at\":\"2026-11-20T11:58:00Z\",\"visitor\":\"a1\"}",
            "{\"kind\":\"share\",\"article\":\"17\",\"at\":\"2026-11-20T11:59:00Z\",\"network\":\"facebook\"}",
            "",
            "The article is named by its id or its slug. A line that is broken or names an unknown",
            "article is told and passed over; the rest goes on. Exit code 1 if not one event was taken."
        })
final class RecordCommand extends SiteCommand {
    private static final int MOST_PROBLEMS = 20;
    private static final int PROGRESS_EVERY = 10_000;
    private static final ObjectReader EVENT = JsonMapper.builder().build().readerFor(Engagement.class);

    /** What came of the input. */
    record Recorded(long lines, long counted, long repeats, long refused, List<Problem> problems) {}

    /** A line that was passed over. */
    record Problem(long line, String reason) {}

    @Override
    int run(Path folder) {
        try (Newsroom newsroom = Newsroom.edit(folder, clock())) {
            Recorded recorded = record(newsroom, new Lines(terminal().in()), terminal());
            if (json) {
                terminal().json(recorded);
            } else {
                recorded.problems()
                        .forEach(problem -> terminal().line("line " + problem.line() + ": " + problem.reason()));
                if (recorded.refused() > recorded.problems().size()) {
                    terminal()
                            .line("… and "
                                    + (recorded.refused() - recorded.problems().size()) + " more");
                }
                terminal()
                        .line(PageText.count(recorded.counted(), "event") + " counted, "
                                + PageText.count(recorded.repeats(), "repeated view") + " not counted, "
                                + recorded.refused()
                                + " refused");
            }
            return recorded.refused() > 0 && recorded.counted() + recorded.repeats() == 0
                    ? Byline.REFUSED
                    : Byline.DONE;
        }
    }

    static Recorded record(Newsroom newsroom, Lines lines, Terminal terminal) {
        PopularArticles popular = newsroom.popular();
        long counted = 0;
        long repeats = 0;
        long refused = 0;
        List<Problem> problems = new ArrayList<>();
        Map<ArticleId, Optional<ArticleId>> known = new HashMap<>();
        for (String line = lines.next(); line != null; line = lines.next()) {
            if (line.isBlank()) {
                continue;
            }
            String reason;
            try {
                if (lines.tooLong()) {
                    reason = "longer than " + Lines.LONGEST + " bytes";
                } else {
                    Engagement event = EVENT.readValue(line);
                    Optional<ArticleId> article = known.computeIfAbsent(event.article(), newsroom::idOf);
                    if (article.isEmpty()) {
                        reason = "there is no article \"" + event.article() + "\"";
                    } else {
                        Outcome outcome = popular.record(new Engagement(
                                event.kind(), article.get(), event.at(), event.visitor(), event.network()));
                        counted += outcome == Outcome.COUNTED ? 1 : 0;
                        repeats += outcome == Outcome.REPEAT ? 1 : 0;
                        reason = outcome == Outcome.REFUSED ? "the event can't be counted" : "";
                    }
                }
            } catch (JacksonException broken) {
                reason = "no event: " + reason(broken);
            }
            if (!reason.isEmpty()) {
                refused++;
                if (problems.size() < MOST_PROBLEMS) {
                    problems.add(new Problem(lines.number(), reason));
                }
            }
            if (lines.number() % PROGRESS_EVERY == 0) {
                terminal.progress("%,d lines read", lines.number());
            }
            if (known.size() > 1_000_000) {
                known.clear();
            }
        }
        terminal.progressDone();
        return new Recorded(lines.number(), counted, repeats, refused, problems);
    }

    // The input itself is left out of the message, for a visitor's key may stand in it.
    private static String reason(JacksonException broken) {
        Throwable cause = broken.getCause();
        return cause instanceof IllegalArgumentException || cause instanceof NullPointerException
                ? String.valueOf(cause.getMessage()) + " is missing or can't be"
                : "not the JSON of an event";
    }
}
