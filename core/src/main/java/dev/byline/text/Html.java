package dev.byline.text;

/** Writes text into HTML. */
public final class Html {
    private Html() {}

    /**
     * The text as it is written between tags or inside a quoted attribute value.
     *
     * <p>The five characters that mean something to HTML become references. Control characters other than tab and line
     * break, which no HTML may hold, are left out, and half a surrogate pair becomes U+FFFD. Not idempotent: an
     * ampersand is escaped every time.
     */
    public static String escape(String text) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c < ' ' || c >= 0x7F || c == '&' || c == '<' || c == '>' || c == '"' || c == '\'') {
                StringBuilder out = new StringBuilder(length + length / 8 + 16).append(text, 0, i);
                append(out, text, i, true);
                return out.toString();
            }
        }
        return text;
    }

    /** Appends the text from an index on; quotes stay where it goes between tags. */
    static void append(StringBuilder out, String text, int from, boolean quotes) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append(quotes ? "&quot;" : "\"");
                case '\'' -> out.append(quotes ? "&#39;" : "'");
                case '\t', '\n' -> out.append(c);
                case '\r' -> {
                    // A browser reads CR and CRLF as one line feed; written so, the text is the same after a reread.
                    if (i + 1 == text.length() || text.charAt(i + 1) != '\n') {
                        out.append('\n');
                    }
                }
                default -> {
                    if (Character.isSurrogate(c)) {
                        if (Character.isHighSurrogate(c)
                                && i + 1 < text.length()
                                && Character.isLowSurrogate(text.charAt(i + 1))) {
                            out.append(c).append(text.charAt(++i));
                        } else {
                            out.append('\uFFFD');
                        }
                    } else if (!Character.isISOControl(c)) {
                        out.append(c);
                    }
                }
            }
        }
    }
}
