package dev.byline.comment;

import dev.byline.text.SafeUrl;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;

/**
 * Reads the markup of a comment in one pass and writes it anew: what is not written here is not in the output.
 *
 * <p>Not a browser's parser: a {@code <} that begins no tag of the right form stays as text, so that
 * {@code a < b && c > d} keeps its middle. A bare {@code <} ends every attempt to read a tag, so that no two attempts
 * cover the same text and the whole is linear.
 */
final class CommentMarkup {
    /**
     * What came out.
     *
     * @param html the clean markup
     * @param plain what a reader sees
     * @param targets where the links lead, in order
     * @param links the links that a reader finds: where anchors lead, and the bare addresses outside of code, but for one
     *     that is all that its anchor says
     * @param remarks the titles and sources that stay in tags
     */
    record Result(String html, String plain, List<String> targets, List<String> links, List<String> remarks) {}

    private static final Map<String, List<String>> ALLOWED = Map.ofEntries(
            Map.entry("a", List.of("href", "title")),
            Map.entry("abbr", List.of("title")),
            Map.entry("acronym", List.of("title")),
            Map.entry("b", List.of()),
            Map.entry("blockquote", List.of("cite")),
            Map.entry("cite", List.of()),
            Map.entry("code", List.of()),
            Map.entry("del", List.of("datetime")),
            Map.entry("em", List.of()),
            Map.entry("i", List.of()),
            Map.entry("q", List.of("cite")),
            Map.entry("s", List.of()),
            Map.entry("strike", List.of()),
            Map.entry("strong", List.of()));

    /** Browsers stop nesting at some hundred levels, and no comment needs more than a few. */
    private static final int DEEPEST = 32;

    /** Stands for a link that leads nowhere safe, of which only the text is written. */
    private static final String NOWHERE = "";

    private static final int LONGEST_ENTITY = 40;

    /** What HTML reads the numbers 128 to 159 as: windows-1252. Zero where that has no character. */
    private static final int[] WINDOWS_1252 = {
        0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
        0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E,
        0x0178
    };

    private final String in;
    private final StringBuilder html;
    private final StringBuilder plain;
    private final StringBuilder run = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();
    private final List<String> targets = new ArrayList<>();
    private final List<String> links = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    /** How many code elements are open, in which an address is no link. */
    private int quiet;

    /** Whether an anchor was opened and no tag has come since. */
    private boolean inAnchor;

    private boolean noCommentEnd;

    private CommentMarkup(String in) {
        this.in = in;
        this.html = new StringBuilder(in.length() + in.length() / 8);
        this.plain = new StringBuilder(in.length());
    }

    static Result read(String text) {
        return new CommentMarkup(text).read();
    }

