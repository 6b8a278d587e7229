package dev.byline.ranking.counting;

import java.util.Arrays;

/**
 * Hashes with minutes: open addressing in one array, in which 0 is free. Whoever uses it holds its monitor.
 *
 * <p>A minute is remembered only in the place of a later one, but for what is taken back; so whoever has seen two minutes of one
 * hash knows which is the newer, and notes can be put together in any order.
 */
final class Seen {
    /** Of what is not there. */
    static final int NONE = -1;

    /** The bits of a minute within its slot. */
    static final int MINUTE = 12;

    static final long MINUTES = (1L << MINUTE) - 1;

    private long[] table = new long[16];
    private int size;
    private boolean gone;

    /** The minute of what was written down. */
    static int minute(long visit) {
        return (int) (visit & MINUTES);
    }

    /** The minute that is remembered for a hash, or {@link #NONE}. */
    int get(long hash) {
        long found = table[slot(visit(hash))];
        return found == 0 ? NONE : minute(found);
    }

    /** The same; remembers the earlier one from now on. */
    int see(long hash, int minute) {
        long visit = visit(hash);
        int slot = slot(visit);
        long found = table[slot];
        int before = found == 0 ? NONE : minute(found);
        if (found == 0) {
            add(visit, slot, minute);
        } else if (minute < before) {
            table[slot] = visit | minute;
        }
        return before;
    }

    /** Remembers a minute whatever it was before; nothing if it is {@link #NONE}. */
    void set(long hash, int minute) {
        long visit = visit(hash);
        int slot = slot(visit);
        if (minute == NONE) {
            remove(slot);
        } else if (table[slot] == 0) {
            add(visit, slot, minute);
        } else {
            table[slot] = visit | minute;
        }
    }

    private void add(long visit, int free, int minute) {
        int slot = free;
        if (size >= table.length - (table.length >> 2)) {
            grow();
            slot = slot(visit);
        }
        table[slot] = visit | minute;
        size++;
    }

    private void remove(int slot) {
        if (table[slot] == 0) {
            return;
        }
        table[slot] = 0;
        size--;
        // Those behind may have gone past this place.
        int mask = table.length - 1;
        for (int next = (slot + 1) & mask; table[next] != 0; next = (next + 1) & mask) {
            long moved = table[next];
            table[next] = 0;
            table[slot(moved & ~MINUTES)] = moved;
        }
    }

    /** A hash as it is written down, with room for the minute. */
    static long visit(long hash) {
        return (hash | Long.MIN_VALUE) & ~MINUTES;
    }

    private int slot(long visit) {
        int mask = table.length - 1;
        int slot = (int) (visit >>> 20) & mask;
        while (table[slot] != 0 && (table[slot] & ~MINUTES) != visit) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] old = table;
        table = new long[old.length * 2];
        for (long visit : old) {
            if (visit != 0) {
                table[slot(visit & ~MINUTES)] = visit;
            }
        }
    }

    int size() {
        return size;
    }

    /** Whether it is forgotten, so that what comes is counted nowhere. */
    boolean isGone() {
        return gone;
    }

    void forget() {
        gone = true;
    }

    /** All that is remembered. */
    synchronized long[] visits() {
        return Arrays.stream(table).filter(visit -> visit != 0).toArray();
    }
}
