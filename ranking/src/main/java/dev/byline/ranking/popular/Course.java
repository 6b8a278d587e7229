package dev.byline.ranking.popular;

import dev.byline.ranking.popular.EngagementStore.Step;
import java.time.Duration;
import java.time.Instant;

/** What happened to an article step by step, and what {@link Order.Decayed} and {@link Order.Trending} make of it. */
final class Course {
    private static final Duration BY_THE_HOUR = Duration.ofDays(2);
    private static final int HALF_LIVES = 16;

    /** How many hours back a trend may have had its height. */
    private static final int HOURS_AGO = 24;

    /** Twice as long are the hours that are kept. */
    private static final int LONGEST = (int) Order.Trending.LONGEST.toHours();

    private Course() {}

    /**
     * The course that an order needs.
     *
     * @param last the number of the last step, that in which the window ends
     * @param steps how many; 0 if it needs none
     * @param halfLife in steps
     * @param length of the window in steps, for trends
     */
    record Needed(Step step, long last, int steps, double halfLife, int length) {
        Instant from() {
            return step.beginning(last - steps + 1);
        }

        Formulas.Decay decay() {
            return new Formulas.Decay(last, steps, halfLife);
        }

        /** All of it as a window. */
        Window window() {
            return Window.between(from(), step.beginning(last + 1));
        }

        /** Whether a trend may have a longer window than it looks at. */
        boolean isLongest() {
            return length == LONGEST;
        }

        String word() {
            return step == Step.DAY ? "day" : "hour";
        }
    }

    static Needed needed(Order order, Window window, Instant at) {
        // Within the years 1 to 9999, so that all that follows can be an int.
        Instant end = window.to(at).minusSeconds(1);
        Instant from = window.from(at);
        if (order instanceof Order.Decayed decayed) {
            Step step = decayed.halfLife().compareTo(BY_THE_HOUR) <= 0 ? Step.HOUR : Step.DAY;
            double halfLife =
                    (double) decayed.halfLife().toMillis() / step.length().toMillis();
            long last = step.number(end);
            long most = (long) Math.ceil(HALF_LIVES * halfLife);
            long steps = from == null ? most : Math.min(most, last - step.number(from) + 1);
            return new Needed(step, last, (int) Math.max(1, steps), halfLife, 0);
        }
        long last = Step.HOUR.number(end);
        if (order instanceof Order.Trending trending) {
            double halfLife = trending.halfLife().toMillis() / 3_600_000.0;
            double hours = from == null ? LONGEST : Days.hours(from, window.to(at));
            // A window up to now begins and ends within a minute, and so is a minute longer than it says.
            int length = (int) Math.max(1, Math.min(LONGEST, Math.ceil(hours - 1 / 60.0)));
            return new Needed(Step.HOUR, last, 2 * length + HOURS_AGO, halfLife, length);
        }
        return new Needed(Step.HOUR, last, 0, 1, 0);
    }

    /**
     * The moment at which a trend, as it is left of it, was greatest.
     *
     * @param trend its value then
     * @param value what is left of it
     */
    record Peak(double observed, double expected, double trend, int hoursAgo, double value) {}

    static Peak peak(long[] course, Needed needed, Order.Trending order) {
        // Sums of the hours up to each from the end on, so that what lies before the course counts as nothing.
        double[] last = new double[needed.steps() + 1];
        for (int back = 0; back < needed.steps(); back++) {
            last[back + 1] = last[back] + (back < course.length ? course[course.length - 1 - back] : 0);
        }
        int length = needed.length();
        Peak best = new Peak(last[length], last[2 * length] - last[length], 0, 0, 0);
        // An hour whose past is not known is none at which anything can be said to have risen.
        int known = Math.max(0, Math.min(HOURS_AGO, course.length - 2 * length));
        for (int ago = 0; ago <= known; ago++) {
            double observed = last[ago + length] - last[ago];
            double expected = last[ago + 2 * length] - last[ago + length];
            double trend = Formulas.trend(observed, expected, (double) order.threshold());
            double value = trend * Formulas.halved(ago, needed.halfLife());
            if (value > best.value) {
                best = new Peak(observed, expected, trend, ago, value);
            }
        }
        return best;
    }
}
