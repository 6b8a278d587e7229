package dev.byline.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Escapes each ampersand that begins no reference which XML knows, outside of CDATA and comments. Adds
 * no line, so that line numbers stay true. Linear: looks at each byte once.
 *
 * <p>Works on bytes, so in every encoding that has ASCII at its bottom; UTF-16 and UTF-32 pass as they are.
 */
final class AmpersandRepair extends InputStream {
    private static final Set<String> KNOWN = Set.of("amp", "lt", "gt", "quot", "apos");
    private static final int LONGEST_REFERENCE = 10;
    private static final int CHUNK = 8192;

    /** Where in the document a byte lies. */
    private enum Place {
        TEXT,
        CDATA,
        COMMENT
    }

    private final InputStream in;
    private final byte[] chunk = new byte[CHUNK];
    // An ampersand becomes at most five bytes, and one reference may wait from the chunk before.
    private final byte[] out = new byte[5 * CHUNK + 2 * LONGEST_REFERENCE + 8];
    private int at;
    private int end;
    private boolean ended;
    private Place place = Place.TEXT;
    // The last eight bytes, newest lowest: what <![CDATA[ and its like are told by.
    private long last;
    private final byte[] pending = new byte[LONGEST_REFERENCE + 1];
    private int pendingLength = -1;

    private AmpersandRepair(InputStream in) {
        this.in = in;
    }

    static InputStream of(InputStream in) throws IOException {
        PushbackInputStream bytes = new PushbackInputStream(in, 4);
        byte[] start = bytes.readNBytes(4);
        bytes.unread(start);
        boolean wide = start.length >= 2 && (start[0] == (byte) 0xFE || start[0] == (byte) 0xFF);
        for (byte b : start) {
            wide |= b == 0;
        }
        return wide ? bytes : new AmpersandRepair(bytes);
    }

    @Override
    public int read() throws IOException {
        return fill() ? out[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, end - at);
        System.arraycopy(out, at, buffer, from, count);
        at += count;
        return count;
    }

    private boolean fill() throws IOException {
        while (at == end && !ended) {
            at = 0;
            end = 0;
            int count = in.read(chunk);
            for (int i = 0; i < count; i++) {
                step(chunk[i]);
            }
            if (count < 0) {
                ended = true;
                flushPending(false);
            }
        }
        return at < end;
    }

    private void step(byte b) {
        if (pendingLength >= 0) {
            if (b == ';') {
                flushPending(isReference(new String(pending, 0, pendingLength, StandardCharsets.ISO_8859_1)));
            } else if (pendingLength < LONGEST_REFERENCE && isReferencePart(b)) {
                pending[pendingLength++] = b;
                return;
            } else {
                flushPending(false);
            }
        }
        if (b == '&' && place == Place.TEXT) {
            pendingLength = 0;
            return;
        }
        put(b);
        last = (last << 8) | (b & 0xFF);
        place = switch (place) {
            case TEXT -> endsWith("![CDATA[") ? Place.CDATA : endsWith("<!--") ? Place.COMMENT : Place.TEXT;
            case CDATA -> endsWith("]]>") ? Place.TEXT : Place.CDATA;
            case COMMENT -> endsWith("-->") ? Place.TEXT : Place.COMMENT;
        };
    }

    private void flushPending(boolean reference) {
        if (pendingLength < 0) {
            return;
        }
        put((byte) '&');
        if (!reference) {
            for (char c : "amp;".toCharArray()) {
                put((byte) c);
            }
        }
        for (int i = 0; i < pendingLength; i++) {
            put(pending[i]);
            last = (last << 8) | (pending[i] & 0xFF);
        }
        pendingLength = -1;
    }

    private void put(byte b) {
        out[end++] = b;
    }

    private boolean endsWith(String ascii) {
        for (int i = 0; i < ascii.length(); i++) {
            if ((byte) (last >>> (8 * (ascii.length() - 1 - i))) != (byte) ascii.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isReferencePart(byte b) {
        return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || (b >= '0' && b <= '9') || b == '#';
    }

    private static boolean isReference(String name) {
        if (!name.startsWith("#")) {
            return KNOWN.contains(name);
        }
        boolean hexadecimal = name.startsWith("#x");
        String digits = name.substring(hexadecimal ? 2 : 1);
        return !digits.isEmpty()
                && digits.chars()
                        .allMatch(c -> (c >= '0' && c <= '9')
                                || (hexadecimal && ((c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'))));
    }
}
