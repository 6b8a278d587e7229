package dev.byline.search.likeness;

import java.util.Arrays;

/** Up to some hundred million hashes, each with a number from 0: open addressing in two arrays, which grow. */
final class HashTable {
    private static final int ABSENT = -1;

    private int[] keys;
    private int[] values;
    private int size;

    /** With room for so many before it grows. */
    HashTable(int most) {
        int slots = 4;
        while (full(slots) < most) {
            slots *= 2;
        }
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
            if (++size > full(keys.length)) {
                grow();
                slot = slot(key);
            }
            keys[slot] = key;
        }
        values[slot] = value;
    }

    private static int full(int slots) {
        return slots - (slots >> 2);
    }

    private void grow() {
        int[] hashes = keys;
        int[] numbers = values;
        keys = new int[hashes.length * 2];
        values = new int[keys.length];
        Arrays.fill(values, ABSENT);
        for (int i = 0; i < hashes.length; i++) {
            if (numbers[i] != ABSENT) {
                int slot = slot(hashes[i]);
                keys[slot] = hashes[i];
                values[slot] = numbers[i];
            }
        }
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
