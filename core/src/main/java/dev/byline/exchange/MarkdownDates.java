package dev.byline.exchange;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * The dates of front matter and file names: year, month and day, then perhaps hour, minute and second, then perhaps a
 * zone; with or without zeros in front, with a blank or a T between.
 */
final class MarkdownDates {
    private static final int LONGEST = 60;
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("9999-12-31T23:59:59Z");
    private static final int LONGEST_STAMP = 10;

    private final String text;
    private int at;

    private MarkdownDates(String text) {
        this.text = text;
    }

    /** The instant that a text states, in this zone if it names none; null if it is no date. */
    static @Nullable Instant of(String text, ZoneId zone) {
        if (text.isEmpty() || text.length() > LONGEST) {
            return null;
        }
        try {
            return new MarkdownDates(text).read(zone);
        } catch (DateTimeException | NotADate e) {
            return null;
        }
    }

    /** The date that the name of a file begins with, as Jekyll wants it; null if it begins with none. */
    static @Nullable Instant ofName(String stem, ZoneId zone) {
        int end = stampEnd(stem);
        return end == 0 ? null : of(stem.substring(0, end), zone);
    }

    /** The name of a file without the date that it begins with. */
    static String withoutDate(String stem) {
        int end = stampEnd(stem);
        return end == 0 || end + 1 >= stem.length() ? stem : stem.substring(end + 1);
    }

    // Where YYYY-MM-DD ends, if a hyphen follows it.
    private static int stampEnd(String stem) {
        if (stem.length() <= LONGEST_STAMP || stem.charAt(LONGEST_STAMP) != '-') {
            return 0;
        }
        for (int i = 0; i < LONGEST_STAMP; i++) {
            char c = stem.charAt(i);
            boolean fits = (i == 4 || i == 7) ? c == '-' : (c >= '0' && c <= '9');
            if (!fits) {
                return 0;
            }
        }
        return LONGEST_STAMP;
    }

    private static final class NotADate extends Exception {
        private static final long serialVersionUID = 1L;

        NotADate() {
            super("", null, false, false);
        }
    }

    private Instant read(ZoneId zone) throws NotADate {
        int year = number(4, 4);
        take('-');
        int month = number(1, 2);
        take('-');
        int day = number(1, 2);
        int[] time = {0, 0, 0};
        int nanos = 0;
        boolean timed = skipTo('T') || skipTo('t') || skipBlanks();
        if (timed && isDigit()) {
            time[0] = number(1, 2);
            take(':');
            time[1] = number(2, 2);
            if (skipTo(':')) {
                time[2] = number(1, 2);
                nanos = skipTo('.') ? fraction() : 0;
            }
        }
        LocalDateTime local = LocalDateTime.of(year, month, day, time[0], time[1], time[2], nanos);
        if (year == 0) {
            throw new NotADate();
        }
        skipBlanks();
        Instant instant = local.atZone(at == text.length() ? zone : zone()).toInstant();
        if (instant.isBefore(FIRST) || instant.isAfter(END)) {
            throw new NotADate();
        }
        return instant;
    }

    private ZoneId zone() throws NotADate {
        String written = text.substring(at);
        char first = written.charAt(0);
        if (first != '+' && first != '-') {
            return ZoneId.of(written.equalsIgnoreCase("z") ? "Z" : written);
        }
        at++;
        int hours = number(2, 2);
        skipTo(':');
        int minutes = at < text.length() ? number(2, 2) : 0;
        if (at < text.length() || minutes > 59) {
            throw new NotADate();
        }
        int total = hours * 3600 + minutes * 60;
        return ZoneOffset.ofTotalSeconds(first == '-' ? -total : total);
    }

    private boolean isDigit() {
        return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    private int number(int fewest, int most) throws NotADate {
        int value = 0;
        int digits = 0;
        while (digits < most && isDigit()) {
            value = value * 10 + text.charAt(at++) - '0';
            digits++;
        }
        if (digits < fewest) {
            throw new NotADate();
        }
        return value;
    }

    private int fraction() {
        int nanos = 0;
        for (int unit = 100_000_000; isDigit(); at++) {
            nanos += (text.charAt(at) - '0') * unit;
            unit /= 10;
        }
        return nanos;
    }

    private void take(char c) throws NotADate {
        if (!skipTo(c)) {
            throw new NotADate();
        }
    }

    private boolean skipTo(char c) {
        if (at < text.length() && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    private boolean skipBlanks() {
        int from = at;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at > from;
    }
}
