package dev.byline.examples.cli.evaluate.popular;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.examples.cli.evaluate.BadInput;
import dev.byline.ranking.popular.Engagement;
import dev.byline.ranking.testkit.MadeUpTraffic;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How much of the next hour each order tells on made-up traces; prints the table of docs/benchmarks.md. */
class DefaultsSoak {
    private static final int SEEDS = 3;

    @TempDir
    Path folder;

    @Test
    void theDefaultsTellNearlyAsMuchAsTheBestAndChangeLess() throws IOException, BadInput {
        Map<String, double[]> sums = new LinkedHashMap<>();
        Map<String, double[]> windows = new LinkedHashMap<>();
        String defaults = "";
        for (int seed = 1; seed <= SEEDS; seed++) {
            PopularReport report = report(folder, seed, 100_000);
            defaults = report.defaults();
            report.formulas().forEach((name, figures) -> add(sums, name, figures.nextHour(), figures.turnover()));
            report.windows().forEach((name, figures) -> add(windows, name, figures.overlap(), figures.countError()));
        }
        StringBuilder table = new StringBuilder();
        windows.forEach((name, sum) -> table.append(row(name, sum)));
        sums.forEach((name, sum) -> table.append(row(name, sum)));
        System.out.println(table);
        double[] best = sums.values().stream()
                .max(Comparator.comparingDouble(sum -> sum[0]))
                .orElseThrow();
        double[] own = Objects.requireNonNull(sums.get(FormulaTrial.name(defaults, "last-7-days")));
        assertThat(own[0] / SEEDS).isGreaterThan(best[0] / SEEDS - .09);
        assertThat(own[1]).isLessThan(best[1] / 2);
        assertThat(windows)
                .allSatisfy((name, sum) -> assertThat(sum[0] / SEEDS).as(name).isGreaterThanOrEqualTo(.995));
    }

    private static void add(Map<String, double[]> sums, String name, double first, double second) {
        double[] sum = sums.computeIfAbsent(name, any -> new double[2]);
        sum[0] += first;
        sum[1] += second;
    }

    private static String row(String name, double[] sum) {
        return String.format(Locale.ROOT, "%-28s %.4f %.4f%n", name, sum[0] / SEEDS, sum[1] / SEEDS);
    }

    /** Ten days of a site that publishes some 25 articles a day and is read 10,000 times. */
    static PopularReport report(Path folder, long seed, int events) throws IOException, BadInput {
        Path trace = folder.resolve("trace-" + seed + ".jsonl");
        write(trace, seed, events);
        return new PopularEvaluation(trace, false, Duration.ZERO).run(remark -> {}, progress -> {});
    }

    static void write(Path trace, long seed, int events) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(trace)) {
            for (Engagement event :
                    MadeUpTraffic.of(seed, Instant.parse("2026-10-20T00:00:00Z"), Duration.ofDays(10), 400, events)) {
                out.write(line(event));
                out.write('\n');
            }
        }
    }

    private static String line(Engagement event) {
        return "{\"at\":\"" + event.at() + "\",\"article\":\"" + event.article().value() + "\",\"kind\":\""
                + lower(event.kind()) + "\",\"visitor\":\"" + event.visitor() + "\",\"network\":\"" + event.network()
                + "\",\"reader\":\"" + lower(event.reader()) + "\"}";
    }

    private static String lower(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }
}
