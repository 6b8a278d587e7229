package dev.byline.search.likeness;

/** Directions in few bytes: the greatest coordinate of each is 127, and only angles between them are looked at. */
final class Vectors {
    private Vectors() {}

    /** A direction in bytes; all 0 where it has no length. */
    static byte[] packed(float[] coordinates) {
        float greatest = 0;
        for (float one : coordinates) {
            greatest = Math.max(greatest, Math.abs(one));
        }
        byte[] packed = new byte[coordinates.length];
        // Below this, rounding alone is seen.
        if (greatest > 1e-6f) {
            for (int i = 0; i < packed.length; i++) {
                packed[i] = (byte) Math.round(coordinates[i] / greatest * 127);
            }
        }
        return packed;
    }

    static int dot(byte[] one, int oneAt, byte[] other, int otherAt, int length) {
        int sum = 0;
        for (int i = 0; i < length; i++) {
            sum += one[oneAt + i] * other[otherAt + i];
        }
        return sum;
    }

    /** The square of a length. */
    static int square(byte[] vector, int at, int length) {
        return dot(vector, at, vector, at, length);
    }

    /**
     * The cosine of the angle between two, from 0 on; 0 where one has no direction. Exactly 1 for a direction and itself, since
     * squares are whole numbers.
     */
    static double cosine(int dot, int square, int otherSquare) {
        return dot <= 0 ? 0 : Math.min(1, dot / Math.sqrt((double) square * otherSquare));
    }
}
