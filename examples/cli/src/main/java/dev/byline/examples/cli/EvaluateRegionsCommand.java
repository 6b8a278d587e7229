package dev.byline.examples.cli;

import dev.byline.examples.cli.evaluate.BadInput;
import dev.byline.examples.cli.evaluate.regions.RegionsEvaluation;
import dev.byline.examples.cli.evaluate.regions.RegionsReport;
import dev.byline.taxonomy.RegionPolicy;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Judges the recognising of regions. */
@Command(
        name = "regions",
        mixinStandardHelpOptions = true,
        description = "Judges the regions that Byline recognises against the places that editors gave to articles.",
        footer = {
            "",
            "The articles may be packed with gzip; JSON lines, texts are plain text:",
            "  {\"id\", \"title\", \"body\", \"places\": [\"IR\", \"IQ\"]}, all but id may be missing",
            "Places are keys of the gazetteer, in any case. What each number means:",
            "docs/evaluating.md."
        })
final class EvaluateRegionsCommand extends JudgingCommand<RegionsReport> {
    @Option(names = "--articles", required = true, paramLabel = "FILE", description = "The articles and their places.")
    Path articles = Path.of("");

    @Option(
            names = "--ignore",
            paramLabel = "CODE",
            split = ",",
            description = "Leave these out, as US where any domestic story has it.")
    List<String> ignored = List.of();

    @Option(
            names = "--regions",
            paramLabel = "CODE",
            split = ",",
            description = "Take the macro figures over these regions; over all that the file has if not given.")
    List<String> regions = List.of();

    @Option(
            names = "--gazetteer",
            paramLabel = "FILE",
            description = "Words of your own over those of Byline; may be given more than once.")
    List<Path> gazetteers = List.of();

    @Option(
            names = "--minimum",
            paramLabel = "SCORE",
            description = "The least score of a suggestion, 0 to 1; the policy's if not given.")
    @Nullable
    Double minimum;

    @Override
    RegionsReport judge(Consumer<String> remarks, Consumer<String> progress) throws BadInput {
        return new RegionsEvaluation(
                        articles,
                        new LinkedHashSet<>(ignored),
                        new LinkedHashSet<>(regions),
                        policy(minimum),
                        GazetteerFiles.with(gazetteers),
                        warmUp())
                .run(remarks, progress);
    }

    static RegionPolicy policy(@Nullable Double minimum) {
        if (minimum == null) {
            return RegionPolicy.defaults();
        }
        if (!(minimum >= 0 && minimum <= 1)) {
            throw Refusal.usage("--minimum is 0 to 1, not " + minimum);
        }
        return RegionPolicy.defaults().withMinimumScore(minimum);
    }

    @Override
    void print(RegionsReport report) {
        terminal()
                .line(PageText.count(report.articles(), "article") + " with "
                        + PageText.count(report.labels(), "place"));
        terminal().line();
        terminal()
                .line(String.format(
                        Locale.ROOT,
                        "%-12s%10s%10s%10s%12s%10s%10s",
                        "",
                        "precision",
                        "recall",
                        "micro f1",
                        "precision",
                        "recall",
                        "macro f1"));
        row("Byline", report.byline());
        report.baselines().forEach(this::row);
        terminal().line();
        terminal()
                .line(String.format(
                        Locale.ROOT, "%-8s%8s%11s%11s%8s%8s", "", "places", "suggested", "precision", "recall", "f1"));
        report.regions()
                .forEach((code, figures) -> terminal()
                        .line(String.format(
                                Locale.ROOT,
                                "%-8s%8d%11d%11.3f%8.3f%8.3f",
                                code,
                                figures.labels(),
                                figures.suggested(),
                                figures.precision(),
                                figures.recall(),
                                figures.f1())));
        terminal().line();
        terminal().line(String.format(Locale.ROOT, "%.1f MB a second", report.megabytesPerSecond()));
    }

    private void row(String name, RegionsReport.Quality quality) {
        terminal()
                .line(String.format(
                        Locale.ROOT,
                        "%-12s%10.4f%10.4f%10.4f%12.4f%10.4f%10.4f",
                        name,
                        quality.micro().precision(),
                        quality.micro().recall(),
                        quality.micro().f1(),
                        quality.macro().precision(),
                        quality.macro().recall(),
                        quality.macro().f1()));
    }
}
