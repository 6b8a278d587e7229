package dev.byline.examples.cli.evaluate.popular;

import dev.byline.article.Article;
import dev.byline.article.ArticleId;
import dev.byline.article.ArticleStore;
import dev.byline.article.ArticleSummary;
import dev.byline.examples.cli.evaluate.Interval;
import dev.byline.examples.cli.evaluate.popular.PopularReport.FormulaFigures;
import dev.byline.ranking.popular.Engagement;
import dev.byline.ranking.popular.EngagementStore;
import dev.byline.ranking.popular.Measure;
import dev.byline.ranking.popular.Order;
import dev.byline.ranking.popular.PopularArticles;
import dev.byline.ranking.popular.PopularPolicy;
import dev.byline.ranking.popular.PopularQuery;
import dev.byline.ranking.popular.Window;
import dev.byline.score.Ranked;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Asks Byline at the beginning of each hour of UTC for the ten of every order and window, and compares them with the ten that
 * are read most in that hour. Hours in which nobody read, and those before which nobody had, are left out. An item counts as
 * published when something was first heard of it; short lists stay short.
 */
final class FormulaTrial {
    static final long HOUR = Duration.ofHours(1).toMillis();

    /** The most hours that are asked about, without a gap; in a longer trace the last ones. */
    static final int MOST_HOURS = 1_000;

    /** The windows that orders are asked for. */
    static final Map<String, Duration> WINDOWS = windows();

    private final Map<String, double[]> each = new LinkedHashMap<>();
    private final Map<String, FormulaFigures> figures = new LinkedHashMap<>();
    private int hours;

    /** An order in a window, and what came of it so far. */
    private static final class Asked {
        private final PopularArticles engine;
        private final PopularQuery query;
        private final List<Double> overlaps = new ArrayList<>();
        private int @Nullable [] before;
        private double turned;
        private int pairs;

        Asked(PopularArticles engine, Duration length) {
            this.engine = engine;
            this.query = PopularQuery.of(Window.last(length)).limit(Ten.SIZE);
        }

        void ask(Map<ArticleId, Integer> numbers, long[] read) {
            int[] list = engine.top(query).stream()
                    .map(Ranked::item)
                    .map(ArticleSummary::id)
                    .mapToInt(id -> numbers.getOrDefault(id, -1))
                    .toArray();
            overlaps.add(Ten.overlap(list, read));
            if (before != null && list.length > 0) {
                turned += (double) Ten.changed(list, before) / list.length;
                pairs++;
            }
            before = list;
        }

        FormulaFigures figures() {
            double mean =
                    overlaps.stream().mapToDouble(Double::doubleValue).average().orElse(0);
            return new FormulaFigures(mean, pairs == 0 ? 0 : turned / pairs);
        }
    }

    FormulaTrial(Trace trace, Replay replay, PopularPolicy policy) {
        this(trace, replay, policy, orders(trace));
    }

    FormulaTrial(Trace trace, Replay replay, PopularPolicy policy, Map<String, Order> orders) {
        Telling telling = new Telling(trace, policy.counting());
        ArticleStore articles = ArticleStore.inMemory(ZoneOffset.UTC);
        articles.put(published(trace));
        Map<ArticleId, Integer> numbers = new HashMap<>();
        for (int i = 0; i < trace.items().size(); i++) {
            numbers.put(trace.items().get(i), i);
        }
        try (EngagementStore store = EngagementStore.inMemory(telling)) {
            Map<String, Asked> asked = new LinkedHashMap<>();
            orders.forEach((order, value) -> {
                PopularArticles engine =
                        PopularArticles.with(policy.order(value).backfill(false), store, articles, telling);
                WINDOWS.forEach((window, length) -> asked.put(name(order, window), new Asked(engine, length)));
            });
            for (long hour : hours(trace, replay)) {
                telling.before(hour * HOUR, store);
                long[] read = replay.counts(hour * HOUR - 1, (hour + 1) * HOUR - 1);
                asked.values().forEach(one -> one.ask(numbers, read));
                hours++;
            }
            asked.forEach((name, one) -> {
                figures.put(name, one.figures());
                each.put(
                        name,
                        one.overlaps.stream().mapToDouble(Double::doubleValue).toArray());
            });
        }
    }

    private static Map<String, Duration> windows() {
        Map<String, Duration> windows = new LinkedHashMap<>();
        windows.put("last-hour", Duration.ofHours(1));
        windows.put("last-24-hours", Duration.ofDays(1));
        windows.put("last-7-days", Duration.ofDays(7));
        return Collections.unmodifiableMap(windows);
    }

    /** What an order in a window is called. */
    static String name(String order, String window) {
        return order + "@" + window;
    }

    /** All that a trace can tell apart: a mix only where more than views are in it. */
    static Map<String, Order> orders(Trace trace) {
        Map<String, Order> orders = new LinkedHashMap<>();
        orders.put("most", new Order.Most(Measure.VIEWS));
        for (int halfLife : new int[] {1, 2, 4, 6, 8, 12, 24, 48}) {
            orders.put("decayed-" + halfLife + "h", new Order.Decayed(Measure.VIEWS, Duration.ofHours(halfLife)));
        }
        for (String name : List.of("trending", "velocity", "average", "reddit", "hacker-news", "lemmy")) {
            Order.parse(name, ZoneOffset.UTC).ifPresent(order -> orders.put(name, order));
        }
        if (trace.events().stream().anyMatch(event -> event.kind() != Engagement.Kind.VIEW)) {
            orders.put("mix", new Order.Mix(1, 10, 5, 2));
        }
        return orders;
    }

    private static List<Article> published(Trace trace) {
        @Nullable Article[] articles = new Article[trace.items().size()];
        for (Trace.Entry event : trace.events()) {
            if (articles[event.item()] == null) {
                articles[event.item()] = Article.builder(trace.items().get(event.item()), "item-" + event.item())
                        .headline("Item " + event.item())
                        .published(Instant.ofEpochMilli(event.at()))
                        .build();
            }
        }
        return Arrays.stream(articles).filter(Objects::nonNull).toList();
    }

    /** Those in which somebody read but the first. */
    private static List<Long> hours(Trace trace, Replay replay) {
        List<Long> hours = new ArrayList<>();
        boolean read = false;
        for (long time = replay.firstAfter(Long.MIN_VALUE); time <= trace.last(); ) {
            long hour = Math.floorDiv(time, HOUR);
            if (read) {
                hours.add(hour);
            }
            read = true;
            time = replay.firstAfter((hour + 1) * HOUR - 1);
        }
        return hours.subList(Math.max(0, hours.size() - MOST_HOURS), hours.size());
    }

    /** The figures of each order in each window. */
    Map<String, FormulaFigures> figures() {
        return Collections.unmodifiableMap(figures);
    }

    /** The one that tells most, the first of equals; empty if nothing could be asked. */
    String best() {
        String best = "";
        double most = -1;
        for (Map.Entry<String, FormulaFigures> one : figures.entrySet()) {
            if (one.getValue().nextHour() > most && hours > 0) {
                best = one.getKey();
                most = one.getValue().nextHour();
            }
        }
        return best;
    }

    /** At how many hours each was asked. */
    int hours() {
        return hours;
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
