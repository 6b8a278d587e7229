package dev.byline.search.lucene;

import dev.byline.search.lucene.Beginnings.Having;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.Weight;
import org.apache.lucene.search.similarities.Similarity.SimScorer;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * A word whose end is still to come: all words that begin so and what else stands for it, weighed as if they were one, as
 * rare as the articles with any of them are few. For one search on one state of the index, in one thread.
 */
final class Begun extends Query {
    private final Beginnings beginnings;
    private final String field;
    private final String beginning;
    private final Map<String, Float> others = new HashMap<>();
    private final Map<LeafReaderContext, Having> found = new HashMap<>();
    private final int articles;

    /**
     * A beginning in a field.
     *
     * @param terms what else stands for the word, and how much it counts
     */
    Begun(Beginnings beginnings, IndexReader reader, String field, String beginning, Map<String, Float> terms)
            throws IOException {
        this.beginnings = beginnings;
        this.field = field;
        this.beginning = beginning;
        // Of what begins so too, only what it counts beyond.
        terms.forEach((term, share) -> {
            float beside = term.startsWith(beginning) ? share - WordForms.OTHER : share;
            if (beside > 0) {
                others.put(term, beside);
            }
        });
        int having = 0;
        for (LeafReaderContext segment : reader.leaves()) {
            having += beginnings.of(segment, field, beginning).size();
        }
        for (String other : others.keySet()) {
            having = Math.max(having, reader.docFreq(new Term(field, other)));
        }
        articles = having;
    }

    /** Those that any of some queries finds, as fast as can be where some of these are beginnings. */
    static Query anyOf(List<Query> queries) {
        List<Begun> begun = new ArrayList<>();
        List<Query> any = new ArrayList<>();
        for (Query query : queries) {
            if (query instanceof Begun one) {
                begun.add(one);
            } else {
                any.add(query);
            }
        }
        if (!begun.isEmpty()) {
            any.add(new AnyOf(begun));
        }
        return Filters.anyOf(any);
    }

    private static final class AnyOf extends Query {
        private final List<Begun> begun;

        AnyOf(List<Begun> begun) {
            this.begun = begun;
        }

        @Override
        public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
            return new ConstantScoreWeight(this, boost) {
                @Override
                public @Nullable Scorer scorer(LeafReaderContext segment) throws IOException {
                    FixedBitSet any = null;
                    for (Begun one : begun) {
                        Having having = one.in(segment);
                        if (having.size() > 0) {
                            any = any == null ? new FixedBitSet(segment.reader().maxDoc()) : any;
                            having.addTo(any);
                        }
                    }
                    return any == null
                            ? null
                            : new ConstantScoreScorer(
                                    this, score(), mode, new BitSetIterator(any, any.approximateCardinality()));
                }

                @Override
                public boolean isCacheable(LeafReaderContext segment) {
                    return false;
                }
            };
        }

        @Override
        public String toString(@Nullable String field) {
            return begun.toString();
        }

        @Override
        public void visit(QueryVisitor visitor) {
            visitor.visitLeaf(this);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }

    /** How many have any of it, of which those with other words but the most frequent are left out. */
    int articles() {
        return articles;
    }

    private Having in(LeafReaderContext segment) throws IOException {
        Having known = found.get(segment);
        if (known == null) {
            known = Beginnings.with(beginnings.of(segment, field, beginning), segment.reader(), field, others);
            found.put(segment, known);
        }
        return known;
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) throws IOException {
        CollectionStatistics statistics = mode.needsScores() ? searcher.collectionStatistics(field) : null;
        SimScorer similarity = statistics == null || articles == 0
                ? null
                : searcher.getSimilarity()
                        .scorer(boost, statistics, new TermStatistics(new BytesRef(beginning), articles, articles));
        return new Anywhere(similarity);
    }

    private final class Anywhere extends Weight {
        private final @Nullable SimScorer similarity;

        Anywhere(@Nullable SimScorer similarity) {
            super(Begun.this);
            this.similarity = similarity;
        }

        @Override
        public @Nullable Scorer scorer(LeafReaderContext segment) throws IOException {
            Having having = in(segment);
            return having.size() == 0
                    ? null
                    : new Places(
                            this,
                            having,
                            similarity,
                            similarity == null ? null : segment.reader().getNormValues(field));
        }

        @Override
        public Explanation explain(LeafReaderContext segment, int document) throws IOException {
            Scorer scorer = scorer(segment);
            return scorer == null || scorer.iterator().advance(document) != document
                    ? Explanation.noMatch("no word begins so")
                    : Explanation.match(scorer.score(), "words begin so");
        }

        @Override
        public boolean isCacheable(LeafReaderContext segment) {
            return false;
        }
    }

    private static final class Places extends Scorer {
        private final Having having;
        private final @Nullable SimScorer similarity;
        private final @Nullable NumericDocValues lengths;
        private int at = -1;
        private int document = -1;

        Places(Weight weight, Having having, @Nullable SimScorer similarity, @Nullable NumericDocValues lengths) {
            super(weight);
            this.having = having;
            this.similarity = similarity;
            this.lengths = lengths;
        }

        @Override
        public int docID() {
            return document;
        }

        @Override
        public float score() throws IOException {
            return similarity == null
                    ? 0
                    : similarity.score(
                            having.times()[at],
                            lengths != null && lengths.advanceExact(document) ? lengths.longValue() : 1L);
        }

        @Override
        public float getMaxScore(int upTo) {
            return Float.MAX_VALUE;
        }

        private int go(int to) {
            at = to;
            document = at < having.size() ? having.documents()[at] : DocIdSetIterator.NO_MORE_DOCS;
            return document;
        }

        @Override
        public DocIdSetIterator iterator() {
            return new DocIdSetIterator() {
                @Override
                public int docID() {
                    return document;
                }

                @Override
                public int nextDoc() {
                    return go(at + 1);
                }

                @Override
                public int advance(int target) {
                    int from = at + 1;
                    if (from < having.size() && having.documents()[from] >= target) {
                        return go(from);
                    }
                    int step = 1;
                    // Most are near.
                    while (from + step < having.size() && having.documents()[from + step] < target) {
                        from += step;
                        step *= 2;
                    }
                    int end = Math.min(having.size(), from + step + 1);
                    int to = Arrays.binarySearch(having.documents(), Math.min(from, end), end, target);
                    return go(to < 0 ? -1 - to : to);
                }

                @Override
                public long cost() {
                    return having.size();
                }
            };
        }
    }

    @Override
    public String toString(@Nullable String any) {
        return field + ":" + beginning + "*";
    }

    @Override
    public void visit(QueryVisitor visitor) {
        visitor.visitLeaf(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
