package dev.byline.search.lucene;

import java.io.IOException;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** Counts the articles of one search that are public at present, and remembers them for facets. */
final class Tally {
    private final View view;
    private final @Nullable FixedBitSet found;
    private final @Nullable FixedBitSet enough;
    private final @Nullable FixedBitSet whole;
    private long total;
    private long withAllWords;

    /**
     * Begins at 0.
     *
     * @param remembering whether {@link #found()} is wanted
     */
    Tally(View view, boolean remembering) {
        this.view = view;
        int documents = view.present().getIndexReader().maxDoc();
        found = remembering ? new FixedBitSet(documents) : null;
        enough = remembering ? new FixedBitSet(documents) : null;
        whole = remembering ? new FixedBitSet(documents) : null;
    }

    /**
     * Counts an article.
     *
     * @param document its place in the state in which it was found
     * @param all whether it has all words
     * @param sufficient whether it has all, or enough where others have all
     * @return whether it is public at present, and counts
     */
    boolean add(int document, boolean all, boolean sufficient) throws IOException {
        int present = view.present(document);
        if (present < 0) {
            return false;
        }
        total++;
        withAllWords += all ? 1 : 0;
        if (found != null && enough != null && whole != null) {
            found.set(present);
            if (sufficient) {
                enough.set(present);
            }
            if (all) {
                whole.set(present);
            }
        }
        return true;
    }

    long total() {
        return total;
    }

    long withAllWords() {
        return withAllWords;
    }

    /** Those that were counted, by their place in the present state; null if they were not to be remembered. */
    @Nullable
    FixedBitSet found() {
        return found;
    }

    /** Those of them that have enough words where others have all. */
    @Nullable
    FixedBitSet enough() {
        return enough;
    }

    /** Those of them that have all words. */
    @Nullable
    FixedBitSet whole() {
        return whole;
    }
}
