package dev.byline.ranking.popular;

import dev.byline.ranking.RankingException;
import dev.byline.ranking.counting.Cells;
import dev.byline.ranking.counting.Stripes;
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
import java.util.Map;
import java.util.TreeMap;
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
    private Map<Integer, Cells> counted = new TreeMap<>();
    private List<Balances.Balance> balances = new ArrayList<>();
    private List<byte[]> others = new ArrayList<>();

    // Under the lock of those who write.
    private final Deque<byte[]> unwritten = new ArrayDeque<>();
    private int names;
    private int networks;
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

    /** Takes note of what was put into the book, whose lock is held. */
    void counted(Stripes.Dated dated) {
        Cells all = counted.computeIfAbsent(dated.minute(), any -> new Cells());
        dated.cells().each(all::add);
    }

    /** Likewise of a balance. */
    void counted(Balances.Balance balance) {
        balances.add(balance);
    }

    /** Likewise of another record, of what has been done to the book already. */
    void noted(byte[] record) {
        others.add(record);
    }

    /** Says that something was counted, and waits for the disk if that is to be waited for. */
    void waiting() {
        if (limits.interval().isZero()) {
            settle();
        } else if (!waiting) {
            waiting = true;
            LockSupport.unpark(thread);
        }
    }

    /** Throws if what was counted before can't be written. */
    void checkWritable() {
        if (failing) {
            try {
                settle();
            } catch (RankingException failure) {
                throw new RankingException(failure.getMessage() + "; the event does not count", failure);
            }
        }
    }

    private void run() {
        boolean told = false;
        while (!closed) {
            if (!waiting) {
                LockSupport.park(this);
            } else {
                LockSupport.parkNanos(this, limits.interval().toNanos());
                try {
                    flush();
                    told = false;
                } catch (RuntimeException failure) {
                    // Whatever it is, nobody else would write what comes.
                    waiting = true;
                    if (!told) {
                        LOG.log(
                                System.Logger.Level.WARNING,
                                "Counters can't be written and will be tried again",
                                failure);
                    }
                    told = true;
                }
            }
        }
    }

    /** Returns when the disk has everything that was counted before. */
    void flush() {
        settle();
    }

    /** Makes deltas of what other nodes are still to be told, and returns when the disk has them. */
    void seal(Supplier<Origin> origin) {
        settling.lock();
        try {
            if (!journalClosed) {
                take(origin).enqueue();
                write();
            }
        } finally {
            settling.unlock();
        }
    }

    private void settle() {
        long ticket = tickets.incrementAndGet();
        settling.lock();
        try {
            // Another has written for this one too.
            if (settledTicket < ticket && !journalClosed) {
                long upTo = tickets.get();
                waiting = false;
                write();
                settledTicket = upTo;
            }
        } finally {
            settling.unlock();
        }
    }

    private void write() {
        Instant now = clock.instant();
        try {
            take(null).enqueue();
            List<Visits.Written> fresh = visits.fresh();
            visitsStale |= visits.expire(now.getEpochSecond());
            if (!journal.broken()) {
                boolean staleBefore = visitsStale;
                visitsStale = true;
                journal.append(unwritten, staleBefore ? List.of() : fresh);
                if (staleBefore) {
                    // Behind the records: a visit must not be remembered where its view is lost.
                    journal.rewriteVisits(visits);
                }
                journal.sync(now);
                visitsStale = false;
                unwrittenEvents.set(0);
            }
            failing = false;
            if (journal.broken() || journal.foldDue()) {
                fold(now);
            }
        } catch (IOException failure) {
            failing = true;
            throw new RankingException(
                    "the counters in " + folder + " can't be written; nothing counted is forgotten", failure);
        }
    }

    /** What was taken out of the book's keeping, to be written. */
    private final class Taken {
        private final Map<Integer, Cells> counted;
        private final List<Balances.Balance> balances;
        private final List<byte[]> others;

        Taken(Map<Integer, Cells> counted, List<Balances.Balance> balances, List<byte[]> others) {
            this.counted = counted;
            this.balances = balances;
            this.others = others;
        }

        /** Makes records of it. */
        void enqueue() {
            // Names came before what was counted under them, so all that are needed are there by now.
            List<String> freshNames = new ArrayList<>();
            for (int number = names; number < book.names().size(); number++) {
                freshNames.add(book.names().get(number));
            }
            List<String> freshNetworks = book.networks().from(networks);
            List<Stripes.Dated> dated = new ArrayList<>();
            counted.forEach((minute, cells) -> dated.add(new Stripes.Dated(minute, cells)));
            unwritten.addAll(
                    new Records.Batch(isNode, names, freshNames, networks, freshNetworks, balances, dated).records());
            unwritten.addAll(others);
            names += freshNames.size();
            networks += freshNetworks.size();
        }
    }

    /**
     * Takes what was counted and is in no record yet.
     *
     * @param origin if deltas are to be made of it, how the first is called
     */
    private Taken take(@Nullable Supplier<Origin> origin) {
        reading.lock();
        try {
            collect.run();
            return taken(origin);
        } finally {
            reading.unlock();
        }
    }

    private Taken taken(@Nullable Supplier<Origin> origin) {
        unwrittenEvents.addAndGet(events(counted) + balances.size() + others.size());
        if (isNode) {
            counted.forEach(book.outbox()::add);
            balances.forEach(book.outbox()::add);
        }
        if (origin != null && book.outbox().isPending()) {
            Origin first = origin.get();
            book.seal(first);
            others.add(Records.sealed(first));
        }
        Taken taken = new Taken(counted, balances, others);
        counted = new TreeMap<>();
        balances = new ArrayList<>();
        others = new ArrayList<>();
        return taken;
    }

    private static long events(Map<Integer, Cells> counted) {
        long[] sum = {0};
        counted.values().forEach(cells -> cells.each((key, amount) -> sum[0] += Math.abs(amount)));
        return sum[0];
    }

    /** Writes everything anew; what is counted meanwhile is for the next journal. */
    private void fold(Instant now) throws IOException {
        Snapshot image;
        Taken taken;
        reading.lock();
        try {
            collect.run();
            taken = taken(null);
            image = Snapshot.of(book);
        } finally {
            reading.unlock();
        }
        boolean isNeeded = journal.broken();
        try {
            visits.fresh();
            visitsStale = true;
            journal.fold(image, visits, now);
            visitsStale = false;
            unwritten.clear();
            unwrittenEvents.set(0);
            names = image.names().size();
            networks = image.networks().size();
        } catch (IOException failure) {
            taken.enqueue();
            if (isNeeded || journal.broken()) {
                throw failure;
            }
            LOG.log(System.Logger.Level.WARNING, "Counters could not be folded and will be later", failure);
        }
    }

    /** How many events would be lost with the machine; the lock of the book is held. */
    long unflushed() {
        return unwrittenEvents.get() + events(counted) + balances.size() + others.size();
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
                    write();
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
