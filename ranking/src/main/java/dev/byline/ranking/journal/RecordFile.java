package dev.byline.ranking.journal;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32C;

/**
 * A file of records, each with its length and checksum in front, that only grows at its end.
 *
 * <p>Writers take turns; {@link #sync()} may be called beside them.
 */
final class RecordFile implements Closeable {
    /** The bytes in front of each record: its length, and the CRC-32C of length and content. */
    static final int FRAME = 8;

    private static final int LONGEST = 1 << 28;

    private final Disk.Output output;
    private volatile long end;
    private volatile boolean broken;

    /** Takes a record. */
    @FunctionalInterface
    interface Reader {
        /** Throws if the record is whole but can't be understood. */
        void take(byte[] content) throws IOException;
    }

    private RecordFile(Disk.Output output, long end) {
        this.output = output;
        this.end = end;
    }

    /** Reads all whole records; returns where the first that is not whole begins, or the end of the file. */
    static long read(Path path, Reader reader) throws IOException {
        long end = 0;
        long size = Files.size(path);
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(new FileInputStream(path.toFile())))) {
            while (true) {
                int length = in.readInt();
                int checksum = in.readInt();
                if (length < 1 || length > Math.min(LONGEST, size - end - FRAME)) {
                    return end;
                }
                byte[] content = new byte[length];
                in.readFully(content);
                if (checksum(content) != checksum) {
                    return end;
                }
                reader.take(content);
                end += FRAME + length;
            }
        } catch (EOFException torn) {
            return end;
        }
    }

    /** Whether a whole record lies behind the one that is not whole: then nothing was torn, but something damaged. */
    static boolean goesOnBehind(Path path, long end) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(path.toFile(), "r")) {
            in.seek(end);
            long next = end + FRAME + in.readInt();
            if (next <= end + FRAME || next > in.length() - FRAME) {
                return false;
            }
            in.seek(next);
            int length = in.readInt();
            int checksum = in.readInt();
            if (length < 1 || length > Math.min(LONGEST, in.length() - next - FRAME)) {
                return false;
            }
            byte[] content = new byte[length];
            in.readFully(content);
            return checksum(content) == checksum;
        } catch (EOFException torn) {
            return false;
        }
    }

    /** Opens a file to go on at a place; what lies behind it goes. */
    static RecordFile open(Disk disk, Path path, long end) throws IOException {
        Disk.Output output = disk.open(path);
        try {
            output.cut(end);
            return new RecordFile(output, end);
        } catch (IOException | RuntimeException failure) {
            output.close();
            throw failure;
        }
    }

    /** Adds a record, or throws and leaves the file as it was; if even that fails, it is {@link #broken()}. */
    void append(byte[] content) throws IOException {
        long before = end;
        byte[] frame = ByteBuffer.allocate(FRAME + content.length)
                .putInt(content.length)
                .putInt(checksum(content))
                .put(content)
                .array();
        try {
            output.write(frame, 0, frame.length);
        } catch (IOException failure) {
            cut(before);
            throw failure;
        }
        end = before + frame.length;
    }

    /** Takes back what was added behind a place; if that fails, the file is {@link #broken()}. */
    boolean cut(long place) {
        try {
            output.cut(place);
            end = place;
            return true;
        } catch (IOException failure) {
            broken = true;
            return false;
        }
    }

    /** Returns when the disk has everything; after a failure it is not known what the disk has: {@link #broken()}. */
    void sync() throws IOException {
        try {
            output.sync();
        } catch (IOException failure) {
            broken = true;
            throw failure;
        }
    }

    /** Whether the file may not be what its writer takes it for, so that it must be written anew. */
    boolean broken() {
        return broken;
    }

    /** Its length in bytes. */
    long end() {
        return end;
    }

    @Override
    public void close() throws IOException {
        output.close();
    }

    private static int checksum(byte[] content) {
        CRC32C sum = new CRC32C();
        sum.update(ByteBuffer.allocate(4).putInt(0, content.length));
        sum.update(content);
        return (int) sum.getValue();
    }
}
