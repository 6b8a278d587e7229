package dev.byline.comment;

import dev.byline.text.SafeUrl;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Addresses that readers send: which may be printed, which a text has, and where they lead. */
final class Links {
    /** What WordPress makes links of. */
    private static final Set<String> SCHEMES_OF_TEXT = Set.of(
            "http", "https", "ftp", "ftps", "mailto", "news", "irc", "irc6", "ircs", "gopher", "nntp", "feed", "telnet",
            "mms", "rtsp", "sms", "svn", "tel", "fax", "xmpp", "webcal", "urn");

    private static final String BEFORE_SCHEME = "(<.,;:!?";
    private static final int LONGEST_SCHEME = 20;
    private static final int LONGEST_HOST = 1_000;
    private static final String[] BBCODE = {"[url", "[link"};

    private Links() {}

    /** The address of the sender's own site: absolute; empty where nothing was given, absent where it is none. */
    static Optional<String> site(String sent) {
        String address = Legible.line(sent);
        if (address.isEmpty() || address.equalsIgnoreCase("http://") || address.equalsIgnoreCase("https://")) {
            return Optional.of("");
        }
        return SafeUrl.of(hasScheme(address) ? address : "http://" + address).filter(Links::isSite);
    }

    /**
     * The addresses that a reader of WordPress would find to be links in plain text, one for each word at most: a scheme
     * and {@code ://} at the beginning of the word or behind punctuation, and at its beginning {@code www.},
     * {@code ftp.} or an email address.
     */
    static List<String> bare(CharSequence text) {
        List<String> found = new ArrayList<>(2);
        int start = -1;
        boolean marked = false;
        for (int i = 0; i <= text.length(); i++) {
            char c = i == text.length() ? ' ' : text.charAt(i);
            if (!isBlank(c)) {
                start = start < 0 ? i : start;
                // Without one of these a word is no address.
                marked |= c == ':' || c == '@' || c == '.';
                continue;
            }
            if (start >= 0 && marked) {
                String word = text.subSequence(start, i).toString();
                int address = address(word);
                if (address >= 0) {
                    found.add(word.substring(address));
                }
            }
            start = -1;
            marked = false;
        }
        return found;
    }

