package dev.byline.search.lucene;

import dev.byline.search.SearchException;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.DataInput;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.ThreadInterruptedException;
import org.apache.lucene.util.Version;

/** The folder of an index: whether it can be used, and whose it is. */
final class IndexFolder {
    // Less where the heap is small.
    private static final double BUFFER_MEGABYTES =
            Math.max(1, Math.min(64, Runtime.getRuntime().maxMemory() / 10_000_000));

    /** The version in which indexes are written, for people. */
    static final String FORMAT = "byline " + CommitNote.CURRENT + ", lucene " + Version.LATEST;

    private IndexFolder() {}

    /**
     * What the last commit noted.
     *
     * @return empty if there is no index yet
     * @throws SearchException if the index is damaged or of another format
     */
    static Optional<CommitNote> lastCommit(Directory directory) {
        try {
            if (!DirectoryReader.indexExists(directory)) {
                for (String file : directory.listAll()) {
                    if (isSegmentFile(file)) {
                        throw SearchException.unusable(
                                "the search index in " + name(directory)
                                        + " is damaged: it has no commit; build it anew from the store",
                                null);
                    }
                }
                return Optional.empty();
            }
            return Optional.of(
                    note(directory, SegmentInfos.readLatestCommit(directory).getUserData()));
        } catch (IOException | IllegalArgumentException unreadable) {
            throw failure("open the search index in " + name(directory), unreadable);
        }
    }

    /**
     * What a commit noted.
     *
     * @throws SearchException if it is of another format
     */
    static CommitNote note(Directory directory, Map<String, String> data) {
        return CommitNote.read(data)
                .orElseThrow(() -> SearchException.unusable(
                        "the search index in " + name(directory) + " is of another format, "
                                + data.getOrDefault(CommitNote.FORMAT, "not Byline's") + " where "
                                + CommitNote.CURRENT + " is needed; build it anew from the store",
                        null));
    }

    /** What the files take. */
    static long bytes(Directory directory) throws IOException {
        long bytes = 0;
        for (String file : directory.listAll()) {
            if (isCommitFile(file) || isSegmentFile(file) || ModelFile.is(file)) {
                bytes += length(directory, file);
            }
        }
        return bytes;
    }

    private static long length(Directory directory, String file) throws IOException {
        try {
            return directory.fileLength(file);
        } catch (FileNotFoundException | NoSuchFileException deletedMeanwhile) {
            return 0;
        }
    }

    /** Takes hold of the index, which nobody else may hold. */
    static IndexWriter write(Directory directory, Analyzer analyzer) {
        IndexWriterConfig config = new IndexWriterConfig(analyzer)
                .setRAMBufferSizeMB(BUFFER_MEGABYTES)
                .setCommitOnClose(true);
        try {
            return new IndexWriter(directory, config);
        } catch (IOException | IllegalArgumentException unusable) {
            throw failure("open the search index in " + name(directory), unusable);
        }
    }

    /**
     * Reads every byte of the last commit, which nobody may replace meanwhile.
     *
     * @throws IOException if any is not what was written
     */
    static void verify(Directory directory) throws IOException {
        // By file, not by reader: a reader first believes what says how much memory the rest needs.
        for (String file : SegmentInfos.readLatestCommit(directory).files(true)) {
            try (IndexInput in = directory.openInput(file, IOContext.READONCE)) {
                CodecUtil.checksumEntireFile(in);
            }
        }
    }

    /** Deletes the index in a folder, and nothing else. */
    static void clear(Directory directory) {
        try (Lock hold = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
            hold.ensureValid();
            // Commits go first: what is left if this fails half-way is then seen to be damaged, not taken for whole.
            for (boolean commits : new boolean[] {true, false}) {
                for (String file : directory.listAll()) {
                    if (commits ? isCommitFile(file) : isSegmentFile(file) || ModelFile.is(file)) {
                        directory.deleteFile(file);
                    }
                }
            }
        } catch (IOException failed) {
            throw failure("clear the search index in " + name(directory), failed);
        }
    }

    private static boolean isCommitFile(String file) {
        return file.startsWith(IndexFileNames.SEGMENTS) || file.startsWith(IndexFileNames.PENDING_SEGMENTS);
    }

