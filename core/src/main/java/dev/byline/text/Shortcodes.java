package dev.byline.text;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds WordPress shortcodes among the square brackets of a body. {@link PlainText} states the rule.
 *
 * <p>One for each text; not thread-safe. All calls together are linear in the text if they go through it forwards.
 */
final class Shortcodes {
    /** The most characters between the brackets of one shortcode. */
    private static final int MOST_CHARACTERS = 8192;

    private static final int LONGEST_NAME = 40;

    /** WordPress's own. They stand for media, so what they enclose is no running text either. */
    private static final Set<String> MEDIA =
            Set.of("audio", "caption", "embed", "gallery", "playlist", "video", "wp_caption");

    private final String html;
    private final Map<String, Integer> nextClose = new HashMap<>();
    private @Nullable Map<String, Integer> lastClose;

    // What the last successful match found.
    private String name = "";
    private boolean standsAlone;
    private int end;

    Shortcodes(String html) {
        this.html = html;
    }

    /**
     * The end of the shortcode whose bracket opens here: of all of it if it stands for media, else of the bracket alone.
     *
     * @return -1 if the bracket is prose
     */
    int end(int at) {
        if (!matches(at)) {
            return -1;
        }
        if (standsAlone || !MEDIA.contains(name)) {
            return end;
        }
        int bracketEnd = end;
        String media = name;
        int close = nextClose(media, bracketEnd);
        int open = html.indexOf("[" + media, bracketEnd);
        return close >= 0 && (open < 0 || close < open) ? close + media.length() + 3 : bracketEnd;
    }

    /** The end of the bracket that opens here, or -1 if it is prose. */
    int bracketEnd(int at) {
        return matches(at) ? end : -1;
    }

    /** Whether the last match stood for media, which part the text before from the text after. */
    boolean isMedia() {
        return MEDIA.contains(name);
    }

    private boolean matches(int at) {
        int i = at + 1;
        boolean closing = i < html.length() && html.charAt(i) == '/';
        int nameStart = closing ? i + 1 : i;
        int nameEnd = nameEnd(nameStart);
        if (nameEnd < 0) {
            return false;
        }
        name = html.substring(nameStart, nameEnd);
        standsAlone = closing;
        char after = html.charAt(nameEnd);
        if (closing) {
            end = nameEnd + 1;
            return after == ']';
        }
        boolean certain = MEDIA.contains(name) || name.indexOf('_') >= 0;
        if (after == ']') {
            end = nameEnd + 1;
            return certain || lastClose().getOrDefault(name, -1) > at;
        }
        if (after == '/') {
            end = nameEnd + 2;
            standsAlone = true;
            return nameEnd + 1 < html.length() && html.charAt(nameEnd + 1) == ']';
        }
        if (!Words.isSpace(after)) {
            return false;
        }
        int attributes = Words.start(html, nameEnd);
        return (certain || startsAttribute(attributes)) && findEnd(attributes);
    }

    /** The end of a name that starts here and that something follows, or -1. */
    private int nameEnd(int start) {
        int i = start;
        int most = Math.min(html.length(), start + LONGEST_NAME);
        while (i < most && isNameCharacter(html.charAt(i), i > start)) {
            i++;
        }
        return i - start >= 2 && i < html.length() ? i : -1;
    }

    private static boolean isNameCharacter(char c, boolean inside) {
        return (c >= 'a' && c <= 'z') || (inside && ((c >= '0' && c <= '9') || c == '_' || c == '-'));
    }

    private boolean startsAttribute(int at) {
        if (html.startsWith("http://", at) || html.startsWith("https://", at)) {
            return true;
        }
        int i = at;
        int most = Math.min(html.length(), at + LONGEST_NAME);
        while (i < most && (Character.isLetterOrDigit(html.charAt(i)) || "_-".indexOf(html.charAt(i)) >= 0)) {
            i++;
        }
        return i > at && i < html.length() && html.charAt(i) == '=';
    }

    // A quoted value may hold brackets. Outside of quotes the next opening bracket ends the search, which keeps many
    // openings without an end linear together.
    private boolean findEnd(int from) {
        int most = (int) Math.min(html.length(), (long) from + MOST_CHARACTERS);
        for (int i = from; i < most; i++) {
            char c = html.charAt(i);
            if (c == ']') {
                standsAlone = html.charAt(i - 1) == '/';
                end = i + 1;
                return true;
            }
            if (c == '[' || c == '<') {
                return false;
            }
            if (c == '=' && i + 1 < most && (html.charAt(i + 1) == '"' || html.charAt(i + 1) == '\'')) {
                char quote = html.charAt(i + 1);
                int close = i + 2;
                while (close < most && html.charAt(close) != quote) {
                    close++;
                }
                i = close;
            }
        }
        return false;
    }

    private int nextClose(String media, int from) {
        Integer known = nextClose.get(media);
        if (known == null || (known >= 0 && known < from)) {
            known = html.indexOf("[/" + media + "]", from);
            nextClose.put(media, known);
        }
        return known;
    }

    private Map<String, Integer> lastClose() {
        Map<String, Integer> found = lastClose;
        if (found == null) {
            found = new HashMap<>();
            for (int at = html.indexOf("[/"); at >= 0; at = html.indexOf("[/", at + 2)) {
                int nameEnd = nameEnd(at + 2);
                if (nameEnd >= 0 && html.charAt(nameEnd) == ']') {
                    found.put(html.substring(at + 2, nameEnd), at);
                }
            }
            lastClose = found;
        }
        return found;
    }
}
