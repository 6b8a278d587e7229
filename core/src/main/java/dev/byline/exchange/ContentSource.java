package dev.byline.exchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Where content comes from: one document or several, which can be read more than once.
 *
 * <p>A file is one document; a folder or an archive is a source whose documents are its files. Readers go over a source
 * as often as they need, so each time it must show the same documents in the same order. A stream that can be read only
 * once is no source: the host saves it to a file or reads it into bytes first.
 */
public interface ContentSource {
    /** What reports call the source, for example the name of its file; no path, so that a report can be shown. */
    String name();

    /**
     * Shows each document in turn until the visitor has seen enough; may be called again.
     *
     * @throws IOException if a document can't be opened or read
     */
    void visit(Visitor visitor) throws IOException;

    /** Sees the documents of a source. */
    @FunctionalInterface
    interface Visitor {
        /**
         * Sees one document.
         *
         * @param document what reports call it: its path within the source, or the source's name where it has but one
         * @param in its bytes from the first; the source closes it
         * @return whether to go on to the next one
         * @throws IOException if the bytes can't be read
         */
        boolean visit(String document, InputStream in) throws IOException;
    }

    /** A file; opened each time it is visited. */
    static ContentSource file(Path file) {
        Path fileName = file.getFileName();
        return new SingleDocument(
                fileName == null ? file.toString() : fileName.toString(), () -> Files.newInputStream(file));
    }

    /** Bytes in memory under a name for reports. The array is not copied: don't change it while it is read. */
    static ContentSource of(String name, byte[] bytes) {
        Objects.requireNonNull(bytes, "bytes");
        return new SingleDocument(name, () -> new ByteArrayInputStream(bytes));
    }
}
