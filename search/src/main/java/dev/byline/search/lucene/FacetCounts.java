package dev.byline.search.lucene;

import dev.byline.search.Facets;
import dev.byline.search.Facets.Count;
import dev.byline.search.Facets.Kind;
import dev.byline.search.Facets.Period;
import dev.byline.search.SearchQuery;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.FixedBitSet;

/**
 * Counts articles by what they are filed under (rule S-14), from the values of those that were found alone, so that no
 * other leaves a trace.
 */
final class FacetCounts {
    private static final Comparator<Count> MOST_FIRST =
            Comparator.comparingLong(Count::articles).reversed().thenComparing(Count::key);

    private final IndexSearcher searcher;
    private final Tally tally;

    /** Counts what a tally remembers. */
    FacetCounts(IndexSearcher searcher, Tally tally) {
        this.searcher = searcher;
        this.tally = tally;
    }

    /** A query without its filter of one kind. */
    static SearchQuery without(SearchQuery query, Kind kind) {
        return switch (kind) {
            case REGION -> query.regions(Set.of());
            case SECTION -> query.section("");
            case TAG -> query.tag("");
            case AUTHOR -> query.author("");
            case MONTH -> query.published(null, null);
        };
    }

    private static String field(Kind kind) {
        return switch (kind) {
            case REGION -> Field.REGION;
            case SECTION -> Field.SECTION;
            case TAG -> Field.TAG;
            case AUTHOR -> Field.AUTHOR;
            case MONTH -> Field.PUBLISHED;
        };
    }

    /** The counts of any kind but months, the greatest first. */
    List<Count> of(Kind kind, FiledNames filedNames) throws IOException {
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        List<int[]> numbers = new ArrayList<>(leaves.size());
        for (LeafReaderContext leaf : leaves) {
            numbers.add(filedNames.of(leaf.reader(), filed(leaf, kind)));
        }
        Named[] names = filedNames.names();
        int[] keys = filedNames.keys();
        int[] counted = new int[names.length];
        for (LeafReaderContext leaf : leaves) {
            count(leaf, filed(leaf, kind), numbers.get(leaf.ord), counted);
        }
        return greatest(names, keys, counted);
    }

    private static SortedSetDocValues filed(LeafReaderContext leaf, Kind kind) throws IOException {
        return DocValues.getSortedSet(leaf.reader(), field(kind) + Field.NAMED);
    }

    private void count(LeafReaderContext leaf, SortedSetDocValues filed, int[] numbers, int[] counted)
            throws IOException {
        for (Documents documents = new Documents(leaf); documents.next(); ) {
            if (filed.advanceExact(documents.at)) {
                for (int i = filed.docValueCount(); i > 0; i--) {
                    counted[numbers[(int) filed.nextOrd()]]++;
                }
            }
        }
    }

    private static List<Count> greatest(Named[] names, int[] keys, int[] found) {
        int[] byKey = new int[names.length];
        int[] nameOfKey = new int[names.length];
        Arrays.fill(nameOfKey, -1);
        for (int number = 0; number < found.length; number++) {
            if (found[number] == 0) {
                continue;
            }
            int key = keys[number];
            byKey[key] += found[number];
            int other = nameOfKey[key];
            if (other < 0
                    || found[number] > found[other]
                    || (found[number] == found[other] && names[number].name().compareTo(names[other].name()) < 0)) {
                nameOfKey[key] = number;
            }
        }
        PriorityQueue<Count> greatest = new PriorityQueue<>(MOST_FIRST.reversed());
        for (int key = 0; key < nameOfKey.length; key++) {
            if (nameOfKey[key] < 0) {
                continue;
            }
            long articles = byKey[key];
            Count least = greatest.size() < Facets.MOST ? null : greatest.peek();
            if (least == null || articles >= least.articles()) {
                Named name = names[nameOfKey[key]];
                greatest.add(new Count(name.key(), name.name(), articles));
                if (greatest.size() > Facets.MOST) {
                    greatest.poll();
                }
            }
        }
        return greatest.stream().sorted(MOST_FIRST).toList();
    }

    /** The counts by month, the newest first. */
    List<Period> months(ZoneId zone) throws IOException {
        Months months = Months.of(zone);
        int[] counted = new int[months.count()];
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            NumericDocValues seconds = leaf.reader().getNumericDocValues(Field.PUBLISHED);
            for (Documents documents = new Documents(leaf); seconds != null && documents.next(); ) {
                seconds.advanceExact(documents.at);
                counted[months.of(seconds.longValue())]++;
            }
        }
        List<Period> periods = new ArrayList<>();
        for (int month = months.count() - 1; month >= 0; month--) {
            if (counted[month] > 0) {
                periods.add(months.period(month, counted[month]));
            }
        }
        return periods;
    }

    /** The documents of a segment that were found. */
    private final class Documents {
        private final FixedBitSet found = Objects.requireNonNull(tally.found());
        private final int base;
        private final int end;
        private int at = -1;

        Documents(LeafReaderContext leaf) {
            base = leaf.docBase;
            end = base + leaf.reader().maxDoc();
        }

        boolean next() {
            int from = base + at + 1;
            int next = from >= end ? DocIdSetIterator.NO_MORE_DOCS : found.nextSetBit(from);
            at = next - base;
            return next < end;
        }
    }
}
