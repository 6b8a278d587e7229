package dev.byline.ranking.journal;

import dev.byline.ranking.RankingException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Keeps a folder to one store, in this process and among all others. */
final class FolderLock implements Closeable {
    /**
     * The folders open in this process. A second try must not even open the lock file: on many systems closing it again
     * would give up the lock that the first holds.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    /** The file that is locked. */
    static final String NAME = "lock";

    private final Path folder;
    private final FileChannel channel;

    private FolderLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    static FolderLock on(Path folder) throws IOException {
        Path real = folder.toRealPath();
        if (!HELD.add(real)) {
            throw new RankingException("the counters in " + folder + " are open in this process already");
        }
        @Nullable FileChannel channel = null;
        boolean held = false;
        try {
            channel = FileChannel.open(real.resolve(NAME), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            @Nullable FileLock lock = channel.tryLock();
            if (lock == null) {
                throw new RankingException(
                        "the counters in " + folder + " are in use by another process; try again when it is done");
            }
            held = true;
            return new FolderLock(real, channel);
        } finally {
            if (!held) {
                if (channel != null) {
                    channel.close();
                }
                HELD.remove(real);
            }
        }
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            HELD.remove(folder);
        }
    }
}
