package dev.byline.ranking.counting;

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

    /** Takes an event's minute into account; true if that moved it on. */
    boolean see(int minute, int now) {
        newest = Math.max(newest, minute);
        int before = base;
        base = Math.max(base, Math.min(newest, now));
        return base != before;
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

    /** The beginning of what is kept as one with a minute: of its hour or its day, where minutes or hours are gone. */
    int down(int minute) {
        int grain = grain(minute);
        return minute / grain * grain;
    }

    /** Likewise its end. */
    int up(int minute) {
        int grain = grain(minute);
        return (int) (Math.min(Integer.MAX_VALUE - grain, (long) minute + grain - 1) / grain * grain);
    }

    private int grain(int minute) {
        return minute >= minutes() ? 1 : minute / HOUR >= hours() ? HOUR : DAY;
    }
}
