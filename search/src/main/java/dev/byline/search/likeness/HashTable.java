package dev.byline.search.likeness;

import java.util.Arrays;

/** A few million hashes, each with a small number from 0: open addressing in two arrays. */
final class HashTable {
    private static final int ABSENT = -1;

    private final int[] keys;
    private final int[] values;
    private int size;

    /** With room for so many. */
    HashTable(int most) {
        int slots = Math.max(4, Integer.highestOneBit(Math.max(1, most)) << 2);
        keys = new int[slots];
        values = new int[slots];
        Arrays.fill(values, ABSENT);
    }

    /** Hashes in this order, each with its place in it. */
    static HashTable of(int[] hashes) {
        HashTable table = new HashTable(hashes.length);
        for (int i = 0; i < hashes.length; i++) {
            table.put(hashes[i], i);
        }
        return table;
    }

    void put(int key, int value) {
        int slot = slot(key);
        if (values[slot] == ABSENT) {
            keys[slot] = key;
            if (++size > keys.length - (keys.length >> 2)) {
                throw new IllegalStateException("more than there is room for");
            }
        }
        values[slot] = value;
    }

    /** The number of a hash; -1 where it has none. */
    int get(int key) {
        return values[slot(key)];
    }

    private int slot(int key) {
        int mask = keys.length - 1;
        int slot = Hashes.mix(key) & mask;
        while (values[slot] != ABSENT && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}
