package dev.byline.exchange;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads one format into {@link Item}s.
 *
 * <p>Readers are immutable and thread-safe; each is made by its own {@code with(ImportOptions)}.
 */
public interface ContentReader {
    /** How many first bytes {@link #recognises} wants to see. */
    int START = 4096;

    /** What the format is called in reports. */
    String format();

    /**
     * Whether a document looks like this format. A guess from its first bytes alone: what is recognised can still be
     * refused.
     *
     * @param start the first {@link #START} bytes, or all where there are fewer
     */
    boolean recognises(byte[] start);

    /**
     * Reads everything. What is wrong with the input is told in the report, never by an exception.
     *
     * @param items takes each item on the calling thread, in an order that is the same each time; what it throws ends
     *     the reading and goes to the caller
     * @throws dev.byline.article.ContentException if the machine fails to give the bytes
     */
    ImportReport read(ContentSource source, Consumer<? super Item> items);

    /**
     * The reader for a source: the one that recognises its document, or of several the first that any reader does; empty
     * if none does. An archive that can't be read has a reader too, whose report says why.
     *
     * @throws dev.byline.article.ContentException if the machine fails to give the bytes
     */
    static Optional<ContentReader> recognising(ContentSource source, ImportOptions options) {
        return Formats.recognising(source, options);
    }
}
