package dev.byline.search.lucene;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BitSetIterator;
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

    // Behind cursors, readers look at moments of their own.
    private static final int MOST_MOMENTS = 4;

    private final Map<IndexReader.CacheKey, List<ByClock>> segments = new ConcurrentHashMap<>();

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

    /** Those that are public at an instant as a filter, which knows nothing of what was withdrawn or replaced. */
    Query at(Instant now) {
        return new At(this, now);
    }

    private static final class At extends Query {
        private final PublicArticles articles;
        private final Instant now;

        At(PublicArticles articles, Instant now) {
            this.articles = articles;
            this.now = now;
        }

        @Override
        public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
            return new ConstantScoreWeight(this, boost) {
                @Override
                public Scorer scorer(LeafReaderContext segment) throws IOException {
                    int most = segment.reader().maxDoc();
                    Moment moment = new Moment(now.getEpochSecond(), now.getNano());
                    FixedBitSet documents = articles.byClock(segment.reader(), moment).documents;
                    return new ConstantScoreScorer(
                            this,
                            score(),
                            mode,
                            documents == null ? DocIdSetIterator.all(most) : new BitSetIterator(documents, most));
                }

                @Override
                public boolean isCacheable(LeafReaderContext segment) {
                    return false;
                }
            };
        }

        @Override
        public String toString(@Nullable String field) {
            return "public at " + now;
        }

        @Override
        public void visit(QueryVisitor visitor) {
            visitor.visitLeaf(this);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof At that && that.articles == articles && that.now.equals(now);
        }

        @Override
        public int hashCode() {
            return now.hashCode();
        }
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

    /** The first instant behind this one at which an article appears or expires; the last of all if none does. */
    Instant until(IndexReader reader, Instant at) throws IOException {
        Moment until = Moment.LAST;
        for (LeafReaderContext segment : reader.leaves()) {
            Moment one = byClock(segment.reader(), new Moment(at.getEpochSecond(), at.getNano())).until;
            until = one.compareTo(until) < 0 ? one : until;
        }
        return until.second > Instant.MAX.getEpochSecond()
                ? Instant.MAX
                : Instant.ofEpochSecond(until.second, until.nano);
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
        List<ByClock> known = segments.get(cache.getKey());
        if (known == null) {
            cache.addClosedListener(segments::remove);
            known = List.of();
        }
        for (ByClock one : known) {
            if (now.compareTo(one.from) >= 0 && now.compareTo(one.until) < 0) {
                return one;
            }
        }
        List<ByClock> more = new ArrayList<>();
        more.add(read(segment, now));
        more.addAll(known.subList(0, Math.min(known.size(), MOST_MOMENTS - 1)));
        segments.put(cache.getKey(), List.copyOf(more));
        return more.get(0);
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
