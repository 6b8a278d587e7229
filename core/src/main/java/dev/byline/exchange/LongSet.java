package dev.byline.exchange;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Numbers, and texts by a 64-bit number made of them, in 8 to 32 bytes each: what remembers the ids and slugs of a large
 * source while the heap stays flat.
 *
 * <p>Two different texts have one number once in about 10<sup>19</sup> pairs; a slug then gets a suffix that it does not
 * need. Numbers themselves are exact.
 */
final class LongSet {
    // Nobody who writes a file can know which numbers will meet in one slot.
    private final long seed = ThreadLocalRandom.current().nextLong();
    private long[] slots = new long[16];
    private boolean hasZero;
    private int size;

    /** Adds a number; false if it was there. */
    boolean add(long number) {
        if (number == 0) {
            boolean added = !hasZero;
            hasZero = true;
            return added;
        }
        int slot = slot(number);
        if (slots[slot] != 0) {
            return false;
        }
        slots[slot] = number;
        if (++size > slots.length / 2) {
            grow();
        }
        return true;
    }

    /** Adds a text; false if it was there. */
    boolean add(String text) {
        return add(hash(text));
    }

    /** Forgets all of them. */
    void clear() {
        slots = new long[16];
        hasZero = false;
        size = 0;
    }

    boolean contains(String text) {
        long number = hash(text);
        return number == 0 ? hasZero : slots[slot(number)] != 0;
    }

    private int slot(long number) {
        int mask = slots.length - 1;
        int slot = (int) mix(number ^ seed) & mask;
        while (slots[slot] != 0 && slots[slot] != number) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void grow() {
        long[] old = slots;
        slots = new long[Math.multiplyExact(old.length, 2)];
        for (long number : old) {
            if (number != 0) {
                slots[slot(number)] = number;
            }
        }
    }

    // FNV-1a over the bytes, then the finish of MurmurHash3, which FNV's weak high bits need.
    private static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xFF)) * 0x100000001b3L;
        }
        return mix(hash);
    }

    private static long mix(long number) {
        long mixed = number;
        mixed = (mixed ^ mixed >>> 33) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ mixed >>> 33) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ mixed >>> 33;
    }
}
