package dev.byline.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.jspecify.annotations.Nullable;

/**
 * The terms of an index that begin with what was typed, those of the most articles first. What many terms begin with is
 * remembered for each segment, which never changes.
 */
final class Completions {
    /** How many are kept of each segment. */
    private static final int KEPT = 128;

    private static final int LOOKED_AT = 1 << 17;
    private static final int QUICK = 64;
    private static final int MOST_REMEMBERED = 1 << 11;

    /**
     * A term, and the most articles that can have it: those replaced and withdrawn may be among them until they have left
     * the index.
     *
     * @param segments in which segments it may be
     */
    record Found(String term, int most, long segments) {
        /** Whether articles of the segment with this number may have it. */
        boolean maybeIn(int segment) {
            return (segments & bit(segment)) != 0;
        }

        static long bit(int segment) {
            return 1L << Math.min(segment, Long.SIZE - 1);
        }
    }

    static final Comparator<Found> MOST_FIRST =
            Comparator.comparingInt(Found::most).reversed().thenComparing(Found::term);

    private record State(IndexReader.CacheKey reader, Map<String, List<Found>> merged) {}

    private final Map<IndexReader.CacheKey, Map<String, List<Found>>> segments = new ConcurrentHashMap<>();
    private final Misspelt misspelt = new Misspelt();
    private volatile @Nullable State state;

    /** The terms of a field that begin so. */
    List<Found> of(IndexReader reader, String field, String prefix) throws IOException {
        String asked = field + '\0' + prefix;
        Map<String, List<Found>> all = remembered(reader);
        List<Found> merged = all.get(asked);
        if (merged == null) {
            List<List<Found>> segments = new ArrayList<>();
            for (LeafReaderContext segment : reader.leaves()) {
                segments.add(ofSegment(segment, field, prefix));
            }
            merged = merged(segments);
            if (merged.size() > QUICK && all.size() < MOST_REMEMBERED) {
                merged = List.copyOf(merged.subList(0, Math.min(KEPT, merged.size())));
                all.put(asked, merged);
            }
        }
        return merged;
    }

    /** The terms of a field that begin with something that is one letter off, but for the first. */
    List<Found> like(IndexReader reader, String field, String typed) throws IOException {
        List<List<Found>> all = new ArrayList<>();
        for (LeafReaderContext segment : reader.leaves()) {
            List<Found> some = new ArrayList<>();
            misspelt.find(segment.reader(), field, typed, (term, articles) -> some.add(new Found(term, articles, 0)));
            some.sort(MOST_FIRST);
            all.add(some.subList(0, Math.min(KEPT, some.size())));
        }
        return merged(all);
    }

    private List<Found> ofSegment(LeafReaderContext segment, String field, String prefix) throws IOException {
        Terms terms = segment.reader().terms(field);
        if (terms == null) {
            return List.of();
        }
        Map<String, List<Found>> remembered = remembered(segment);
        String asked = field + '\0' + prefix;
        List<Found> known = remembered.get(asked);
        if (known != null) {
            return known;
        }
        BytesRef begin = new BytesRef(prefix);
        TermsEnum words = terms.iterator();
        if (words.seekCeil(begin) == TermsEnum.SeekStatus.END) {
            return List.of();
        }
        Read read = read(words, begin);
        if (read.lookedAt > QUICK) {
            if (remembered.size() >= MOST_REMEMBERED) {
                remembered.clear();
            }
            remembered.put(asked, read.found);
        }
        return read.found;
    }

    // What is merged of all segments is remembered for one state of the index.
    private Map<String, List<Found>> remembered(IndexReader reader) {
        IndexReader.@Nullable CacheHelper cache = reader.getReaderCacheHelper();
        if (cache == null) {
            return new HashMap<>();
        }
        State known = state;
        if (known == null || !known.reader.equals(cache.getKey())) {
            known = new State(cache.getKey(), new ConcurrentHashMap<>());
            state = known;
        }
        return known.merged;
    }

    private Map<String, List<Found>> remembered(LeafReaderContext segment) {
        IndexReader.@Nullable CacheHelper cache = segment.reader().getCoreCacheHelper();
        if (cache == null) {
            return new HashMap<>();
        }
        return segments.computeIfAbsent(cache.getKey(), key -> {
            cache.addClosedListener(segments::remove);
            return new ConcurrentHashMap<>();
        });
    }

    private record Read(List<Found> found, int lookedAt) {}

    private record Held(BytesRef term, int most) {}

    private static Read read(TermsEnum terms, BytesRef begin) throws IOException {
        PriorityQueue<Held> best = new PriorityQueue<>(
                Comparator.comparingInt(Held::most).thenComparing(Held::term, Comparator.reverseOrder()));
        int lookedAt = 0;
        BytesRef term = terms.term();
        while (term != null && lookedAt < LOOKED_AT && StringHelper.startsWith(term, begin)) {
            lookedAt++;
            int articles = terms.docFreq();
            // Of equal ones the earlier stays, so what comes later must be in more.
            if (best.size() < KEPT || articles > best.element().most) {
                if (best.size() == KEPT) {
                    best.remove();
                }
                best.add(new Held(BytesRef.deepCopyOf(term), articles));
            }
            term = terms.next();
        }
        return new Read(
                best.stream()
                        .map(held -> new Found(held.term.utf8ToString(), held.most, 0))
                        .sorted(MOST_FIRST)
                        .toList(),
                lookedAt);
    }

    private static final class Sum {
        private int most;
        private long segments;
    }

    private static List<Found> merged(List<List<Found>> segments) {
        long full = 0;
        Map<String, Sum> sums = new HashMap<>();
        for (int segment = 0; segment < segments.size(); segment++) {
            long bit = Found.bit(segment);
            for (Found found : segments.get(segment)) {
                Sum sum = sums.computeIfAbsent(found.term, term -> new Sum());
                sum.most += found.most;
                sum.segments |= bit;
            }
            full |= segments.get(segment).size() == KEPT ? bit : 0;
        }
        List<Found> merged = new ArrayList<>(sums.size());
        for (Map.Entry<String, Sum> sum : sums.entrySet()) {
            merged.add(new Found(sum.getKey(), sum.getValue().most, sum.getValue().segments | full));
        }
        merged.sort(MOST_FIRST);
        return merged;
    }
}
