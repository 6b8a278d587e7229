package dev.byline.ranking.counting;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Numbers by key for each slot of time in which anything happened: the minutes, the hours or the days. The slots that were added
 * to last are open, the others closed and small. Not thread-safe.
 */
final class Track {
    private static final int MOST_OPEN_CELLS = 1 << 18;
    private static final int OPEN_FOR_LATE = 2;

    private final NavigableMap<Integer, Slot> slots = new TreeMap<>();
    private final Deque<Slot> open = new ArrayDeque<>();
    private int openCells;
    private @Nullable Slot latest;
    private int latestNumber;
    private int newestOpened;

    /** A slot of time. */
    private static final class Slot {
        private final int number;
        private Column column = Column.EMPTY;
        private @Nullable Cells cells;

        Slot(int number) {
            this.number = number;
        }

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
            slot = slots.computeIfAbsent(number, Slot::new);
            latest = slot;
            latestNumber = number;
        }
        Cells cells = slot.cells;
        if (cells == null) {
            if (number > newestOpened) {
                newestOpened = number;
                closeBefore(number - OPEN_FOR_LATE);
            }
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
            close(open.removeFirst());
        }
    }

    /** Closes what time has passed, though something late may open it again. */
    private void closeBefore(int oldest) {
        for (Iterator<Slot> all = open.iterator(); all.hasNext(); ) {
            Slot slot = all.next();
            if (slot.number < oldest) {
                all.remove();
                close(slot);
            }
        }
    }

    private void close(Slot slot) {
        Cells cells = slot.cells;
        if (cells != null) {
            openCells -= cells.size();
            slot.column = slot.column.plus(cells);
            slot.cells = null;
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

    /** The slots from one on in which anything happened. */
    NavigableSet<Integer> numbers(int from) {
        return slots.tailMap(from, true).navigableKeySet();
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
        Slot slot = new Slot(number);
        slot.column = column;
        slots.put(number, slot);
    }

    /** How many bytes of closed slots are on the heap. */
    long onHeap() {
        long sum = 0;
        for (Slot slot : slots.values()) {
            sum += slot.column.onHeap();
        }
        return sum;
    }

    /** Takes columns in the place of others that say the same, unless these have changed since. */
    void replace(List<Ledger.Dated> known, List<Ledger.Dated> same) {
        for (int i = 0; i < known.size(); i++) {
            Slot slot = slots.get(known.get(i).number());
            if (slot != null && slot.column == known.get(i).column()) {
                slot.column = same.get(i).column();
            }
        }
    }
}
