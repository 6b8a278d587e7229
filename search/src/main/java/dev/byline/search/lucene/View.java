package dev.byline.search.lucene;

import dev.byline.search.SearchPolicy;
import dev.byline.search.SearchQuery;
import java.io.IOException;
import java.time.Instant;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;

/**
 * What a page looks at: the state of the index in which its articles are found, and the present one, in which they are
 * printed and counted; the same but behind a cursor. For one search, in one thread.
 *
 * @param then where articles are found
 * @param present where they are printed
 * @param first the instant of the first page, by which articles are found and weighed
 * @param policy the policy of the first page
 * @param state the number of the state among those that are kept; 0 on a first page
 * @param start where the page begins; null for its number
 * @param presence what has become of the articles since; null behind no cursor
 * @param cursors what leads on; null where no page is behind this one
 */
record View(
        IndexSearcher then,
        IndexSearcher present,
        Instant first,
        SearchPolicy policy,
        int state,
        @Nullable Position start,
        @Nullable Presence presence,
        @Nullable Cursors cursors) {
    /**
     * Where a page begins in the order of its query.
     *
     * @param place at this place, from 0; passed over where there is a document
     * @param document behind this document of the state; -1 for none
     * @param value the value of that document
     */
    record Position(int place, int document, double value) {
        static Position at(int place) {
            return new Position(place, -1, 0);
        }

        static Position behind(BestHits.Hit hit) {
            return new Position(0, hit.document(), hit.value());
        }

        boolean behind() {
            return document >= 0;
        }
    }

    /** Where a document stands in the present state; -1 if its article is not public any more. */
    int present(int document) throws IOException {
        return presence == null ? document : presence.of(document);
    }

    /** What leads on from a page of a query; empty where nothing does. */
    String next(SearchQuery query, @Nullable Position position) throws IOException {
        return position == null || cursors == null ? "" : cursors.write(this, query, position);
    }
}
