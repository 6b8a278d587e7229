package dev.byline.exchange;

import java.io.OutputStream;

/**
 * Writes {@link Item}s in one format.
 *
 * <p>Writers are immutable and thread-safe; each is made by its own {@code with(ExportOptions)}.
 */
public interface ContentWriter {
    /** What the format is called in reports. */
    String format();

    /**
     * Writes all items and flushes; does not close the stream.
     *
     * @param items read once or more, as the format needs: each iteration must give the same items in the same order
     * @throws dev.byline.article.ContentException if the machine fails to take the bytes
     */
    ExportReport write(Iterable<? extends Item> items, OutputStream out);
}
