package dev.byline.examples.cli.evaluate.popular;

import dev.byline.examples.cli.evaluate.Interval;
import dev.byline.examples.cli.evaluate.popular.PopularReport.FormulaFigures;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Asks each ranker at the beginning of each hour which ten will be read most in it. Hours in which nobody read, and
 * those before which nobody had, are left out.
 */
final class RankerTrial {
    private final Map<String, double[]> each = new LinkedHashMap<>();
    private final Map<String, FormulaFigures> figures = new LinkedHashMap<>();

    RankerTrial(Hours hours, Map<String, Ranker> rankers) {
        List<Integer> asked = new ArrayList<>();
        boolean read = false;
        for (int hour = 0; hour < hours.count(); hour++) {
            if (read && !hours.isEmpty(hour)) {
                asked.add(hour);
            }
            read |= !hours.isEmpty(hour);
        }
        rankers.forEach((name, ranker) -> judge(name, ranker, hours, asked));
    }

    private void judge(String name, Ranker ranker, Hours hours, List<Integer> asked) {
        double[] overlaps = new double[asked.size()];
        double turned = 0;
        int pairs = 0;
        int[] before = null;
        for (int i = 0; i < asked.size(); i++) {
            int[] list = ranker.top(hours.at(asked.get(i)));
            overlaps[i] = Ten.overlap(list, hours.counts(asked.get(i)));
            if (before != null && list.length > 0) {
                turned += (double) Ten.changed(list, before) / list.length;
                pairs++;
            }
            before = list;
        }
        each.put(name, overlaps);
        figures.put(name, new FormulaFigures(mean(overlaps), pairs == 0 ? 0 : turned / pairs));
    }

    private static double mean(double[] values) {
        return java.util.Arrays.stream(values).average().orElse(0);
    }

    /** The figures of each, in the order in which they were given. */
    Map<String, FormulaFigures> figures() {
        return Collections.unmodifiableMap(figures);
    }

    /** The one that tells most, the first of equals; empty if nothing could be asked. */
    String best() {
        String best = "";
        double most = -1;
        for (Map.Entry<String, FormulaFigures> one : figures.entrySet()) {
            if (one.getValue().nextHour() > most && hours() > 0) {
                best = one.getKey();
                most = one.getValue().nextHour();
            }
        }
        return best;
    }

    /** At how many hours each was asked. */
    int hours() {
        return each.values().stream().mapToInt(all -> all.length).max().orElse(0);
    }

    /** The best less each of the others. */
    Map<String, Interval> differences() {
        Map<String, Interval> differences = new LinkedHashMap<>();
        double[] most = each.get(best());
        if (most != null) {
            each.forEach((name, overlaps) -> {
                if (!name.equals(best())) {
                    differences.put(name, Interval.ofDifference(most, overlaps));
                }
            });
        }
        return Collections.unmodifiableMap(differences);
    }
}
