package dev.byline.ranking.popular;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** Counts by numbered slots of time, of which only those with a count take room; in the order of time. */
final class Slots {
    private static final int[] EMPTY = {};

    private int[] numbers = EMPTY;
    private int[] counts = EMPTY;
    private int size;

    /** Adds one; what lies before the oldest slot still wanted may go when room is needed. */
    void add(int number, int oldest) {
        int at = place(number);
        if (at < size && numbers[at] == number) {
            counts[at]++;
            return;
        }
        if (size == numbers.length) {
            int gone = dropBefore(oldest);
            at = Math.max(0, at - gone);
            if (gone <= size / 4) {
                int room = size + Math.max(4, size / 2);
                numbers = Arrays.copyOf(numbers, room);
                counts = Arrays.copyOf(counts, room);
            }
        }
        System.arraycopy(numbers, at, numbers, at + 1, size - at);
        System.arraycopy(counts, at, counts, at + 1, size - at);
        numbers[at] = number;
        counts[at] = 1;
        size++;
    }

    /** The sum of a slot and all that follow. */
    long from(int number) {
        long sum = 0;
        for (int i = place(number); i < size; i++) {
            sum += counts[i];
        }
        return sum;
    }

    /** Lets go of what lies before a slot; returns how many slots went. */
    int dropBefore(int oldest) {
        int gone = place(oldest);
        if (gone > 0) {
            System.arraycopy(numbers, gone, numbers, 0, size - gone);
            System.arraycopy(counts, gone, counts, 0, size - gone);
            size -= gone;
        }
        return gone;
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(size);
        for (int i = 0; i < size; i++) {
            out.writeInt(numbers[i]);
            out.writeInt(counts[i]);
        }
    }

    static Slots read(DataInput in) throws IOException {
        Slots slots = new Slots();
        slots.size = in.readInt();
        slots.numbers = new int[slots.size];
        slots.counts = new int[slots.size];
        for (int i = 0; i < slots.size; i++) {
            slots.numbers[i] = in.readInt();
            slots.counts[i] = in.readInt();
        }
        return slots;
    }

    /** The first slot at or after a number. */
    private int place(int number) {
        // Most events fall into the newest slot, and most windows end behind it.
        if (size == 0 || numbers[size - 1] < number) {
            return size;
        }
        if (numbers[size - 1] == number) {
            return size - 1;
        }
        int found = Arrays.binarySearch(numbers, 0, size, number);
        return found >= 0 ? found : -found - 1;
    }
}
