package dev.byline.exchange;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/** The bytes of an archive at any place; what they throw is the machine's failure, never the archive's. */
interface ArchiveBytes extends Closeable {
    long size() throws IOException;

    /** Reads as {@link java.io.InputStream#read(byte[], int, int)} does, from a position that is not negative. */
    int read(long position, byte[] into, int from, int length) throws IOException;

    @Override
    default void close() throws IOException {}

    static ArchiveBytes of(byte[] bytes) {
        return new ArchiveBytes() {
            @Override
            public long size() {
                return bytes.length;
            }

            @Override
            public int read(long position, byte[] into, int from, int length) {
                if (position >= bytes.length) {
                    return -1;
                }
                int count = (int) Math.min(length, bytes.length - position);
                System.arraycopy(bytes, (int) position, into, from, count);
                return count;
            }
        };
    }

    static ArchiveBytes of(SeekableByteChannel channel) {
        return new ArchiveBytes() {
            @Override
            public long size() throws IOException {
                return channel.size();
            }

            @Override
            public int read(long position, byte[] into, int from, int length) throws IOException {
                return channel.position(position).read(ByteBuffer.wrap(into, from, length));
            }

            @Override
            public void close() throws IOException {
                channel.close();
            }
        };
    }
}
