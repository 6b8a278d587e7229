package dev.byline.ranking.popular;

import dev.byline.ranking.journal.Disk;
import java.io.IOException;
import java.nio.file.Path;

/** A disk that has so much room, and writes what fits before it fails; and one that can be watched. */
final class FullDisk implements Disk {
    private long room = Long.MAX_VALUE;
    private boolean refuseCuts;
    private boolean refuseSyncs;
    private boolean ignoreSyncs;
    private String refusedName = "nothing";
    private int refused;
    private volatile Watcher watcher = name -> {};

    /** Comes before each write. */
    interface Watcher {
        /** The file of this name is about to be written to. */
        void writing(String name) throws IOException;
    }

    /** Tells of each file that is about to be written to. */
    void watch(Watcher told) {
        watcher = told;
    }

    /** Refuses files whose names begin so. */
    void refuse(String name) {
        refusedName = name;
    }

    void room(long bytes) {
        room = bytes;
    }

    void refuseCuts(boolean refuse) {
        refuseCuts = refuse;
    }

    void refuseSyncs(boolean refuse) {
        refuseSyncs = refuse;
    }

    void ignoreSyncs(boolean ignore) {
        ignoreSyncs = ignore;
    }

    /** How often something was refused. */
    int refused() {
        return refused;
    }

    @Override
    public Output open(Path path) throws IOException {
        if (path.getFileName().toString().startsWith(refusedName)) {
            refused++;
            throw new IOException("No space left on device");
        }
        Output real = Disk.local().open(path);
        return new Output() {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                watcher.writing(path.getFileName().toString());
                int fits = (int) Math.min(room, length);
                real.write(bytes, from, fits);
                if (room != Long.MAX_VALUE) {
                    room -= fits;
                }
                if (fits < length) {
                    refused++;
                    throw new IOException("No space left on device");
                }
            }

            @Override
            public void cut(long length) throws IOException {
                if (refuseCuts) {
                    refused++;
                    throw new IOException("cut refused");
                }
                real.cut(length);
            }

            @Override
            public void sync() throws IOException {
                if (refuseSyncs) {
                    refused++;
                    throw new IOException("sync refused");
                }
                if (!ignoreSyncs) {
                    real.sync();
                }
            }

            @Override
            public void close() throws IOException {
                real.close();
            }
        };
    }
}
