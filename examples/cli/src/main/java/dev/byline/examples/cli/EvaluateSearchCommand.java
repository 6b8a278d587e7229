package dev.byline.examples.cli;

import dev.byline.examples.cli.evaluate.BadInput;
import dev.byline.examples.cli.evaluate.SearchEvaluation;
import dev.byline.examples.cli.evaluate.SearchReport;
import dev.byline.examples.cli.evaluate.SearchReport.Figures;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

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
final class EvaluateSearchCommand extends JudgingCommand<SearchReport> {
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

    @Override
    SearchReport judge(Consumer<String> remarks, Consumer<String> progress) throws BadInput {
        return evaluation().run(remarks, progress);
    }

    private SearchEvaluation evaluation() {
        if (knownItems ? queries != null || judgements != null : queries == null || judgements == null) {
            throw Refusal.usage("give --queries and --judgements, or --known-items");
        }
        Duration warm = warmUp();
        for (Double gain : grades.values()) {
            if (gain == null || !Double.isFinite(gain)) {
                throw Refusal.usage("--grades: a gain is a number");
            }
        }
        return new SearchEvaluation(documents, queries, judgements, grades, language(language), now, warm);
    }

    @Override
    void print(SearchReport report) {
        heading(PageText.count(report.documents(), "document"), report.queries(), report.leftOut());
        terminal().line(row("", "map", "ndcg@10", "p@10", "mrr", "no hits", "articles/s", "p50 ms", "p99 ms"));
        terminal().line(row("Byline", report.byline()));
        report.baselines().forEach((name, figures) -> terminal().line(row(name, figures)));
        terminal().line();
        report.baselines()
                .forEach((name, figures) ->
                        terminal().line(name + " is plain Lucene with " + figures.analyzer() + " and BM25."));
        differences("lucene", report.differences());
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
                millis(figures.p50Millis()),
                millis(figures.p99Millis()));
    }

    private static String row(String name, String... cells) {
        return String.format(Locale.ROOT, "%-8s%8s%9s%8s%8s%9s%12s%9s%9s", columns(name, cells));
    }

    private static Object[] columns(String name, String... cells) {
        return Stream.concat(Stream.of(name), Stream.of(cells)).toArray();
    }
}
