package dev.byline.examples.cli.evaluate.popular;

import dev.byline.examples.cli.evaluate.BadInput;
import dev.byline.ranking.audience.Reader;
import dev.byline.ranking.popular.PopularPolicy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Judges popular posts on a trace; docs/evaluating.md tells its format.
 *
 * @param trace the file
 * @param pagesOnly whether paths that end like pictures, styles and other files are passed over
 * @param warmUp how long events are counted before that is timed
 */
public record PopularEvaluation(Path trace, boolean pagesOnly, Duration warmUp) {
    /**
     * Reads the trace and judges; in temporary folders that are gone when it returns.
     *
     * @param remarks told what was passed over
     * @param progress told what is being done
     * @throws BadInput if the file can't be evaluated
     */
    public PopularReport run(Consumer<String> remarks, Consumer<String> progress) throws BadInput {
        progress.accept("reading");
        Trace read = Trace.of(trace, pagesOnly, remarks);
        PopularPolicy policy = PopularPolicy.defaults();
        Replay replay = new Replay(read, policy.counting().repeatSlot(), false);
        WindowTrial windows = new WindowTrial(read, replay, policy);
        progress.accept("asking for windows");
        var figures = windows.figures();
        progress.accept("asking formulas");
        FormulaTrial formulas = new FormulaTrial(read, replay, policy);
        progress.accept("timing");
        return new PopularReport(
                read.events().size(),
                read.items().size(),
                read.noViews(),
                readers(read),
                replay.repeats(),
                changed(replay, new Replay(read, Duration.ZERO, true)),
                figures,
                formulas.hours(),
                formulas.figures(),
                defaults(read, policy),
                formulas.best(),
                formulas.differences(),
                windows.eventsPerSecond(warmUp));
    }

    private static Map<String, Long> readers(Trace trace) {
        Map<String, Long> readers = new LinkedHashMap<>();
        for (Reader reader : Reader.values()) {
            readers.put(reader.name().toLowerCase(Locale.ROOT), 0L);
        }
        trace.events().forEach(event -> readers.merge(event.reader().name().toLowerCase(Locale.ROOT), 1L, Long::sum));
        return readers;
    }

    /** What the order of a policy is called. */
    private static String defaults(Trace trace, PopularPolicy policy) {
        return FormulaTrial.orders(trace).entrySet().stream()
                .filter(one -> one.getValue().equals(policy.order()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }

    private static int changed(Replay replay, Replay everybody) {
        return Ten.changed(ten(replay), ten(everybody));
    }

    private static int[] ten(Replay replay) {
        long[] counts = replay.counts(Long.MIN_VALUE, Long.MAX_VALUE);
        return Ten.greatest(Arrays.stream(counts).asDoubleStream().toArray(), item -> 0);
    }
}
