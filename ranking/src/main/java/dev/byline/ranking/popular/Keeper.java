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
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
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
    private final boolean isNode;
    private final Runnable collect;
    private final ReentrantLock settling = new ReentrantLock();
    private final Thread thread = new Thread(this::run, "byline-counters");

    // Under the lock of the book.
    private final Pending pending = new Pending();

    // Under the lock of those who write.
    private Pending.@Nullable Taken taken;
    private final Deque<byte[]> unwritten = new ArrayDeque<>();
    private int names;
    private int networks;
    private long lookedAt;
    private boolean visitsStale;
    private boolean journalClosed;
    private long settledTicket;

    private final AtomicLong tickets = new AtomicLong();
    private final AtomicLong unwrittenEvents = new AtomicLong();
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
            Runnable collect) {
        this.folder = folder;
        this.journal = opened.journal();
        this.book = book;
        this.visits = opened.visits();
        this.limits = limits;
        this.clock = clock;
        this.reading = reading;
        this.isNode = isNode;
        this.collect = collect;
        names = book.names().size();
        networks = book.networks().size();
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
     * @throws IllegalStateException if it came behind the last write
     */
    void waiting() {
        if (limits.interval().isZero() || closed) {
            flush();
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
        long ticket = tickets.incrementAndGet();
        settling.lock();
        try {
            // Else another has written for this one too.
            if (settledTicket < ticket) {
                checkOpen();
                writeAll(null);
            }
        } finally {
            settling.unlock();
        }
    }

    private void writeAll(@Nullable Supplier<DeltaKey> origin) {
        long upTo = tickets.get();
        waiting = false;
        write(origin);
        settledTicket = upTo;
    }

    private void write(@Nullable Supplier<DeltaKey> origin) {
        Instant now = clock.instant();
        boolean done = false;
        try {
            List<VisitNotes> fresh = enqueue(origin);
            visitsStale |= visits.expire(now.getEpochSecond());
            if (!journal.broken()) {
                boolean staleBefore = visitsStale;
                visitsStale = true;
                journal.append(unwritten, staleBefore ? List.of() : VisitNotes.written(fresh));
                if (staleBefore) {
                    // Behind the records: a visit must not be remembered where its view is lost.
                    journal.rewriteVisits(this::journalled);
                }
                journal.sync(now);
                visitsStale = false;
                unwrittenEvents.set(0);
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
            if (!done) {
                failing = true;
                visitsStale = true;
            }
        }
    }

    /** The visits that are counted in the records or the image so far. */
    private List<Visits.Written> journalled() {
        List<Visits.Written> all = visits.all();
        reading.lock();
        try {
            collect.run();
            return VisitNotes.before(pending.seen(), all);
        } finally {
            reading.unlock();
        }
    }

    /** Makes records of what was counted, or of what it could not make records of the last time first; tells the visits in it. */
    private List<VisitNotes> enqueue(@Nullable Supplier<DeltaKey> origin) {
        List<VisitNotes> fresh = new ArrayList<>(enqueueTaken());
        reading.lock();
        try {
            take(origin);
        } finally {
            reading.unlock();
        }
        fresh.addAll(enqueueTaken());
        return fresh;
    }

    /**
     * Takes what was counted and is in no record yet; the locks are held.
     *
     * @param origin if deltas are to be made of it, how the first is called
     */
    private void take(@Nullable Supplier<DeltaKey> origin) {
        collect.run();
        Pending.Taken fresh = pending.take();
        taken = fresh;
        unwrittenEvents.addAndGet(fresh.events());
        if (isNode) {
            fresh.counted().forEach(book.outbox()::add);
            fresh.balances().forEach(book.outbox()::add);
        }
        if (origin != null && book.outbox().isPending()) {
            DeltaKey first = origin.get();
            book.seal(first);
            fresh.others().add(Records.sealed(first));
        }
    }

    private List<VisitNotes> enqueueTaken() {
        Pending.Taken one = taken;
        if (one == null) {
            return List.of();
        }
        Records.Batch batch = one.batch(book, names, networks, isNode);
        unwritten.addAll(batch.records());
        unwritten.addAll(one.others());
        names += batch.names().size();
        networks += batch.networks().size();
        taken = null;
        return one.seen();
    }

    /** Writes everything anew; what is counted meanwhile is for the next journal. */
    private void fold(Instant now) throws IOException {
        Snapshot image;
        reading.lock();
        try {
            take(null);
            image = Snapshot.of(book);
        } finally {
            reading.unlock();
        }
        boolean isNeeded = journal.broken();
        visitsStale = true;
        try {
            journal.fold(image, now);
        } catch (IOException failure) {
            // What was taken is for the next records.
            if (isNeeded || journal.broken()) {
                throw failure;
            }
            LOG.log(System.Logger.Level.WARNING, "Counters could not be folded and will be later", failure);
            return;
        }
        taken = null;
        unwritten.clear();
        names = image.names().size();
        networks = image.networks().size();
        journal.rewriteVisits(this::journalled);
        visitsStale = false;
        unwrittenEvents.set(0);
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
        if (image.onHeap() < limits.journalBytes() / SLICES) {
            return;
        }
        try (MappedInput in = journal.lend()) {
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
        return unwrittenEvents.get() + pending.events();
    }

    long journalBytes() {
        return journal.length();
    }

    @Nullable
    Instant flushedAt() {
        return journal.syncedAt();
    }

    long cutBytes() {
        return journal.cutBytes();
    }

    /** Writes the rest and lets go of the folder. */
    void close() {
        closed = true;
        LockSupport.unpark(thread);
        settling.lock();
        try {
            if (!journalClosed) {
                try {
                    writeAll(null);
                } finally {
                    journalClosed = true;
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
