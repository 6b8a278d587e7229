package dev.byline.ranking.journal;

import dev.byline.ranking.RankingException;
import dev.byline.ranking.counting.MappedInput;
import dev.byline.ranking.counting.Visits;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ref.WeakReference;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.NavigableSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What outlives the process: a snapshot of all counts, the records since, and the visits that are remembered.
 *
 * <p>The folder holds {@code snapshot-N} and {@code journal-N}, the records that follow it; {@code journal-0} follows
 * nothing. Folding writes the next snapshot beside an empty next journal, and takes effect when the snapshot gets its
 * name; then the older pair goes. Its caller keeps writers apart; only {@link #sync} may run beside one.
 */
public final class Journal implements Closeable {
    static final String SNAPSHOT = "snapshot-";
    static final String JOURNAL = "journal-";
    private static final String DAMAGED = "damaged-";
    private static final int MOST_DAMAGED = 8;
    private static final int MOST_MAPPED = 2;

    private final Path folder;
    private final Limits limits;
    private final FolderLock lock;
    private final Disk disk;
    private final VisitFile visits;
    private volatile RecordFile log;
    // Snapshots that somebody may still read; on most systems a deleted one takes room as long as it is mapped.
    private final List<WeakReference<ByteBuffer>> mapped = new ArrayList<>();
    private long generation;
    private long sequence;
    private long foldAt;
    private long cutBytes;
    private boolean unsure;
    private volatile @Nullable Instant syncedAt;

    /**
     * When work is done that need not be done at once.
     *
     * @param journalBytes the least length of a journal that is folded
     * @param interval how long events may wait for the disk; zero if {@code record} waits for it
     * @param visits how many visits are remembered at the most
     */
    public record Limits(long journalBytes, Duration interval, int visits) {
        /** Sixteen megabytes, a tenth of a second and four million visits. */
        public static final Limits USUAL = new Limits(16 << 20, Duration.ofMillis(100), 4_000_000);

        /** With another interval. */
        public Limits interval(Duration other) {
            return new Limits(journalBytes, other, visits);
        }
    }

    /** What is kept, beside the visits. Its caller keeps readers and writers apart. */
    public interface Contents {
        /** Takes up what {@link Image#write} wrote, before all records. */
        void restore(DataInputStream in) throws IOException;

        /** Takes a record. */
        void apply(byte[] record) throws IOException;
    }

    /** Contents at one moment, which do not change with them. */
    public interface Image {
        /** Writes them. */
        void write(DataOutputStream out) throws IOException;
    }

    /** A folder that was opened, with the visits that are still to be remembered. */
    public record Opened(Journal journal, Visits visits) {}

    private Journal(Path folder, Disk disk, Limits limits, FolderLock lock, RecordFile log) {
        this.folder = folder;
        this.disk = disk;
        this.limits = limits;
        this.lock = lock;
        this.log = log;
        this.visits = new VisitFile(disk, folder.resolve("visitors"));
    }

    /**
     * Opens a folder, and puts what it holds into contents that are empty.
     *
     * @throws RankingException if it is open already or can't be read
     */
    public static Opened open(Path folder, Disk disk, Limits limits, Contents contents, Instant now) {
        @Nullable FolderLock lock = null;
        boolean opened = false;
        try {
            Files.createDirectories(folder);
            lock = FolderLock.on(folder);
            Opened result = recover(folder, disk, limits, lock, contents, now);
            opened = true;
            return result;
        } catch (IOException failure) {
            throw new RankingException(
                    "the counters in " + folder + " can't be opened: " + failure.getMessage(), failure);
        } finally {
            if (!opened && lock != null) {
                closeQuietly(lock);
            }
        }
    }

    private static Opened recover(
            Path folder, Disk disk, Limits limits, FolderLock lock, Contents contents, Instant now) throws IOException {
        Recovery found = Recovery.of(folder, contents);
        Path path = folder.resolve(JOURNAL + found.generation());
        long end = found.end();
        long cut = found.torn();
        if (cut > 0) {
            keepCut(folder, path, end);
        }
        RecordFile log = RecordFile.open(disk, path, end);
        Journal journal = new Journal(folder, disk, limits, lock, log);
        try {
            if (!found.headed()) {
                log.append(Recovery.head(found.before()));
            }
            log.sync();
            Disk.syncFolder(folder);
            journal.generation = found.generation();
            journal.sequence = found.before() + found.records();
            journal.cutBytes = cut;
            ByteBuffer mapped = found.mapped();
            if (mapped != null) {
                journal.mapped.add(new WeakReference<>(mapped));
            }
            journal.foldAt = Math.max(limits.journalBytes(), found.snapshotBytes());
            Visits visits = new Visits(limits.visits());
            journal.visits.load(visits, journal.sequence, now);
            journal.visits.rewrite(visits.all());
            journal.deleteOthers();
            return new Opened(journal, visits);
        } catch (IOException | RuntimeException failure) {
            closeQuietly(journal.visits);
            closeQuietly(log);
            throw failure;
        }
    }

    /**
     * What a folder holds.
     *
     * @param snapshotBytes the length of the snapshot; 0 if there is none
     * @param journalBytes the length of the journal, without its torn end
     * @param records how many whole records it has
     * @param tornBytes how long its torn end is, which the next opening cuts off
     */
    public record Found(long snapshotBytes, long journalBytes, long records, long tornBytes) {}

    /**
     * Puts what a folder holds into contents that are empty, and changes nothing.
     *
     * @throws RankingException if it is open, here or elsewhere, or holds nothing
     * @throws IOException if it is damaged
     */
    public static Found read(Path folder, Contents contents) throws IOException {
        if (!Files.exists(folder.resolve(FolderLock.NAME))) {
            throw new RankingException("there are no counters in " + folder);
        }
        FolderLock lock = FolderLock.on(folder);
        try {
            Recovery found = Recovery.of(folder, contents);
            Path path = folder.resolve(JOURNAL + found.generation());
            if (found.torn() > 0 && RecordFile.goesOnBehind(path, found.end())) {
                throw new IOException(path + " is damaged at byte " + found.end()
                        + "; whole records lie behind, which an opening would cut off");
            }
            return new Found(found.snapshotBytes(), found.end(), found.records(), found.torn());
        } finally {
            lock.close();
        }
    }

    /**
     * Adds records, and first the visits that belong to them: what dies in between has visits without records, which the next
     * opening drops.
     *
     * @param unwritten those that are written are taken out of it
     */
    public void append(Deque<byte[]> unwritten, List<Visits.Written> seen) throws IOException {
        visits.append(seen, sequence + unwritten.size());
        while (!unwritten.isEmpty()) {
            log.append(unwritten.getFirst());
            unwritten.removeFirst();
            sequence++;
        }
    }

    /**
     * Takes the last records back, so that an opening does not find them.
     *
     * @param length of the journal before them
     * @param records how many they are
     * @return whether the disk did so; else they stay
     */
    public boolean cut(long length, int records) {
        if (!log.cut(length)) {
            return false;
        }
        sequence -= records;
        return true;
    }

    /** Whether what is on disk may not be what was recorded, so that only {@link #fold} helps. */
    public boolean broken() {
        return unsure || log.broken();
    }

    /** Whether the journal has become long enough to be folded. */
    public boolean foldDue() {
        return log.end() >= foldAt;
    }

    /** Writes the file of visits anew, with those that belong to the records so far. */
    public void rewriteVisits(Supplier<List<Visits.Written>> remembered) throws IOException {
        // A visit must not be remembered longer than its record.
        log.sync();
        visits.rewrite(remembered.get());
    }

    /** Returns when the disk has all that was added. */
    public void sync(Instant now) throws IOException {
        visits.sync();
        log.sync();
        syncedAt = now;
    }

    /**
     * Writes a new snapshot, of all records so far and what is in none, and begins a new journal. If it throws, all is as before,
     * but for the visits, which must be written anew.
     *
     * @param seen the visits that are counted in what is in no record
     */
    public void fold(Image image, List<Visits.Written> seen, Instant now) throws IOException {
        // As if that had been one more record: without it the visits do not count either.
        long upTo = sequence + 1;
        long next = generation + 1;
        Path snapshot = folder.resolve(SNAPSHOT + next);
        Path unnamed = folder.resolve(SNAPSHOT + next + ".tmp");
        Path path = folder.resolve(JOURNAL + next);
        @Nullable RecordFile fresh = null;
        long size;
        boolean done = false;
        try {
            visits.append(seen, upTo);
            visits.sync();
            SnapshotFile.write(disk, unnamed, upTo, image);
            fresh = RecordFile.open(disk, path, 0);
            fresh.append(Recovery.head(upTo));
            fresh.sync();
            Disk.syncFolder(folder);
            size = Files.size(unnamed);
            Files.move(unnamed, snapshot, StandardCopyOption.ATOMIC_MOVE);
            done = true;
        } finally {
            if (!done) {
                foldAt = log.end() + limits.journalBytes();
                if (fresh != null) {
                    closeQuietly(fresh);
                }
                // Should the name have been given after all, nothing may be added to the old journal any more.
                unsure |= !deleted(snapshot);
                deleted(path);
                deleted(unnamed);
                generation = unsure ? next : generation;
            }
        }
        Disk.syncFolder(folder);
        closeQuietly(log);
        log = fresh;
        generation = next;
        sequence = upTo;
        unsure = false;
        foldAt = Math.max(limits.journalBytes(), size);
        syncedAt = now;
        deleteOthers();
    }

    /** Whether few enough snapshots are still read for {@link #lend} to add one. */
    public boolean canLend() {
        mapped.removeIf(one -> one.get() == null);
        return mapped.size() < MOST_MAPPED;
    }

    /**
     * The contents of the newest snapshot, in memory, for whoever wants to stand on them instead of on those of an older one;
     * null as long as two are still read, or where files can't be mapped.
     */
    public @Nullable MappedInput lend() throws IOException {
        ByteBuffer file = canLend() ? SnapshotFile.map(folder.resolve(SNAPSHOT + generation)) : null;
        if (file == null) {
            return null;
        }
        mapped.add(new WeakReference<>(file));
        return SnapshotFile.contents(folder.resolve(SNAPSHOT + generation), file);
    }

    /** The length of the journal in bytes. */
    public long length() {
        return log.end();
    }

    /** When the disk last confirmed everything. */
    public @Nullable Instant syncedAt() {
        return syncedAt;
    }

    /** How many bytes of a torn end were cut off. */
    public long cutBytes() {
        return cutBytes;
    }

    @Override
    public void close() throws IOException {
        try {
            visits.close();
            log.close();
        } finally {
            lock.close();
        }
    }

    private void deleteOthers() {
        for (String kind : List.of(SNAPSHOT, JOURNAL)) {
            try {
                Recovery.numbers(folder, kind).stream()
                        .filter(number -> number != generation)
                        .forEach(number -> deleted(folder.resolve(kind + number)));
                Recovery.numbers(folder, kind, ".tmp")
                        .forEach(number -> deleted(folder.resolve(kind + number + ".tmp")));
            } catch (IOException leftForTheNextOpening) {
                return;
            }
        }
    }

    /**
     * Sets what is cut off aside: of torn ends the last one, which no event that was called counted can be in; of journals that
     * are damaged further in front the first few, since somebody may want to mend them.
     */
    private static void keepCut(Path folder, Path path, long end) throws IOException {
        Path aside = folder.resolve("torn");
        if (RecordFile.goesOnBehind(path, end)) {
            NavigableSet<Long> known = Recovery.numbers(folder, DAMAGED);
            long number = known.isEmpty() ? 1 : known.last() + 1;
            aside = number > MOST_DAMAGED ? aside : folder.resolve(DAMAGED + number);
        }
        try (InputStream in = Files.newInputStream(path);
                OutputStream out = Files.newOutputStream(aside)) {
            in.skipNBytes(end);
            in.transferTo(out);
        }
    }

    private static boolean deleted(Path path) {
        try {
            Files.deleteIfExists(path);
            return true;
        } catch (IOException stillThere) {
            return false;
        }
    }

    private static void closeQuietly(Closeable open) {
        try {
            open.close();
        } catch (IOException nothingIsLost) {
            // What was to be kept had been synced, or its failure is on its way already.
        }
    }
}
