package dev.byline.ranking.journal;

import dev.byline.ranking.counting.MappedInput;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;
import org.jspecify.annotations.Nullable;

/** All contents at one moment, in one file with a checksum at its end. */
final class SnapshotFile {
    private static final long MAGIC = 0x62796c636e7405L;
    private static final int CHECKSUM = 8;

    private SnapshotFile() {}

    /**
     * Writes a file and returns when the disk has it.
     *
     * @param sequence how many records had been journalled before
     */
    static void write(Disk disk, Path path, long sequence, Journal.Image image) throws IOException {
        Files.deleteIfExists(path);
        CRC32C sum = new CRC32C();
        try (Disk.Output output = disk.open(path)) {
            OutputStream raw = new OutputStream() {
                @Override
                public void write(int value) throws IOException {
                    write(new byte[] {(byte) value}, 0, 1);
                }

                @Override
                public void write(byte[] bytes, int from, int length) throws IOException {
                    output.write(bytes, from, length);
                }
            };
            DataOutputStream out =
                    new DataOutputStream(new CheckedOutputStream(new BufferedOutputStream(raw, 1 << 16), sum));
            out.writeLong(MAGIC);
            out.writeLong(sequence);
            image.write(out);
            out.writeLong(sum.getValue());
            out.flush();
            output.sync();
        }
    }

    /**
     * Puts what is in a file into contents; returns how many records had been journalled before.
     *
     * @param mapped the file, or null where it can't be mapped
     */
    static long read(Path path, @Nullable ByteBuffer mapped, Journal.Contents contents) throws IOException {
        check(path);
        try (DataInputStream in = mapped != null
                ? new MappedInput(mapped)
                : new DataInputStream(new BufferedInputStream(new FileInputStream(path.toFile()), 1 << 16))) {
            long sequence = sequence(path, in);
            contents.restore(in);
            return sequence;
        }
    }

    private static long sequence(Path path, DataInputStream in) throws IOException {
        if (in.readLong() != MAGIC) {
            throw new IOException(path + " is no snapshot that this version can read");
        }
        return in.readLong();
    }

    /** A file in memory, or null where that can't be. */
    static @Nullable ByteBuffer map(Path path) {
        // An interrupted thread can't open channels.
        boolean interrupted = Thread.interrupted();
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            long size = channel.size();
            return size > Integer.MAX_VALUE ? null : channel.map(FileChannel.MapMode.READ_ONLY, 0, size);
        } catch (IOException | UnsupportedOperationException fromTheHeapThen) {
            return null;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Goes to the contents of a file that was written or read before. */
    static MappedInput contents(Path path, ByteBuffer mapped) throws IOException {
        MappedInput in = new MappedInput(mapped);
        sequence(path, in);
        return in;
    }

    /** First of all, so that no number of a damaged file is believed. */
    private static void check(Path path) throws IOException {
        CRC32C sum = new CRC32C();
        try (InputStream file = new FileInputStream(path.toFile());
                DataInputStream in = new DataInputStream(new BufferedInputStream(file, 1 << 16))) {
            byte[] part = new byte[1 << 16];
            long left = Files.size(path) - CHECKSUM;
            while (left > 0) {
                int read = in.read(part, 0, (int) Math.min(part.length, left));
                if (read < 0) {
                    break;
                }
                sum.update(part, 0, read);
                left -= read;
            }
            if (left != 0 || in.readLong() != sum.getValue()) {
                throw new IOException(path + " is damaged");
            }
        }
    }
}
