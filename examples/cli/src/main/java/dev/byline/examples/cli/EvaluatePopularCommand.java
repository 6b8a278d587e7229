package dev.byline.examples.cli;

import dev.byline.examples.cli.evaluate.BadInput;
import dev.byline.examples.cli.evaluate.Interval;
import dev.byline.examples.cli.evaluate.popular.PopularEvaluation;
import dev.byline.examples.cli.evaluate.popular.PopularReport;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Judges popular posts. */
@Command(
        name = "popular",
        mixinStandardHelpOptions = true,
        description = "Judges popular posts, and formulas for them, on a trace of your own.",
        footer = {
            "",
            "The trace may be packed with gzip; JSON lines, in any order:",
            "  {\"t\" (milliseconds since 1970, or an instant), \"item\", \"kind\", \"visitor\", \"ua\",",
            "  \"method\", \"status\", \"weight\"}, all but t and item may be missing",
            "A line that is no event is told and passed over. What each number means:",
            "docs/evaluating.md."
        })
final class EvaluatePopularCommand extends JudgingCommand<PopularReport> {
    @Option(names = "--trace", required = true, paramLabel = "FILE", description = "What readers did.")
    Path trace = Path.of("");

    @Option(
            names = "--pages-only",
            description = "Pass over items that end like pictures, styles and other files, as a log has them.")
    boolean pagesOnly;

    @Override
    PopularReport judge(Consumer<String> remarks, Consumer<String> progress) throws BadInput {
        return new PopularEvaluation(trace, pagesOnly, warmUp()).run(remarks, progress);
    }

    @Override
    void print(PopularReport report) {
        terminal()
                .line(PageText.count(report.events(), "event") + " of " + PageText.count(report.items(), "item") + ", "
                        + PageText.count(report.noViews(), "request") + " that showed no page left out");
        report.readers()
                .forEach((reader, events) -> terminal()
                        .line(String.format(
                                Locale.ROOT,
                                "  %-10s%,12d  %5.1f %%",
                                reader,
                                events,
                                100.0 * events / report.events())));
        terminal().line(String.format(Locale.ROOT, "  %-10s%,12d  of persons", "repeats", report.repeats()));
        terminal().line(report.topTenChanged() + " of the ten most read would be others if all of these counted");
        terminal().line();
        terminal().line(String.format(Locale.ROOT, "%-16s%12s%12s", "", "overlap@10", "countError"));
        report.windows()
                .forEach((name, figures) -> terminal()
                        .line(String.format(
                                Locale.ROOT, "%-16s%12.4f%12.6f", name, figures.overlap(), figures.countError())));
        terminal().line();
        formulas(report);
        terminal().line();
        terminal().line(String.format(Locale.ROOT, "%,.0f events counted a second", report.eventsPerSecond()));
    }

    private void formulas(PopularReport report) {
        terminal()
                .line(
                        "Of each ten, the share that is among the ten of the hour that comes, and the share that is new each");
        terminal().line("hour; at " + PageText.count(report.hours(), "hour"));
        List<String> windows = report.formulas().keySet().stream()
                .map(name -> name.substring(name.indexOf('@') + 1))
                .distinct()
                .toList();
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-16s", ""));
        windows.forEach(window -> line.append(String.format(Locale.ROOT, "%18s", window)));
        terminal().line(line.toString());
        line.setLength(0);
        report.formulas().forEach((name, figures) -> {
            int at = name.indexOf('@');
            String order = name.substring(0, at);
            line.append(line.isEmpty() ? String.format(Locale.ROOT, "%-16s", order + marked(report, order)) : "")
                    .append(String.format(Locale.ROOT, "%12.4f%6.2f", figures.nextHour(), figures.turnover()));
            if (name.substring(at + 1).equals(windows.get(windows.size() - 1))) {
                terminal().line(line.toString());
                line.setLength(0);
            }
        });
        terminal().line("* as PopularPolicy.defaults()");
        Map<String, Interval> differences = new LinkedHashMap<>(report.differences());
        differences.keySet().removeIf(name -> !name.startsWith(report.defaults() + "@"));
        if (!differences.isEmpty()) {
            terminal().line();
            differences(report.bestFormula(), "the defaults", differences);
        }
    }

    private static String marked(PopularReport report, String order) {
        return order.equals(report.defaults()) ? " *" : "";
    }
}
