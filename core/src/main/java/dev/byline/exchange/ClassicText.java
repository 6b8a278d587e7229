package dev.byline.exchange;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;

/**
 * Turns text as WordPress stores it into HTML that says the same.
 *
 * <p>Out go the marks of the editor: block comments, {@code <!--more-->} and {@code <!--nextpage-->}. What has block
 * comments is HTML already. Anything else is text of the classic editor, where blank lines part paragraphs and a line
 * break is one: {@code <p>} and {@code <br />} are put around what stands outside of blocks, and inside of quotes,
 * divisions, list items and cells that hold a blank line. What is block HTML stays as it is; paragraphs inside
 * {@code <pre>}, {@code <p>} or a heading are not touched.
 *
 * <p>Linear in the length, without recursion. Text without marks comes out the same when it goes through again. Follows
 * what WordPress's {@code wpautop} does
 * to ordinary posts, but not its every turn on broken markup.
 */
final class ClassicText {
    private static final Set<String> BLOCKS = Set.of(
            "address",
            "area",
            "article",
            "aside",
            "blockquote",
            "caption",
            "col",
            "colgroup",
            "dd",
            "details",
            "div",
            "dl",
            "dt",
            "fieldset",
            "figcaption",
            "figure",
            "footer",
            "form",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
            "hgroup",
            "hr",
            "legend",
            "li",
            "main",
            "map",
            "menu",
            "nav",
            "ol",
            "p",
            "pre",
            "script",
            "section",
            "style",
            "summary",
            "table",
            "tbody",
            "td",
            "textarea",
            "tfoot",
            "th",
            "thead",
            "tr",
            "ul");
    private static final Set<String> VOID = Set.of("area", "col", "hr");
    private static final Set<String> RAW = Set.of("pre", "script", "style", "textarea");
    private static final Set<String> FLOW = Set.of(
            "article",
            "aside",
            "blockquote",
            "dd",
            "details",
            "div",
            "footer",
            "header",
            "li",
            "main",
            "section",
            "td",
            "th");
    // Deeper nesting is copied, but no longer looked into, so that closing a tag costs a bounded search.
    private static final int DEEPEST = 100;
    private static final int LONGEST_NAME = 10;

    private final String html;
    private final StringBuilder out;
    private final Deque<String> open = new ArrayDeque<>();
    // Whether a quote that never ends was met; from then on a tag ends at the next ">", so that each byte is looked at
    // twice at most.
    private boolean quotesBroken;

    private ClassicText(String html) {
        this.html = html;
        out = new StringBuilder(html.length() + html.length() / 8 + 16);
    }

    static String toHtml(String stored) {
        String text =
                stored.indexOf('\r') < 0 ? stored : stored.replace("\r\n", "\n").replace('\r', '\n');
        String unmarked = withoutMarks(text);
        return text.contains("<!-- wp:") ? unmarked : new ClassicText(unmarked).paragraphs();
    }

