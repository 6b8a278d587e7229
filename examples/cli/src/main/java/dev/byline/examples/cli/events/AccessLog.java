package dev.byline.examples.cli.events;

import dev.byline.ranking.audience.Origin;
import dev.byline.ranking.audience.Request;
import dev.byline.ranking.popular.Engagement;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Views as web servers log them: in the common or the combined format, also with the host before or with more behind.
 *
 * <p>The item is the target that was asked for, as it stands there. The visitor is a hash of address and agent, so that
 * the address itself goes no further, but for the network in which it lies. Thread-safe.
 */
public final class AccessLog {
    private static final int DATE = 20;
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private final ZoneId zone;

    /** Logs whose times are of this zone, where they state no offset. */
    public AccessLog(ZoneId zone) {
        this.zone = zone;
    }

    /** Reads a line. */
    public Event parse(String line) throws BadEvent {
        int open = line.indexOf(" [");
        int close = open < 0 ? -1 : line.indexOf(']', open);
        if (close < 0) {
            throw new BadEvent("not a line of an access log");
        }
        String address = address(line.substring(0, open));
        Instant at = at(line.substring(open + 2, close));
        Quoted asked = Quoted.from(line, close + 1);
        if (asked == null) {
            throw new BadEvent("has no request");
        }
        // Such a request is no HTTP: "-" where a connection was dropped, or bytes of another protocol.
        int first = asked.text.indexOf(' ');
        int last = asked.text.lastIndexOf(' ');
        if (first <= 0) {
            throw new BadEvent("the request is no HTTP");
        }
        String target = asked.text.substring(first + 1, last > first ? last : asked.text.length());
        int status = status(line, asked.end);
        Quoted referrer = Quoted.from(line, asked.end);
        Quoted agent = referrer == null ? null : Quoted.from(line, referrer.end);
        String named = agent == null ? null : agent.text;
        return new Event(
                Engagement.Kind.VIEW,
                target,
                at,
                Origin.of(address, named),
                "",
                null,
                new Request(asked.text.substring(0, first), status, named, List.of(), Set.of()),
                1);
    }

    // "host ident user", or with the name and port of the site before.
    private static String address(String head) throws BadEvent {
        int space = head.indexOf(' ');
        if (space <= 0) {
            throw new BadEvent("not a line of an access log");
        }
        int second = head.indexOf(' ', space + 1);
        int third = second < 0 ? -1 : head.indexOf(' ', second + 1);
        boolean siteFirst = third > 0 && !head.substring(space + 1, second).equals("-");
        return siteFirst ? head.substring(space + 1, second) : head.substring(0, space);
    }

    /** Reads a time such as {@code 20/Nov/2026:11:58:00 +0300}. */
    private Instant at(String text) throws BadEvent {
        try {
            if (text.length() >= DATE
                    && text.charAt(2) == '/'
                    && text.charAt(6) == '/'
                    && text.charAt(11) == ':'
                    && text.charAt(14) == ':'
                    && text.charAt(17) == ':') {
                LocalDateTime local = LocalDateTime.of(
                        number(text, 7, 11),
                        1 + MONTHS.indexOf(text.substring(3, 6).toLowerCase(Locale.ROOT)),
                        number(text, 0, 2),
                        number(text, 12, 14),
                        number(text, 15, 17),
                        // A leap second is in the minute that it ends.
                        Math.min(59, number(text, 18, DATE)));
                String offset = text.substring(DATE).strip();
                return offset.isEmpty() ? local.atZone(zone).toInstant() : local.toInstant(ZoneOffset.of(offset));
            }
        } catch (DateTimeException | NumberFormatException noTime) {
            // As one of another form.
        }
        throw new BadEvent("the time is none such as 20/Nov/2026:11:58:00 +0300");
    }

    private static int number(String text, int from, int to) {
        return Integer.parseUnsignedInt(text.substring(from, to));
    }

    private static int status(String line, int from) throws BadEvent {
        int start = from;
        while (start < line.length() && line.charAt(start) == ' ') {
            start++;
        }
        int status = 0;
        for (int i = start; i < start + 3; i++) {
            char c = i < line.length() ? line.charAt(i) : ' ';
            if (c < '0' || c > '9') {
                throw new BadEvent("has no status");
            }
            status = 10 * status + c - '0';
        }
        return status;
    }

    /** A text in quotes, and where the line goes on behind it. */
    private record Quoted(String text, int end) {
        /**
         * The next one. Quotes and backslashes in it are escaped with a backslash, or as {@code \x22}; a server that
         * writes a quote as it is, is understood where no space and no end follows it.
         */
        static @Nullable Quoted from(String line, int start) {
            int open = line.indexOf('"', start);
            if (open < 0) {
                return null;
            }
            StringBuilder text = new StringBuilder();
            for (int i = open + 1; i < line.length(); i++) {
                char c = line.charAt(i);
                if (c == '\\' && i + 1 < line.length()) {
                    char next = line.charAt(i + 1);
                    int code = next == 'x' ? hex(line, i + 2) : -1;
                    if (code > 0x7f) {
                        // One byte of several: as in an address, so that whoever reads that puts them together.
                        text.append('%').append(line, i + 2, i + 4);
                    } else {
                        text.append(code >= 0 ? (char) code : next);
                    }
                    i += code >= 0 ? 3 : 1;
                } else if (c == '"' && (i + 1 == line.length() || line.charAt(i + 1) == ' ')) {
                    return new Quoted(text.toString(), i + 1);
                } else {
                    text.append(c);
                }
            }
            return null;
        }

        private static int hex(String line, int at) {
            if (at + 2 > line.length()) {
                return -1;
            }
            int high = Character.digit(line.charAt(at), 16);
            int low = Character.digit(line.charAt(at + 1), 16);
            return high < 0 || low < 0 ? -1 : 16 * high + low;
        }
    }
}
