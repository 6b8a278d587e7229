package dev.byline.comment;

import dev.byline.text.SafeUrl;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Addresses that readers send: which may be printed, and how many a text has. */
final class Links {
    private static final Set<String> SCHEMES_OF_TEXT = Set.of("http", "https", "ftp", "ftps");

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
     * How many addresses a browser's reader would take for links in plain text: words that begin with a scheme and
     * {@code ://} or with {@code www.} or {@code ftp.}, and email addresses; one for each word at most.
     */
    static int bare(CharSequence text) {
        int count = 0;
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean blank = i == text.length()
                    || Character.isWhitespace(text.charAt(i))
                    || Character.isSpaceChar(text.charAt(i));
            if (!blank && start < 0) {
                start = i;
            } else if (blank && start >= 0) {
                count += isAddress(text.subSequence(start, i).toString()) ? 1 : 0;
                start = -1;
            }
        }
        return count;
    }

    private static boolean isAddress(String word) {
        int from = 0;
        while (from < word.length() && !Character.isLetterOrDigit(word.charAt(from))) {
            from++;
        }
        int scheme = word.indexOf("://", from);
        if (scheme > from
                && scheme + 3 < word.length()
                && SCHEMES_OF_TEXT.contains(lastLetters(word, from, scheme).toLowerCase(Locale.ROOT))) {
            return true;
        }
        for (String host : new String[] {"www.", "ftp."}) {
            if (word.regionMatches(true, from, host, 0, host.length())
                    && word.length() > from + host.length()
                    && Character.isLetterOrDigit(word.charAt(from + host.length()))) {
                return true;
            }
        }
        return hasEmail(word);
    }

    private static boolean hasEmail(String word) {
        for (int i = 1; i + 1 < word.length(); i++) {
            if (word.charAt(i) != '@' || !isAlphanumeric(word.charAt(i - 1)) || !isAlphanumeric(word.charAt(i + 1))) {
                continue;
            }
            int end = i + 1;
            while (end < word.length() && (isAlphanumeric(word.charAt(end)) || word.charAt(end) == '-')) {
                end++;
            }
            if (end + 2 < word.length()
                    && word.charAt(end) == '.'
                    && isAlphanumeric(word.charAt(end + 1))
                    && isAlphanumeric(word.charAt(end + 2))) {
                return true;
            }
            i = end - 1;
        }
        return false;
    }

    /** The letters right before the end: what a reader would take for the scheme in {@code see:http://…}. */
    private static String lastLetters(String word, int from, int end) {
        int start = end;
        while (start > from && isAlphanumeric(word.charAt(start - 1))) {
            start--;
        }
        return word.substring(start, end);
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
