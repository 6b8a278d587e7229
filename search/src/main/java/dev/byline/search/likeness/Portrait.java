package dev.byline.search.likeness;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/**
 * A text in some hundreds of bytes: the direction in which its words point, its weightiest words and phrases, those of its
 * headline, and what tells copies of it. To be compared with others of one {@link TextModel}. Immutable.
 */
public final class Portrait {
    /** By how many of the leading directions the broad subject of a text is told. */
    static final int BROAD = 12;

    /** A text in which the model knows no direction belongs to no group. */
    static final int NO_GROUP = -1;

    private final byte[] direction;
    private final float known;
    private final Weighed words;
    private final Weighed headline;
    private final Print print;
    private final int group;
    private final float crowd;
    private final int square;
    private final int broadSquare;

    Portrait(byte[] direction, float known, Weighed words, Weighed headline, Print print, int group, float crowd) {
        this.direction = direction;
        this.known = known;
        this.words = words;
        this.headline = headline;
        this.print = print;
        this.group = group;
        this.crowd = crowd;
        square = Vectors.square(direction, 0, direction.length);
        broadSquare = Vectors.square(direction, 0, broad(direction.length));
    }

    static int broad(int directions) {
        return Math.min(BROAD, directions);
    }

    byte[] direction() {
        return direction;
    }

    /** How much of the text is told by its direction, from 0 to 1. */
    float known() {
        return known;
    }

    Weighed words() {
        return words;
    }

    Weighed headline() {
        return headline;
    }

    Print print() {
        return print;
    }

    int group() {
        return group;
    }

    float crowd() {
        return crowd;
    }

    int square() {
        return square;
    }

    int broadSquare() {
        return broadSquare;
    }

    /** The bytes to keep it by, for this process or another. */
    public byte[] write() {
        ByteBuffer bytes =
                ByteBuffer.allocate(12 + direction.length + words.bytes() + headline.bytes() + print.bytes());
        bytes.putShort((short) direction.length)
                .putShort((short) group)
                .putFloat(crowd)
                .putFloat(known)
                .put(direction);
        words.write(bytes);
        headline.write(bytes);
        print.write(bytes);
        return bytes.array();
    }

    /**
     * Reads what {@link #write()} wrote.
     *
     * @throws BufferUnderflowException if the bytes are damaged; so are some other unchecked exceptions
     */
    public static Portrait read(byte[] bytes, int start, int length) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes, start, length);
        byte[] direction = new byte[Short.toUnsignedInt(buffer.getShort())];
        short group = buffer.getShort();
        float crowd = buffer.getFloat();
        float known = buffer.getFloat();
        buffer.get(direction);
        if (!(crowd >= 0 && crowd <= 1 && known >= 0 && known <= 1)) {
            throw new BufferUnderflowException();
        }
        return new Portrait(
                direction, known, Weighed.read(buffer), Weighed.read(buffer), Print.read(buffer), group, crowd);
    }
}
