package dev.byline.search.lucene;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * Which documents of a segment are public at an instant (rule S-01): remembered until the next of them appears or expires.
 */
final class PublicArticles {
    /** A moment, which may lie behind all that {@link Instant} knows. */
    private record Moment(long second, long nano) implements Comparable<Moment> {
        static final Moment FIRST = new Moment(Long.MIN_VALUE, 0);
        static final Moment LAST = new Moment(Long.MAX_VALUE, 0);

        @Override
        public int compareTo(Moment other) {
            return compare(second, nano, other);
        }

        static int compare(long second, long nano, Moment other) {
            int seconds = Long.compare(second, other.second);
            return seconds != 0 ? seconds : Long.compare(nano, other.nano);
        }
    }

    /** By the clock alone, from one moment until before another; null where all are. */
    private record ByClock(
            Moment from, Moment until, @Nullable FixedBitSet documents) {}

    private final Map<IndexReader.CacheKey, ByClock> segments = new ConcurrentHashMap<>();

    /** Those of a segment that are public and were not withdrawn or replaced; null where all are. */
    @Nullable
    Bits of(LeafReader segment, Instant at) throws IOException {
        FixedBitSet documents = byClock(segment, new Moment(at.getEpochSecond(), at.getNano())).documents;
        Bits live = segment.getLiveDocs();
        if (documents == null || live == null) {
            return documents == null ? live : documents;
        }
        return new Both(live, documents);
    }

    private record Both(Bits one, Bits other) implements Bits {
        @Override
        public boolean get(int document) {
            return one.get(document) && other.get(document);
        }

        @Override
        public int length() {
            return one.length();
        }
    }

    /** Stands for the documents of a segment that the clock lets through: another object where others are. */
    Object state(LeafReader segment, Instant at) throws IOException {
        return byClock(segment, new Moment(at.getEpochSecond(), at.getNano()));
    }

    private ByClock byClock(LeafReader segment, Moment now) throws IOException {
        IndexReader.@Nullable CacheHelper cache = segment.getCoreCacheHelper();
        if (cache == null) {
            return read(segment, now);
        }
        ByClock known = segments.get(cache.getKey());
        if (known == null || now.compareTo(known.from) < 0 || now.compareTo(known.until) >= 0) {
            boolean fresh = known == null;
            known = read(segment, now);
            segments.put(cache.getKey(), known);
            if (fresh) {
                cache.addClosedListener(segments::remove);
            }
        }
        return known;
    }

    private static ByClock read(LeafReader segment, Moment now) throws IOException {
        NumericDocValues publishedSeconds = DocValues.getNumeric(segment, Field.PUBLISHED);
        NumericDocValues publishedNanos = DocValues.getNumeric(segment, Field.PUBLISHED_NANO);
        NumericDocValues expirySeconds = DocValues.getNumeric(segment, Field.EXPIRES);
        NumericDocValues expiryNanos = DocValues.getNumeric(segment, Field.EXPIRES_NANO);
        FixedBitSet documents = new FixedBitSet(segment.maxDoc());
        Moment from = Moment.FIRST;
        Moment until = Moment.LAST;
        for (int document = 0; document < segment.maxDoc(); document++) {
            long appears = value(publishedSeconds, document);
            long appearsNano = value(publishedNanos, document);
            boolean published = Moment.compare(appears, appearsNano, now) <= 0;
            if (published && Moment.compare(appears, appearsNano, from) > 0) {
                from = new Moment(appears, appearsNano);
            } else if (!published && Moment.compare(appears, appearsNano, until) < 0) {
                until = new Moment(appears, appearsNano);
            }
            long ends = value(expirySeconds, document);
            long endsNano = value(expiryNanos, document);
            boolean expired = Moment.compare(ends, endsNano, now) <= 0;
            if (expired && Moment.compare(ends, endsNano, from) > 0) {
                from = new Moment(ends, endsNano);
            } else if (!expired && Moment.compare(ends, endsNano, until) < 0) {
                until = new Moment(ends, endsNano);
            }
            if (published && !expired) {
                documents.set(document);
            }
        }
        return new ByClock(from, until, documents.cardinality() == segment.maxDoc() ? null : documents);
    }

    private static long value(NumericDocValues values, int document) throws IOException {
        return values.advanceExact(document) ? values.longValue() : 0;
    }
}
