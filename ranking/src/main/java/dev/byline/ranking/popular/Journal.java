package dev.byline.ranking.popular;

import dev.byline.ranking.RankingException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What outlives the process: a snapshot of all counts, the records since, and the visits that are remembered.
 *
 * <p>The folder holds {@code snapshot-N} and {@code journal-N}, the records that follow it; {@code journal-0} follows
 * nothing. Folding writes the next snapshot beside an empty next journal, and takes effect when the snapshot gets its
 * name; then the older pair goes. Its caller keeps writers apart; only {@link #sync} may run beside one.
 */
final class Journal implements Closeable {
    private static final String SNAPSHOT = "snapshot-";
    private static final String JOURNAL = "journal-";
    private static final int VERSION = 1;

    private final Path folder;
    private final Limits limits;
    private final FolderLock lock;
    private final Disk disk;
    private final VisitFile visits;
    private volatile RecordFile log;
    private long generation;
    private long sequence;
    private long foldAt;
    private long cutBytes;
    private boolean visitsStale;
    private volatile boolean unsure;
    private volatile long synced;
    private volatile long written;
    private volatile @Nullable Instant syncedAt;
    private volatile Instant checkedAt;

    /**
     * When work is done that need not be done at once.
     *
     * @param journalBytes the least length of a journal that is folded
     * @param unsynced after so many records the disk is asked to confirm
     * @param interval after so long it is too
     * @param visits how many visits are remembered at the most
     */
    record Limits(long journalBytes, int unsynced, Duration interval, int visits) {
        static final Limits USUAL = new Limits(16 << 20, 10_000, Duration.ofSeconds(1), 4_000_000);
    }

    /** What a folder held. */
    record Opened(Journal journal, EngagementState state, RepeatViews repeats) {}

    private Journal(Path folder, Disk disk, Limits limits, FolderLock lock, RecordFile log, Instant now) {
        this.folder = folder;
        this.disk = disk;
        this.limits = limits;
        this.lock = lock;
        this.log = log;
        this.visits = new VisitFile(disk, folder.resolve("visitors"));
        this.checkedAt = now;
    }

    static Opened open(Path folder, Disk disk, Limits limits, Instant now) {
        @Nullable FolderLock lock = null;
        boolean opened = false;
        try {
            Files.createDirectories(folder);
            lock = FolderLock.on(folder);
            Opened result = recover(folder, disk, limits, lock, now);
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

    private static Opened recover(Path folder, Disk disk, Limits limits, FolderLock lock, Instant now)
            throws IOException {
        NavigableSet<Long> snapshots = numbers(folder, SNAPSHOT);
        NavigableSet<Long> journals = numbers(folder, JOURNAL);
        long generation = snapshots.isEmpty() ? 0 : snapshots.last();
        Path path = folder.resolve(JOURNAL + generation);
        Snapshot start = new Snapshot(0, new EngagementState());
        if (generation > 0) {
            start = Snapshot.read(folder.resolve(SNAPSHOT + generation));
        } else if (!journals.isEmpty() && !journals.contains(0L)) {
            throw new IOException(folder + " has a journal, but the snapshot before it is missing");
        }
        EngagementState state = start.state();
        long[] records = {start.sequence()};
        boolean[] headed = {false};
        long end = 0;
        if (Files.exists(path)) {
            long before = start.sequence();
            end = RecordFile.read(path, content -> {
                if (headed[0]) {
                    state.apply(Entry.decoded(content), now);
                    records[0]++;
                } else {
                    checkHead(path, content, before);
                    headed[0] = true;
                }
            });
        }
        long cut = Files.exists(path) ? Files.size(path) - end : 0;
        if (!headed[0] && cut >= RecordFile.FRAME + head(start.sequence()).length) {
            throw new IOException(path + " is damaged at its beginning");
        }
        if (cut > 0) {
            keepTorn(path, end);
        }
        RecordFile log = RecordFile.open(disk, path, end);
        Journal journal = new Journal(folder, disk, limits, lock, log, now);
        try {
            if (!headed[0]) {
                log.append(head(start.sequence()));
            }
            log.sync();
            Disk.syncFolder(folder);
            journal.generation = generation;
            journal.sequence = records[0];
            journal.written = records[0];
            journal.synced = records[0];
            journal.cutBytes = cut;
            journal.foldAt = Math.max(
                    limits.journalBytes(), generation == 0 ? 0 : Files.size(folder.resolve(SNAPSHOT + generation)));
            RepeatViews repeats = journal.visits.load(limits.visits(), records[0], now);
            journal.visits.rewrite(repeats);
            journal.deleteOthers();
            return new Opened(journal, state, repeats);
        } catch (IOException | RuntimeException failure) {
            closeQuietly(journal.visits);
            closeQuietly(log);
            throw failure;
        }
    }

    /** Adds a record and the visit that it came from, both or neither. */
    void append(Entry entry, RepeatViews.@Nullable Visit visit) throws IOException {
        if (visit == null) {
            log.append(entry.encoded());
        } else {
            // The visit first: what dies in between has a visit without a record, which the next opening drops.
            long before = visits.append(visit, sequence + 1);
            try {
                log.append(entry.encoded());
            } catch (IOException failure) {
                visits.cut(before);
                throw failure;
            }
            visit.slot().stored(true);
        }
        sequence++;
        written = sequence;
    }

    /** Whether the disk should be asked to confirm, or something be written anew. */
    boolean due(Instant now) {
        return visitsStale
                || log.end() >= foldAt
                || written - synced >= limits.unsynced()
                || (written > synced && !now.isBefore(checkedAt.plus(limits.interval())))
                // A clock that was set back must not put off what is due.
                || now.isBefore(checkedAt);
    }

    /** Whether what is on disk may not be what was recorded, so that only {@link #fold} helps. */
    boolean broken() {
        return unsure || log.broken() || visits.broken();
    }

    boolean foldDue() {
        return log.end() >= foldAt;
    }

    /** Says that a slot was forgotten, which the file of visits must forget too. */
    void visitsStale() {
        visitsStale = true;
    }

    boolean areVisitsStale() {
        return visitsStale;
    }

    /** Writes the file of visits anew. */
    void rewriteVisits(RepeatViews repeats) throws IOException {
        // A visit must not be remembered longer than its record.
        log.sync();
        visits.rewrite(repeats);
        visitsStale = false;
    }

    /** Returns when the disk has all records that were written before the call. */
    void sync(Instant now) throws IOException {
        checkedAt = now;
        long target = written;
        visits.sync();
        log.sync();
        synced = Math.max(synced, target);
        syncedAt = now;
    }

    /** Writes a new snapshot and begins a new journal. */
    void fold(EngagementState state, RepeatViews repeats, Instant now) throws IOException {
        checkedAt = now;
        long next = generation + 1;
        Path snapshot = folder.resolve(SNAPSHOT + next);
        Path unnamed = folder.resolve(SNAPSHOT + next + ".tmp");
        Path path = folder.resolve(JOURNAL + next);
        @Nullable RecordFile fresh = null;
        boolean done = false;
        try {
            new Snapshot(sequence, state).write(disk, unnamed);
            fresh = RecordFile.open(disk, path, 0);
            fresh.append(head(sequence));
            fresh.sync();
            Disk.syncFolder(folder);
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
        unsure = false;
        foldAt = Math.max(limits.journalBytes(), Files.size(snapshot));
        synced = written;
        syncedAt = now;
        deleteOthers();
        visits.rewrite(repeats);
        visitsStale = false;
    }

    long length() {
        return log.end();
    }

    long unsynced() {
        return written - synced;
    }

    @Nullable
    Instant syncedAt() {
        return syncedAt;
    }

    long cutBytes() {
        return cutBytes;
    }

    Path folder() {
        return folder;
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
                numbers(folder, kind).stream()
                        .filter(number -> number != generation)
                        .forEach(number -> deleted(folder.resolve(kind + number)));
                numbers(folder, kind, ".tmp").forEach(number -> deleted(folder.resolve(kind + number + ".tmp")));
            } catch (IOException leftForTheNextOpening) {
                return;
            }
        }
    }

    private static NavigableSet<Long> numbers(Path folder, String kind) throws IOException {
        return numbers(folder, kind, "");
    }

    private static NavigableSet<Long> numbers(Path folder, String kind, String ending) throws IOException {
        List<String> names = new ArrayList<>();
        try (var files = Files.newDirectoryStream(folder, kind + "*")) {
            files.forEach(file -> names.add(file.getFileName().toString()));
        }
        NavigableSet<Long> numbers = new TreeSet<>();
        for (String name : names) {
            if (name.endsWith(ending)) {
                String number = name.substring(kind.length(), name.length() - ending.length());
                if (!number.isEmpty() && number.length() <= 18 && number.chars().allMatch(c -> c >= '0' && c <= '9')) {
                    numbers.add(Long.parseLong(number));
                }
            }
        }
        return numbers;
    }

    /** Sets the torn end aside, the last one only, for whoever wants to know what it was. */
    private static void keepTorn(Path path, long end) throws IOException {
        try (InputStream in = Files.newInputStream(path);
                OutputStream out = Files.newOutputStream(path.resolveSibling("torn"))) {
            in.skipNBytes(end);
            in.transferTo(out);
        }
    }

    private static byte[] head(long sequence) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF("byline journal");
            out.writeInt(VERSION);
            out.writeLong(sequence);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void checkHead(Path path, byte[] content, long sequence) throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(content))) {
            if (!in.readUTF().equals("byline journal") || in.readInt() != VERSION) {
                throw new IOException(path + " is no journal that this version can read");
            }
            if (in.readLong() != sequence) {
                throw new IOException(path + " does not follow the snapshot beside it");
            }
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
