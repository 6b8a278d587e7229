package dev.byline.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * What was packed with gzip (RFC 1952), in one member or several.
 *
 * <p>The JDK's own stream takes a damaged second member for the end, and with it a failing disk; this one tells them
 * apart. Names and comments in the header are read over and never held.
 */
final class GzipStream extends InputStream {
    private static final int HEADER_CHECK = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int RESERVED = 0xE0;

    private final String archive;
    private final ArchiveRange in;
    private final ArchiveGrowth growth;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 check = new CRC32();
    private final byte[] chunk = new byte[1 << 13];
    private int at;
    private int filled;
    private boolean ended;

    /** Reads from the first byte of the first member. */
    GzipStream(String archive, ArchiveRange in) {
        this.archive = archive;
        this.in = in;
        growth = new ArchiveGrowth(archive);
    }

    /** Goes to the content of the first member. */
    void begin() throws IOException {
        header(next());
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        Objects.checkFromIndexSize(from, length, into.length);
        if (length == 0) {
            return 0;
        }
        while (!ended) {
            int count = inflate(into, from, length);
            if (count > 0) {
                check.update(into, from, count);
                growth.add(count, in.position());
                return count;
            }
            if (inflater.finished()) {
                trailer();
            } else if (!fill()) {
                throw damaged("it ends too early");
            }
        }
        return -1;
    }

    private int inflate(byte[] into, int from, int length) throws RefusedSource {
        inflater.setInput(chunk, at, filled - at);
        try {
            return inflater.inflate(into, from, length);
        } catch (DataFormatException e) {
            throw damaged("its packed bytes make no sense");
        } finally {
            at = filled - inflater.getRemaining();
        }
    }

    private void trailer() throws IOException {
        if (little(4) != check.getValue() || little(4) != (inflater.getBytesWritten() & 0xFFFFFFFFL)) {
            throw damaged("its checksum is wrong");
        }
        inflater.reset();
        check.reset();
        int first = at < filled || fill() ? next() : 0;
        // Tapes and some servers fill the last block up.
        while (first == 0 && (at < filled || fill())) {
            first = next();
        }
        ended = first == 0;
        if (!ended) {
            header(first);
        }
    }

    private void header(int first) throws IOException {
        if (first != 0x1F || next() != 0x8B || next() != 8) {
            throw damaged("what follows is not packed with gzip");
        }
        int flags = next();
        if ((flags & RESERVED) != 0) {
            throw damaged("it has flags that nobody knows");
        }
        little(6);
        if ((flags & EXTRA) != 0) {
            for (long left = little(2); left > 0; left--) {
                next();
            }
        }
        for (int text : new int[] {NAME, COMMENT}) {
            if ((flags & text) != 0) {
                skipText();
            }
        }
        if ((flags & HEADER_CHECK) != 0) {
            little(2);
        }
    }

    private void skipText() throws IOException {
        int letter = next();
        while (letter != 0) {
            letter = next();
        }
    }

    private long little(int bytes) throws IOException {
        long number = 0;
        for (int i = 0; i < bytes; i++) {
            number |= (long) next() << (8 * i);
        }
        return number;
    }

    private int next() throws IOException {
        if (at == filled && !fill()) {
            throw damaged("it ends too early");
        }
        return chunk[at++] & 0xFF;
    }

    private boolean fill() throws IOException {
        at = 0;
        filled = Math.max(0, in.read(chunk));
        return filled > 0;
    }

    private RefusedSource damaged(String why) {
        return new RefusedSource(archive, "is damaged: " + why);
    }

    /** Frees the memory outside the heap. */
    @Override
    public void close() {
        inflater.end();
        ended = true;
    }
}
