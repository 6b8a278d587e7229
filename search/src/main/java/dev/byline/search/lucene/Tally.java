package dev.byline.search.lucene;

import java.io.IOException;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** Counts the articles of one search that are public at present, and remembers them for facets. */
final class Tally {
    private final View view;
    private final @Nullable FixedBitSet found;
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
    }

    /**
     * Counts an article.
     *
     * @param document its place in the state in which it was found
     * @param all whether it has all words
     * @return whether it is public at present, and counts
     */
    boolean add(int document, boolean all) throws IOException {
        int present = view.present(document);
        if (present < 0) {
            return false;
        }
        total++;
        withAllWords += all ? 1 : 0;
        if (found != null) {
            found.set(present);
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
}
