package dev.byline.search.lucene;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.StringHelper;
import org.jspecify.annotations.Nullable;

/**
 * The documents with words that begin alike, and how often each has them; those of many are remembered for each segment,
 * which never changes. Thread-safe.
 */
final class Beginnings {
    /** How many words are looked at, in the order of the index. */
    private static final int LOOKED_AT = 1 << 17;

    private static final int QUICK = 1 << 10;
    private static final long MOST_BYTES = 1L << 25;

    // Of a segment's documents, the share from which on it is faster to have room for all.
    private static final int DENSE = 16;

    /**
     * Documents of a segment in ascending order.
     *
     * @param size how many they are: what stands behind in the arrays is void
     * @param times how often each has the words, each time by what the word counts
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Having(int size, int[] documents, float[] times) {
        private static final Having NOTHING = new Having(0, new int[0], new float[0]);

        void addTo(FixedBitSet set) {
            for (int i = 0; i < size; i++) {
                set.set(documents[i]);
            }
        }

        private int bytes() {
            return 64 + 8 * size;
        }
    }

    private record Asked(IndexReader.CacheKey segment, String field, String beginning) {}

    private final Cache<Asked, Having> known = Caffeine.newBuilder()
            .<Asked, Having>weigher((asked, having) -> having.bytes())
            .maximumWeight(MOST_BYTES)
            .executor(Runnable::run)
            .build();

    private final Completions completions = new Completions();
    private final Set<IndexReader.CacheKey> segments = ConcurrentHashMap.newKeySet();

    private void forget(IndexReader.CacheKey segment) {
        segments.remove(segment);
        known.asMap().keySet().removeIf(asked -> asked.segment == segment);
    }

    /** The words themselves, the most frequent first. */
    List<Completions.Found> longer(IndexReader reader, String field, String beginning) throws IOException {
        return completions.of(reader, field, beginning);
    }

    /** The documents of a segment with words that begin so, each of which counts {@link WordForms#OTHER}. */
    Having of(LeafReaderContext segment, String field, String beginning) throws IOException {
        IndexReader.@Nullable CacheHelper cache = segment.reader().getCoreCacheHelper();
        Asked asked = cache == null ? null : new Asked(cache.getKey(), field, beginning);
        Having having = asked == null ? null : known.getIfPresent(asked);
        if (having == null) {
            having = read(segment.reader(), field, beginning);
            if (cache != null && asked != null && having.size > QUICK) {
                if (segments.add(cache.getKey())) {
                    cache.addClosedListener(this::forget);
                }
                known.put(asked, having);
            }
        }
        return having;
    }

    private static Having read(LeafReader segment, String field, String beginning) throws IOException {
        Terms terms = segment.terms(field);
        if (terms == null) {
            return Having.NOTHING;
        }
        BytesRef begin = new BytesRef(beginning);
        TermsEnum words = terms.iterator();
        BytesRef word = words.seekCeil(begin) == TermsEnum.SeekStatus.END ? null : words.term();
        Gathering gathering = new Gathering(segment.maxDoc());
        PostingsEnum documents = null;
        for (int i = 0; i < LOOKED_AT && word != null && StringHelper.startsWith(word, begin); i++) {
            documents = words.postings(documents, PostingsEnum.FREQS);
            gathering.add(documents, WordForms.OTHER);
            word = words.next();
        }
        return gathering.end();
    }

    /** The same documents and those with other words, each of which counts as much as is said. */
    static Having with(Having having, LeafReader segment, String field, Map<String, Float> others) throws IOException {
        Terms terms = others.isEmpty() ? null : segment.terms(field);
        if (terms == null) {
            return having;
        }
        Gathering gathering = null;
        TermsEnum words = terms.iterator();
        for (Map.Entry<String, Float> other : others.entrySet()) {
            if (words.seekExact(new BytesRef(other.getKey()))) {
                if (gathering == null) {
                    gathering = new Gathering(segment.maxDoc());
                    gathering.add(having);
                }
                gathering.add(words.postings(null, PostingsEnum.FREQS), other.getValue());
            }
        }
        return gathering == null ? having : gathering.end();
    }

    /** Sums up how often documents have words; sorts few, and has room for all where there are many. */
    private static final class Gathering {
        private final int documents;
        private long[] few = new long[16];
        private int size;
        private float @Nullable [] all;

        Gathering(int documents) {
            this.documents = documents;
        }

        void add(PostingsEnum postings, float share) throws IOException {
            for (int at = postings.nextDoc(); at != DocIdSetIterator.NO_MORE_DOCS; at = postings.nextDoc()) {
                add(at, share * postings.freq());
            }
        }

        void add(Having having) {
            for (int i = 0; i < having.size; i++) {
                add(having.documents[i], having.times[i]);
            }
        }

        private void add(int document, float times) {
            if (all != null) {
                all[document] += times;
                return;
            }
            if (size == few.length) {
                few = Arrays.copyOf(few, 2 * size);
            }
            few[size++] = (long) document << Integer.SIZE | Float.floatToIntBits(times);
            if (size > documents / DENSE) {
                float[] sums = new float[documents];
                for (int i = 0; i < size; i++) {
                    sums[document(few[i])] += times(few[i]);
                }
                all = sums;
            }
        }

        private static int document(long one) {
            return (int) (one >>> Integer.SIZE);
        }

        private static float times(long one) {
            return Float.intBitsToFloat((int) one);
        }

        Having end() {
            return all == null ? sorted() : dense(all);
        }

        private Having sorted() {
            Arrays.sort(few, 0, size);
            int[] found = new int[size];
            float[] times = new float[size];
            int last = -1;
            for (int i = 0; i < size; i++) {
                if (last < 0 || found[last] != document(few[i])) {
                    found[++last] = document(few[i]);
                }
                times[last] += times(few[i]);
            }
            return new Having(last + 1, found, times);
        }

        private static Having dense(float[] sums) {
            int having = 0;
            for (float times : sums) {
                having += times > 0 ? 1 : 0;
            }
            int[] found = new int[having];
            float[] times = new float[having];
            int at = 0;
            for (int document = 0; document < sums.length; document++) {
                if (sums[document] > 0) {
                    found[at] = document;
                    times[at++] = sums[document];
                }
            }
            return new Having(having, found, times);
        }
    }
}
