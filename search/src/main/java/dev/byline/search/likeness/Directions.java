package dev.byline.search.likeness;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Where each word that the model knows points: its coordinates in a few bytes, and how much it tells. */
final class Directions {
    private static final float[] LOGARITHMS = new float[256];

    static {
        for (int times = 0; times < LOGARITHMS.length; times++) {
            LOGARITHMS[times] = (float) Math.log1p(times);
        }
    }

    private final int width;
    private final int[] words;
    private final float[] telling;
    private final float[] scales;
    private final byte[] coordinates;
    private final HashTable table;

    private Directions(int width, int[] words, float[] telling, float[] scales, byte[] coordinates) {
        this.width = width;
        this.words = words;
        this.telling = telling;
        this.scales = scales;
        this.coordinates = coordinates;
        table = HashTable.of(words);
    }

    static Directions none() {
        return new Directions(0, new int[0], new float[0], new float[0], new byte[0]);
    }

    /**
     * Of words by their hashes.
     *
     * @param telling their log-entropy weights
     * @param coordinates theirs, all of one length
     */
    static Directions of(int[] words, float[] telling, float[][] coordinates) {
        int width = coordinates.length == 0 ? 0 : coordinates[0].length;
        byte[] packed = new byte[words.length * width];
        float[] scales = new float[words.length];
        for (int word = 0; word < words.length; word++) {
            byte[] one = Vectors.packed(coordinates[word]);
            System.arraycopy(one, 0, packed, word * width, width);
            float greatest = 0;
            for (float coordinate : coordinates[word]) {
                greatest = Math.max(greatest, Math.abs(coordinate));
            }
            scales[word] = greatest / 127;
        }
        return new Directions(width, words, telling, scales, packed);
    }

    int width() {
        return width;
    }

    boolean knows(int hash) {
        return table.get(hash) >= 0;
    }

    /** How much a word counts in a text that has it so often. */
    static float weight(int times, float telling) {
        return (times < LOGARITHMS.length ? LOGARITHMS[times] : (float) Math.log1p(times)) * telling;
    }

    /** Where a text points; all 0 where none of its words is known. */
    byte[] of(Wording text) {
        float[] sum = new float[width];
        for (int i = 0; i < text.size(); i++) {
            int word = table.get(text.hash(i));
            if (word >= 0) {
                add(sum, word, text.times(i));
            }
        }
        return Vectors.packed(sum);
    }

    /** The same of a text of which only words that are known are left: in turn, a word's number and how often it is there. */
    byte[] of(char[] text) {
        float[] sum = new float[width];
        for (int at = 0; at < text.length; at += 2) {
            add(sum, text[at], text[at + 1]);
        }
        return Vectors.packed(sum);
    }

    private void add(float[] sum, int word, int times) {
        float weight = weight(times, telling[word]) * scales[word];
        int at = word * width;
        for (int direction = 0; direction < width; direction++) {
            sum[direction] += weight * coordinates[at + direction];
        }
    }

    /**
     * How much of what a text says is said by words that are known, from 0 to 1: the length of that part as a share of the
     * whole. A word that is not known tells as much as any can.
     */
    float known(Wording text) {
        double known = 0;
        double all = 0;
        for (int i = 0; i < text.size(); i++) {
            int word = table.get(text.hash(i));
            double weight = weight(text.times(i), word < 0 ? 1 : telling[word]);
            known += word < 0 ? 0 : weight * weight;
            all += weight * weight;
        }
        return all == 0 ? 0 : (float) Math.sqrt(known / all);
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(width);
        TextModel.write(out, words);
        for (int i = 0; i < words.length; i++) {
            out.writeFloat(telling[i]);
            out.writeFloat(scales[i]);
        }
        TextModel.write(out, coordinates);
    }

    static Directions read(DataInput in) throws IOException {
        int width = in.readInt();
        int[] words = TextModel.readInts(in);
        float[] telling = new float[words.length];
        float[] scales = new float[words.length];
        for (int i = 0; i < words.length; i++) {
            telling[i] = in.readFloat();
            scales[i] = in.readFloat();
        }
        byte[] coordinates = TextModel.readBytes(in);
        if (coordinates.length != (long) width * words.length) {
            throw new IOException("a damaged model of texts");
        }
        return new Directions(width, words, telling, scales, coordinates);
    }
}
