package dev.byline.ranking.popular;

/** A set of numbers that are random already, at up to 24 bytes each. */
final class LongSet {
    private long[] table = new long[16];
    private int size;
    private boolean hasZero;

    boolean contains(long number) {
        return number == 0 ? hasZero : table[place(table, number)] == number;
    }

    void add(long number) {
        if (number == 0) {
            hasZero = true;
            return;
        }
        int place = place(table, number);
        if (table[place] == 0) {
            table[place] = number;
            if (++size > table.length / 3 * 2) {
                grow();
            }
        }
    }

    int size() {
        return size + (hasZero ? 1 : 0);
    }

    /** Its numbers, in no particular order. */
    long[] toArray() {
        long[] numbers = new long[size()];
        int next = hasZero ? 1 : 0;
        for (long number : table) {
            if (number != 0) {
                numbers[next++] = number;
            }
        }
        return numbers;
    }

    private void grow() {
        long[] larger = new long[table.length * 2];
        for (long number : table) {
            if (number != 0) {
                larger[place(larger, number)] = number;
            }
        }
        table = larger;
    }

    /** Where a number is, or the empty place where it belongs. */
    private static int place(long[] table, long number) {
        int mask = table.length - 1;
        int place = (int) (number >>> 32) & mask;
        while (table[place] != 0 && table[place] != number) {
            place = (place + 1) & mask;
        }
        return place;
    }
}
