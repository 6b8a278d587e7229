package dev.byline.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The lines of a stream, numbered from 1; holds none that is longer than the limit. */
final class JsonLineInput {
    private static final int CHUNK = 1 << 16;
    private static final int[] BYTE_ORDER_MARK = {0xEF, 0xBB, 0xBF};

    /** What a line is. */
    enum Kind {
        /** A line with something in it. */
        TEXT,
        /** Nothing but white space. */
        BLANK,
        /** More bytes than the limit; passed over. */
        TOO_LONG,
        /** Not UTF-8. */
        NOT_UTF8,
        /** There are no more. */
        END
    }

    private final InputStream in;
    private final int longest;
    private final byte[] chunk = new byte[CHUNK];
    private int at;
    private int end;
    private byte[] line = new byte[1024];
    private int length;
    private long number;
    private String text = "";

    JsonLineInput(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    long number() {
        return number;
    }

    /** The text of the line, if {@link #next} said that it is one. */
    String text() {
        return text;
    }

    Kind next() throws IOException {
        length = 0;
        text = "";
        boolean any = false;
        boolean tooLong = false;
        while (true) {
            if (at == end && !fill()) {
                break;
            }
            any = true;
            int from = at;
            while (at < end && chunk[at] != '\n') {
                at++;
            }
            tooLong |= !append(from);
            if (at < end) {
                at++;
                break;
            }
        }
        if (!any) {
            return Kind.END;
        }
        number++;
        if (tooLong) {
            // What was needed for it is not needed again.
            line = new byte[1024];
            return Kind.TOO_LONG;
        }
        return decode();
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, in.read(chunk));
        return end > 0;
    }

    private boolean append(int from) {
        int count = at - from;
        if (count > longest - length) {
            return false;
        }
        if (length + count > line.length) {
            line = Arrays.copyOf(line, (int) Math.min(longest, Math.max(2L * line.length, length + (long) count)));
        }
        System.arraycopy(chunk, from, line, length, count);
        length += count;
        return true;
    }

    private Kind decode() {
        int from = number == 1 && startsWithMark() ? BYTE_ORDER_MARK.length : 0;
        boolean blank = true;
        for (int i = from; i < length && blank; i++) {
            blank = JsonLines.isSpace(line[i]);
        }
        if (blank) {
            return Kind.BLANK;
        }
        String decoded = decode(ByteBuffer.wrap(line, from, length - from));
        if (decoded == null) {
            return Kind.NOT_UTF8;
        }
        text = decoded;
        return Kind.TEXT;
    }

    private static @Nullable String decode(ByteBuffer bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private boolean startsWithMark() {
        for (int i = 0; i < BYTE_ORDER_MARK.length; i++) {
            if (i >= length || (line[i] & 0xFF) != BYTE_ORDER_MARK[i]) {
                return false;
            }
        }
        return true;
    }
}
