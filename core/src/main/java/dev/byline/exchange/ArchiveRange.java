package dev.byline.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** A part of an archive's bytes, from its first to its last; skips without reading. */
final class ArchiveRange extends InputStream {
    private static final int CHUNK = 1 << 14;

    private final ArchiveBytes bytes;
    private final long end;
    private final byte[] chunk;
    /** Where the bytes behind the chunk begin. */
    private long next;

    private int at;
    private int filled;

    ArchiveRange(ArchiveBytes bytes, long from, long to) {
        this.bytes = bytes;
        next = from;
        end = to;
        chunk = new byte[(int) Math.max(1, Math.min(CHUNK, to - from))];
    }

    /** Where in the archive the next byte lies. */
    long position() {
        return next - (filled - at);
    }

    @Override
    public int read() throws IOException {
        return fill() ? chunk[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        Objects.checkFromIndexSize(from, length, into.length);
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, filled - at);
        System.arraycopy(chunk, at, into, from, count);
        at += count;
        return count;
    }

    private boolean fill() throws IOException {
        if (at == filled) {
            at = 0;
            int wanted = (int) Math.min(chunk.length, end - next);
            filled = wanted <= 0 ? 0 : Math.max(0, bytes.read(next, chunk, 0, wanted));
            next += filled;
        }
        return at < filled;
    }

    @Override
    public long skip(long count) {
        long skipped = Math.max(0, Math.min(count, end - position()));
        if (skipped <= filled - at) {
            at += (int) skipped;
        } else {
            next = position() + skipped;
            at = filled = 0;
        }
        return skipped;
    }
}
