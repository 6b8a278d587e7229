package dev.byline.ranking.counting;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Numbers by key for each slot of time in which anything happened: the minutes, the hours or the days. The slots that were added
 * to last are open, the others closed and small. Not thread-safe.
 */
final class Track {
    private static final int MOST_OPEN_CELLS = 1 << 18;

    private final NavigableMap<Integer, Slot> slots = new TreeMap<>();
    private final Deque<Slot> open = new ArrayDeque<>();
    private int openCells;
    private @Nullable Slot latest;
    private int latestNumber;

    /** A slot of time. */
    private static final class Slot {
        private Column column = Column.EMPTY;
        private @Nullable Cells cells;

        void each(Cells.Each each) {
            column.each(each);
            if (cells != null) {
                cells.each(each);
            }
        }
    }

    /** Adds all of these. */
    void add(int number, Cells amounts) {
        amounts.each((key, amount) -> add(number, key, amount));
    }

    private void add(int number, int key, long amount) {
        Slot slot = latest;
        if (slot == null || latestNumber != number) {
            slot = slots.computeIfAbsent(number, any -> new Slot());
            latest = slot;
            latestNumber = number;
        }
        Cells cells = slot.cells;
        if (cells == null) {
            cells = new Cells();
            slot.cells = cells;
            open.addLast(slot);
        }
        int before = cells.size();
        cells.add(key, amount);
        openCells += cells.size() - before;
        if (openCells > MOST_OPEN_CELLS) {
            closeOldest(MOST_OPEN_CELLS / 2);
        }
    }

    // Whichever was opened first; in the usual order of events it is the one that time has passed.
    private void closeOldest(int most) {
        while (openCells > most && !open.isEmpty()) {
            Slot slot = open.removeFirst();
            Cells cells = slot.cells;
            if (cells != null) {
                openCells -= cells.size();
                slot.column = slot.column.plus(cells);
                slot.cells = null;
            }
        }
    }

    /** Closes all slots. */
    void close() {
        closeOldest(-1);
    }

    /** Tells of all numbers of the slots from one up to, without, another; a key may be told of more than once. */
    void each(int from, int to, Cells.Each each) {
        if (from < to) {
            slots.subMap(from, true, to, false).values().forEach(slot -> slot.each(each));
        }
    }

    /** Lets go of what lies before a slot. */
    void dropBefore(int oldest) {
        NavigableMap<Integer, Slot> gone = slots.headMap(oldest, false);
        if (!gone.isEmpty()) {
            gone.values().forEach(slot -> {
                if (slot.cells != null) {
                    openCells -= slot.cells.size();
                    open.remove(slot);
                }
            });
            gone.clear();
            latest = null;
        }
    }

    /** Told of columns. */
    interface Columns {
        void column(int number, Column column);
    }

    /** Tells of all slots in the order of time, closed. */
    void columns(Columns columns) {
        close();
        slots.forEach((number, slot) -> columns.column(number, slot.column));
    }

    /** Takes up a slot that is not there yet. */
    void restore(int number, Column column) {
        Slot slot = new Slot();
        slot.column = column;
        slots.put(number, slot);
    }

    /** The bytes of all closed slots. */
    long bytes() {
        long sum = 0;
        for (Slot slot : slots.values()) {
            sum += slot.column.bytes().length;
        }
        return sum;
    }
}
