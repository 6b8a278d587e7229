package dev.byline.examples.cli.site;

import java.util.List;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** Several walks as one in the same order, with what stands in more than one of them once. */
final class Timeline {
    /** One walk. */
    interface Source {
        /** Where it stands; null at the end. */
        @Nullable
        Place place();

        /** Goes on to the next; not to be called at the end. */
        void advance();
    }

    private final List<Source> sources;
    private final boolean newestFirst;

    /**
     * Merges walks.
     *
     * @param newestFirst the order of each of them
     */
    Timeline(List<Source> sources, boolean newestFirst) {
        this.sources = List.copyOf(sources);
        this.newestFirst = newestFirst;
    }

    /** The next place, in the scope of any that has it; null at the end. */
    @Nullable
    Place next() {
        Place best = null;
        for (Source source : sources) {
            Place place = source.place();
            if (place != null && (best == null || comesBefore(place, best))) {
                best = place;
            }
        }
        if (best != null) {
            for (Source source : sources) {
                Place place = source.place();
                if (place != null && Place.TIMELINE.compare(place, best) == 0) {
                    source.advance();
                }
            }
        }
        return best;
    }

    private boolean comesBefore(Place one, Place other) {
        int order = Place.TIMELINE.compare(one, other);
        return newestFirst ? order > 0 : order < 0;
    }

    /** A walk over a whole map between two bounds. */
    static final class Plain implements Source {
        private final Cursor<Place, ?> cursor;
        private @Nullable Place place;

        /** Begins behind one bound and ends at another, which nothing stored is equal to. */
        Plain(MVMap<Place, ?> map, Place from, Place end, boolean newestFirst) {
            cursor = map.cursor(from, end, newestFirst);
            advance();
            if (from.equals(place)) {
                advance();
            }
        }

        @Override
        public @Nullable Place place() {
            return place;
        }

        @Override
        public void advance() {
            place = cursor.hasNext() ? cursor.next() : null;
        }
    }
}
