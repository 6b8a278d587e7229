package dev.byline.ranking.popular;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/**
 * Days and weeks as the clocks of a zone show them, and instants cut to where calendars work: a day begins when its date
 * does, so it has 23 or 25 hours when clocks change, and where midnight is left out it begins an hour later.
 */
final class Days {
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-01T00:00:00Z");

    private Days() {}

    /** The instant itself, or the nearest one within the years 1 to 9999. */
    static Instant within(Instant at) {
        return at.isBefore(FIRST) ? FIRST : at.isAfter(LAST) ? LAST : at;
    }

    /** The beginning of its minute. */
    static Instant minute(Instant at) {
        return within(at).truncatedTo(ChronoUnit.MINUTES);
    }

    static LocalDate date(Instant at, ZoneId zone) {
        return within(at).atZone(zone).toLocalDate();
    }

    /** The minute in which the day begins that was so many days before. */
    static Instant beginning(Instant at, int daysBefore, ZoneId zone) {
        return minute(date(at, zone).minusDays(daysBefore).atStartOfDay(zone).toInstant());
    }

    /** The minute in which the week begins that holds the instant. */
    static Instant week(Instant at, DayOfWeek first, ZoneId zone) {
        return minute(date(at, zone)
                .with(TemporalAdjusters.previousOrSame(first))
                .atStartOfDay(zone)
                .toInstant());
    }

    /** How many days of the calendar lie between the two, at least 0. */
    static long between(Instant from, Instant to, ZoneId zone) {
        return Math.max(0, ChronoUnit.DAYS.between(date(from, zone), date(to, zone)));
    }

    /** The time between the two in hours, negative if they are the other way round; never overflows. */
    static double hours(Instant from, Instant to) {
        return ((double) to.getEpochSecond() - from.getEpochSecond() + (to.getNano() - from.getNano()) / 1e9) / 3600;
    }
}
