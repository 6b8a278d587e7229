package dev.byline.exchange;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The dates of feeds: those of RFC 3339, and those of RFC 822 as they are really written, with a day of the week that
 * may be wrong or missing, years of two digits, names of zones, and the order of C's {@code ctime}.
 */
final class FeedDates {
    private static final int LONGEST = 60;
    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
    private static final Map<String, Integer> ZONES = Map.of(
            "est", -5, "edt", -4, "cst", -6, "cdt", -5, "mst", -7, "mdt", -6, "pst", -8, "pdt", -7, "cet", 1, "cest",
            2);

    private int day;
    private int month;
    private int year = -1;
    private int[] time = {0, 0, 0};
    private boolean afternoon;
    private boolean morning;
    private @Nullable ZoneOffset offset;

    private FeedDates() {}

    /** The instant that a text states, in this zone if it names none; null if it is no date. */
    static @Nullable Instant of(String text, ZoneId zone) {
        String date = text.strip();
        if (date.length() < 6 || date.length() > LONGEST) {
            return null;
        }
        if (isDigits(date.substring(0, 4))) {
            return MarkdownDates.of(date, zone);
        }
        try {
            FeedDates read = new FeedDates();
            return words(date).stream().allMatch(read::take) ? read.instant(zone) : null;
        } catch (DateTimeException | NumberFormatException e) {
            return null;
        }
    }

    private static List<String> words(String date) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i <= date.length(); i++) {
            char c = i < date.length() ? date.charAt(i) : ' ';
            // "01-Jan-2001" has hyphens for blanks; before the digits of a zone stands a blank.
            boolean part = c <= ' ' || c == ',' || (c == '-' && word.length() > 0 && word.indexOf(":") < 0);
            if (!part) {
                word.append(c);
            } else if (!word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
        }
        return words;
    }

    private boolean take(String word) {
        char first = word.charAt(0);
        if (first == '(') {
            return true;
        }
        if (word.indexOf(':') > 0 && Character.isDigit(first)) {
            return time(word);
        }
        if (isDigits(word)) {
            return number(word);
        }
        String lower = word.toLowerCase(Locale.ROOT);
        if (first == '+' || first == '-') {
            return offset(word);
        }
        if (lower.equals("am") || lower.equals("pm")) {
            afternoon = lower.equals("pm");
            morning = !afternoon;
            return true;
        }
        int at = month == 0 && lower.length() >= 3 ? MONTHS.indexOf(lower.substring(0, 3)) : -1;
        if (at >= 0 && at % 3 == 0) {
            month = at / 3 + 1;
            return true;
        }
        if (year >= 0 || time[0] + time[1] + time[2] > 0) {
            // RFC 2822: a name that nobody knows is no zone but UTC's.
            offset = ZoneOffset.ofHours(ZONES.getOrDefault(lower, 0));
        }
        return true;
    }

    private boolean time(String word) {
        int zone = Math.max(word.indexOf('+'), word.indexOf('-'));
        String[] parts = (zone < 0 ? word : word.substring(0, zone)).split(":", -1);
        boolean utc = parts[parts.length - 1].endsWith("Z");
        for (int i = 0; i < Math.min(3, parts.length); i++) {
            String digits = utc && i == parts.length - 1 ? parts[i].substring(0, parts[i].length() - 1) : parts[i];
            int dot = digits.indexOf('.');
            time[i] = Integer.parseInt(dot < 0 ? digits : digits.substring(0, dot));
        }
        offset = utc ? ZoneOffset.UTC : offset;
        return parts.length <= 3 && (zone < 0 || offset(word.substring(zone)));
    }

    private boolean number(String word) {
        int value = Integer.parseInt(word);
        if (day == 0 && word.length() <= 2) {
            day = value;
        } else if (year < 0 && (word.length() == 2 || word.length() == 4)) {
            year = word.length() == 4 ? value : value < 50 ? 2000 + value : 1900 + value;
        } else {
            return false;
        }
        return true;
    }

    private boolean offset(String word) {
        String digits = word.substring(1).replace(":", "");
        if (!isDigits(digits) || digits.length() > 4) {
            return false;
        }
        int value = Integer.parseInt(digits);
        int minutes = digits.length() <= 2 ? value * 60 : value / 100 * 60 + value % 100;
        offset = ZoneOffset.ofTotalSeconds((word.charAt(0) == '-' ? -60 : 60) * minutes);
        return true;
    }

    private @Nullable Instant instant(ZoneId zone) {
        if (day == 0 || month == 0 || year < 1) {
            return null;
        }
        int hour = afternoon && time[0] < 12 ? time[0] + 12 : morning && time[0] == 12 ? 0 : time[0];
        // A leap second is the last one of its minute.
        LocalDateTime local = LocalDateTime.of(year, month, day, hour, time[1], Math.min(time[2], 59));
        return local.atZone(offset == null ? zone : offset).toInstant();
    }

    private static boolean isDigits(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
