package dev.byline.search.lucene;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.BytesRef;

/**
 * The names of one kind that articles were ever filed under, numbered alike for all segments, so that counting compares no
 * text. Each segment is read once, since it never changes.
 */
final class FiledNames {
    private static final int FEW = 10_000;

    private final Map<BytesRef, Integer> numbers = new HashMap<>();
    private final Map<String, Integer> keyNumbers = new HashMap<>();
    private final Map<IndexReader.CacheKey, int[]> segments = new ConcurrentHashMap<>();
    private Named[] names = new Named[16];
    private int[] keys = new int[16];

    /** The number of each value of a segment. */
    int[] of(LeafReader segment, SortedSetDocValues filed) throws IOException {
        IndexReader.CacheHelper core = segment.getCoreCacheHelper();
        int[] known = segments.get(core.getKey());
        return known == null ? read(core, filed) : known;
    }

    private synchronized int[] read(IndexReader.CacheHelper core, SortedSetDocValues filed) throws IOException {
        int[] known = new int[Math.toIntExact(filed.getValueCount())];
        for (int value = 0; value < known.length; value++) {
            known[value] = number(filed.lookupOrd(value));
        }
        if (segments.put(core.getKey(), known) == null) {
            core.addClosedListener(segments::remove);
        }
        return known;
    }

    private int number(BytesRef value) {
        Integer known = numbers.get(value);
        if (known != null) {
            return known;
        }
        int number = numbers.size();
        if (number == names.length) {
            names = Arrays.copyOf(names, 2 * number);
            keys = Arrays.copyOf(keys, 2 * number);
        }
        names[number] = Named.read(value);
        keys[number] = keyNumbers.computeIfAbsent(names[number].key(), key -> keyNumbers.size());
        numbers.put(BytesRef.deepCopyOf(value), number);
        return number;
    }

    /** All names, by number; what lies behind those that were asked for is of no meaning. */
    synchronized Named[] names() {
        return names;
    }

    /** The numbers of their keys, by number. */
    synchronized int[] keys() {
        return keys;
    }

    /** Whether most of it is of segments that are gone, so that one should begin anew. */
    synchronized boolean outworn() {
        long used =
                segments.values().stream().mapToLong(values -> values.length).sum();
        return numbers.size() > FEW + 2 * used;
    }
}
