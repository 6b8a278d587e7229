package dev.byline.ranking.popular;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The visits that are remembered, on disk, so that a restart does not count them again.
 *
 * <p>Only the owner may read the file. It is written anew without the slots that have passed, and each visit in it says
 * which record of the journal it belongs to: what the journal has lost, this has not seen either. Damage to it costs no
 * count, so it is no error.
 */
final class VisitFile implements Closeable {
    private static final byte HEAD = 'V';
    private static final byte SLOT = 'S';
    private static final byte VISIT = 'H';
    private static final byte VISITS = 'B';
    private static final byte VERSION = 1;
    private static final int BATCH = 4096;

    private final Disk disk;
    private final Path path;
    private volatile @Nullable RecordFile file;

    VisitFile(Disk disk, Path path) {
        this.disk = disk;
        this.path = path;
    }

    /** Reads what is still to be remembered and belongs to the first records of the journal, this many. */
    RepeatViews load(int most, long records, Instant now) throws IOException {
        RepeatViews repeats = new RepeatViews(most);
        if (Files.exists(path)) {
            boolean[] known = {false};
            RecordFile.read(path, content -> {
                ByteBuffer in = ByteBuffer.wrap(content);
                byte type = in.get();
                if (type == HEAD && content.length == 2) {
                    known[0] = in.get() == VERSION;
                } else if (known[0] && type == SLOT && content.length == 21 + RepeatViews.KEY_BYTES) {
                    RepeatViews.SlotId id = new RepeatViews.SlotId(in.getLong(), in.getInt());
                    long expires = in.getLong();
                    byte[] key = new byte[RepeatViews.KEY_BYTES];
                    in.get(key);
                    repeats.forget(id);
                    repeats.restore(new RepeatViews.Slot(id, expires, key));
                } else if (known[0] && type == VISIT && content.length == 29) {
                    RepeatViews.SlotId id = new RepeatViews.SlotId(in.getLong(), in.getInt());
                    long hash = in.getLong();
                    if (in.getLong() <= records) {
                        repeats.restore(id, hash);
                    }
                } else if (known[0] && type == VISITS && content.length % Long.BYTES == 13 % Long.BYTES) {
                    RepeatViews.SlotId id = new RepeatViews.SlotId(in.getLong(), in.getInt());
                    while (in.hasRemaining()) {
                        repeats.restore(id, in.getLong());
                    }
                }
            });
        }
        repeats.expire(now);
        return repeats;
    }

    /** Writes the file anew with what is remembered now. */
    void rewrite(RepeatViews repeats) throws IOException {
        close();
        Path fresh = path.resolveSibling(path.getFileName() + ".tmp");
        Disk.createOwnerOnly(fresh);
        long end;
        try (RecordFile out = RecordFile.open(disk, fresh, 0)) {
            out.append(new byte[] {HEAD, VERSION});
            for (RepeatViews.Slot slot : repeats.slots()) {
                out.append(slot(slot));
                long[] hashes = slot.visits().toArray();
                for (int from = 0; from < hashes.length; from += BATCH) {
                    out.append(visits(slot, hashes, from, Math.min(hashes.length, from + BATCH)));
                }
            }
            out.sync();
            end = out.end();
        }
        Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        file = RecordFile.open(disk, path, end);
        repeats.slots().forEach(slot -> slot.stored(true));
    }

    /** Adds a visit, which belongs to the record of the journal with this number; returns where the file ended before. */
    long append(RepeatViews.Visit visit, long record) throws IOException {
        RecordFile out = open();
        long before = out.end();
        try {
            if (!visit.slot().stored()) {
                out.append(slot(visit.slot()));
            }
            out.append(visit(visit.slot(), visit.hash(), record));
            return before;
        } catch (IOException failure) {
            out.cut(before);
            throw failure;
        }
    }

    /** Takes back what was added behind a place. */
    void cut(long place) {
        RecordFile out = file;
        if (out != null) {
            out.cut(place);
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

    private RecordFile open() throws IOException {
        RecordFile out = file;
        if (out == null) {
            throw new IOException(path + " is not open");
        }
        return out;
    }

    private static byte[] slot(RepeatViews.Slot slot) {
        return ByteBuffer.allocate(21 + RepeatViews.KEY_BYTES)
                .put(SLOT)
                .putLong(slot.start())
                .putInt(slot.id().seconds())
                .putLong(slot.expires())
                .put(slot.key())
                .array();
    }

    private static byte[] visit(RepeatViews.Slot slot, long hash, long record) {
        return ByteBuffer.allocate(29)
                .put(VISIT)
                .putLong(slot.start())
                .putInt(slot.id().seconds())
                .putLong(hash)
                .putLong(record)
                .array();
    }

    /** Visits whose records the journal has for certain. */
    private static byte[] visits(RepeatViews.Slot slot, long[] hashes, int from, int to) {
        ByteBuffer content = ByteBuffer.allocate(13 + (to - from) * Long.BYTES)
                .put(VISITS)
                .putLong(slot.start())
                .putInt(slot.id().seconds());
        content.asLongBuffer().put(hashes, from, to - from);
        return content.array();
    }
}
