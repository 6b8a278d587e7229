package dev.byline.ranking.popular;

import dev.byline.ranking.counting.VisitNotes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What was taken from the book and is not on disk yet. Whoever uses it holds the lock of those who write. */
final class Unwritten {
    private final Book book;
    private final boolean isNode;
    private final Deque<byte[]> records = new ArrayDeque<>();
    private final List<VisitNotes> seen = new ArrayList<>();
    private final AtomicLong events = new AtomicLong();
    // What could not be made records of.
    private Pending.@Nullable Taken taken;
    private int names;
    private int networks;

    Unwritten(Book book, boolean isNode) {
        this.book = book;
        this.isNode = isNode;
        names = book.names().size();
        networks = book.networks().size();
    }

    /**
     * Takes what was counted and is in no record yet, and what was taken before is in; the lock of the book is held too.
     *
     * @param origin if deltas are to be made of it, how the first is called
     */
    void take(Pending pending, @Nullable Supplier<DeltaKey> origin) {
        Pending.Taken fresh = pending.take();
        taken = fresh;
        seen.addAll(fresh.seen());
        events.addAndGet(fresh.events());
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

    /** Makes records of what was taken, also by an attempt that failed. */
    void makeRecords() {
        Pending.Taken one = taken;
        if (one != null) {
            Records.Batch batch = one.batch(book, names, networks, isNode);
            records.addAll(batch.records());
            records.addAll(one.others());
            names += batch.names().size();
            networks += batch.networks().size();
            taken = null;
        }
    }

    /** Makes one record of them all, so that the disk has all or none, as far as one can be so long. */
    void join() {
        List<byte[]> joined = JoinedRecords.of(List.copyOf(records));
        records.clear();
        records.addAll(joined);
    }

    /** Those that are to be written next; who has written one takes it out. */
    Deque<byte[]> records() {
        return records;
    }

    /** Puts records back that the disk has lost again. */
    void restore(List<byte[]> lost) {
        records.clear();
        records.addAll(lost);
    }

    /** The visits that are counted in what is not written. */
    List<VisitNotes> seen() {
        return seen;
    }

    /** How many events it is; whoever asks needs no lock. */
    long events() {
        return events.get();
    }

    /** Forgets all of it, since the disk has it. */
    void written() {
        seen.clear();
        events.set(0);
    }

    /** Likewise, since it is in an image. */
    void written(Snapshot image) {
        taken = null;
        records.clear();
        names = image.names().size();
        networks = image.networks().size();
        written();
    }
}
