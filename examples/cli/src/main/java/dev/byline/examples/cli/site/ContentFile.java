package dev.byline.examples.cli.site;

import dev.byline.article.ContentException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.type.DataType;
import org.jspecify.annotations.Nullable;

/**
 * The one file of a generation: named maps on disk, read by many at once and changed by one after another.
 *
 * <p>Has no thread of its own, and writes only when told to: so after a crash the file holds what the last finished
 * change left.
 */
final class ContentFile implements AutoCloseable {
    /** What is done with the file. */
    enum Use {
        /** Read only; others may read too. */
        READ,
        /** Each change is on disk when it returns. */
        EDIT,
        /** Changes are on disk when {@link #save} returns. */
        FILL
    }

    private static final int HEADER = 8192;
    private static final int MIB = 1024 * 1024;
    // What may wait in memory: these, and less where the heap is small.
    private static final int UNSAVED_AT_MOST = ofHeap(32);
    private static final int CACHE = ofHeap(16);
    private static final int CACHE_TO_FILL = ofHeap(64);

    // The store shrinks its file by rewriting 16 MiB of it at a time.
    private static final boolean ROOM_TO_SHRINK = Runtime.getRuntime().maxMemory() >= 128L * MIB;

    private final Path path;
    private final Use use;
    private final boolean begun;
    private final MVStore store;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private volatile boolean broken;

    private ContentFile(Path path, Use use, boolean begun, MVStore store) {
        this.path = path;
        this.use = use;
        this.begun = begun;
        this.store = store;
    }

    /**
     * Opens the file, or begins it where it is to be filled and not there yet.
     *
     * @throws SiteException if another process has it, or it is damaged
     */
    static ContentFile open(Path path, Use use) {
        boolean begun = Files.exists(path);
        if (begun ? isTooShort(path) : use != Use.FILL) {
            // The store would take it for a new one.
            throw new SiteException(damaged(path));
        }
        MVStore.Builder builder = new MVStore.Builder()
                .fileName(path.toAbsolutePath().toString())
                .autoCommitDisabled()
                .autoCommitBufferSize(0)
                .compress()
                .cacheSize(use == Use.FILL ? CACHE_TO_FILL : CACHE);
        if (use == Use.READ) {
            builder.readOnly();
        }
        try {
            MVStore store = builder.open();
            if (use == Use.FILL) {
                // Nobody needs the states between, since a generation that is not finished is thrown away.
                store.setRetentionTime(0);
            }
            return new ContentFile(path, use, begun, store);
        } catch (MVStoreException failure) {
            if (failure.getErrorCode() == DataUtils.ERROR_FILE_LOCKED) {
                throw new SiteException(SiteFolder.busy(SiteFolder.of(path)), failure);
            }
            throw new SiteException(damaged(path), failure);
        } catch (RuntimeException failure) {
            throw new SiteException(damaged(path), failure);
        }
    }

    private static int ofHeap(int mebibytes) {
        return (int) Math.max(1, Math.min(mebibytes, Runtime.getRuntime().maxMemory() / MIB / 10));
    }

    private static boolean isTooShort(Path path) {
        try {
            return Files.size(path) <= HEADER;
        } catch (IOException failure) {
            throw new SiteException(damaged(path), failure);
        }
    }

    /** Whether it was here before it was opened. */
    boolean begun() {
        return begun;
    }

    /** The map with this name from texts to texts; made in a file that just began. */
    MVMap<String, String> texts(String name) {
        return map(name, DiskTypes.TEXT, DiskTypes.TEXT);
    }

    /** The map with this name; made in a file that just began. */
    <K, V> MVMap<K, V> map(String name, DataType<K> keys, DataType<V> values) {
        try {
            if (begun && !store.hasMap(name)) {
                throw new SiteException(damaged(path));
            }
            return store.openMap(name, new MVMap.Builder<K, V>().keyType(keys).valueType(values));
        } catch (SiteException told) {
            throw told;
        } catch (RuntimeException failure) {
            throw new SiteException(damaged(path), failure);
        }
    }