    private static String withoutMarks(String text) {
        int comment = text.indexOf("<!--");
        if (comment < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        int copied = 0;
        while (comment >= 0) {
            int end = text.indexOf("-->", comment + 4);
            if (end < 0) {
                break;
            }
            String inside =
                    text.substring(comment + 4, Math.min(end, comment + 4 + 16)).strip();
            end += 3;
            if (inside.startsWith("wp:") || inside.startsWith("/wp:")) {
                out.append(text, copied, comment);
                // A block's marks stand on lines of their own around what they mark.
                if (inside.startsWith("/")) {
                    if (!out.isEmpty() && out.charAt(out.length() - 1) == '\n') {
                        out.setLength(out.length() - 1);
                    }
                } else if (end < text.length() && text.charAt(end) == '\n') {
                    end++;
                }
                copied = end;
            } else if (inside.equals("more")
                    || inside.startsWith("more ")
                    || inside.equals("nextpage")
                    || inside.equals("noteaser")) {
                out.append(text, copied, comment);
                copied = end;
            }
            comment = text.indexOf("<!--", end);
        }
        return out.append(text, copied, text.length()).toString();
    }

    private String paragraphs() {
        Segment segment = new Segment(0);
        int at = 0;
        while (true) {
            int tag = html.indexOf('<', at);
            if (tag < 0) {
                break;
            }
            int end = tagEnd(tag);
            if (end < 0) {
                at = tag + 1;
                continue;
            }
            String name = name(tag);
            if (!BLOCKS.contains(name)) {
                segment.keep(tag, end);
                at = end;
                continue;
            }
            segment.write(tag);
            at = block(name, tag, end);
            segment = new Segment(at);
        }
        segment.write(html.length());
        return out.toString();
    }

    /** Writes a block tag, or a whole block whose inside is not HTML; gives where it ends. */
    private int block(String name, int tag, int end) {
        boolean closing = html.charAt(tag + 1) == '/';
        int to = end;
        if (closing) {
            if (open.contains(name)) {
                while (!open.pop().equals(name)) {
                    // What is still open inside ends with it.
                }
            }
        } else {
            // No block can stand in a paragraph, so one that was left open ends here.
            if ("p".equals(open.peek()) || (name.equals("li") && "li".equals(open.peek()))) {
                open.pop();
            }
            if (RAW.contains(name)) {
                to = rawEnd(name, end);
            } else if (!VOID.contains(name) && open.size() < DEEPEST) {
                open.push(name);
            }
        }
        out.append(html, tag, to);
        return to;
    }

    private int rawEnd(String name, int from) {
        for (int close = html.indexOf("</", from); close >= 0; close = html.indexOf("</", close + 2)) {
            if (html.regionMatches(true, close + 2, name, 0, name.length())) {
                int end = html.indexOf('>', close);
                return end < 0 ? html.length() : end + 1;
            }
        }
        return html.length();
    }

    /** Where the tag or comment that begins here ends; negative if this is neither. */
    private int tagEnd(int tag) {
        if (html.startsWith("<!--", tag)) {
            int end = html.indexOf("-->", tag + 4);
            return end < 0 ? html.length() : end + 3;
        }
        int first = tag + 1 < html.length() && html.charAt(tag + 1) == '/' ? tag + 2 : tag + 1;
        if (first >= html.length() || !isLetter(html.charAt(first))) {
            return -1;
        }
        if (!quotesBroken) {
            char quote = 0;
            for (int i = first; i < html.length(); i++) {
                char c = html.charAt(i);
                if (quote != 0) {
                    quote = c == quote ? 0 : quote;
                } else if (c == '>') {
                    return i + 1;
                } else if (c == '"' || c == '\'') {
                    quote = c;
                }
            }
            quotesBroken = true;
        }
        int end = html.indexOf('>', first);
        return end < 0 ? html.length() : end + 1;
    }

    private String name(int tag) {
        int start = html.charAt(tag + 1) == '/' ? tag + 2 : tag + 1;
        int end = start;
        while (end < html.length()
                && end - start <= LONGEST_NAME
                && (isLetter(html.charAt(end)) || Character.isDigit(html.charAt(end)))) {
            end++;
        }
        return html.substring(start, end).toLowerCase(Locale.ROOT);
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\n' || c == '\t' || c == '\f';
    }

    /** What stands between two block tags: text, inline tags and comments. */
    private final class Segment {
        private final int start;
        // Marks of inline tags and comments, inside of which a line break is none; pairs of start and end.
        private int[] kept = new int[16];
        private int keptLength;
        private boolean visible;

        Segment(int start) {
            this.start = start;
        }

        void keep(int from, int to) {
            if (keptLength == kept.length) {
                kept = java.util.Arrays.copyOf(kept, 2 * keptLength);
            }
            kept[keptLength++] = from;
            kept[keptLength++] = to;
            visible |= !html.startsWith("<!--", from);
        }

        void write(int end) {
            String container = open.peek();
            boolean wrap = container == null || (FLOW.contains(container) && walk(end, true));
            if (wrap && (visible || hasText(end))) {
                walk(end, false);
            } else {
                out.append(html, start, end);
            }
        }

        private boolean hasText(int end) {
            int at = start;
            for (int mark = 0; mark <= keptLength; mark += 2) {
                int to = mark < keptLength ? kept[mark] : end;
                for (; at < to; at++) {
                    if (!isSpace(html.charAt(at))) {
                        return true;
                    }
                }
                at = mark < keptLength ? kept[mark + 1] : end;
            }
            return false;
        }

        /** Writes the paragraphs or, looking only, tells whether there is a blank line between two of them. */
        private boolean walk(int end, boolean look) {
            int at = start;
            int mark = 0;
            boolean begun = false;
            boolean any = false;
            while (at < end) {
                if (mark < keptLength && kept[mark] == at) {
                    int to = kept[mark + 1];
                    if (!look) {
                        begin(begun);
                        out.append(html, at, to);
                    }
                    begun = true;
                    at = to;
                    mark += 2;
                } else if (isSpace(html.charAt(at))) {
                    int to = at;
                    int lines = 0;
                    while (to < end && isSpace(html.charAt(to))) {
                        lines += html.charAt(to++) == '\n' ? 1 : 0;
                    }
                    boolean edge = !begun || to == end;
                    if (look) {
                        if (lines > 1 && any && to < end) {
                            return true;
                        }
                    } else if (edge) {
                        closeAtEdge(begun, lines);
                        begun = false;
                    } else if (lines > 1) {
                        out.append("</p>\n");
                        begun = false;
                    } else {
                        out.append(lines == 0 ? html.substring(at, to) : endsWithBreak() ? "\n" : "<br />\n");
                    }
                    at = to;
                } else {
                    int to = lineEnd(at, mark < keptLength ? kept[mark] : end);
                    if (!look) {
                        begin(begun);
                        out.append(html, at, to);
                    }
                    begun = true;
                    at = to;
                }
                any |= begun;
            }
            if (begun && !look) {
                out.append("</p>");
            }
            return false;
        }

        /** Where a line of text ends that begins here, without the blanks at its end. */
        private int lineEnd(int from, int limit) {
            int to = from;
            while (to < limit && html.charAt(to) != '\n') {
                to++;
            }
            while (isSpace(html.charAt(to - 1))) {
                to--;
            }
            return to;
        }

        private void begin(boolean begun) {
            if (!begun) {
                out.append("<p>");
            }
        }

        private void closeAtEdge(boolean begun, int lines) {
            out.append(begun ? "</p>" : "").append(lines > 0 ? "\n" : "");
        }

        private boolean endsWithBreak() {
            int from = Math.max(0, out.length() - 6);
            String tail = out.substring(from).toLowerCase(Locale.ROOT);
            return tail.endsWith("<br />") || tail.endsWith("<br/>") || tail.endsWith("<br>");
        }
    }
}
