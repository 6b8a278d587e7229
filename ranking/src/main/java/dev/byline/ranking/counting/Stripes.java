package dev.byline.ranking.counting;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/** Where threads count without waiting for each other, until somebody takes what they have counted. Thread-safe. */
public final class Stripes {
    private static final int MOST_CELLS = 1 << 17;

    private final Stripe[] stripes;
    // Written with all stripes locked.
    private final AtomicLong takes = new AtomicLong();

    /** What was counted in a minute. */
    public record Dated(int minute, Cells cells) {}

    /**
     * All that was counted, and the visits that are counted in it: no less and no more.
     *
     * @param notes empty where nobody writes visits down
     */
    public record Taken(List<Dated> counted, List<VisitNotes> notes) {}

    /** One for a thread or some, who lock it to add what belongs together. */
    public static final class Stripe {
        private static final int OPEN = 4;

        private final ReentrantLock lock = new ReentrantLock();
        private final boolean noting;
        private final @Nullable Dated[] open = new Dated[OPEN];
        private List<Dated> others = new ArrayList<>();
        private @Nullable VisitNotes notes;
        private int size;
        private volatile boolean full;
        // Held for reading while an event is counted in more than one step.
        private final ReentrantReadWriteLock gate = new ReentrantReadWriteLock();
        private boolean closed;

        private Stripe(boolean noting) {
            this.noting = noting;
        }

        /**
         * Before anything is added.
         *
         * @throws IllegalStateException if nothing may be any more
         */
        public void lock() {
            lock.lock();
            if (closed) {
                lock.unlock();
                throw closed();
            }
        }

        /** When all is added that is to be taken together. */
        public void unlock() {
            lock.unlock();
        }

        /** Counts. */
        public void add(int minute, int key, long amount) {
            Cells cells = cells(minute);
            int before = cells.size();
            cells.add(key, amount);
            grow(cells.size() - before);
        }

        /** Notes the visit that is counted, if visits are written down. */
        public void note(Visits.Slot slot, long visit, int before) {
            if (noting) {
                VisitNotes own = notes;
                if (own == null) {
                    own = new VisitNotes();
                    notes = own;
                }
                own.add(slot, visit, before);
                grow(1);
            }
        }

        private void close() {
            gate.writeLock().lock();
            lock.lock();
            try {
                closed = true;
            } finally {
                lock.unlock();
                gate.writeLock().unlock();
            }
        }

        /** Takes it back that a visit was noted. */
        public void noteBack(Visits.Slot slot, long visit) {
            VisitNotes own = notes;
            if (noting) {
                if (own == null) {
                    own = new VisitNotes();
                    notes = own;
                }
                own.takeBack(slot, visit);
            }
        }

        private void grow(int by) {
            size += by;
            if (size > MOST_CELLS && !full) {
                full = true;
            }
        }

        private Cells cells(int minute) {
            // Minutes that follow each other are open at the same time, for events that come a little late.
            Dated dated = open[minute & (OPEN - 1)];
            if (dated == null || dated.minute != minute) {
                if (dated != null) {
                    others.add(dated);
                }
                dated = new Dated(minute, new Cells());
                open[minute & (OPEN - 1)] = dated;
                // An object or two.
                grow(4);
            }
            return dated.cells;
        }

        private void takeTo(Taken taken) {
            taken.counted.addAll(others);
            others = new ArrayList<>();
            for (int i = 0; i < OPEN; i++) {
                Dated dated = open[i];
                if (dated != null) {
                    taken.counted.add(dated);
                    open[i] = null;
                }
            }
            if (notes != null) {
                taken.notes.add(notes);
                notes = null;
            }
            size = 0;
            full = false;
        }
    }

    /**
     * With room for so many threads at a time.
     *
     * @param noting whether visits are written down
     */
    public Stripes(int threads, boolean noting) {
        stripes = new Stripe[Integer.highestOneBit(Math.max(1, threads) * 2 - 1)];
        for (int i = 0; i < stripes.length; i++) {
            stripes[i] = new Stripe(noting);
        }
    }

    /** That of the current thread. */
    public Stripe own() {
        return stripes[(int) Thread.currentThread().getId() & (stripes.length - 1)];
    }

    /** How often all was taken; what is counted from now on, or by who has locked a stripe, is taken later. */
    public long takes() {
        return takes.get();
    }

    /** Whether it is time to take. */
    public boolean full() {
        return own().full;
    }

    /**
     * Comes before what is counted in more than one step, so that nobody closes or takes between them; {@link #leave} must
     * follow.
     *
     * @return how often all was taken before
     * @throws IllegalStateException if nothing may be counted any more
     */
    public long enter() {
        Stripe own = own();
        own.gate.readLock().lock();
        if (own.closed) {
            own.gate.readLock().unlock();
            throw closed();
        }
        return takes.get();
    }

    /** Comes behind the last step. */
    public void leave() {
        own().gate.readLock().unlock();
    }

    /** Returns when nothing more is counted; what was is still to be taken. */
    public void close() {
        for (Stripe stripe : stripes) {
            stripe.close();
        }
    }

    private static IllegalStateException closed() {
        return new IllegalStateException("the counters are closed");
    }

    /** All that was counted since the last time; what was counted because of something else never comes before it. */
    public Taken take() {
        Taken taken = new Taken(new ArrayList<>(), new ArrayList<>());
        int entered = 0;
        int locked = 0;
        try {
            // All of these first: who is between two steps may wait for one who needs a stripe for the only step that
            // there is.
            for (; entered < stripes.length; entered++) {
                stripes[entered].gate.writeLock().lock();
            }
            for (; locked < stripes.length; locked++) {
                stripes[locked].lock.lock();
            }
            for (Stripe stripe : stripes) {
                stripe.takeTo(taken);
            }
            takes.incrementAndGet();
        } finally {
            while (locked > 0) {
                stripes[--locked].unlock();
            }
            while (entered > 0) {
                stripes[--entered].gate.writeLock().unlock();
            }
        }
        return taken;
    }
}
