package dev.byline.ranking.journal;

import dev.byline.ranking.counting.Visits;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The visits that are remembered, on disk, so that a restart does not count them again.
 *
 * <p>Only the owner may read the file. It is written anew without the slots that have passed, and what is added says which record
 * of the journal it belongs to: what the journal has lost, this has not seen either. Damage to it costs no count, so it is no
 * error.
 */
final class VisitFile implements Closeable {
    private static final byte HEAD = 'V';
    private static final byte VISITS = 'W';
    private static final byte VERSION = 3;
    private static final int FIXED = 2 + 5 * Long.BYTES + Integer.BYTES;
    private static final int BATCH = 1 << 16;

    private final Disk disk;
    private final Path path;
    private @Nullable RecordFile file;

    VisitFile(Disk disk, Path path) {
        this.disk = disk;
        this.path = path;
    }

    /** Reads what is still to be remembered and belongs to the first records of the journal, this many. */
    void load(Visits visits, long records, Instant now) throws IOException {
        if (Files.exists(path)) {
            boolean[] known = {false};
            RecordFile.read(path, content -> {
                ByteBuffer in = ByteBuffer.wrap(content);
                byte type = in.get();
                if (type == HEAD && content.length == 2) {
                    known[0] = in.get() == VERSION;
                } else if (known[0]
                        && type == VISITS
                        && content.length >= FIXED
                        && (in.get(1) & 0xFF) < Visits.What.KINDS) {
                    Visits.SlotId id = new Visits.SlotId(Visits.What.of(in.get()), in.getLong(), in.getInt());
                    long expires = in.getLong();
                    long first = in.getLong();
                    long second = in.getLong();
                    boolean isJournalled = in.getLong() <= records;
                    long[] hashes = new long[in.remaining() / Long.BYTES];
                    in.asLongBuffer().get(hashes);
                    if (isJournalled && expires > now.getEpochSecond()) {
                        visits.restore(new Visits.Written(id, expires, first, second, hashes));
                    }
                }
            });
        }
        visits.expire(now.getEpochSecond());
    }

    /** Writes the file anew, with visits whose records the journal has. */
    void rewrite(List<Visits.Written> visits) throws IOException {
        close();
        Path fresh = path.resolveSibling(path.getFileName() + ".tmp");
        Disk.createOwnerOnly(fresh);
        long end;
        try (RecordFile out = RecordFile.open(disk, fresh, 0)) {
            out.append(new byte[] {HEAD, VERSION});
            for (Visits.Written one : visits) {
                append(out, one, 0);
            }
            out.sync();
            end = out.end();
        }
        Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        file = RecordFile.open(disk, path, end);
    }

    /** Adds visits, which belong to the records of the journal up to this number. */
    void append(List<Visits.Written> visits, long record) throws IOException {
        RecordFile out = file;
        if (out == null) {
            throw new IOException(path + " is not open");
        }
        for (Visits.Written one : visits) {
            append(out, one, record);
        }
    }

    private static void append(RecordFile out, Visits.Written one, long record) throws IOException {
        long[] all = one.visits();
        for (int from = 0; from < all.length; from += BATCH) {
            int size = Math.min(BATCH, all.length - from);
            ByteBuffer content = ByteBuffer.allocate(FIXED + size * Long.BYTES)
                    .put(VISITS)
                    .put((byte) one.id().what().number())
                    .putLong(one.id().start())
                    .putInt(one.id().seconds())
                    .putLong(one.expires())
                    .putLong(one.firstKey())
                    .putLong(one.secondKey())
                    .putLong(record);
            content.asLongBuffer().put(all, from, size);
            out.append(content.array());
        }
    }

    void sync() throws IOException {
        RecordFile out = file;
        if (out != null) {
            out.sync();
        }
    }

    /** Whether the file must be written anew before anything can be added. */
    boolean broken() {
        RecordFile out = file;
        return out == null || out.broken();
    }

    @Override
    public void close() throws IOException {
        RecordFile open = file;
        file = null;
        if (open != null) {
            open.close();
        }
    }
}
