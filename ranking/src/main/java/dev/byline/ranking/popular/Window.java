package dev.byline.ranking.popular;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The time whose engagement counts for a list, in whole minutes. In JSON the text of {@link #code()}.
 *
 * <p>One of fixed length begins with the whole minute that is nearest to its first instant, any other with the minute in which
 * that lies. One that reaches up to the moment of asking ends with the minute that runs, any other before the minute in which
 * its end lies; so windows from one instant to another that follow one another add up.
 */
public sealed interface Window {
    /** The time up to the moment of asking, this long. */
    static Window last(Duration length) {
        return new Last(length);
    }

    /** All time, opening balances included. */
    static Window all() {
        return new All();
    }

    /** From the first instant on and before the second. */
    static Window between(Instant from, Instant to) {
        return new Between(from, to);
    }

    /** The day that runs in a zone, up to the moment of asking. */
    static Window today(ZoneId zone) {
        return new Today(zone);
    }

    /** The whole day before the one that runs in a zone. */
    static Window yesterday(ZoneId zone) {
        return new Yesterday(zone);
    }

    /** The week that runs in a zone and begins with Monday, as ISO 8601 has it, up to the moment of asking. */
    static Window week(ZoneId zone) {
        return week(zone, DayOfWeek.MONDAY);
    }

    /**
     * The week that runs in a zone, up to the moment of asking.
     *
     * @param first the day with which it begins, for example {@code WeekFields.of(locale).getFirstDayOfWeek()}
     */
    static Window week(ZoneId zone, DayOfWeek first) {
        return new Week(zone, first);
    }

    /**
     * Reads what somebody types: {@code all}, a number with {@code m}, {@code h} or {@code d} behind it, an ISO 8601
     * duration, two instants as {@code 2026-11-01T00:00:00Z/2026-11-02T00:00:00Z}, or {@code today}, {@code yesterday},
     * {@code week} or {@code week-saturday} with a zone, as {@code today@Asia/Riyadh}.
     *
     * @return empty if it is none of these
     */
    static Optional<Window> parse(String text) {
        String typed = text.strip();
        if (typed.length() > 100) {
            return Optional.empty();
        }
        String code = typed.toLowerCase(Locale.ROOT);
        int slash = code.indexOf('/');
        int zone = code.indexOf('@');
        if (code.equals("all")) {
            return Optional.of(all());
        }
        try {
            if (zone > 0) {
                return inZone(code.substring(0, zone), ZoneId.of(typed.substring(zone + 1)));
            }
            if (slash > 0) {
                return Optional.of(
                        between(Instant.parse(typed.substring(0, slash)), Instant.parse(typed.substring(slash + 1))));
            }
            if (code.startsWith("p")) {
                return Optional.of(last(Duration.parse(code)));
            }
            int end = code.length() - 1;
            if (end < 1 || end > 9 || !Character.isDigit(code.charAt(0))) {
                return Optional.empty();
            }
            int number = Integer.parseInt(code.substring(0, end));
            return switch (code.charAt(end)) {
                case 'm' -> Optional.of(last(Duration.ofMinutes(number)));
                case 'h' -> Optional.of(last(Duration.ofHours(number)));
                case 'd' -> Optional.of(last(Duration.ofDays(number)));
                default -> Optional.empty();
            };
        } catch (DateTimeException | ArithmeticException | IllegalArgumentException notAWindow) {
            return Optional.empty();
        }
    }

    /** As {@link #parse(String)}; {@code today}, {@code yesterday} and weeks that name no zone are of this one. */
    static Optional<Window> parse(String text, ZoneId zone) {
        Optional<Window> named = parse(text);
        return named.isPresent() ? named : parse(text.strip() + "@" + zone);
    }

    private static Optional<Window> inZone(String code, ZoneId zone) {
        return switch (code) {
            case "today" -> Optional.of(today(zone));
            case "yesterday" -> Optional.of(yesterday(zone));
            case "week" -> Optional.of(week(zone));
            default ->
                code.startsWith("week-")
                        ? Optional.of(week(
                                zone,
                                DayOfWeek.valueOf(
                                        code.substring("week-".length()).toUpperCase(Locale.ROOT))))
                        : Optional.empty();
        };
    }

    /** Reads what {@link #code()} wrote. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Window fromJson(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException("not a window: \"" + text + "\""));
    }

    /** The instant at which the window begins when it is looked at then; null if it has no beginning. */
    @Nullable
    Instant from(Instant at);

    /** The instant before which it ends when it is looked at then: the end of the minute that runs. */
    default Instant to(Instant at) {
        return Days.minute(at).plus(1, ChronoUnit.MINUTES);
    }

    /** What {@link #parse} reads: the one form that it writes. */
    @JsonValue
    String code();

    /** What completes "12 views ...", for example {@code in the last 7 days}. */
    String phrase();

    /**
     * A time of fixed length.
     *
     * <p>It begins with the whole minute that is nearest to its first instant, so that it is as often a little short as a little
     * long, and ends with the minute that runs; at a whole minute it holds exactly what is no older than its length.
     *
     * @param length 1 minute to 36,500 days
     */
    record Last(Duration length) implements Window {
        private static final Duration LONGEST = Duration.ofDays(36_500);

        /** Checks the length. */
        public Last {
            if (length.compareTo(Duration.ofMinutes(1)) < 0 || length.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException("a window is a minute to 36500 days long, not " + length);
            }
        }

        @Override
        public Instant from(Instant at) {
            return Days.minute(Days.within(at).minus(length).plusSeconds(30));
        }

        @Override
        public String code() {
            return length.toString();
        }

        @Override
        public String phrase() {
            if (length.equals(Duration.ofDays(length.toDays())) && length.toDays() > 1) {
                return "in the last " + length.toDays() + " days";
            }
            if (length.equals(Duration.ofHours(length.toHours()))) {
                return length.toHours() == 1 ? "in the last hour" : "in the last " + length.toHours() + " hours";
            }
            return "in the last " + length.toMinutes() + " minutes";
        }

        @Override
        public String toString() {
            return code();
        }
    }

    /** All time. */
    record All() implements Window {
        @Override
        public @Nullable Instant from(Instant at) {
            return null;
        }

        @Override
        public String code() {
            return "all";
        }

        @Override
        public String phrase() {
            return "of all time";
        }

        @Override
        public String toString() {
            return code();
        }
    }

    /**
     * A time with both ends, in whole minutes within the years 1 to 9999: seconds are cut off.
     *
     * @param from the first minute
     * @param to the minute before which it ends, after the first
     */
    record Between(Instant from, Instant to) implements Window {
        /** Cuts both to their minutes and checks their order. */
        public Between {
            from = Days.minute(from);
            to = Days.minute(to);
            if (!from.isBefore(to)) {
                throw new IllegalArgumentException("a window ends a minute or more after " + from + ", not at " + to);
            }
        }

        @Override
        public Instant from(Instant at) {
            return from;
        }

        @Override
        public Instant to(Instant at) {
            return to;
        }

        @Override
        public String code() {
            return from + "/" + to;
        }

        @Override
        public String phrase() {
            return "from " + from + " until " + to;
        }

        @Override
        public String toString() {
            return code();
        }
    }

    /**
     * The day that runs.
     *
     * @param zone by whose clocks
     */
    record Today(ZoneId zone) implements Window {
        /** Checks that there is a zone. */
        public Today {
            Objects.requireNonNull(zone, "zone");
        }

        @Override
        public Instant from(Instant at) {
            return Days.beginning(at, 0, zone);
        }

        @Override
        public String code() {
            return "today@" + zone;
        }

        @Override
        public String phrase() {
            return "today";
        }

        @Override
        public String toString() {
            return code();
        }
    }

    /**
     * The day before.
     *
     * @param zone by whose clocks
     */
    record Yesterday(ZoneId zone) implements Window {
        /** Checks that there is a zone. */
        public Yesterday {
            Objects.requireNonNull(zone, "zone");
        }

        @Override
        public Instant from(Instant at) {
            return Days.beginning(at, 1, zone);
        }

        @Override
        public Instant to(Instant at) {
            return Days.beginning(at, 0, zone);
        }

        @Override
        public String code() {
            return "yesterday@" + zone;
        }

        @Override
        public String phrase() {
            return "yesterday";
        }

        @Override
        public String toString() {
            return code();
        }
    }

    /**
     * The week that runs.
     *
     * @param zone by whose clocks
     * @param first the day with which it begins
     */
    record Week(ZoneId zone, DayOfWeek first) implements Window {
        /** Checks that both are there. */
        public Week {
            Objects.requireNonNull(zone, "zone");
            Objects.requireNonNull(first, "first");
        }

        @Override
        public Instant from(Instant at) {
            return Days.week(at, first, zone);
        }

        @Override
        public String code() {
            String day = first == DayOfWeek.MONDAY ? "" : "-" + first.name().toLowerCase(Locale.ROOT);
            return "week" + day + "@" + zone;
        }

        @Override
        public String phrase() {
            return "this week";
        }

        @Override
        public String toString() {
            return code();
        }
    }
}
