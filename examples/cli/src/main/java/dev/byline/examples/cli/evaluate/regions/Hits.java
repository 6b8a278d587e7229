package dev.byline.examples.cli.evaluate.regions;

import dev.byline.examples.cli.evaluate.regions.RegionsReport.Figures;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** Counts what one way suggested rightly, wrongly and not at all. */
final class Hits {
    private final Map<String, Count> counts = new TreeMap<>();

    private static final class Count {
        private int labels;
        private int suggested;
        private int right;

        private RegionsReport.Region figures() {
            Figures figures = Hits.figures(labels, suggested, right);
            return new RegionsReport.Region(labels, suggested, figures.precision(), figures.recall(), figures.f1());
        }
    }

    /** Counts one article. */
    void take(Set<String> places, Set<String> suggested) {
        for (String place : places) {
            Count count = counts.computeIfAbsent(place, k -> new Count());
            count.labels++;
            count.right += suggested.contains(place) ? 1 : 0;
        }
        suggested.forEach(place -> counts.computeIfAbsent(place, k -> new Count()).suggested++);
    }

    int labels() {
        return counts.values().stream().mapToInt(count -> count.labels).sum();
    }

    /** Over all pairs, and the means over those of these regions that some article has. */
    RegionsReport.Quality quality(Set<String> regions) {
        Map<String, RegionsReport.Region> each = regions(regions);
        return new RegionsReport.Quality(
                figures(
                        labels(),
                        counts.values().stream()
                                .mapToInt(count -> count.suggested)
                                .sum(),
                        counts.values().stream().mapToInt(count -> count.right).sum()),
                new Figures(
                        mean(each, RegionsReport.Region::precision),
                        mean(each, RegionsReport.Region::recall),
                        mean(each, RegionsReport.Region::f1)));
    }

    /** The figures of each of these regions. */
    Map<String, RegionsReport.Region> regions(Set<String> regions) {
        Map<String, RegionsReport.Region> each = new TreeMap<>();
        regions.forEach(region ->
                each.put(region, counts.getOrDefault(region, new Count()).figures()));
        return each;
    }

    private static double mean(Map<String, RegionsReport.Region> each, ToDoubleFunction<RegionsReport.Region> figure) {
        return each.values().stream()
                .filter(region -> region.labels() > 0)
                .mapToDouble(figure)
                .average()
                .orElse(0);
    }

    private static Figures figures(int labels, int suggested, int right) {
        double precision = suggested == 0 ? 0 : (double) right / suggested;
        double recall = labels == 0 ? 0 : (double) right / labels;
        return new Figures(precision, recall, right == 0 ? 0 : 2 * precision * recall / (precision + recall));
    }
}
