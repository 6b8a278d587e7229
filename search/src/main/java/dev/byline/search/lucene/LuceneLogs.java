package dev.byline.search.lucene;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Quiets what Lucene logs on newer Java about how it reads files and vectors, which no host of Byline can act upon. A
 * level that the host has set stays.
 */
final class LuceneLogs {
    // Held here, since java.util.logging forgets loggers that nobody holds, and their levels with them.
    private static final List<Logger> CHATTY = List.of(
            Logger.getLogger("org.apache.lucene.store.MemorySegmentIndexInputProvider"),
            Logger.getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider"));

    private LuceneLogs() {}

    static void quiet() {
        for (Logger logger : CHATTY) {
            if (logger.getLevel() == null) {
                logger.setLevel(Level.SEVERE);
            }
        }
    }
}
