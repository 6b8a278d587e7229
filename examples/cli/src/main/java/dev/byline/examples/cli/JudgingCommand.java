package dev.byline.examples.cli;

import dev.byline.examples.cli.evaluate.BadInput;
import dev.byline.examples.cli.evaluate.Interval;
import dev.byline.text.Language;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/**
 * What all commands that judge have: progress while they do, and a report at the end.
 *
 * @param <R> the report
 */
abstract class JudgingCommand<R> extends BylineCommand {
    private static final int LONGEST_WARM_UP = 600;

    @ParentCommand
    @Nullable
    EvaluateCommand parent;

    @Option(
            names = "--warm-up",
            paramLabel = "SECONDS",
            defaultValue = "3",
            description = "How long each does its work before it is timed; ${DEFAULT-VALUE} if not given.")
    int warmUp;

    /**
     * Judges.
     *
     * @param remarks told what was passed over
     * @param progress told what is being done
     * @throws BadInput if a file can't be evaluated
     */
    abstract R judge(Consumer<String> remarks, Consumer<String> progress) throws BadInput;

    /** Prints the report as text. */
    abstract void print(R report);

    @Override
    public final Integer call() {
        R report;
        try {
            report = judge(
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

    final Duration warmUp() {
        if (warmUp < 0 || warmUp > LONGEST_WARM_UP) {
            throw Refusal.usage("--warm-up is 0 to " + LONGEST_WARM_UP + ", not " + warmUp);
        }
        return Duration.ofSeconds(warmUp);
    }

    /** What --language says, or null. */
    static @Nullable Language language(@Nullable String tag) {
        Language stated = tag == null ? null : Language.of(tag);
        if (Language.UNDETERMINED.equals(stated)) {
            throw Refusal.usage("--language: \"" + tag + "\" is no language tag such as fa");
        }
        return stated;
    }

    final void heading(String collection, int queries, int leftOut) {
        terminal().line(collection + ", " + queries + " queries, " + leftOut + " left out of the averages");
        terminal().line();
    }

    /** Byline less another, one measure a line. */
    final void differences(String other, Map<String, Interval> differences) {
        differences("Byline", other, differences);
    }

    /** One less others, one line each. */
    final void differences(String one, String other, Map<String, Interval> differences) {
        int width = differences.keySet().stream().mapToInt(String::length).reduce(8, Math::max);
        terminal().line(one + " less " + other + ", with the 95 % interval of the paired bootstrap:");
        differences.forEach((measure, interval) -> terminal()
                .line(String.format(
                        Locale.ROOT,
                        "  %-" + width + "s %+.4f  (%+.4f to %+.4f)",
                        measure,
                        interval.mean(),
                        interval.low(),
                        interval.high())));
    }

    static String quality(@Nullable Double value) {
        return value == null ? "-" : String.format(Locale.ROOT, "%.4f", value);
    }

    static String millis(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