    /** Answers a question while nothing changes. */
    <T extends @Nullable Object> T reading(Supplier<T> question) {
        lock.readLock().lock();
        try {
            checkOpen();
            return question.get();
        } catch (RuntimeException failure) {
            throw translated(failure);
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Makes one change whole or not at all. */
    <T extends @Nullable Object> T changing(Supplier<T> change) {
        if (use == Use.READ) {
            throw new IllegalStateException("the site was opened to be read only");
        }
        lock.writeLock().lock();
        try {
            checkOpen();
            T result = change.get();
            if (use == Use.EDIT) {
                store.commit();
                store.sync();
            } else if (store.getUnsavedMemory() > UNSAVED_AT_MOST * MIB) {
                store.commit();
            }
            return result;
        } catch (RuntimeException failure) {
            throw undone(failure);
        } finally {
            lock.writeLock().unlock();
        }
    }

    // The store itself would answer from its cache still.
    private void checkOpen() {
        if (store.isClosed()) {
            throw DataUtils.newMVStoreException(DataUtils.ERROR_CLOSED, "closed");
        }
    }

    private RuntimeException undone(RuntimeException failure) {
        broken = true;
        if (use == Use.EDIT && !store.isClosed()) {
            try {
                store.rollback();
                broken = false;
            } catch (RuntimeException second) {
                failure.addSuppressed(second);
            }
        }
        return translated(failure);
    }

    /** Puts on disk what was filled in. */
    void save() {
        lock.writeLock().lock();
        try {
            if (broken) {
                throw new ContentException("an earlier change to " + path + " failed, so it can't be finished");
            }
            store.commit();
        } catch (RuntimeException failure) {
            throw translated(failure);
        } finally {
            lock.writeLock().unlock();
        }
    }

    /**
     * Takes the free space out of the file, for as long as that takes and at most this long; not in a small heap.
     */
    void shrink(int atMostMillis) {
        if (!ROOM_TO_SHRINK) {
            return;
        }
        try {
            store.compactFile(atMostMillis);
        } catch (MVStoreException failure) {
            if (!(failure.getCause() instanceof AssertionError)) {
                throw translated(failure);
            }
            // The store (H2 2.4.240) can trip over an assertion of its own while it moves chunks, where assertions are
            // on.
            // It has ended itself then, and the file is as it was saved, only larger.
        } catch (RuntimeException failure) {
            throw translated(failure);
        }
    }

    private RuntimeException translated(RuntimeException failure) {
        if (failure instanceof ContentException) {
            return failure;
        }
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof OutOfMemoryError memory) {
                // The store has ended itself, but its file is what it was.
                throw memory;
            }
        }
        if (failure instanceof MVStoreException told) {
            switch (told.getErrorCode()) {
                case DataUtils.ERROR_CLOSED -> {
                    return new IllegalStateException("the site is closed", failure);
                }
                case DataUtils.ERROR_WRITING_FAILED -> {
                    return new ContentException(
                            "Nothing can be written to " + path + "; see whether the disk is full, then try again.",
                            failure);
                }
                default -> {
                    // Every other way to fail means that the file is not what was once written.
                }
            }
        }
        return new ContentException(damaged(path), failure);
    }

    static String damaged(Path content) {
        return damaged(SiteFolder.of(content), content);
    }

    static String damaged(Path folder, Path file) {
        return "The site in " + folder + " is damaged (" + folder.relativize(file)
                + "). Put the folder back from a copy," + " or move it away and run: byline import FILE --site "
                + folder;
    }

    /** Closes the file; what was filled in and not saved is lost. */
    @Override
    public void close() {
        if (use == Use.EDIT && !broken) {
            finish();
        } else if (!store.isClosed()) {
            store.closeImmediately();
        }
    }

    /** Closes the file in good order, so that it opens at once next time. */
    void finish() {
        if (store.isClosed()) {
            return;
        }
        try {
            store.close();
        } catch (RuntimeException failure) {
            throw translated(failure);
        }
    }
}
