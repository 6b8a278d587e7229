package dev.byline.ranking.popular;

import dev.byline.ranking.RankingException;
import dev.byline.ranking.counting.Ledger;
import dev.byline.ranking.counting.MappedInput;
import dev.byline.ranking.counting.VisitNotes;
import dev.byline.ranking.counting.Visits;
import dev.byline.ranking.journal.Journal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Brings what was counted to disk, all that came within an interval at once, by a thread of its own or by whoever waits for it.
 *
 * <p>The lock that the book is read under guards what was counted and not yet written; another, which is taken first, keeps apart
 * those who write. Nobody who records takes either, unless he waits for the disk.
 */
final class Keeper {
    private static final System.Logger LOG = System.getLogger(Keeper.class.getName());
    private static final int SLICES = 16;

    private final Path folder;
    private final Journal journal;
    private final Journal.Limits limits;
    private final InstantSource clock;
    private final Book book;
    private final Visits visits;
    private final ReentrantLock reading;
    private final Recorder recorder;
    private final Runnable collect;
    private final ReentrantLock settling = new ReentrantLock();
    private final Condition ended = settling.newCondition();
    private final Thread thread = new Thread(this::run, "byline-counters");

    // Under the lock of the book.
    private final Pending pending = new Pending();

    // Under the lock of those who write.
    private final Unwritten unwritten;
    private long lookedAt;
    private boolean visitsStale;
    private boolean journalClosed;
    private boolean closedWell;
    // How often stripes were taken of which the disk has everything.
    private long settled;

    private volatile boolean waiting;
    private volatile boolean closed;
    private volatile boolean failing;

    Keeper(
            Path folder,
            Journal.Opened opened,
            Book book,
            Journal.Limits limits,
            InstantSource clock,
            ReentrantLock reading,
            boolean isNode,
            Recorder recorder,
            Runnable collect) {
        this.folder = folder;
        this.journal = opened.journal();
        this.book = book;
        this.visits = opened.visits();
        this.limits = limits;
        this.clock = clock;
        this.reading = reading;
        this.recorder = recorder;
        this.collect = collect;
        this.unwritten = new Unwritten(book, isNode);
    }

