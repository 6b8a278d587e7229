package dev.byline.ranking.counting;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/** Reads a file that is mapped into memory; columns that are read from it stay there, as long as anybody has them. */
public final class MappedInput extends DataInputStream {
    private final ByteBuffer file;

    /** From the position of a buffer on, which moves with it. */
    public MappedInput(ByteBuffer file) {
        super(new InputStream() {
            @Override
            public int read() {
                return file.hasRemaining() ? file.get() & 0xFF : -1;
            }

            @Override
            public int read(byte[] bytes, int from, int length) {
                int read = Math.min(length, file.remaining());
                file.get(bytes, from, read);
                return read == 0 && length > 0 ? -1 : read;
            }
        });
        this.file = file;
    }

    /** Goes past so many bytes; returns where they begin. */
    int pass(int length) throws EOFException {
        if (length < 0 || length > file.remaining()) {
            throw new EOFException("there are not " + length + " bytes left");
        }
        int begin = file.position();
        file.position(begin + length);
        return begin;
    }

    ByteBuffer file() {
        return file;
    }
}
