package dev.byline.text;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/** Decides which addresses a page may link to. */
public final class SafeUrl {
    /** The most characters of an address; a longer one is refused. */
    public static final int MOST_CHARACTERS = 8192;

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private SafeUrl() {}

    /**
     * The address if a page may link to it: {@code http:} or {@code https:} with a host, {@code mailto:}, or relative,
     * which covers {@code //host/path}, {@code ?query} and {@code #fragment}.
     *
     * <p>White space around it goes. Refused are all other schemes, a control character, line break or backslash
     * anywhere (browsers skip or reinterpret them, so a tab inside {@code javascript:} does not stop it), half a
     * surrogate pair, the empty address and one beyond {@value #MOST_CHARACTERS} characters. Spaces, quotes, angle
     * brackets and invisible characters are percent-encoded; everything else stays as it is, so the answer still is
     * escaped where it is printed. Applying it twice equals once. Says nothing about whether the address exists or is
     * friendly.
     */
    public static Optional<String> of(String address) {
        int from = 0;
        int to = address.length();
        while (from < to && isSpace(address.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(address.charAt(to - 1))) {
            to--;
        }
        if (from == to || to - from > MOST_CHARACTERS) {
            return Optional.empty();
        }
        String trimmed = address.substring(from, to);
        if (!hasSafeScheme(trimmed)) {
            return Optional.empty();
        }
        return encode(trimmed).filter(url -> url.length() <= MOST_CHARACTERS);
    }

    /** Whether an address that {@link #of} let pass can be loaded into the page: anything but {@code mailto:}. */
    static boolean isFetched(String safe) {
        return !safe.regionMatches(true, 0, "mailto:", 0, 7);
    }

    /** The host of an {@code https:} address that {@link #of} let pass, in lower case; empty without a plain one. */
    static String secureHost(String safe) {
        if (!safe.regionMatches(true, 0, "https://", 0, 8)) {
            return "";
        }
        int end = 8;
        while (end < safe.length() && "/?#".indexOf(safe.charAt(end)) < 0) {
            end++;
        }
        String host = safe.substring(8, end).toLowerCase(Locale.ROOT);
        return isHostName(host) ? host : "";
    }

    /** Whether this is a host name in lower case ASCII, without user, port or IP literal. */
    static boolean isHostName(String host) {
        if (host.isEmpty() || host.length() > 253 || host.startsWith(".") || host.endsWith(".")) {
            return false;
        }
        for (int i = 0; i < host.length(); i++) {
            char c = host.charAt(i);
            boolean letterOrDigit = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
            if (!letterOrDigit && c != '-' && (c != '.' || host.charAt(i - 1) == '.')) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasSafeScheme(String url) {
        int colon = -1;
        for (int i = 0; i < url.length() && colon < 0; i++) {
            char c = url.charAt(i);
            if (c == '/' || c == '?' || c == '#') {
                break;
            }
            if (c == ':') {
                colon = i;
            }
        }
        if (colon < 0) {
            return true;
        }
        return switch (url.substring(0, colon).toLowerCase(Locale.ROOT)) {
            case "http", "https" ->
                url.startsWith("//", colon + 1)
                        && url.length() > colon + 3
                        && "/?#:@".indexOf(url.charAt(colon + 3)) < 0;
            case "mailto" -> url.length() > colon + 1;
            default -> false;
        };
    }

    private static Optional<String> encode(String url) {
        StringBuilder out = new StringBuilder(url.length() + 16);
        int length;
        for (int i = 0; i < url.length(); i += length) {
            int point = url.codePointAt(i);
            length = Character.charCount(point);
            if (Character.isISOControl(point)
                    || point == '\\'
                    || point == 0x2028
                    || point == 0x2029
                    || Character.getType(point) == Character.SURROGATE) {
                return Optional.empty();
            }
            if (mustEncode(point)) {
                appendEncoded(out, point);
            } else {
                out.appendCodePoint(point);
            }
        }
        return Optional.of(out.toString());
    }

    private static boolean mustEncode(int point) {
        if (point < 0x7F) {
            return point == ' ' || point == '"' || point == '<' || point == '>' || point == '`';
        }
        int type = Character.getType(point);
        return type == Character.FORMAT
                || type == Character.SPACE_SEPARATOR
                || type == Character.UNASSIGNED
                || type == Character.PRIVATE_USE;
    }

    /** Appends a code point as percent-encoded UTF-8. */
    static void appendEncoded(StringBuilder out, int point) {
        for (byte b : Character.toString(point).getBytes(StandardCharsets.UTF_8)) {
            out.append('%');
            HEX.toHexDigits(out, b);
        }
    }

    private static boolean isSpace(char c) {
        return c <= ' ' || Character.isSpaceChar(c) || c == 0x85 || c == 0xFEFF;
    }
}