    void start() {
        if (!limits.interval().isZero()) {
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** Where note is taken of what is put into the book, whose lock is held. */
    Pending pending() {
        return pending;
    }

    /** Whether who records waits for the disk, so that what was counted may have to be taken back. */
    boolean isWaitedFor() {
        return limits.interval().isZero();
    }

    /**
     * Says that something was counted, and waits for the disk if that is to be waited for.
     *
     * @param takes how often stripes had been taken when it was
     * @param back takes it back if it can't be written, before anything else is
     */
    void waiting(long takes, Runnable back) {
        if (limits.interval().isZero() || closed) {
            flush(takes, back);
        } else if (!waiting) {
            waiting = true;
            LockSupport.unpark(thread);
        }
    }

    /** Throws if what was counted before can't be written. */
    void checkWritable() {
        if (failing) {
            try {
                flush();
            } catch (RankingException failure) {
                throw new RankingException(failure.getMessage() + "; the event does not count", failure);
            }
        }
    }

    private void run() {
        boolean told = false;
        long from = System.nanoTime();
        while (!closed) {
            if (!waiting) {
                LockSupport.park(this);
                from = System.nanoTime();
                continue;
            }
            rest(from);
            from = System.nanoTime(); // What comes while this is written waits no longer for that.
            try {
                flush();
                told = false;
            } catch (RuntimeException | Error failure) {
                // Whatever it is, nobody else would write what comes.
                waiting = true;
                if (!told && !closed) {
                    LOG.log(System.Logger.Level.WARNING, "Counters can't be written and will be tried again", failure);
                }
                told = true;
            }
        }
    }

    /** Lets an interval pass that has begun, and no less of it for whoever calls. */
    private void rest(long from) {
        long end = from + limits.interval().toNanos();
        for (long left = end - System.nanoTime(); left > 0 && !closed; left = end - System.nanoTime()) {
            LockSupport.parkNanos(this, left);
        }
    }

    /** Makes deltas of what other nodes are still to be told, and returns when the disk has them. */
    void seal(Supplier<DeltaKey> origin) {
        settling.lock();
        try {
            checkOpen();
            writeAll(origin);
        } finally {
            settling.unlock();
        }
    }

    private void checkOpen() {
        if (journalClosed) {
            throw new IllegalStateException("the counters are closed");
        }
    }

    /** Returns when the disk has everything that was counted before. */
    void flush() {
        flush(recorder.takes(), () -> {});
    }

    private void flush(long takes, Runnable back) {
        settling.lock();
        try {
            while (closed && !journalClosed && !isWaitedFor()) {
                ended.awaitUninterruptibly(); // Only whoever closes knows what comes of it.
            }
            // Else another has written it: at the latest whoever closed.
            if (settled <= takes && !closedWell) {
                checkOpen();
                try {
                    writeAll(null);
                } catch (RankingException failure) {
                    if (settled <= takes || !isWaitedFor()) {
                        throw failure;
                    }
                    LOG.log(System.Logger.Level.WARNING, "Counted and written, but no more may be", failure);
                } finally {
                    if (settled <= takes) {
                        back.run();
                    }
                }
            }
        } finally {
            settling.unlock();
        }
    }

    private void writeAll(@Nullable Supplier<DeltaKey> origin) {
        waiting = false;
        Instant now = clock.instant();
        boolean done = false;
        try {
            long upTo = take(origin);
            visitsStale |= visits.expire(now.getEpochSecond());
            if (!journal.broken()) {
                append(now);
                settled = upTo;
            }
            failing = false;
            if (journal.broken() || journal.foldDue() || heapIsFull()) {
                fold(now);
            }
            done = true;
        } catch (IOException failure) {
            throw new RankingException(
                    "the counters in " + folder + " can't be written; nothing counted is forgotten", failure);
        } finally {
            failing |= !done;
        }
    }

    private void append(Instant now) throws IOException {
        refreshVisits();
        visitsStale = true;
        // What was taken back and what takes it back belong together, and so do visits and all that they are counted
        // in.
        unwritten.join();
        List<byte[]> all = List.copyOf(unwritten.records());
        long before = journal.length();
        boolean written = false;
        try {
            journal.append(unwritten.records(), VisitNotes.written(unwritten.seen()));
            if (!isWaitedFor()) {
                // Even if that can't be synced, the journal has them, so they are not to be left out of the visits.
                unwritten.seen().clear();
            }
            journal.sync(now);
            written = true;
        } finally {
            if (!written
                    && isWaitedFor()
                    && journal.cut(before, all.size() - unwritten.records().size())) {
                // Whoever waits will be told that it does not count, so it must not be there should the process die.
                unwritten.restore(all);
            }
        }
        visitsStale = false;
        unwritten.written();
    }

    private void refreshVisits() throws IOException {
        if (visitsStale) {
            // Those that are in no record come with theirs.
            journal.rewriteVisits(this::journalled);
        }
    }

    /** The visits that are counted in the records or the image so far. */
    private List<Visits.Written> journalled() {
        List<Visits.Written> all = visits.all();
        reading.lock();
        try {
            collect.run();
            List<VisitNotes> others = new ArrayList<>(unwritten.seen());
            others.addAll(pending.seen());
            return VisitNotes.before(others, all);
        } finally {
            reading.unlock();
        }
    }

    /** Takes what was counted and makes records of it. */
    private long take(@Nullable Supplier<DeltaKey> origin) {
        long upTo;
        unwritten.makeRecords();
        reading.lock();
        try {
            collect.run();
            upTo = recorder.takes();
            unwritten.take(pending, origin);
        } finally {
            reading.unlock();
        }
        unwritten.makeRecords();
        return upTo;
    }

    /** Writes everything anew; what is counted meanwhile is for the next journal. */
    private void fold(Instant now) throws IOException {
        Snapshot image;
        long upTo;
        reading.lock();
        try {
            collect.run();
            upTo = recorder.takes();
            unwritten.take(pending, null);
            image = Snapshot.of(book);
        } finally {
            reading.unlock();
        }
        try {
            refreshVisits();
            visitsStale = true;
            journal.fold(image, VisitNotes.written(unwritten.seen()), now);
            visitsStale = false;
        } catch (IOException failure) {
            // What was taken is for the next records.
            if (journal.broken()) {
                throw failure;
            }
            LOG.log(System.Logger.Level.WARNING, "Counters could not be folded and will be later", failure);
            return;
        }
        unwritten.written(image);
        settled = upTo;
        leaveHeap(image.ledger());
    }

    /** Whether so much has come onto the heap that a snapshot to stand on is worth it. */
    private boolean heapIsFull() {
        long journalled = journal.length();
        if (journalled < lookedAt + limits.journalBytes() / SLICES && journalled >= lookedAt) {
            return false;
        }
        lookedAt = journalled;
        reading.lock();
        try {
            return book.ledger().onHeap() >= limits.journalBytes() / 2 && journal.canLend();
        } finally {
            reading.unlock();
        }
    }

    /** Lets the counts stand on the snapshot that was just written of them, if that is worth it. */
    private void leaveHeap(Ledger.Image image) {
        try (MappedInput in = image.onHeap() < limits.journalBytes() / SLICES ? null : journal.lend()) {
            if (in != null) {
                Ledger.Image written = Ledger.Image.read(in);
                reading.lock();
                try {
                    book.ledger().replace(image, written);
                } finally {
                    reading.unlock();
                }
            }
        } catch (IOException failure) {
            LOG.log(System.Logger.Level.WARNING, "Counters stay on the heap until the next time", failure);
        }
    }

    /** How many events would be lost with the machine; the lock of the book is held. */
    long unflushed() {
        return unwritten.events() + pending.events();
    }

    /** Where it is written. */
    Journal journal() {
        return journal;
    }

    /** Writes the rest and lets go of the folder. */
    void close() {
        closed = true;
        LockSupport.unpark(thread);
        settling.lock();
        try {
            if (!journalClosed) {
                try {
                    reading.lock();
                    try {
                        recorder.close();
                        pending.close();
                    } finally {
                        reading.unlock();
                    }
                    writeAll(null);
                    closedWell = true;
                } finally {
                    journalClosed = true;
                    ended.signalAll();
                    journal.close();
                }
            }
        } catch (IOException nothingIsLost) {
            LOG.log(System.Logger.Level.WARNING, "The counters did not close cleanly", nothingIsLost);
        } finally {
            settling.unlock();
        }
    }
}