    private static boolean isBlank(char c) {
        return c < 0x80
                ? c == ' ' || (c >= '\t' && c <= '\r') || (c >= 0x1c && c <= 0x1f)
                : Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /** How many links a text has in the notation of bulletin boards. */
    static int bbcode(String text) {
        int count = 0;
        for (int i = text.indexOf('['); i >= 0; i = text.indexOf('[', i + 1)) {
            for (String tag : BBCODE) {
                int end = i + tag.length();
                boolean link = text.regionMatches(true, i, tag, 0, tag.length())
                        && end < text.length()
                        && (text.charAt(end) == '=' || text.charAt(end) == ']');
                count += link ? 1 : 0;
            }
        }
        return count;
    }

    /** The host that a browser would go to, in lower case; empty where the address names none. */
    static String host(String address) {
        int slashes = address.indexOf("//");
        int from = slashes < 0 ? 0 : slashes + 2;
        // Browsers take any number of slashes for two.
        while (slashes >= 0 && from < address.length() && address.charAt(from) == '/') {
            from++;
        }
        int end = from;
        while (end < address.length() && "/?#\\".indexOf(address.charAt(end)) < 0) {
            end++;
        }
        from = Math.max(from, address.lastIndexOf('@', end - 1) + 1);
        String named = readable(address.substring(from, Math.min(end, from + LONGEST_HOST)));
        int host = 0;
        while (host < named.length() && (isAlphanumeric(named.charAt(host)) || isHostMark(named.charAt(host)))) {
            host++;
        }
        while (host > 0 && named.charAt(host - 1) == '.') {
            host--;
        }
        return named.substring(0, host);
    }

    /** Lower case, with what browsers read as other characters in a host: percent signs, wide letters and dots. */
    private static String readable(String host) {
        boolean plain = host.chars().allMatch(c -> c < 0x80 && c != '%');
        if (plain) {
            return host.toLowerCase(Locale.ROOT);
        }
        StringBuilder read = new StringBuilder(host.length());
        int i = 0;
        while (i < host.length()) {
            int high = host.charAt(i) == '%' && i + 2 < host.length() ? Character.digit(host.charAt(i + 1), 16) : -1;
            int low = high < 0 ? -1 : Character.digit(host.charAt(i + 2), 16);
            read.append(low < 0 ? host.charAt(i) : (char) (high * 16 + low));
            i += low < 0 ? 1 : 3;
        }
        return Normalizer.normalize(read, Normalizer.Form.NFKC)
                .replace('\u3002', '.')
                .toLowerCase(Locale.ROOT);
    }

    /** Whether a host is one of these or stands under one. */
    static boolean isUnder(String host, List<String> hosts) {
        for (String other : hosts) {
            if (host.endsWith(other)
                    && (host.length() == other.length() || host.charAt(host.length() - other.length() - 1) == '.')) {
                return true;
            }
        }
        return false;
    }

    private static boolean isHostMark(char c) {
        return c == '.' || c == '-' || c == '_' || c >= 0x80;
    }

    private static int address(String word) {
        int colon = word.indexOf("://");
        if (colon > 0 && colon + 3 < word.length()) {
            int scheme = scheme(word, colon);
            if (scheme >= 0) {
                return scheme;
            }
        }
        boolean host = word.length() > 4
                && (word.regionMatches(true, 0, "www.", 0, 4) || word.regionMatches(true, 0, "ftp.", 0, 4))
                && Character.isLetterOrDigit(word.charAt(4));
        return host || isEmail(word) ? 0 : -1;
    }

    /** Where the scheme begins that ends here; -1 where none does. */
    private static int scheme(String word, int colon) {
        int start = colon;
        while (start > 0 && colon - start <= LONGEST_SCHEME && isAlphanumeric(word.charAt(start - 1))) {
            start--;
        }
        boolean begins = start == 0 || BEFORE_SCHEME.indexOf(word.charAt(start - 1)) >= 0;
        String scheme = word.substring(start, colon).toLowerCase(Locale.ROOT);
        return begins && SCHEMES_OF_TEXT.contains(scheme) ? start : -1;
    }

    private static boolean isEmail(String word) {
        int at = 0;
        while (at < word.length() && (isAlphanumeric(word.charAt(at)) || "._+-".indexOf(word.charAt(at)) >= 0)) {
            at++;
        }
        if (at == 0 || at >= word.length() || word.charAt(at) != '@') {
            return false;
        }
        int from = at + 1;
        int end = from;
        while (end < word.length() && (isAlphanumeric(word.charAt(end)) || word.charAt(end) == '-')) {
            end++;
        }
        return end > from
                && end + 2 < word.length()
                && word.charAt(end) == '.'
                && isAlphanumeric(word.charAt(end + 1))
                && isAlphanumeric(word.charAt(end + 2));
    }

    private static boolean isSite(String address) {
        return address.regionMatches(true, 0, "http://", 0, 7) || address.regionMatches(true, 0, "https://", 0, 8);
    }

    /** Whether a scheme is given; {@code example.org:8080} and {@code localhost/a:b} have none, {@code /a} needs none. */
    private static boolean hasScheme(String address) {
        int end = 0;
        while (end < address.length() && "/?#:".indexOf(address.charAt(end)) < 0) {
            end++;
        }
        if (end == 0) {
            return true;
        }
        boolean colon = end < address.length() && address.charAt(end) == ':';
        boolean port = address.lastIndexOf('.', end) > 0
                && end + 1 < address.length()
                && address.charAt(end + 1) >= '0'
                && address.charAt(end + 1) <= '9';
        return colon && !port;
    }

    private static boolean isAlphanumeric(char c) {
        return CommentMarkup.isAlphanumeric(c);
    }
}
