package dev.byline.writing;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** Writes XML 1.0 in UTF-8; characters that it can't hold (most control characters, half surrogate pairs) are left out. */
public final class XmlOutput {
    private final Writer out;

    /** Writes to this; {@link #flush} hands on the rest. */
    public XmlOutput(OutputStream out) {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
    }

    /** Writes markup as it is. */
    public XmlOutput raw(String markup) throws IOException {
        out.write(markup);
        return this;
    }

    /** Writes an element with escaped text, on a line of its own. */
    public XmlOutput element(String name, String text) throws IOException {
        open(name);
        out.write(text(text));
        return close(name);
    }

    /** Writes an element with its text in CDATA, on a line of its own. */
    public XmlOutput cdata(String name, String text) throws IOException {
        open(name);
        section(text);
        return close(name);
    }

    /** Writes an element with attributes and its text in CDATA, on a line of its own. */
    public XmlOutput cdata(String name, String attributes, String text) throws IOException {
        out.write('<');
        out.write(name);
        out.write(attributes);
        out.write('>');
        section(text);
        return close(name);
    }

    /** An attribute, with the blank before it. */
    public static String attribute(String name, String value) {
        StringBuilder escaped = new StringBuilder(" ").append(name).append("=\"");
        String clean = clean(value);
        for (int i = 0; i < clean.length(); i++) {
            char c = clean.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '"' -> escaped.append("&quot;");
                case '\n', '\r', '\t' -> escaped.append("&#").append((int) c).append(';');
                default -> escaped.append(c);
            }
        }
        return escaped.append('"').toString();
    }

    /** Hands all that was written to the stream, and flushes that. */
    public void flush() throws IOException {
        out.flush();
    }

    /** Text as it stands between two tags. */
    public static String text(String text) {
        StringBuilder escaped = new StringBuilder();
        String clean = clean(text);
        for (int i = 0; i < clean.length(); i++) {
            char c = clean.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                // A reader would take it for a line feed.
                case '\r' -> escaped.append("&#13;");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }

    private void open(String name) throws IOException {
        out.write('<');
        out.write(name);
        out.write('>');
    }

    private XmlOutput close(String name) throws IOException {
        out.write("</");
        out.write(name);
        out.write(">\n");
        return this;
    }

    private void section(String text) throws IOException {
        String clean = clean(text);
        out.write("<![CDATA[");
        int from = 0;
        // The end of a section is parted between two of them.
        for (int end = clean.indexOf("]]>"); end >= 0; end = clean.indexOf("]]>", from)) {
            out.write(clean, from, end + 2 - from);
            out.write("]]><![CDATA[");
            from = end + 2;
        }
        out.write(clean, from, clean.length() - from);
        out.write("]]>");
    }

    private static String clean(String text) {
        int bad = nextBad(text, 0);
        if (bad == text.length()) {
            return text;
        }
        StringBuilder clean = new StringBuilder(text.length());
        int from = 0;
        while (bad < text.length()) {
            clean.append(text, from, bad);
            from = bad + 1;
            bad = nextBad(text, from);
        }
        return clean.append(text, from, text.length()).toString();
    }

    private static int nextBad(String text, int from) {
        int i = from;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i += 2;
            } else if (Character.isSurrogate(c) || c >= 0xFFFE || (c < ' ' && c != '\n' && c != '\t' && c != '\r')) {
                return i;
            } else {
                i++;
            }
        }
        return text.length();
    }
}
