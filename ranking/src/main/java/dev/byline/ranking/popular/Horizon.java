package dev.byline.ranking.popular;

/**
 * From when on minutes and hours are kept apart.
 *
 * <p>Measured from the newest event, so that an old log can be counted and asked about as it was; but never from an
 * event that lies ahead of the clock, so that one wrong date does not push everything else out.
 */
final class Horizon {
    static final int HOUR = 60;
    static final int DAY = 24 * HOUR;

    private static final int MINUTES_KEPT = 8 * DAY;
    private static final int HOURS_KEPT = 91 * DAY;

    private int newest;
    private int base;

    /** Takes an event's minute into account. */
    void see(int minute, int now) {
        newest = Math.max(newest, minute);
        base = Math.max(base, Math.min(newest, now));
    }

    /** Takes up where an earlier process left off. */
    void restore(int newest, int base) {
        this.newest = newest;
        this.base = base;
    }

    int newest() {
        return newest;
    }

    int base() {
        return base;
    }

    /** The oldest minute that is kept. */
    int minutes() {
        return Math.max(0, base - MINUTES_KEPT);
    }

    /** The oldest hour that is kept, as a number of hours. */
    int hours() {
        return Math.max(0, base - HOURS_KEPT) / HOUR;
    }
}
