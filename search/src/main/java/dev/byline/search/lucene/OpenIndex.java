package dev.byline.search.lucene;

import dev.byline.search.SearchStatus;
import java.io.Closeable;
import java.io.IOException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.jspecify.annotations.Nullable;

/** An index of articles while it is open, in the state that answers questions. */
interface OpenIndex extends Closeable {
    /** How all states are searched. */
    SearcherFactory SEARCHERS = new SearcherFactory() {
        @Override
        public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous) {
            IndexSearcher searcher = new IndexSearcher(reader);
            // Filters by the clock differ from query to query.
            searcher.setQueryCache(null);
            return searcher;
        }
    };

    /** The newest state; give it back to {@link #release}. */
    IndexSearcher acquire() throws IOException;

    void release(IndexSearcher searcher) throws IOException;

    /** Asks the newest state, and the model by which all portraits in it are drawn. */
    <T> T comparing(Portraits.Question<T> question) throws IOException;

    /** Returns when the changes that are being made to the index have been made. */
    void settle();

    SearchStatus status() throws IOException;
}
