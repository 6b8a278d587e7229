package dev.byline.text;

import java.util.HashSet;
import java.util.Set;

/**
 * Reads the text out of HTML from left to right, as far as it is asked to.
 *
 * <p>No tree: it follows the tokens of the HTML standard (13.2.5), and what a tag means to the text is looked up by its
 * name. So it needs no memory but for the text, can't recurse, and may stop anywhere. Each search for an end that fails
 * is not repeated, which keeps it linear. One for each text; not thread-safe.
 */
final class MarkupReader {
    private static final int LONGEST_STEP = 256;

    /** WordPress blocks that hold running text, or other blocks; an excerpt leaves out what all others hold. */
    private static final Set<String> TEXT_BLOCKS = Set.of(
            "paragraph",
            "heading",
            "list",
            "list-item",
            "quote",
            "verse",
            "preformatted",
            "html",
            "freeform",
            "missing",
            "columns",
            "column",
            "group",
            "media-text",
            "details",
            "more",
            "nextpage");

    private final String html;
    private final Tokens tokens;
    private final Shortcodes shortcodes;
    private final StringBuilder out;
    private final Set<String> unclosed = new HashSet<>();
    private final boolean proseOnly;
    private boolean figuresGo;
    private boolean blocksGo;
    private int at;
    private int lineStart;
    private Separation pending = Separation.NOTHING;

    /**
     * A reader at the start of a text.
     *
     * @param proseOnly whether figures, WordPress blocks that hold no running text and addresses alone on their line go
     *     out with all they hold
     */
    MarkupReader(String html, boolean proseOnly) {
        this.html = html;
        this.tokens = new Tokens(html);
        this.shortcodes = new Shortcodes(html);
        this.out = new StringBuilder(Math.min(html.length(), 1024));
        this.proseOnly = proseOnly;
        this.figuresGo = proseOnly;
        this.blocksGo = proseOnly;
    }

    /** The text so far: one space between words, one line feed between blocks, none at either end. */
    StringBuilder text() {
        return out;
    }

    /** Reads on until the text is at least so long; whether anything is left to read. */
    boolean read(int characters) {
        int length = html.length();
        while (at < length && out.length() < characters) {
            char c = html.charAt(at);
            if (isPlain(c)) {
                readPlain();
            } else if (c == '<') {
                readMarkup();
            } else if (c == '&') {
                readReference();
            } else if (c == '[') {
                readBracket();
            } else {
                at++;
                put(c);
            }
        }
        if (at == length) {
            dropAddress();
        }
        return at < length;
    }

    // Most of a text: characters that are printed as they are. In steps, so that read() can end in a run without end.
    private void readPlain() {
        int end = at + 1;
        int most = Math.min(html.length(), at + LONGEST_STEP);
        while (end < most && isPlain(html.charAt(end))) {
            end++;
        }
        flush();
        out.append(html, at, end);
        at = end;
    }

    private static boolean isPlain(char c) {
        return (c > '[' && c < 0x7F) || (c > ' ' && c < '[' && c != '<' && c != '&') || (c > 0xAD && c < 0x1680);
    }

    private void put(char c) {
        if (Words.isSpace(c)) {
            // The other control characters print nothing and part nothing.
            if (c == ' ' || c > 0x9F || c == 0x85 || (c >= '\t' && c <= '\r')) {
                separate(Separation.SPACE);
            }
        } else if (Character.isSurrogate(c)) {
            flush();
            if (Character.isHighSurrogate(c) && at < html.length() && Character.isLowSurrogate(html.charAt(at))) {
                out.append(c).append(html.charAt(at++));
            } else {
                out.append('\uFFFD');
            }
        } else if (c != 0xAD && c != 0xFEFF) {
            flush();
            out.append(c);
        }
    }

    private void flush() {
        if (pending != Separation.NOTHING) {
            if (pending == Separation.LINE) {
                dropAddress();
            }
            if (!out.isEmpty()) {
                out.append(pending == Separation.LINE ? '\n' : ' ');
            }
            if (pending == Separation.LINE) {
                lineStart = out.length();
            }
            pending = Separation.NOTHING;
        }
    }

    /** WordPress embeds what an address alone on its line leads to, so nobody sees the address. */
    private void dropAddress() {
        if (endsInAddress()) {
            out.setLength(Math.max(0, lineStart - 1));
            lineStart = out.length();
        }
    }

    /** The length of the text that stays whatever follows. */
    int settled() {
        return endsInAddress() ? lineStart : out.length();
    }

    private boolean endsInAddress() {
        return proseOnly && (startsLine("https://") || startsLine("http://")) && out.indexOf(" ", lineStart) < 0;
    }

    private boolean startsLine(String start) {
        int end = lineStart + start.length();
        return out.length() >= end && out.substring(lineStart, end).equals(start);
    }

