package dev.byline.ranking.popular;

import dev.byline.ranking.audience.Reader;
import dev.byline.ranking.counting.Keys;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The numbers of what is counted of an article; on disk too, so none is ever used for something else. */
final class Series {
    static final int VIEWS = 1;
    static final int COMMENTS = 2;
    static final int REACTIONS = 3;
    static final int REPEATS = 4;
    static final int BOTS = 5;
    static final int PREFETCHES = 6;
    static final int EDITORS = 7;
    static final int FLOODS = 8;
    static final int VISITORS = 9;

    /** The first of the networks on which articles are shared. */
    static final int SHARES = 16;

    /** How many networks are told apart. */
    static final int MOST_NETWORKS = 100;

    private static final Keys.Range VIEW = Keys.Range.of(VIEWS);
    private static final Keys.Range COMMENT = Keys.Range.of(COMMENTS);
    private static final Keys.Range REACTION = Keys.Range.of(REACTIONS);
    private static final Keys.Range VISITOR = Keys.Range.of(VISITORS);
    private static final Keys.Range SHARE = new Keys.Range(SHARES, SHARES + MOST_NETWORKS - 1);

    private static final String SHARES_ON = "shares/";

    /** The names by which nodes tell each other. */
    private static final Map<String, Integer> NUMBERS = Map.of(
            "views", VIEWS,
            "comments", COMMENTS,
            "reactions", REACTIONS,
            "repeats", REPEATS,
            "bots", BOTS,
            "prefetches", PREFETCHES,
            "editors", EDITORS,
            "floods", FLOODS,
            "visitors", VISITORS);

    private static final Map<Integer, String> NAMES =
            NUMBERS.entrySet().stream().collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));

    private Series() {}

    /** The name by which nodes tell each other. */
    static String name(int series, Networks networks) {
        @Nullable String name = NAMES.get(series);
        if (name != null) {
            return name;
        }
        boolean isShare = series >= SHARES && series < SHARES + networks.size();
        return isShare ? SHARES_ON + networks.name(series) : "number " + series;
    }

    /** The number of a name that another node told. */
    static int of(String name, Networks networks) {
        if (name.startsWith(SHARES_ON)) {
            return networks.series(Engagement.networkName(name.substring(SHARES_ON.length())));
        }
        @Nullable Integer series = NUMBERS.get(name);
        if (series == null) {
            throw new IllegalArgumentException("this version does not count " + name);
        }
        return series;
    }

    static Keys.Range of(Measure measure) {
        return switch (measure) {
            case VIEWS -> VIEW;
            case COMMENTS -> COMMENT;
            case REACTIONS -> REACTION;
            case SHARES -> SHARE;
            case VISITORS -> VISITOR;
        };
    }

    static int of(Reader reader) {
        return switch (reader) {
            case PERSON -> VIEWS;
            case BOT -> BOTS;
            case PREFETCH -> PREFETCHES;
            case EDITOR -> EDITORS;
        };
    }
}
