package dev.byline.writing;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON that may stand anywhere, inside a {@code script} element too: what could end one, or a line of a script, is written
 * as an escape. Not thread-safe.
 */
public final class JsonOutput {
    private static final String ESCAPED = "<>&\u2028\u2029\"\\";
    private static final String HEX = "0123456789abcdef";

    private final Appendable out;
    private boolean isFirst = true;

    /** Writes to this. */
    public JsonOutput(Appendable out) {
        this.out = out;
    }

    /** Begins an object, as a value of its own or within an array. */
    public JsonOutput object() {
        comma();
        return open('{');
    }

    /** Begins an object as a member. */
    public JsonOutput object(String name) {
        name(name);
        return open('{');
    }

    /** Begins an array as a member. */
    public JsonOutput array(String name) {
        name(name);
        return open('[');
    }

    /** Ends an object. */
    public JsonOutput endObject() {
        return close('}');
    }

    /** Ends an array. */
    public JsonOutput endArray() {
        return close(']');
    }

    /** A member, left out where its text is null or empty. */
    public JsonOutput text(String name, @Nullable String text) {
        if (text != null && !text.isEmpty()) {
            name(name);
            string(text);
        }
        return this;
    }

    /** A text within an array. */
    public JsonOutput text(String text) {
        comma();
        string(text);
        return this;
    }

    /** A member, left out where the number is null. */
    public JsonOutput number(String name, @Nullable Integer number) {
        if (number != null) {
            name(name);
            add(number.toString());
        }
        return this;
    }

    /** A member. */
    public JsonOutput truth(String name, boolean value) {
        name(name);
        add(Boolean.toString(value));
        return this;
    }

    private JsonOutput open(char bracket) {
        add(String.valueOf(bracket));
        isFirst = true;
        return this;
    }

    private JsonOutput close(char bracket) {
        add(String.valueOf(bracket));
        isFirst = false;
        return this;
    }

    private void comma() {
        if (!isFirst) {
            add(",");
        }
        isFirst = false;
    }

    private void name(String name) {
        comma();
        string(name);
        add(":");
        isFirst = false;
    }

    private void string(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 16).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isPair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (isPair) {
                quoted.append(c).append(text.charAt(++i));
            } else if (Character.isSurrogate(c)) {
                // Half a pair is no character, and many a reader refuses the whole document for it.
                quoted.append('\uFFFD');
            } else if (c < ' ' || c == 0x7F || ESCAPED.indexOf(c) >= 0) {
                escape(quoted, c);
            } else {
                quoted.append(c);
            }
        }
        add(quoted.append('"').toString());
    }

    private static void escape(StringBuilder quoted, char c) {
        quoted.append('\\');
        switch (c) {
            case '"', '\\' -> quoted.append(c);
            case '\n' -> quoted.append('n');
            case '\r' -> quoted.append('r');
            case '\t' -> quoted.append('t');
            default -> {
                quoted.append('u');
                for (int shift = 12; shift >= 0; shift -= 4) {
                    quoted.append(HEX.charAt((c >> shift) & 0xF));
                }
            }
        }
    }

    private void add(String text) {
        try {
            out.append(text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
