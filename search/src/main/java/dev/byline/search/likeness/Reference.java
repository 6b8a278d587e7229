package dev.byline.search.likeness;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** The texts that a model was fitted to, by group: how crowded it is around a text is told by the nearest of them. */
final class Reference {
    private static final int NEIGHBOURS = 10;

    private final int width;
    private final int[] starts;
    private final byte[] directions;
    private final long[] ids;
    private final int[] squares;

    private Reference(int width, int[] starts, byte[] directions, long[] ids) {
        this.width = width;
        this.starts = starts;
        this.directions = directions;
        this.ids = ids;
        squares = new int[ids.length];
        for (int i = 0; i < ids.length; i++) {
            squares[i] = Vectors.square(directions, i * width, width);
        }
    }

    static Reference none() {
        return new Reference(0, new int[1], new byte[0], new long[0]);
    }

    /** These texts; those that point nowhere are left out. */
    static Reference of(byte[][] texts, long[] ids, Pilots pilots) {
        if (pilots.count() == 0) {
            return none();
        }
        int width = texts[0].length;
        int[] groups = new int[texts.length];
        int[] starts = new int[pilots.count() + 1];
        for (int i = 0; i < texts.length; i++) {
            groups[i] = pilots.nearest(texts[i]);
            if (groups[i] >= 0) {
                starts[groups[i] + 1]++;
            }
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        int[] next = starts.clone();
        byte[] directions = new byte[starts[pilots.count()] * width];
        long[] placed = new long[starts[pilots.count()]];
        for (int i = 0; i < texts.length; i++) {
            if (groups[i] >= 0) {
                int place = next[groups[i]]++;
                System.arraycopy(texts[i], 0, directions, place * width, width);
                placed[place] = ids[i];
            }
        }
        return new Reference(width, starts, directions, placed);
    }

    /** The mean cosine to the ten nearest texts in these groups, from 0 to 1, the text itself left out. */
    float crowd(byte[] text, int[] groups, long self) {
        int square = Vectors.square(text, 0, text.length);
        float[] nearest = new float[NEIGHBOURS];
        int found = 0;
        for (int group : groups) {
            for (int i = starts[group]; i < starts[group + 1]; i++) {
                if (ids[i] != self) {
                    found++;
                    int dot = Vectors.dot(text, 0, directions, i * width, width);
                    float cosine = (float) Vectors.cosine(dot, square, squares[i]);
                    if (cosine > nearest[0]) {
                        keep(nearest, cosine);
                    }
                }
            }
        }
        float sum = 0;
        for (float one : nearest) {
            sum += one;
        }
        return found == 0 ? 0 : sum / Math.min(found, NEIGHBOURS);
    }

    // Ascending; the least gives way.
    private static void keep(float[] nearest, float cosine) {
        int at = 0;
        while (at + 1 < nearest.length && nearest[at + 1] < cosine) {
            nearest[at] = nearest[at + 1];
            at++;
        }
        nearest[at] = cosine;
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(width);
        TextModel.write(out, starts);
        TextModel.write(out, directions);
        for (long id : ids) {
            out.writeLong(id);
        }
    }

    static Reference read(DataInput in) throws IOException {
        int width = in.readInt();
        int[] starts = TextModel.readInts(in);
        byte[] directions = TextModel.readBytes(in);
        int size = starts.length == 0 ? 0 : starts[starts.length - 1];
        if (starts.length == 0 || directions.length != (long) width * size) {
            throw new IOException("a damaged model of texts");
        }
        long[] ids = new long[size];
        for (int i = 0; i < size; i++) {
            ids[i] = in.readLong();
        }
        return new Reference(width, starts, directions, ids);
    }
}
