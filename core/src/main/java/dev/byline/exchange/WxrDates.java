package dev.byline.exchange;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The dates of WXR: {@code 2024-05-31 18:00:00} without a zone, and those of RSS with one. */
final class WxrDates {
    private static final DateTimeFormatter STORED = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendLiteral(' ')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");
    private static final int LONGEST = 40;

    /** What WordPress stores where there is no date. */
    static final String NONE = "0000-00-00 00:00:00";

    private WxrDates() {}

    /** The first of these that is a date: in UTC, as RSS writes it, in the site's zone. */
    static @Nullable Instant first(String utc, String rss, String local, ZoneId zone) {
        Instant stored = stored(utc, ZoneOffset.UTC);
        if (stored != null) {
            return stored;
        }
        Instant written = rss(rss);
        return written == null ? stored(local, zone) : written;
    }

    /** A stored date; null for zeros and for what is none. */
    static @Nullable Instant stored(String text, ZoneId zone) {
        if (text.isEmpty() || text.length() > LONGEST || text.startsWith("0000-")) {
            return null;
        }
        try {
            return bounded(LocalDateTime.parse(text, STORED).atZone(zone).toInstant());
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable Instant rss(String text) {
        if (text.isEmpty() || text.length() > LONGEST) {
            return null;
        }
        // Files edited by hand name the wrong day of the week, which no date needs.
        String date = text.substring(text.indexOf(',') + 1).strip();
        try {
            return bounded(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from));
        } catch (DateTimeException e) {
            return null;
        }
    }

    // WordPress writes the date that it has not as the last day of November of the year -1.
    private static @Nullable Instant bounded(Instant instant) {
        return instant.isBefore(FIRST) || instant.isAfter(END) ? null : instant;
    }

    /** As WordPress stores it; zeros for null and for what lies outside of the years that it can store. */
    static String write(@Nullable Instant instant, ZoneId zone) {
        return instant == null || bounded(instant) == null ? NONE : WRITTEN.format(instant.atZone(zone));
    }

    /** As RSS writes it; empty for null. */
    static String writeRss(@Nullable Instant instant) {
        return instant == null || bounded(instant) == null
                ? ""
                : DateTimeFormatter.RFC_1123_DATE_TIME.format(instant.atZone(ZoneOffset.UTC));
    }
}
