package dev.byline.ranking.counting;

import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Numbers by key in a few bytes each: in the order of keys, the step from key to key and the number itself, as varints.
 * On the heap, or in a file that is mapped. Immutable.
 */
public final class Column {
    /** Nothing. */
    public static final Column EMPTY = new Column(new byte[0]);

    // A key takes at most five bytes, a number ten.
    private static final int LONGEST = 15;

    private static final byte[] ELSEWHERE = {};

    private final byte[] bytes;
    private final @Nullable ByteBuffer file;
    private final int begin;
    private final int length;

    private Column(byte[] bytes) {
        this.bytes = bytes;
        this.file = null;
        this.begin = 0;
        this.length = bytes.length;
    }

    private Column(ByteBuffer file, int begin, int length) {
        this.bytes = ELSEWHERE;
        this.file = file;
        this.begin = begin;
        this.length = length;
    }

    /**
     * Takes bytes from a file.
     *
     * @throws IOException if they are no column
     */
    public static Column of(byte[] bytes) throws IOException {
        try {
            long[] last = {-1};
            new Column(bytes).each((key, amount) -> {
                if (key <= last[0]) {
                    throw new IllegalArgumentException("keys out of order");
                }
                last[0] = key;
            });
        } catch (IndexOutOfBoundsException | IllegalArgumentException damaged) {
            throw new IOException("a damaged column", damaged);
        }
        return new Column(bytes);
    }

    /** Of these numbers. */
    public static Column of(Cells cells) {
        Writer writer = new Writer(cells.size());
        for (int key : cells.sortedKeys()) {
            writer.add(key, cells.get(key));
        }
        return writer.column();
    }

    /** Both together. */
    Column plus(Cells cells) {
        if (length == 0) {
            return of(cells);
        }
        Writer writer = new Writer(cells.size() + length / 2);
        int[] keys = cells.sortedKeys();
        int[] next = {0};
        each((key, amount) -> {
            while (next[0] < keys.length && keys[next[0]] < key) {
                writer.add(keys[next[0]], cells.get(keys[next[0]]));
                next[0]++;
            }
            if (next[0] < keys.length && keys[next[0]] == key) {
                next[0]++;
                writer.add(key, Sums.added(amount, cells.get(key)));
            } else {
                writer.add(key, amount);
            }
        });
        for (int i = next[0]; i < keys.length; i++) {
            writer.add(keys[i], cells.get(keys[i]));
        }
        return writer.column();
    }

    /** Tells of all numbers, in the order of keys. */
    public void each(Cells.Each each) {
        // Copied from a file at once, which takes a tenth of the time of what follows.
        byte[] bytes = bytes();
        int key = 0;
        for (int at = 0; at < bytes.length; ) {
            int step = 0;
            int shift = 0;
            byte one;
            do {
                one = bytes[at++];
                step |= (one & 0x7F) << shift;
                shift += 7;
            } while (one < 0);
            key += step;
            long amount = 0;
            shift = 0;
            do {
                one = bytes[at++];
                amount |= (long) (one & 0x7F) << shift;
                shift += 7;
            } while (one < 0);
            each.cell(key, (amount >>> 1) ^ -(amount & 1));
        }
    }

    /** Writes it with its length. */
    public void write(DataOutput out) throws IOException {
        out.writeInt(length);
        out.write(bytes());
    }

    /**
     * Reads what {@link #write} wrote. In a mapped file it stays there, unchecked: whoever mapped that has looked at its checksum.
     *
     * @throws IOException if that is damaged
     */
    public static Column read(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (in instanceof MappedInput mapped) {
            return new Column(mapped.file(), mapped.pass(length), length);
        }
        return of(in.readNBytes(length));
    }

    /** The bytes, not to be changed. */
    public byte[] bytes() {
        ByteBuffer from = file;
        if (from == null) {
            return bytes;
        }
        byte[] copy = new byte[length];
        from.get(begin, copy);
        return copy;
    }

    /** How many bytes it takes. */
    int length() {
        return length;
    }

    /** How many of them are on the heap. */
    int onHeap() {
        return bytes.length;
    }

    private static final class Writer {
        private byte[] bytes;
        private int size;
        private int last;

        Writer(int entries) {
            bytes = new byte[Math.max(16, 3 * entries)];
        }

        void add(int key, long amount) {
            if (amount == 0) {
                return;
            }
            if (bytes.length - size < LONGEST) {
                bytes = Arrays.copyOf(bytes, Math.max(2 * size, size + LONGEST));
            }
            put((key - last) & 0xFFFFFFFFL);
            put((amount << 1) ^ (amount >> 63));
            last = key;
        }

        private void put(long number) {
            long left = number;
            while ((left & ~0x7FL) != 0) {
                bytes[size++] = (byte) (left | 0x80);
                left >>>= 7;
            }
            bytes[size++] = (byte) left;
        }

        Column column() {
            return new Column(Arrays.copyOf(bytes, size));
        }
    }
}