    // As Lucene names them: an underscore, digits of base 36, and an extension.
    private static boolean isSegmentFile(String file) {
        String segment = IndexFileNames.parseSegmentName(file);
        return segment.length() > 1
                && segment.length() < file.length()
                && segment.charAt(0) == '_'
                && segment.chars().skip(1).allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z'));
    }

    /** The folder where it is one; Lucene's own text for a directory names its lock factory and more. */
    static String name(Directory directory) {
        Directory inner = FilterDirectory.unwrap(directory);
        return inner instanceof FSDirectory folder
                ? folder.getDirectory().toString()
                : inner.getClass().getSimpleName();
    }

    /** Lucene trusts the bytes of an index, and trips over damaged ones in its own ways. */
    static SearchException damaged(String tried, Throwable cause) {
        return SearchException.unusable("can't " + tried + ": it is damaged; build it anew from the store", cause);
    }

    // Lucene has no type of exception for a commit that is whole and names a codec of another version.
    private static boolean isUnknownCodec(Exception cause) {
        return cause instanceof IllegalArgumentException
                && String.valueOf(cause.getMessage()).contains("codec");
    }

    /**
     * What is to be thrown for what was: a failure of the machine or of the index as such, and all else, such as what the
     * caller or the caller's store did wrong, as it is.
     */
    static RuntimeException thrown(String tried, Throwable thrown) {
        if (thrown instanceof UncheckedIOException failed) {
            return failure(tried, Objects.requireNonNull(failed.getCause()));
        }
        if (thrown instanceof IOException failed) {
            return failure(tried, failed);
        }
        if (thrown instanceof IndexOutOfBoundsException
                || thrown instanceof NegativeArraySizeException
                || thrown instanceof InternalError
                || failsItsChecksum(thrown)
                || (thrown instanceof RuntimeException && isReading(thrown))) {
            // The third is what a file does that was cut while it is read as memory.
            return damaged(tried, thrown);
        }
        if (thrown instanceof Error error) {
            throw error;
        }
        return (RuntimeException) thrown;
    }

    // Lucene looks at the checksum of a small file also when it can't make sense of it, and notes what it found.
    private static boolean failsItsChecksum(Throwable thrown) {
        for (Throwable found : thrown.getSuppressed()) {
            if (found instanceof CorruptIndexException
                    && !String.valueOf(found.getMessage()).contains("checksum passed")) {
                return true;
            }
        }
        return false;
    }

    /** Whether Lucene itself threw this while it made sense of the bytes of an index, which have no illegal arguments of a caller's. */
    private static boolean isReading(Throwable thrown) {
        if (thrown instanceof AlreadyClosedException || thrown instanceof ThreadInterruptedException) {
            return false;
        }
        for (StackTraceElement frame : thrown.getStackTrace()) {
            String type = frame.getClassName();
            if (type.startsWith("org.apache.lucene.codecs.") || type.startsWith("org.apache.lucene.store.")) {
                return true;
            }
            if (!type.startsWith("org.apache.lucene.") && !type.startsWith("java.") && !type.startsWith("jdk.")) {
                return false;
            }
        }
        return false;
    }

    // Numbers of too many bytes have no type of exception either.
    private static boolean isNoNumber(Exception cause) {
        StackTraceElement[] frames = cause.getStackTrace();
        return cause.getClass() == IOException.class
                && frames.length > 0
                && frames[0].getClassName().startsWith(DataInput.class.getPackageName())
                && frames[0].getMethodName().startsWith("readV");
    }

    /** The exception that says what went wrong and whether building the index anew helps. */
    static SearchException failure(String tried, Exception cause) {
        if (cause instanceof LockObtainFailedException) {
            return SearchException.failed(
                    "can't " + tried + ": another process, or another search of this one, has it open", cause);
        }
        if (cause instanceof AccessDeniedException) {
            return SearchException.failed("can't " + tried + ": this process may not do that there", cause);
        }
        if (cause instanceof IndexFormatTooOldException
                || cause instanceof IndexFormatTooNewException
                || isUnknownCodec(cause)) {
            return SearchException.unusable(
                    "can't " + tried + ": it is of another version of Lucene; build it anew from the store", cause);
        }
        if (cause instanceof CorruptIndexException
                || cause instanceof EOFException
                || cause instanceof FileNotFoundException
                || cause instanceof NoSuchFileException
                || cause instanceof IllegalArgumentException
                || isNoNumber(cause)) {
            return damaged(tried, cause);
        }
        return SearchException.failed("can't " + tried, cause);
    }
}
