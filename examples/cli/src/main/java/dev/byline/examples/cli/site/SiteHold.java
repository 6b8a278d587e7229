package dev.byline.examples.cli.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The right to change a site, which one process at a time has, and within it one holder. */
record SiteHold(FileChannel channel) implements AutoCloseable {
    private static final int TRIES = 10;

    /**
     * Keeps every other process from changing the site until it is closed.
     *
     * @throws SiteException if another one does
     */
    static SiteHold of(Path folder) {
        Path file = file(folder);
        try {
            for (int tries = 1; tries <= TRIES; tries++) {
                FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                Object opened = key(file);
                if (!lock(channel)) {
                    break;
                }
                // A lock on a file that an import which was refused has taken away keeps nobody out.
                if (Files.exists(file) && Objects.equals(opened, key(file))) {
                    return new SiteHold(channel);
                }
                channel.close();
            }
        } catch (IOException failure) {
            throw new SiteException(
                    "The site in " + folder + " can't be changed; see whether it may be written to.", failure);
        }
        throw new SiteException(SiteFolder.busy(folder));
    }

    /** The file in a site's folder that is locked. */
    static Path file(Path folder) {
        return folder.resolve("lock");
    }

    // Whether nobody else has it; closes the channel otherwise.
    private static boolean lock(FileChannel channel) throws IOException {
        try {
            if (channel.tryLock() != null) {
                return true;
            }
        } catch (OverlappingFileLockException busy) {
            // Somebody else in this process has it.
        } catch (IOException failure) {
            channel.close();
            throw failure;
        }
        channel.close();
        return false;
    }

    // What tells a file from another of the same name; null where the system can't.
    private static @Nullable Object key(Path file) throws IOException {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
        } catch (NoSuchFileException gone) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
