package dev.byline.examples.cli;

import dev.byline.examples.cli.evaluate.BadInput;
import dev.byline.examples.cli.evaluate.Interval;
import dev.byline.examples.cli.evaluate.SearchEvaluation;
import dev.byline.examples.cli.evaluate.SearchReport;
import dev.byline.examples.cli.evaluate.SearchReport.Figures;
import dev.byline.text.Language;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Judges search. */
@Command(
        name = "search",
        mixinStandardHelpOptions = true,
        description = "Judges search, and plain Lucene beside it, on documents, queries and judgements of your own.",
        footer = {
            "",
            "Files are JSON lines, packed with gzip or not; texts are plain text, never HTML:",
            "  documents   {\"id\", \"title\", \"body\", \"date\", \"language\"}, all but id may be missing",
            "  queries     {\"id\", \"text\"}",
            "  judgements  {\"qid\", \"docid\", \"rel\"}",
            "A document is relevant if rel is above 0, and rel is its gain in nDCG, divided by",
            "log2(rank + 1), as trec_eval has it; --grades says otherwise. Queries without a",
            "relevant document are left out of the averages. What each number means:",
            "docs/evaluating.md."
        })
final class EvaluateSearchCommand extends BylineCommand {
    private static final int LONGEST_WARM_UP = 600;

    @ParentCommand
    @Nullable
    EvaluateCommand parent;

    @Option(names = "--documents", required = true, paramLabel = "FILE", description = "What is searched.")
    Path documents = Path.of("");

    @Option(names = "--queries", paramLabel = "FILE", description = "What readers ask.")
    @Nullable
    Path queries;

    @Option(names = "--judgements", paramLabel = "FILE", description = "Which documents answer it.")
    @Nullable
    Path judgements;

    @Option(
            names = "--known-items",
            description = "Ask for each document by its title, without queries and judgements; documents without a "
                    + "title, or with another's, are not asked for.")
    boolean knownItems;

    @Option(
            names = "--grades",
            split = ",",
            paramLabel = "REL=GAIN",
            description = "What grades are worth, where not themselves: 5=0 where 5 means not relevant.")
    Map<Double, Double> grades = Map.of();

    @Option(
            names = "--language",
            paramLabel = "TAG",
            description = "The language of documents that name none, such as fa; if not given, Byline is told none, "
                    + "and plain Lucene what most state or their letters say.")
    @Nullable
    String language;

    @Option(
            names = "--now",
            paramLabel = "INSTANT",
            description = "Ask at this instant; a day after the newest document if not given.")
    @Nullable
    Instant now;

    @Option(
            names = "--warm-up",
            paramLabel = "SECONDS",
            defaultValue = "3",
            description = "How long each indexes, then answers, before it is timed; ${DEFAULT-VALUE} if not given.")
    int warmUp;

    @Override
    public Integer call() {
        SearchEvaluation evaluation = evaluation();
        SearchReport report;
        try {
            report = evaluation.run(
                    remark -> terminal().remark("byline: " + remark),
                    what -> terminal().progress("%s", what));
        } catch (BadInput bad) {
            throw new Refusal(String.valueOf(bad.getMessage()));
        } finally {
            terminal().progressDone();
        }
        if (json || (parent != null && parent.json)) {
            terminal().json(report);
        } else {
            print(report);
        }
        return Byline.DONE;
    }

    private SearchEvaluation evaluation() {
        if (knownItems ? queries != null || judgements != null : queries == null || judgements == null) {
            throw Refusal.usage("give --queries and --judgements, or --known-items");
        }
        Duration warm = warmUp(warmUp);
        for (Double gain : grades.values()) {
            if (gain == null || !Double.isFinite(gain)) {
                throw Refusal.usage("--grades: a gain is a number");
            }
        }
        return new SearchEvaluation(documents, queries, judgements, grades, language(language), now, warm);
    }

    /** What --warm-up says. */
    static Duration warmUp(int seconds) {
        if (seconds < 0 || seconds > LONGEST_WARM_UP) {
            throw Refusal.usage("--warm-up is 0 to " + LONGEST_WARM_UP + ", not " + seconds);
        }
        return Duration.ofSeconds(seconds);
    }

    /** What --language says, or null. */
    static @Nullable Language language(@Nullable String tag) {
        Language stated = tag == null ? null : Language.of(tag);
        if (Language.UNDETERMINED.equals(stated)) {
            throw Refusal.usage("--language: \"" + tag + "\" is no language tag such as fa");
        }
        return stated;
    }

    private void print(SearchReport report) {
        terminal()
                .line(PageText.count(report.documents(), "document") + ", " + report.queries() + " queries, "
                        + report.leftOut() + " left out of the averages");
        terminal().line();
        terminal().line(row("", "map", "ndcg@10", "p@10", "mrr", "no hits", "articles/s", "p50 ms", "p99 ms"));
        terminal().line(row("Byline", report.byline()));
        report.baselines().forEach((name, figures) -> terminal().line(row(name, figures)));
        terminal().line();
        report.baselines()
                .forEach((name, figures) ->
                        terminal().line(name + " is plain Lucene with " + figures.analyzer() + " and BM25."));
        terminal().line("Byline less lucene, with the 95 % interval of the paired bootstrap:");
        report.differences().forEach((measure, interval) -> terminal().line(row(measure, interval)));
    }

    private static String row(String name, Figures figures) {
        return row(
                name,
                quality(figures.map()),
                quality(figures.ndcg()),
                quality(figures.precision()),
                quality(figures.mrr()),
                quality(figures.zeroResultShare()),
                String.format(Locale.ROOT, "%.0f", figures.articlesPerSecond()),
                String.format(Locale.ROOT, "%.2f", figures.p50Millis()),
                String.format(Locale.ROOT, "%.2f", figures.p99Millis()));
    }

    private static String row(String name, String... cells) {
        return String.format(Locale.ROOT, "%-8s%8s%9s%8s%8s%9s%12s%9s%9s", columns(name, cells));
    }

    private static Object[] columns(String name, String... cells) {
        return Stream.concat(Stream.of(name), Stream.of(cells)).toArray();
    }

    private static String row(String measure, Interval interval) {
        return String.format(
                Locale.ROOT,
                "  %-8s %+.4f  (%+.4f to %+.4f)",
                measure,
                interval.mean(),
                interval.low(),
                interval.high());
    }

    private static String quality(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
