package dev.byline.search.lucene;

import java.io.IOException;
import java.time.Instant;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/**
 * The articles that are public at one instant, by which alone it is judged what the site knows: the index's own list of
 * words holds those of withdrawn, embargoed and expired articles too.
 */
final class Publics {
    private final IndexSearcher searcher;
    private final Query visible;

    Publics(IndexSearcher searcher, PublicArticles articles, Instant now) {
        this.searcher = searcher;
        visible = articles.at(now);
    }

    /** All of them. */
    Query visible() {
        return visible;
    }

    IndexSearcher searcher() {
        return searcher;
    }

    /** Whether there is any public article. */
    boolean any() throws IOException {
        return atLeast(1, visible);
    }

    /** Whether any public article matches; costs what it takes to come to the first. */
    boolean any(Query query) throws IOException {
        return any(query, 1);
    }

    /** Whether at least so many public articles match; costs what it takes to come to the last of them. */
    boolean any(Query query, int fewest) throws IOException {
        return atLeast(fewest, Filters.allOf(query, visible));
    }

    /** How many they are. */
    int count() throws IOException {
        return searcher.count(visible);
    }

    /** How many public articles match. */
    int count(Query query) throws IOException {
        return searcher.count(Filters.allOf(query, visible));
    }

    private boolean atLeast(int fewest, Query query) throws IOException {
        int found = 0;
        Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
        for (LeafReaderContext segment : searcher.getIndexReader().leaves()) {
            @Nullable Scorer scorer = weight.scorer(segment);
            if (scorer != null) {
                @Nullable Bits live = segment.reader().getLiveDocs();
                DocIdSetIterator articles = scorer.iterator();
                for (int at = articles.nextDoc(); at != DocIdSetIterator.NO_MORE_DOCS; at = articles.nextDoc()) {
                    if ((live == null || live.get(at)) && ++found >= fewest) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
