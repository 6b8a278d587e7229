package dev.byline.examples.cli.site;

import java.time.Instant;
import java.util.Arrays;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * Listings of what expires: as easily asked for any instant as the others, however much has expired by then.
 *
 * <p>Each article lies at its date, and its expiry once more in every block of time around that date: 36 hours, 97 days,
 * 17 years and all. A block's last expiry tells whether anything in it is still public, so that a walk leaps over whole
 * blocks that are not; and the number of expiries behind an instant is the number of public articles of a block.
 */
final class Expiring {
    // As powers of two of a second; the last block is everything.
    private static final int[] BLOCKS = {17, 23, 29, 63};
    private static final int ALL = BLOCKS.length - 1;

    private final MVMap<Place, Instant> articles;
    private final MVMap<Place, String> expiries;

    Expiring(ContentFile file) {
        articles = file.map("expiring", DiskTypes.PLACE, DiskTypes.INSTANT);
        expiries = file.map("expiries", DiskTypes.PLACE, DiskTypes.TEXT);
    }

    MVMap<Place, Instant> articles() {
        return articles;
    }

    void add(Place place, Instant expiry) {
        articles.put(place, expiry);
        for (int level = 0; level < BLOCKS.length; level++) {
            expiries.put(Place.of(block(place, level), expiry, place.id()), "");
        }
    }

    void remove(Place place, Instant expiry) {
        articles.remove(place);
        for (int level = 0; level < BLOCKS.length; level++) {
            expiries.remove(Place.of(block(place, level), expiry, place.id()));
        }
    }

    /** How many from one bound up to another, both of one scope, have not expired at an instant. */
    long count(Place from, Place to, Instant at) {
        long count = 0;
        Place next = articles.ceilingKey(from);
        while (next != null && next.compareTo(to) < 0) {
            int level = ALL;
            while (level >= 0
                    && !(first(next, level).compareTo(from) >= 0
                            && end(next, level).compareTo(to) <= 0)) {
                level--;
            }
            if (level >= 0) {
                count += unexpired(block(next, level), at);
                next = articles.ceilingKey(end(next, level));
            } else {
                count += isPublic(next, at) ? 1 : 0;
                next = articles.higherKey(next);
            }
        }
        return count;
    }

    /** How many of a scope had not expired at an instant, of those published by then. */
    long count(String scope, Instant at) {
        Place now = Place.behind(scope, at);
        long published = rank(articles, now) - rank(articles, Place.first(scope));
        // What has expired was published before.
        return published == 0 ? 0 : published - expired(block(now, ALL), at);
    }

    private long unexpired(String block, Instant at) {
        return rank(expiries, Place.last(block)) - rank(expiries, Place.behind(block, at));
    }

    private long expired(String block, Instant at) {
        return rank(expiries, Place.behind(block, at)) - rank(expiries, Place.first(block));
    }

    private boolean isPublic(Place place, Instant at) {
        Instant expiry = articles.get(place);
        return expiry != null && expiry.isAfter(at);
    }

    /** How many keys of a map lie before a bound. */
    static long rank(MVMap<Place, ?> map, Place bound) {
        long index = map.getKeyIndex(bound);
        return index < 0 ? -index - 1 : index;
    }

    // The scope of a block's expiries can't be any other's: what stands behind the last NUL has none.
    private static String block(Place place, int level) {
        return place.scope() + '\0' + level + (level == ALL ? "" : "." + (place.second() >> BLOCKS[level]));
    }

    private static Place first(Place place, int level) {
        return level == ALL
                ? Place.first(place.scope())
                : new Place(place.scope(), place.second() >> BLOCKS[level] << BLOCKS[level], 0, "");
    }

    private static Place end(Place place, int level) {
        return level == ALL
                ? Place.last(place.scope())
                : new Place(place.scope(), ((place.second() >> BLOCKS[level]) + 1) << BLOCKS[level], 0, "");
    }

    /** A walk over what has not expired at an instant. */
    final class Walk implements Timeline.Source {
        private final Instant at;
        private final boolean newestFirst;
        private final Place end;
        private final long[] publicBlock = new long[BLOCKS.length];
        private @Nullable Place place;

        /**
         * Begins behind one bound and ends at another, which is not reached.
         *
         * @param newestFirst whether the second bound is the older one
         */
        Walk(Place from, Place end, boolean newestFirst, Instant at) {
            this.at = at;
            this.newestFirst = newestFirst;
            this.end = end;
            Arrays.fill(publicBlock, Long.MIN_VALUE);
            place = from;
            advance();
        }

        @Override
        public @Nullable Place place() {
            return place;
        }

        @Override
        public void advance() {
            Place from = place;
            while (from != null) {
                Place next = newestFirst ? articles.lowerKey(from) : articles.higherKey(from);
                if (next == null || (newestFirst ? next.compareTo(end) <= 0 : next.compareTo(end) >= 0)) {
                    break;
                }
                if (isPublic(next, at)) {
                    place = next;
                    return;
                }
                from = leap(next);
            }
            place = null;
        }

        // To the far edge of the largest block around an expired article in which everything has expired.
        private Place leap(Place expired) {
            for (int level = ALL; level >= 0; level--) {
                long number = expired.second() >> BLOCKS[level];
                if (publicBlock[level] != number) {
                    String block = block(expired, level);
                    Place latest = expiries.lowerKey(Place.last(block));
                    if (latest == null
                            || !latest.scope().equals(block)
                            || !latest.instant().isAfter(at)) {
                        return newestFirst ? first(expired, level) : end(expired, level);
                    }
                    publicBlock[level] = number;
                }
            }
            return expired;
        }
    }
}
