package dev.byline.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/** The content of a zip's entry, which must be as long as the directory says and have its checksum. */
final class ZipContent extends InputStream {
    static final int STORED = 0;
    static final int DEFLATED = 8;

    private final ArchiveVisit visit;
    private final String path;
    private final ArchiveRange in;
    private final @Nullable Inflater inflater;
    private final byte[] chunk = new byte[1 << 13];
    private final CRC32 check = new CRC32();
    private final long checksum;
    private final Growing growing;
    private long left;
    private boolean ended;

    /** Hears how many bytes came out. */
    @FunctionalInterface
    interface Growing {
        void by(int bytes) throws RefusedSource;
    }

    ZipContent(
            ArchiveVisit visit, String path, ArchiveRange in, int method, long size, long checksum, Growing growing) {
        this.visit = visit;
        this.path = path;
        this.in = in;
        inflater = method == DEFLATED ? new Inflater(true) : null;
        left = size;
        this.checksum = checksum;
        this.growing = growing;
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
        if (ended) {
            return -1;
        }
        int count = inflater == null ? in.read(into, from, length) : inflate(inflater, into, from, length);
        if (count < 0) {
            ended = true;
            if (left != 0 || check.getValue() != checksum) {
                throw damaged();
            }
            return -1;
        }
        left -= count;
        if (left < 0) {
            throw damaged();
        }
        check.update(into, from, count);
        growing.by(count);
        return count;
    }

    private int inflate(Inflater inflater, byte[] into, int from, int length) throws IOException {
        try {
            while (true) {
                int count = inflater.inflate(into, from, length);
                if (count > 0) {
                    return count;
                }
                if (inflater.finished()) {
                    return -1;
                }
                int read = inflater.needsInput() ? in.read(chunk) : -1;
                if (read < 0) {
                    throw damaged();
                }
                inflater.setInput(chunk, 0, read);
            }
        } catch (DataFormatException e) {
            throw damaged();
        }
    }

    private RefusedSource damaged() {
        return visit.holds(path, "is damaged");
    }

    /** Frees the memory outside the heap. */
    @Override
    public void close() {
        ended = true;
        if (inflater != null) {
            inflater.end();
        }
    }
}
