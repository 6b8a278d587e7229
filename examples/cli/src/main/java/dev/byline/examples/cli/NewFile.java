package dev.byline.examples.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * A file that is written beside the one whose place it takes when it is whole; until then, and if it never is, that one
 * stays as it was. What is there and no ordinary file, such as a pipe, is written to as it is.
 */
final class NewFile implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final Path target;
    private final Path beside;
    private final FileChannel channel;
    private final OutputStream out;

    private NewFile(Path target, Path beside, FileChannel channel) {
        this.target = target;
        this.beside = beside;
        this.channel = channel;
        out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
    }

    static NewFile insteadOf(Path file) {
        try {
            Path target = Files.isSymbolicLink(file) && Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
            boolean asItIs = Files.exists(target) && !Files.isRegularFile(target);
            Path beside = asItIs ? target : target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID());
            FileChannel channel = asItIs
                    ? FileChannel.open(beside, StandardOpenOption.WRITE)
                    : FileChannel.open(beside, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
            return new NewFile(target, beside, channel);
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    /** Where it is written. */
    OutputStream out() {
        return out;
    }

    /** Says that it is whole. */
    void takePlace() {
        try {
            out.flush();
            if (!beside.equals(target)) {
                channel.force(true);
                channel.close();
                move();
            }
        } catch (IOException e) {
            throw failure(target, e);
        }
    }

    private void move() throws IOException {
        try {
            Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static UncheckedIOException failure(Path file, IOException e) {
        return new UncheckedIOException(file + " can't be written: " + e.getMessage(), e);
    }

    @Override
    public void close() {
        try {
            channel.close();
            if (!beside.equals(target)) {
                Files.deleteIfExists(beside);
            }
        } catch (IOException e) {
            throw failure(beside, e);
        }
    }
}
