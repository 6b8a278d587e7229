package dev.byline.examples.cli.lines;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads lines of foreign bytes, of which a too long one costs no memory. */
public final class Lines {
    /** The most bytes of a line, where nothing else is said. */
    public static final int LONGEST = 1 << 16;

    private final InputStream in;
    private final int longest;
    private final byte[] buffer = new byte[1 << 16];
    private byte[] line = new byte[LONGEST];
    private int position;
    private int end;
    private long number;
    private boolean tooLong;

    /** Lines of at most {@link #LONGEST} bytes. */
    public Lines(InputStream in) {
        this(in, LONGEST);
    }

    /** Lines of at most so many bytes, for which memory is taken as they come. */
    public Lines(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /** The next line without its end, or null; malformed UTF-8 reads as replacement characters. */
    public @Nullable String next() {
        int length = 0;
        boolean any = false;
        tooLong = false;
        for (int b = read(); b >= 0; b = read()) {
            any = true;
            if (b == '\n') {
                break;
            }
            if (length < longest) {
                if (length == line.length) {
                    line = Arrays.copyOf(line, Math.min(longest, 2 * length));
                }
                line[length++] = (byte) b;
            } else {
                tooLong = true;
            }
        }
        if (!any) {
            return null;
        }
        number++;
        int stop = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
        return new String(line, 0, stop, StandardCharsets.UTF_8);
    }

    /** The number of the last line, from 1. */
    public long number() {
        return number;
    }

    /** Whether the last line was longer than can be, so that only its beginning was given. */
    public boolean tooLong() {
        return tooLong;
    }

    private int read() {
        if (position == end) {
            try {
                end = in.read(buffer);
            } catch (IOException e) {
                throw new UncheckedIOException("the input can't be read: " + e.getMessage(), e);
            }
            position = 0;
            if (end <= 0) {
                end = 0;
                return -1;
            }
        }
        return buffer[position++] & 0xff;
    }
}
