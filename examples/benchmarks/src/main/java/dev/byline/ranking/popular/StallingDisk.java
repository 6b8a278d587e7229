package dev.byline.ranking.popular;

import dev.byline.ranking.journal.Disk;
import dev.byline.ranking.journal.Journal;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Counters on a disk that takes half a second to confirm anything. */
public final class StallingDisk {
    private static final long STALL = TimeUnit.MILLISECONDS.toNanos(500);

    private StallingDisk() {}

    /** Opens counters. */
    public static EngagementStore open(Path folder, InstantSource clock) {
        Disk stalling = path -> {
            Disk.Output real = Disk.local().open(path);
            return new Disk.Output() {
                @Override
                public void write(byte[] bytes, int from, int length) throws java.io.IOException {
                    real.write(bytes, from, length);
                }

                @Override
                public void cut(long length) throws java.io.IOException {
                    real.cut(length);
                }

                @Override
                public void sync() throws java.io.IOException {
                    long end = System.nanoTime() + STALL;
                    while (System.nanoTime() < end) {
                        LockSupport.parkNanos(end - System.nanoTime());
                    }
                    real.sync();
                }

                @Override
                public void close() throws java.io.IOException {
                    real.close();
                }
            };
        };
        return EmbeddedEngagementStore.open(folder, clock, stalling, Journal.Limits.USUAL);
    }
}
