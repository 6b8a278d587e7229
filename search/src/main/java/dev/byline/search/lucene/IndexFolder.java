package dev.byline.search.lucene;

import dev.byline.search.SearchException;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;

/** The folder of an index: whether it can be used, and whose it is. */
final class IndexFolder {
    // Less where the heap is small.
    private static final double BUFFER_MEGABYTES =
            Math.max(1, Math.min(64, Runtime.getRuntime().maxMemory() / 10_000_000));

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
            Map<String, String> data = SegmentInfos.readLatestCommit(directory).getUserData();
            Optional<CommitNote> note = CommitNote.read(data);
            if (note.isEmpty()) {
                throw SearchException.unusable(
                        "the search index in " + name(directory) + " is of another format, "
                                + data.get(CommitNote.FORMAT) + " where " + CommitNote.CURRENT
                                + " is needed; build it anew from the store",
                        null);
            }
            return note;
        } catch (IOException | IllegalArgumentException unreadable) {
            throw failure("open the search index in " + name(directory), unreadable);
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

    /** Deletes the index in a folder, and nothing else. */
    static void clear(Directory directory) {
        try (Lock hold = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
            hold.ensureValid();
            // Commits go first: what is left if this fails half-way is then seen to be damaged, not taken for whole.
            for (boolean commits : new boolean[] {true, false}) {
                for (String file : directory.listAll()) {
                    boolean commit = file.startsWith(IndexFileNames.SEGMENTS)
                            || file.startsWith(IndexFileNames.PENDING_SEGMENTS);
                    if (commits ? commit : isSegmentFile(file)) {
                        directory.deleteFile(file);
                    }
                }
            }
        } catch (IOException failed) {
            throw failure("clear the search index in " + name(directory), failed);
        }
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
    static SearchException damaged(String tried, RuntimeException cause) {
        return SearchException.unusable("can't " + tried + ": it is damaged; build it anew from the store", cause);
    }

    /** The exception that says what went wrong and whether building the index anew helps. */
    static SearchException failure(String tried, Exception cause) {
        if (cause instanceof LockObtainFailedException) {
            return SearchException.failed(
                    "can't " + tried + ": another process, or another search of this one, has it open", cause);
        }
        if (cause instanceof IndexFormatTooOldException || cause instanceof IndexFormatTooNewException) {
            return SearchException.unusable(
                    "can't " + tried + ": it is of another version of Lucene; build it anew from the store", cause);
        }
        if (cause instanceof CorruptIndexException
                || cause instanceof EOFException
                || cause instanceof FileNotFoundException
                || cause instanceof NoSuchFileException
                || cause instanceof IllegalArgumentException) {
            return SearchException.unusable("can't " + tried + ": it is damaged; build it anew from the store", cause);
        }
        return SearchException.failed("can't " + tried, cause);
    }
}
