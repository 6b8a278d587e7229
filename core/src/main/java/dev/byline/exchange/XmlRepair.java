package dev.byline.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Makes well-formed what careless programs write: escapes each ampersand that begins no reference which XML knows, and
 * keeps {@code ]]>} inside of CDATA as text.
 *
 * <p>A {@code ]]>} does not end its CDATA if another one follows before the next tag, for outside of CDATA it may not
 * stand at all; how far that is looked for is bounded. So what is well-formed stays as it is. Adds no line, so that
 * line numbers stay true. Linear: looks at each byte twice at most.
 *
 * <p>Works on bytes, so in every encoding that has ASCII at its bottom; UTF-16 and UTF-32 pass as they are.
 */
final class XmlRepair extends InputStream {
    private static final Set<String> KNOWN = Set.of("amp", "lt", "gt", "quot", "apos");
    private static final int LONGEST_REFERENCE = 10;
    private static final int CHUNK = 8192;
    private static final int LONGEST_AFTER_CDATA = 1024;

    /** Where in the document a byte lies. */
    private enum Place {
        TEXT,
        CDATA,
        /** Behind the {@code ]]} of what may be the end of CDATA; its {@code >} is not written yet. */
        CDATA_ENDING,
        COMMENT
    }

    private final InputStream in;
    private final byte[] chunk = new byte[CHUNK];
    // No byte becomes more than five, and a reference and what follows CDATA may wait from the chunk before.
    private final byte[] out = new byte[5 * (CHUNK + LONGEST_AFTER_CDATA + LONGEST_REFERENCE) + 64];
    private int at;
    private int end;
    private boolean ended;
    private Place place = Place.TEXT;
    // The last eight bytes, newest lowest: what <![CDATA[ and its like are told by.
    private long last;
    private final byte[] pending = new byte[LONGEST_REFERENCE + 1];
    private int pendingLength = -1;
    private final byte[] afterCdata = new byte[LONGEST_AFTER_CDATA];
    private int afterLength;

    private XmlRepair(InputStream in) {
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
        return wide ? bytes : new XmlRepair(bytes);
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
                if (place == Place.CDATA_ENDING) {
                    endCdata();
                }
                flushPending(false);
            }
        }
        return at < end;
    }

    private void step(byte b) {
        if (place == Place.CDATA_ENDING && b != '<') {
            afterCdata[afterLength++] = b;
            if (b == '>'
                    && afterLength >= 3
                    && afterCdata[afterLength - 2] == ']'
                    && afterCdata[afterLength - 3] == ']') {
                splitCdata();
            } else if (afterLength == LONGEST_AFTER_CDATA) {
                endCdata();
            }
            return;
        }
        if (place == Place.CDATA_ENDING) {
            endCdata();
        }
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
        if (b == '>' && place != Place.COMMENT && endsWith("]]")) {
            if (place == Place.CDATA) {
                place = Place.CDATA_ENDING;
            } else {
                put("&gt;");
                last = 0;
            }
            return;
        }
        put(b);
        last = (last << 8) | (b & 0xFF);
        place = switch (place) {
            case TEXT -> endsWith("![CDATA[") ? Place.CDATA : endsWith("<!--") ? Place.COMMENT : Place.TEXT;
            case COMMENT -> endsWith("-->") ? Place.TEXT : Place.COMMENT;
            case CDATA, CDATA_ENDING -> place;
        };
    }

    private void endCdata() {
        put((byte) '>');
        place = Place.TEXT;
        last = 0;
        int length = afterLength;
        afterLength = 0;
        for (int i = 0; i < length; i++) {
            step(afterCdata[i]);
        }
    }

    // What seemed to be the end was text, and the next may be the end.
    private void splitCdata() {
        put("]]><![CDATA[>");
        for (int i = 0; i < afterLength - 1; i++) {
            put(afterCdata[i]);
        }
        afterLength = 0;
    }

    private void flushPending(boolean reference) {
        if (pendingLength < 0) {
            return;
        }
        put((byte) '&');
        if (!reference) {
            put("amp;");
        }
        for (int i = 0; i < pendingLength; i++) {
            put(pending[i]);
            last = (last << 8) | (pending[i] & 0xFF);
        }
        pendingLength = -1;
    }

    private void put(String ascii) {
        for (int i = 0; i < ascii.length(); i++) {
            put((byte) ascii.charAt(i));
        }
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
