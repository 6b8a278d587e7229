package dev.byline.ranking.journal;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Where journals are written; another one in tests, to see what happens when it is full. */
@FunctionalInterface
public interface Disk {
    /** Opens a file, which is made if it is missing, to write at its end. */
    Output open(Path path) throws IOException;

    /** A file that is being written. */
    interface Output extends Closeable {
        /** Hands bytes to the operating system; where it fails, some of them may have been written. */
        void write(byte[] bytes, int from, int length) throws IOException;

        /** Makes the file this long and goes on from there. */
        void cut(long length) throws IOException;

        /** Returns when the disk has everything. */
        void sync() throws IOException;
    }

    /** The machine's own. Not a channel, which an interrupt of the writing thread would close for all others. */
    static Disk local() {
        return path -> {
            RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
            file.seek(file.length());
            return new Output() {
                @Override
                public void write(byte[] bytes, int from, int length) throws IOException {
                    file.write(bytes, from, length);
                }

                @Override
                public void cut(long length) throws IOException {
                    file.setLength(length);
                    file.seek(length);
                }

                @Override
                public void sync() throws IOException {
                    file.getFD().sync();
                }

                @Override
                public void close() throws IOException {
                    file.close();
                }
            };
        };
    }

    /** Makes an empty file that only its owner may read, where the file system knows of owners. */
    static void createOwnerOnly(Path path) throws IOException {
        Files.deleteIfExists(path);
        FileAttribute<?>[] attributes =
                path.getFileSystem().supportedFileAttributeViews().contains("posix")
                        ? new FileAttribute<?>[] {
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                        }
                        : new FileAttribute<?>[0];
        Files.createFile(path, attributes);
    }

    /** Makes new names in a folder outlive a loss of power, where the system can do so for folders. */
    static void syncFolder(Path folder) {
        boolean interrupted = Thread.interrupted();
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException notOnThisSystem) {
            // Windows opens no folders; names there are safe by themselves.
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