    private void separate(Separation by) {
        pending = by.compareTo(pending) > 0 ? by : pending;
    }

    private void readReference() {
        int end = References.end(html, at);
        if (end < 0) {
            at++;
            put('&');
            return;
        }
        String decoded = References.decode(html, at, end);
        at = end;
        if (decoded.length() == 1) {
            put(decoded.charAt(0));
        } else {
            flush();
            out.append(decoded);
        }
    }

    private void readBracket() {
        if (html.startsWith("[[", at)) {
            int end = shortcodes.bracketEnd(at + 1);
            if (end >= 0 && end < html.length() && html.charAt(end) == ']') {
                flush();
                out.append(html, at + 1, end);
                at = end + 1;
                return;
            }
        }
        int end = shortcodes.end(at);
        if (end < 0) {
            at++;
            put('[');
            return;
        }
        if (shortcodes.isMedia()) {
            separate(Separation.LINE);
        }
        at = end;
    }

    private void readMarkup() {
        char next = at + 1 < html.length() ? html.charAt(at + 1) : ' ';
        if (Tokens.isLetter(next)) {
            readTag();
        } else if (next == '/') {
            char afterSlash = at + 2 < html.length() ? html.charAt(at + 2) : ' ';
            if (Tokens.isLetter(afterSlash)) {
                int nameEnd = tokens.nameEnd(at + 2);
                separate(Separation.of(tokens.name(at + 2, nameEnd)));
                at = tokens.tagEnd(nameEnd);
            } else if (at + 2 == html.length()) {
                at++;
                put('<');
            } else {
                at = tokens.past(html.indexOf('>', at + 2), 1);
            }
        } else if (next == '!') {
            readDeclaration();
        } else if (next == '?') {
            at = tokens.past(html.indexOf('>', at + 2), 1);
        } else {
            at++;
            put('<');
        }
    }

    private void readTag() {
        int nameEnd = tokens.nameEnd(at + 1);
        String name = tokens.name(at + 1, nameEnd);
        separate(Separation.of(name));
        at = tokens.tagEnd(nameEnd);
        switch (name) {
            case "script", "style", "iframe", "noembed", "noframes", "textarea", "title" ->
                at = tokens.past(tokens.closing(name, at), 0);
            case "noscript", "template", "audio", "video", "object", "select" -> skip(name);
            case "figure" -> skipFigure();
            default -> {}
        }
    }

    /** Leaves out an element that readers don't see; one that is never closed is left out as a tag alone. */
    private void skip(String name) {
        if (!unclosed.contains(name)) {
            int close = tokens.closing(name, at);
            if (close < 0) {
                unclosed.add(name);
            } else {
                at = close;
            }
        }
    }

    private void skipFigure() {
        int open = 1;
        for (int i = at; figuresGo && open > 0; ) {
            i = html.indexOf('<', i);
            if (i < 0) {
                figuresGo = false;
                break;
            }
            boolean closes = html.startsWith("</", i);
            int nameStart = closes ? i + 2 : i + 1;
            if (tokens.isTag("figure", nameStart)) {
                open += closes ? -1 : 1;
                if (open == 0) {
                    at = i;
                }
            }
            i = nameStart;
        }
    }

    private void readDeclaration() {
        if (!html.startsWith("<!--", at)) {
            at = tokens.past(html.indexOf('>', at + 2), 1);
            return;
        }
        int start = at;
        at = tokens.commentEnd(at + 2);
        int nameStart = Words.start(html, start + 4);
        if (blocksGo && html.startsWith("wp:", nameStart)) {
            int nameEnd = tokens.blockNameEnd(nameStart + 3);
            String name = html.substring(nameStart + 3, nameEnd);
            boolean standsAlone = html.startsWith("/-->", at - 4);
            if (!standsAlone && !name.isEmpty() && !TEXT_BLOCKS.contains(name)) {
                skipBlock(name);
            }
        }
    }

    private void skipBlock(String name) {
        int open = 1;
        for (int i = at; open > 0; ) {
            i = html.indexOf("<!--", i);
            if (i < 0) {
                blocksGo = false;
                return;
            }
            int mark = Words.start(html, i + 4);
            boolean closes = mark < html.length() && html.charAt(mark) == '/';
            int nameStart = (closes ? mark + 1 : mark) + 3;
            i = tokens.commentEnd(i + 2);
            if (html.startsWith("wp:", nameStart - 3)
                    && html.startsWith(name, nameStart)
                    && tokens.blockNameEnd(nameStart) == nameStart + name.length()) {
                if (closes) {
                    open--;
                } else if (!html.startsWith("/-->", i - 4)) {
                    open++;
                }
            }
            if (open == 0) {
                at = i;
                separate(Separation.LINE);
            }
        }
    }
}
