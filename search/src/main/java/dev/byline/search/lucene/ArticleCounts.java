package dev.byline.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * How many articles have any form of a word, those that were replaced or withdrawn until they leave the index among them;
 * remembered for the state of the index that was last asked about. Thread-safe.
 */
final class ArticleCounts {
    private static final int MOST_REMEMBERED = 1 << 16;

    private record State(IndexReader.CacheKey reader, Map<String, Integer> counts) {}

    private volatile @Nullable State state;

    /** A question or more about one state of the index; for one thread. */
    static final class At {
        private final IndexReader reader;
        private final Map<String, Integer> known;
        private @Nullable List<TermsEnum> segments;

        private At(IndexReader reader, Map<String, Integer> known) {
            this.reader = reader;
            this.known = known;
        }

        /** How many have the words with this stem; who has two forms may count twice. */
        int of(String stem) throws IOException {
            Integer count = known.get(stem);
            if (count == null) {
                count = count(stem);
                if (known.size() < MOST_REMEMBERED) {
                    known.put(stem, count);
                }
            }
            return count;
        }

        private int count(String stem) throws IOException {
            if (segments == null) {
                segments = segments();
            }
            int articles = 0;
            for (String term : WordForms.withStem(stem)) {
                BytesRef bytes = new BytesRef(term);
                for (TermsEnum segment : segments) {
                    articles += segment.seekExact(bytes) ? segment.docFreq() : 0;
                }
            }
            return articles;
        }

        private List<TermsEnum> segments() throws IOException {
            List<TermsEnum> segments = new ArrayList<>();
            for (LeafReaderContext leaf : reader.leaves()) {
                Terms terms = leaf.reader().terms(Field.TEXT);
                if (terms != null) {
                    segments.add(terms.iterator());
                }
            }
            return segments;
        }
    }

    At at(IndexReader reader) {
        IndexReader.@Nullable CacheHelper cache = reader.getReaderCacheHelper();
        if (cache == null) {
            return new At(reader, new ConcurrentHashMap<>());
        }
        State known = state;
        if (known == null || !known.reader.equals(cache.getKey())) {
            known = new State(cache.getKey(), new ConcurrentHashMap<>());
            state = known;
        }
        return new At(reader, known.counts);
    }
}
