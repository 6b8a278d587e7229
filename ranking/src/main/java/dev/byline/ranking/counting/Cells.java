package dev.byline.ranking.counting;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/** Numbers by key, which add up: open addressing in two arrays. Not thread-safe. */
public final class Cells {
    private static final int SMALLEST = 16;
    // Keys are not below 0.
    private static final int FREE = -1;

    // Each has an order of its own: in that of another, keys would crowd at one end of a table that grows.
    private static final AtomicInteger TURNS = new AtomicInteger(0x9E3779B9);

    private final int turn = TURNS.getAndAdd(0x3C6EF372) | 1;
    private int[] keys = new int[SMALLEST];
    private long[] amounts = new long[SMALLEST];
    private int size;

    /** Told of numbers. */
    @FunctionalInterface
    public interface Each {
        /** A number that is not 0. */
        void cell(int key, long amount);
    }

    /** Empty. */
    public Cells() {
        Arrays.fill(keys, FREE);
    }

    /** Adds to the number of a key; past the greatest number it stays there. */
    public void add(int key, long amount) {
        int slot = slot(key);
        if (keys[slot] == FREE) {
            if (size >= keys.length - (keys.length >> 2)) {
                grow();
                slot = slot(key);
            }
            keys[slot] = key;
            size++;
        }
        amounts[slot] = Sums.added(amounts[slot], amount);
    }

    /** The number of a key; 0 if it was never told of. */
    public long get(int key) {
        int slot = slot(key);
        return keys[slot] == FREE ? 0 : amounts[slot];
    }

    /** How many keys it was told of. */
    public int size() {
        return size;
    }

    /** Tells of all numbers that are not 0, in no order. */
    public void each(Each each) {
        for (int slot = 0; slot < keys.length; slot++) {
            if (keys[slot] != FREE && amounts[slot] != 0) {
                each.cell(keys[slot], amounts[slot]);
            }
        }
    }

    /** Adds the numbers of some series to those of their articles; all articles must have a place. */
    public void addTo(Keys.Range series, long[] articles) {
        int first = Keys.of(series.first(), 0);
        int last = Keys.of(series.last(), Keys.MOST_ARTICLES - 1);
        for (int slot = 0; slot < keys.length; slot++) {
            int key = keys[slot];
            if (key >= first && key <= last) {
                int article = Keys.article(key);
                articles[article] = Sums.added(articles[article], amounts[slot]);
            }
        }
    }

    /** The keys whose numbers are not 0, in ascending order. */
    int[] sortedKeys() {
        int[] sorted = new int[size];
        int found = 0;
        for (int slot = 0; slot < keys.length; slot++) {
            if (keys[slot] != FREE && amounts[slot] != 0) {
                sorted[found++] = keys[slot];
            }
        }
        sorted = found == size ? sorted : Arrays.copyOf(sorted, found);
        Arrays.sort(sorted);
        return sorted;
    }

    private int slot(int key) {
        int mask = keys.length - 1;
        int slot = ((key * turn) >>> 7) & mask;
        while (keys[slot] != key && keys[slot] != FREE) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        int[] oldKeys = keys;
        long[] oldAmounts = amounts;
        keys = new int[oldKeys.length * 2];
        amounts = new long[keys.length];
        Arrays.fill(keys, FREE);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != FREE) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                amounts[slot] = oldAmounts[i];
            }
        }
    }
}
