package dev.byline.search.lucene;

import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * What has become of the articles of an earlier state of the index: where each stands in the present one, if it is public
 * still. For one search, in one thread.
 *
 * <p>Most of both is the same files, in which an article keeps its place; only those that were edited, or that Lucene has
 * merged since, are looked up by id.
 */
final class Presence {
    private final List<LeafReaderContext> then;
    private final List<LeafReaderContext> present;
    private final @Nullable LeafReaderContext[] same;
    private final @Nullable BinaryDocValues[] ids;
    private final @Nullable TermsEnum[] terms;
    private final FixedBitSet visible;
    private @Nullable PostingsEnum postings;

    Presence(IndexSearcher then, IndexSearcher present, Instant now) throws IOException {
        this.then = then.getIndexReader().leaves();
        this.present = present.getIndexReader().leaves();
        Map<IndexReader.CacheKey, LeafReaderContext> cores = new HashMap<>();
        for (LeafReaderContext leaf : this.present) {
            cores.put(leaf.reader().getCoreCacheHelper().getKey(), leaf);
        }
        same = new @Nullable LeafReaderContext[this.then.size()];
        for (LeafReaderContext leaf : this.then) {
            same[leaf.ord] = cores.get(leaf.reader().getCoreCacheHelper().getKey());
        }
        ids = new @Nullable BinaryDocValues[this.then.size()];
        terms = new @Nullable TermsEnum[this.present.size()];
        visible = visible(present, now);
    }

    private static FixedBitSet visible(IndexSearcher searcher, Instant now) throws IOException {
        FixedBitSet visible = new FixedBitSet(searcher.getIndexReader().maxDoc());
        Weight weight = searcher.createWeight(searcher.rewrite(Filters.visible(now)), ScoreMode.COMPLETE_NO_SCORES, 1);
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            Scorer scorer = weight.scorer(leaf);
            if (scorer == null) {
                continue;
            }
            Bits live = leaf.reader().getLiveDocs();
            DocIdSetIterator documents = scorer.iterator();
            for (int next = documents.nextDoc(); next != DocIdSetIterator.NO_MORE_DOCS; next = documents.nextDoc()) {
                if (live == null || live.get(next)) {
                    visible.set(leaf.docBase + next);
                }
            }
        }
        return visible;
    }

    /** The place of a document in the present state; -1 if its article is not public any more. */
    int of(int document) throws IOException {
        int segment = ReaderUtil.subIndex(document, then);
        int inSegment = document - then.get(segment).docBase;
        LeafReaderContext kept = same[segment];
        if (kept != null) {
            int place = kept.docBase + inSegment;
            if (visible.get(place)) {
                return place;
            }
            Bits live = kept.reader().getLiveDocs();
            if (live == null || live.get(inSegment)) {
                return -1;
            }
        }
        int place = find(id(segment, inSegment));
        return place >= 0 && visible.get(place) ? place : -1;
    }

    /** Whether an article that is public still is what it was. */
    boolean unchanged(int document) throws IOException {
        int place = of(document);
        return place >= 0 && fingerprint(then, document).equals(fingerprint(present, place));
    }

    private static BytesRef fingerprint(List<LeafReaderContext> segments, int document) throws IOException {
        LeafReaderContext segment = segments.get(ReaderUtil.subIndex(document, segments));
        BinaryDocValues values = DocValues.getBinary(segment.reader(), Field.FINGERPRINT);
        return values.advanceExact(document - segment.docBase) ? values.binaryValue() : new BytesRef();
    }

    private BytesRef id(int segment, int document) throws IOException {
        BinaryDocValues values = ids[segment];
        if (values == null || values.docID() > document) {
            values = DocValues.getBinary(then.get(segment).reader(), Field.ID);
            ids[segment] = values;
        }
        values.advanceExact(document);
        return values.binaryValue();
    }

    private int find(BytesRef id) throws IOException {
        for (LeafReaderContext leaf : present) {
            TermsEnum known = terms[leaf.ord];
            if (known == null) {
                known = leaf.reader().terms(Field.ID).iterator();
                terms[leaf.ord] = known;
            }
            if (known.seekExact(id)) {
                Bits live = leaf.reader().getLiveDocs();
                postings = known.postings(postings, PostingsEnum.NONE);
                for (int next = postings.nextDoc(); next != DocIdSetIterator.NO_MORE_DOCS; next = postings.nextDoc()) {
                    if (live == null || live.get(next)) {
                        return leaf.docBase + next;
                    }
                }
            }
        }
        return -1;
    }
}
