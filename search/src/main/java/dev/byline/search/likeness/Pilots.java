package dev.byline.search.likeness;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.stream.IntStream;

/**
 * Directions spread over all texts, each of which leads a group: to find the texts near one, only the groups around it are
 * looked at. What is found depends on nothing but the pilots and the texts there are.
 */
final class Pilots {
    /** How many groups are looked at around a text. */
    static final int LOOKED_AT = 16;

    private static final int GROUP = 256;
    private static final int MOST = 1024;
    private static final int ROUNDS = 4;

    private final int width;
    private final byte[] directions;
    private final float[] norms;

    private Pilots(int width, byte[] directions) {
        this.width = width;
        this.directions = directions;
        norms = new float[width == 0 ? 0 : directions.length / width];
        for (int i = 0; i < norms.length; i++) {
            norms[i] = (float) Math.sqrt(Vectors.square(directions, i * width, width));
        }
    }

    static Pilots none() {
        return new Pilots(0, new byte[0]);
    }

    /**
     * Chooses pilots by spherical k-means over some texts.
     *
     * @param articles how many texts there are in all, of which these are some
     */
    static Pilots among(byte[][] texts, int articles, Runnable breath) {
        int width = texts.length == 0 ? 0 : texts[0].length;
        int count = Math.min(texts.length, Math.min(MOST, Math.max(1, articles / GROUP)));
        if (width == 0 || count == 0) {
            return none();
        }
        byte[] chosen = new byte[count * width];
        for (int i = 0; i < count; i++) {
            System.arraycopy(texts[(int) ((long) i * texts.length / count)], 0, chosen, i * width, width);
        }
        Pilots pilots = new Pilots(width, chosen);
        for (int round = 0; round < ROUNDS && count > 1; round++) {
            breath.run();
            pilots = pilots.amid(texts);
        }
        return pilots;
    }

    /** Each in the middle of its group. */
    private Pilots amid(byte[][] texts) {
        float[][] sums = new float[norms.length][width];
        for (byte[] text : texts) {
            int group = nearest(text);
            float norm = (float) Math.sqrt(Vectors.square(text, 0, width));
            for (int i = 0; i < width && group >= 0; i++) {
                sums[group][i] += text[i] / norm;
            }
        }
        byte[] moved = directions.clone();
        for (int i = 0; i < sums.length; i++) {
            byte[] packed = Vectors.packed(sums[i]);
            if (Vectors.square(packed, 0, width) > 0) {
                System.arraycopy(packed, 0, moved, i * width, width);
            }
        }
        return new Pilots(width, moved);
    }

    int count() {
        return norms.length;
    }

    /** The group of a text; {@link Portrait#NO_GROUP} where it points nowhere. */
    int nearest(byte[] text) {
        int nearest = Portrait.NO_GROUP;
        double best = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < norms.length; i++) {
            double near = near(text, i);
            if (near > best) {
                best = near;
                nearest = i;
            }
        }
        return pointsNowhere(text) ? Portrait.NO_GROUP : nearest;
    }

    /** The groups nearest to a text, nearest first; all of them, in any order, where they are no more. */
    int[] nearest(byte[] text, int most) {
        if (most >= norms.length) {
            return IntStream.range(0, norms.length).toArray();
        }
        double[] near = new double[norms.length];
        for (int i = 0; i < near.length; i++) {
            near[i] = near(text, i);
        }
        int[] nearest = new int[most];
        for (int i = 0; i < most; i++) {
            int best = 0;
            for (int j = 1; j < near.length; j++) {
                best = near[j] > near[best] ? j : best;
            }
            nearest[i] = best;
            near[best] = Double.NEGATIVE_INFINITY;
        }
        return nearest;
    }

    /** In the order of the cosines with one text. */
    private double near(byte[] text, int pilot) {
        return norms[pilot] == 0
                ? Double.NEGATIVE_INFINITY
                : Vectors.dot(text, 0, directions, pilot * width, width) / (double) norms[pilot];
    }

    private static boolean pointsNowhere(byte[] text) {
        for (byte one : text) {
            if (one != 0) {
                return false;
            }
        }
        return true;
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(width);
        TextModel.write(out, directions);
    }

    static Pilots read(DataInput in) throws IOException {
        return new Pilots(in.readInt(), TextModel.readBytes(in));
    }
}
