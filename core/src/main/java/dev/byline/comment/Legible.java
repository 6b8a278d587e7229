package dev.byline.comment;

import java.util.stream.IntStream;

/** Which characters of a text a reader sees, and which may be stored at all. */
final class Legible {
    private static final int REPLACEMENT = 0xFFFD;

    private Legible() {}

    /**
     * The text without what can't be stored or printed: control characters go, line ends become line feeds, half a
     * surrogate pair becomes U+FFFD.
     */
    static String text(String sent) {
        if (isStorable(sent)) {
            return sent;
        }
        StringBuilder out = new StringBuilder(sent.length());
        int i = 0;
        while (i < sent.length()) {
            int c = sent.codePointAt(i);
            i += Character.charCount(c);
            if (c == '\r' && i < sent.length() && sent.charAt(i) == '\n') {
                continue;
            }
            append(c, out);
        }
        return out.toString();
    }

    /** One line of plain text: as {@link #text}, without bidi embedding, with single spaces and none at its ends. */
    static String line(String sent) {
        StringBuilder out = new StringBuilder(sent.length());
        boolean gap = false;
        String text = text(sent);
        int i = 0;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (isBlank(c)) {
                gap = out.length() > 0;
            } else if (!isBidiEmbedding(c)) {
                if (gap) {
                    out.append(' ');
                    gap = false;
                }
                out.appendCodePoint(c);
            }
        }
        return out.toString();
    }

    /** Whether anything in this plain text can be seen. */
    static boolean hasVisible(CharSequence text) {
        return seen(text).findAny().isPresent();
    }

    /** The characters that a reader of this plain text sees and counts: no blanks, and marks with their letters. */
    static IntStream seen(CharSequence text) {
        return text.codePoints().filter(c -> !isBlank(c) && !isInvisible(c) && !isMark(c));
    }

    /** Appends one character as {@link #text} has it. */
    static void append(int c, StringBuilder out) {
        if (c == '\r') {
            out.append('\n');
        } else if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
            out.appendCodePoint(REPLACEMENT);
        } else if (c == '\n' || c == '\t' || !Character.isISOControl(c)) {
            out.appendCodePoint(c);
        }
    }

    static boolean isBlank(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x2800;
    }

    /** Characters that print nothing: format and control characters, fillers, variation selectors, unassigned ones. */
    static boolean isInvisible(int c) {
        if (c >= 0x20 && c < 0x7f) {
            return false;
        }
        int type = Character.getType(c);
        return type == Character.FORMAT
                || type == Character.CONTROL
                || type == Character.SURROGATE
                || type == Character.UNASSIGNED
                || c == 0x034F
                || c == 0x115F
                || c == 0x1160
                || c == 0x3164
                || c == 0xFFA0
                || (c >= 0x17B4 && c <= 0x17B5)
                || (c >= 0x180B && c <= 0x180F)
                || (c >= 0xFE00 && c <= 0xFE0F)
                || (c >= 0xE0000 && c <= 0xE0FFF);
    }

    static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isBidiEmbedding(int c) {
        return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    }

    private static boolean isStorable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c) || (Character.isISOControl(c) && c != '\n' && c != '\t')) {
                return false;
            }
        }
        return true;
    }
}
