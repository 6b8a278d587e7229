package dev.byline.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A Markdown document taken apart at its fences.
 *
 * @param fields the front matter
 * @param body the Markdown below it
 */
record MarkdownDocument(FrontMatter fields, String body) {
    static final List<String> ENDINGS = List.of(".md", ".markdown", ".mdown", ".mkd");

    /** The parser takes up to 200 times as many bytes. */
    private static final int LONGEST = 1 << 20;

    private static final String FENCE = "---";
    private static final String TOML = "+++";

    /** Whether a document that begins so has front matter. */
    static boolean recognises(byte[] start) {
        String text = new String(start, StandardCharsets.UTF_8);
        String line = lineAt(text, fence(text));
        return line.equals(FENCE) || line.equals(TOML);
    }

    /**
     * Reads a document; null if it has no front matter.
     *
     * @throws Refused if it can't be read
     */
    static @Nullable MarkdownDocument read(InputStream in) throws IOException, Refused {
        byte[] bytes = in.readNBytes(LONGEST + 1);
        if (bytes.length > LONGEST) {
            throw new Refused(0, "is longer than " + (LONGEST >> 20) + " MiB");
        }
        return of(decoded(bytes));
    }

    static @Nullable MarkdownDocument of(String stored) throws Refused {
        String text =
                stored.indexOf('\r') < 0 ? stored : stored.replace("\r\n", "\n").replace('\r', '\n');
        int fence = fence(text);
        String opening = lineAt(text, fence);
        if (isJson(text, fence)) {
            return ofJson(text, fence);
        }
        boolean toml = opening.equals(TOML);
        if (!toml && !opening.equals(FENCE)) {
            return null;
        }
        int from = next(text, fence);
        for (int at = from; at < text.length(); at = next(text, at)) {
            String line = lineAt(text, at);
            if (toml ? line.equals(TOML) : line.equals(FENCE) || line.equals("...")) {
                String written = text.substring(from, at);
                long first = lineOf(text, from);
                FrontMatter fields = toml ? TomlFields.read(written, first) : YamlFields.read(written, first);
                return new MarkdownDocument(fields.withParams(), text.substring(next(text, at)));
            }
        }
        throw new Refused(lineOf(text, fence), "has front matter without an end");
    }

    /** JSON is YAML, but for the tabs that it may be indented by. */
    private static MarkdownDocument ofJson(String text, int begin) throws Refused {
        StringBuilder json = new StringBuilder();
        int depth = 0;
        boolean quoted = false;
        for (int at = begin; at < text.length(); at++) {
            char c = text.charAt(at);
            if (quoted && c == '\\' && at + 1 < text.length()) {
                json.append(c);
                c = text.charAt(++at);
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted) {
                depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
                c = c == '\t' ? ' ' : c;
            }
            json.append(c);
            if (depth == 0) {
                FrontMatter fields = YamlFields.read(json.toString(), lineOf(text, begin));
                return new MarkdownDocument(fields.withParams(), text.substring(next(text, at)));
            }
        }
        throw new Refused(lineOf(text, begin), "has front matter without an end");
    }

    // Prose may begin with a brace, but hardly with one and a quoted name.
    private static boolean isJson(String text, int at) {
        return at < text.length() && text.charAt(at) == '{' && text.startsWith("\"", fence(text, at + 1));
    }

    private static String decoded(byte[] bytes) throws Refused {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new Refused(0, "is not UTF-8");
        }
    }

    // Blank lines before the front matter are read over, as Hugo does.
    private static int fence(String text) {
        return fence(text, 0);
    }

    private static int fence(String text, int from) {
        int at = from;
        while (at < text.length() && " \t\r\n\uFEFF".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    /** The line that begins here, without blanks at its end and no longer than a fence can be. */
    private static String lineAt(String text, int at) {
        int end = Math.min(text.length(), at + 64);
        int to = at;
        while (to < end && text.charAt(to) != '\n') {
            to++;
        }
        return text.substring(at, to).stripTrailing();
    }

    /** Where the line behind the one that begins here begins. */
    private static int next(String text, int at) {
        int feed = text.indexOf('\n', at);
        return feed < 0 ? text.length() : feed + 1;
    }

    private static long lineOf(String text, int at) {
        long line = 1;
        for (int i = 0; i < at; i++) {
            if (text.charAt(i) == '\n') {
                line++;
            }
        }
        return line;
    }

    /** The text of the first heading if the body begins with one; empty if not. */
    String firstHeading() {
        int at = fence(body);
        String line = at >= body.length() ? "" : body.substring(at, next(body, at));
        return line.startsWith("# ") ? line.substring(2).strip() : "";
    }

    /** The body without the heading that it begins with. */
    String belowFirstHeading() {
        return body.substring(next(body, fence(body)));
    }

    /** The name of a Markdown file without its ending. */
    static String stem(String fileName) {
        String lower = fileName.toLowerCase(Locale.ROOT);
        for (String ending : ENDINGS) {
            if (lower.endsWith(ending)) {
                return fileName.substring(0, fileName.length() - ending.length());
            }
        }
        return fileName;
    }
}
