package dev.byline.comment;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jsoup.parser.Tag;
import org.jspecify.annotations.Nullable;

/** Reads one tag as a reader typed it; never looks beyond the next bare {@code <}. */
final class TagReader {
    /**
     * A tag.
     *
     * @param name the name in lower case
     * @param closing whether it is an end tag
     * @param attributes those that a comment may have, by name in lower case, raw; of two with one name the first
     * @param end where the text goes on behind it
     */
    record Found(String name, boolean closing, Map<String, String> attributes, int end) {}

    private static final Set<String> ATTRIBUTES = Set.of("href", "title", "cite", "datetime");

    private final String in;
    private final Map<String, String> attributes = new HashMap<>(4);
    private int at;
    private boolean value;
    private boolean bareWord;

    private TagReader(String in, int at) {
        this.in = in;
        this.at = at;
    }

    /** The tag that begins here; null where the {@code <} begins none. */
    static @Nullable Found read(String in, int start) {
        return new TagReader(in, start + 1).tag();
    }

    private @Nullable Found tag() {
        boolean closing = here() == '/';
        at += closing ? 1 : 0;
        int from = at;
        if (!isLetter(here())) {
            return null;
        }
        while (isLetter(here()) || isDigit(here()) || here() == '-' || isPrefixColon()) {
            at++;
        }
        String name = CommentMarkup.lower(in.substring(from, at));
        boolean boundary = false;
        while (here() != '>') {
            if (isBlank() || here() == '/') {
                at++;
                boundary = true;
            } else if (boundary && attribute()) {
                boundary = in.charAt(at - 1) == '"' || in.charAt(at - 1) == '\'';
            } else {
                return null;
            }
        }
        return isProse(name) ? null : new Found(name, closing, attributes, at + 1);
    }

    /** {@code if x <y and z> w} is a sentence: no tag of a comment, and none that is unknown, has words alone. */
    private boolean isProse(String name) {
        return bareWord && !value && (CommentMarkup.isAllowed(name) || !Tag.isKnownTag(name));
    }

    private boolean attribute() {
        int from = at;
        if (!isLetter(here()) && here() != '_') {
            return false;
        }
        while (isLetter(here()) || isDigit(here()) || "_-:.".indexOf(here()) >= 0) {
            at++;
        }
        int end = at;
        skipBlanks();
        if (here() != '=') {
            at = end;
            bareWord = true;
            return isBlank() || here() == '/' || here() == '>';
        }
        at++;
        skipBlanks();
        value = true;
        String found = here() == '"' || here() == '\'' ? quoted(here()) : unquoted();
        if (found == null) {
            return false;
        }
        String name = CommentMarkup.lower(in.substring(from, end));
        if (ATTRIBUTES.contains(name)) {
            attributes.putIfAbsent(name, found);
        }
        return true;
    }

    private @Nullable String quoted(char quote) {
        at++;
        int from = at;
        while (at < in.length() && in.charAt(at) != quote) {
            if (in.charAt(at) == '<') {
                return null;
            }
            at++;
        }
        if (at == in.length()) {
            return null;
        }
        at++;
        return in.substring(from, at - 1);
    }

    private @Nullable String unquoted() {
        int from = at;
        while (at < in.length() && !isBlank() && here() != '>') {
            if (here() == '<' || here() == '"' || here() == '\'') {
                return null;
            }
            at++;
        }
        return in.substring(from, at);
    }

    private void skipBlanks() {
        while (isBlank()) {
            at++;
        }
    }

    /** The character to be read; NUL, which no tag has, at the end. */
    private char here() {
        return at < in.length() ? in.charAt(at) : '\0';
    }

    private boolean isBlank() {
        char c = here();
        return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
    }

    /** The colon of {@code <o:p>}, which word processors paste; not that of {@code <http://…>}. */
    private boolean isPrefixColon() {
        return here() == ':' && at + 1 < in.length() && isLetter(in.charAt(at + 1));
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