    /** The text without any tag, entities left as they are. */
    static String withoutTags(String text) {
        CommentMarkup markup = new CommentMarkup(text);
        StringBuilder out = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            int end = text.charAt(i) == '<' ? markup.skip(i) : -1;
            if (end < 0) {
                out.append(text.charAt(i));
                i++;
            } else {
                i = end;
            }
        }
        return out.toString();
    }

    private Result read() {
        int i = 0;
        while (i < in.length()) {
            int ordinary = ordinaryEnd(i);
            if (ordinary > i) {
                html.append(in, i, ordinary);
                plain.append(in, i, ordinary);
                if (quiet == 0) {
                    run.append(in, i, ordinary);
                }
                i = ordinary;
                continue;
            }
            char c = in.charAt(i);
            int end = c == '<' ? tag(i) : c == '&' ? entity(i) : -1;
            if (end >= 0) {
                i = end;
                continue;
            }
            int point = in.codePointAt(i);
            i += Character.charCount(point);
            if (point != '\r' || i == in.length() || in.charAt(i) != '\n') {
                text(point);
            }
        }
        countRun(false);
        while (!open.isEmpty()) {
            close();
        }
        return new Result(html.toString(), plain.toString(), targets, links, remarks);
    }

    /** Where the characters end that stay as they are, which are nearly all of an ordinary comment. */
    private int ordinaryEnd(int start) {
        int i = start;
        while (i < in.length()) {
            char c = in.charAt(i);
            boolean ordinary = c < 0x7f
                    ? (c >= ' ' && c != '<' && c != '&' && c != '>') || c == '\n' || c == '\t'
                    : c >= 0xA0 && !Character.isSurrogate(c);
            if (!ordinary) {
                break;
            }
            i++;
        }
        return i;
    }

    private void text(int point) {
        int from = plain.length();
        Legible.append(point, plain);
        escape(plain, from, "\"", html);
        if (quiet == 0) {
            run.append(plain, from, plain.length());
        }
    }

    private static void escape(CharSequence text, int from, String quote, StringBuilder to) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> to.append("&amp;");
                case '<' -> to.append("&lt;");
                case '>' -> to.append("&gt;");
                case '"' -> to.append(quote);
                default -> to.append(c);
            }
        }
    }

    /** Reads an entity that begins here as the characters that it means; -1 where none does. */
    private int entity(int start) {
        int end = entityEnd(in, start);
        String meant = end < 0 ? null : decoded(in, start, end);
        if (meant == null) {
            return -1;
        }
        meant.codePoints().forEach(this::text);
        return end;
    }

    private static int entityEnd(String text, int start) {
        int last = Math.min(text.length(), start + LONGEST_ENTITY);
        for (int i = start + 1; i < last; i++) {
            char c = text.charAt(i);
            if (c == ';') {
                return i > start + 1 ? i + 1 : -1;
            }
            if (!isAlphanumeric(c) && !(c == '#' && i == start + 1)) {
                return -1;
            }
        }
        return -1;
    }

    private static @Nullable String decoded(String text, int start, int end) {
        String name = text.substring(start + 1, end - 1);
        if (name.charAt(0) != '#') {
            String meant = Entities.getByName(name);
            return meant.isEmpty() ? null : meant;
        }
        boolean hex = name.length() > 1 && (name.charAt(1) == 'x' || name.charAt(1) == 'X');
        int radix = hex ? 16 : 10;
        long number = 0;
        for (int i = hex ? 2 : 1; i < name.length(); i++) {
            int digit = Character.digit(name.charAt(i), radix);
            if (digit < 0) {
                return null;
            }
            number = Math.min(number * radix + digit, Integer.MAX_VALUE);
        }
        int point = number >= 0x80 && number < 0xA0 ? WINDOWS_1252[(int) number - 0x80] : (int) number;
        boolean storable = point <= Character.MAX_CODE_POINT
                && (point == '\n' || point == '\r' || point == '\t' || !Character.isISOControl(point))
                && (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE);
        return storable ? Character.toString(point) : null;
    }

    /** Reads a tag, comment or declaration that begins here; -1 where the {@code <} is text. */
    private int tag(int start) {
        if (next(start) == '!' || next(start) == '?') {
            int end = declarationEnd(start);
            if (end >= 0) {
                countRun(false);
            }
            return end;
        }
        TagReader.Found tag = TagReader.read(in, start);
        if (tag == null) {
            return -1;
        }
        countRun(tag.closing() && tag.name().equals("a"));
        List<String> attributes = ALLOWED.get(tag.name());
        if (attributes != null && tag.closing()) {
            closeUpTo(tag.name());
        } else if (attributes != null) {
            open(tag, attributes);
        }
        return tag.end();
    }

    /** Where the tag, comment or declaration that begins here ends; -1 where the {@code <} is text. */
    private int skip(int start) {
        if (next(start) == '!' || next(start) == '?') {
            return declarationEnd(start);
        }
        TagReader.Found tag = TagReader.read(in, start);
        return tag == null ? -1 : tag.end();
    }

    private char next(int start) {
        return start + 1 < in.length() ? in.charAt(start + 1) : ' ';
    }

    private int declarationEnd(int start) {
        if (in.startsWith("<!--", start)) {
            int end = noCommentEnd ? -1 : in.indexOf("-->", start + 4);
            noCommentEnd = end < 0;
            return end < 0 ? -1 : end + 3;
        }
        int i = start + 2;
        if (i >= in.length() || (!isAlphanumeric(in.charAt(i)) && in.charAt(i) != '[')) {
            return -1;
        }
        while (i < in.length() && in.charAt(i) != '<' && in.charAt(i) != '>') {
            i++;
        }
        return i < in.length() && in.charAt(i) == '>' ? i + 1 : -1;
    }

    private void open(TagReader.Found tag, List<String> attributes) {
        String name = tag.name();
        if (name.equals("a")) {
            closeUpTo("a");
            String target = value(tag, "href");
            if (SafeUrl.of(target).isEmpty()) {
                if (tag.attributes().containsKey("href") && open.size() < DEEPEST) {
                    links.add(target);
                    open.push(NOWHERE);
                    inAnchor = true;
                }
                return;
            }
        }
        if (open.size() >= DEEPEST) {
            return;
        }
        lineOfItsOwn(name);
        html.append('<').append(name);
        for (String attribute : attributes) {
            String value = value(tag, attribute);
            String kept = attribute.equals("href") || attribute.equals("cite")
                    ? SafeUrl.of(value).orElse("")
                    : value.strip();
            if (!kept.isEmpty()) {
                html.append(' ').append(attribute).append("=\"");
                escape(kept, 0, "&quot;", html);
                html.append('"');
            }
            if (attribute.equals("href")) {
                targets.add(kept);
                links.add(kept);
            } else if (!kept.isEmpty()) {
                remarks.add(kept);
            }
        }
        html.append(name.equals("a") ? " rel=\"nofollow ugc\">" : ">");
        open.push(name);
        inAnchor = name.equals("a");
        quiet += isQuiet(name) ? 1 : 0;
    }

    /** The first value of this attribute with its entities decoded; empty where it has none. */
    private static String value(TagReader.Found tag, String attribute) {
        String raw = tag.attributes().getOrDefault(attribute, "");
        StringBuilder out = new StringBuilder(raw.length());
        int i = 0;
        while (i < raw.length()) {
            int end = raw.charAt(i) == '&' ? entityEnd(raw, i) : -1;
            String meant = end < 0 ? null : decoded(raw, i, end);
            if (meant == null) {
                out.append(raw.charAt(i));
                i++;
            } else {
                out.append(meant);
                i = end;
            }
        }
        return Legible.text(out.toString());
    }

    private void closeUpTo(String wanted) {
        String name = wanted.equals("a") && open.contains(NOWHERE) ? NOWHERE : wanted;
        if (open.contains(name)) {
            while (!name.equals(open.peek())) {
                close();
            }
            close();
        }
    }

    private void close() {
        String name = open.pop();
        if (name.equals(NOWHERE)) {
            return;
        }
        html.append("</").append(name).append('>');
        quiet -= isQuiet(name) ? 1 : 0;
        lineOfItsOwn(name);
    }

    private void lineOfItsOwn(String name) {
        if (name.equals("blockquote")) {
            plain.append('\n');
        }
    }

    /** Whether an address inside counts as no link. */
    private static boolean isQuiet(String name) {
        return name.equals("code");
    }

    /** Counts the addresses of the text since the last tag; an anchor that says but an address is one link. */
    private void countRun(boolean endsAnchor) {
        List<String> found = Links.bare(run);
        boolean itself =
                inAnchor && endsAnchor && found.size() == 1 && found.get(0).contentEquals(run);
        if (!itself) {
            links.addAll(found);
        }
        inAnchor = false;
        run.setLength(0);
    }

    static boolean isAlphanumeric(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    static boolean isAllowed(String name) {
        return ALLOWED.containsKey(name);
    }
}
