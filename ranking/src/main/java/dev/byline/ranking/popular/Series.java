package dev.byline.ranking.popular;

import dev.byline.ranking.audience.Reader;
import dev.byline.ranking.counting.Keys;

/** The numbers of what is counted of an article; on disk too, so none is ever used for something else. */
final class Series {
    static final int VIEWS = 1;
    static final int COMMENTS = 2;
    static final int REACTIONS = 3;
    static final int REPEATS = 4;
    static final int BOTS = 5;
    static final int PREFETCHES = 6;
    static final int EDITORS = 7;

    /** The first of the networks on which articles are shared. */
    static final int SHARES = 16;

    /** How many networks are told apart. */
    static final int MOST_NETWORKS = 100;

    private static final Keys.Range VIEW = Keys.Range.of(VIEWS);
    private static final Keys.Range COMMENT = Keys.Range.of(COMMENTS);
    private static final Keys.Range REACTION = Keys.Range.of(REACTIONS);
    private static final Keys.Range SHARE = new Keys.Range(SHARES, SHARES + MOST_NETWORKS - 1);

    private Series() {}

    static Keys.Range of(Measure measure) {
        return switch (measure) {
            case VIEWS -> VIEW;
            case COMMENTS -> COMMENT;
            case REACTIONS -> REACTION;
            case SHARES -> SHARE;
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
