package dev.byline.examples.cli.evaluate.related;

import dev.byline.examples.cli.evaluate.BadInput;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How alike people found two posts. */
final class Pairs {
    /** Two posts and what people say. */
    record Pair(Post first, Post second, double human) {}

    private Pairs() {}

    /** Reads two ids and a number a line, in order; further columns are passed over. */
    static List<Pair> of(Path file, Posts posts) throws BadInput {
        List<Pair> pairs = new ArrayList<>();
        Map<Set<Integer>, Long> lines = new HashMap<>();
        new TabFile(file, posts).each(row -> {
            if (row.columns().size() < 3) {
                throw row.bad("has 2 columns, not 3: two ids and a number");
            }
            Post first = row.post(row.columns().get(0));
            Post second = row.post(row.columns().get(1));
            if (first.number() == second.number()) {
                throw row.bad("pairs an article with itself");
            }
            Long before = lines.putIfAbsent(Set.of(first.number(), second.number()), row.line());
            if (before != null) {
                throw row.bad("pairs the articles of line " + before + " again");
            }
            pairs.add(new Pair(first, second, row.number(2, "number")));
        });
        if (pairs.isEmpty()) {
            throw new BadInput(file, "holds no pair");
        }
        return pairs;
    }

    /** Pearson's correlation, -1 to 1; null where one of the two never changes. */
    static @Nullable Double pearson(double[] first, double[] second) {
        int count = first.length;
        double meanOfFirst = 0;
        double meanOfSecond = 0;
        for (int i = 0; i < count; i++) {
            meanOfFirst += first[i] / count;
            meanOfSecond += second[i] / count;
        }
        double both = 0;
        double one = 0;
        double other = 0;
        for (int i = 0; i < count; i++) {
            double a = first[i] - meanOfFirst;
            double b = second[i] - meanOfSecond;
            both += a * b;
            one += a * a;
            other += b * b;
        }
        double spread = Math.sqrt(one) * Math.sqrt(other);
        return spread > 0 ? Math.max(-1, Math.min(1, both / spread)) : null;
    }
}
