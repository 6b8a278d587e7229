package dev.byline.ranking.counting;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Numbers the ids of articles from 0 on, in the order in which they come, in some thirty bytes each. Thread-safe; who looks up
 * waits for nobody.
 */
public final class Names {
    /** Where an id is not known. */
    public static final int UNKNOWN = -1;

    private static final VarHandle SLOTS = MethodHandles.arrayElementVarHandle(int[].class);

    private volatile Table table = new Table(64, new byte[1024], new int[65], new int[64]);
    private volatile int size;

    /**
     * All ids, one behind the other, in UTF-8.
     *
     * @param slots by hash: 0, or one more than a number
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Table(int[] slots, byte[] bytes, int[] ends, int[] hashes) {
        Table(int most, byte[] bytes, int[] ends, int[] hashes) {
            this(new int[Integer.highestOneBit(most) << 1], bytes, ends, hashes);
        }

        int find(String id, int hash) {
            int mask = slots.length - 1;
            for (int slot = hash & mask; ; slot = (slot + 1) & mask) {
                int number = (int) SLOTS.getAcquire(slots, slot) - 1;
                if (number < 0 || (hashes[number] == hash && is(number, id))) {
                    return number;
                }
            }
        }

        private boolean is(int number, String id) {
            int start = ends[number];
            int length = ends[number + 1] - start;
            if (length == id.length()) {
                int i = 0;
                while (i < length && bytes[start + i] == id.charAt(i)) {
                    i++;
                }
                if (i == length) {
                    return true;
                }
            }
            // The bytes of a letter beyond ASCII are below 0, and a letter is not.
            return length > id.length() && id.equals(new String(bytes, start, length, StandardCharsets.UTF_8));
        }

        void hang(int number) {
            int mask = slots.length - 1;
            int slot = hashes[number] & mask;
            while (slots[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            SLOTS.setRelease(slots, slot, number + 1);
        }
    }

    private static int hash(String id) {
        int hash = id.hashCode() * 0x9E3779B9;
        return hash ^ (hash >>> 15);
    }

    /** The number of an id, or {@link #UNKNOWN}. */
    public int find(String id) {
        return table.find(id, hash(id));
    }

    /** The number of an id, which is new if it is not known. */
    public synchronized int add(String id) {
        int hash = hash(id);
        int known = table.find(id, hash);
        if (known >= 0) {
            return known;
        }
        byte[] bytes = id.getBytes(StandardCharsets.UTF_8);
        int number = size;
        Table room = withRoom(bytes.length);
        int end = room.ends[number] + bytes.length;
        System.arraycopy(bytes, 0, room.bytes, room.ends[number], bytes.length);
        room.ends[number + 1] = end;
        room.hashes[number] = hash;
        room.hang(number);
        table = room;
        size = number + 1;
        return number;
    }

    private Table withRoom(int length) {
        Table now = table;
        int number = size;
        int end = now.ends[number];
        byte[] bytes = now.bytes.length - end >= length
                ? now.bytes
                : Arrays.copyOf(now.bytes, Math.max(end + length, now.bytes.length + (now.bytes.length >> 1)));
        if (number < now.hashes.length) {
            // Who reads the old bytes must not find what is not in them.
            return bytes == now.bytes ? now : new Table(now.slots.clone(), bytes, now.ends, now.hashes);
        }
        int most = now.hashes.length + (now.hashes.length >> 1);
        Table grown = new Table(most, bytes, Arrays.copyOf(now.ends, most + 1), Arrays.copyOf(now.hashes, most));
        for (int i = 0; i < number; i++) {
            grown.hang(i);
        }
        return grown;
    }

    /** The id with a number. */
    public String get(int number) {
        Table now = table;
        return new String(now.bytes, now.ends[number], now.ends[number + 1] - now.ends[number], StandardCharsets.UTF_8);
    }

    /** How many there are. */
    public int size() {
        return size;
    }
}
