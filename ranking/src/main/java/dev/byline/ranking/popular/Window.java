package dev.byline.ranking.popular;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The time whose engagement counts for a list, in whole minutes. In JSON the text of {@link #code()}. */
public sealed interface Window {
    /** The time up to the moment of asking, this long. */
    static Window last(Duration length) {
        return new Last(length);
    }

    /** All time, opening balances included. */
    static Window all() {
        return new All();
    }

    /**
     * Reads what somebody types: {@code all}, a number with {@code m}, {@code h} or {@code d} behind it, or an ISO 8601
     * duration.
     *
     * @return empty if it is none of these
     */
    static Optional<Window> parse(String text) {
        String code = text.strip().toLowerCase(Locale.ROOT);
        if (code.equals("all")) {
            return Optional.of(all());
        }
        try {
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
        return at.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
    }

    /** What {@link #parse} reads: {@code all} or an ISO 8601 duration. */
    @JsonValue
    String code();

    /** What completes "12 views ...", for example {@code in the last 7 days}. */
    String phrase();

    /**
     * A time of fixed length.
     *
     * <p>It begins with the minute in which its first instant lies and ends with the minute that runs, so at a whole
     * minute it holds exactly what is no older than its length.
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
            return at.minus(length).truncatedTo(ChronoUnit.MINUTES);
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
}
