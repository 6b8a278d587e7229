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
    private final int enough;

    /**
     * Counts what a tally remembers.
     *
     * @param enough how many articles with all words make those without not be found; no number is enough for 0
     */
    FacetCounts(IndexSearcher searcher, Tally tally, int enough) {
        this.searcher = searcher;
        this.tally = tally;
        this.enough = enough;
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

    private long articles(int found, int whole) {
        return enough > 0 && whole >= enough ? whole : found;
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
        int[] found = new int[names.length];
        int[] whole = new int[enough > 0 ? names.length : 0];
        for (LeafReaderContext leaf : leaves) {
            count(leaf, filed(leaf, kind), numbers.get(leaf.ord), found, whole);
        }
        return greatest(names, keys, found, whole);
    }

    private static SortedSetDocValues filed(LeafReaderContext leaf, Kind kind) throws IOException {
        return DocValues.getSortedSet(leaf.reader(), field(kind) + Field.NAMED);
    }

    private void count(LeafReaderContext leaf, SortedSetDocValues filed, int[] numbers, int[] found, int[] whole)
            throws IOException {
        FixedBitSet complete = enough > 0 ? tally.whole() : null;
        for (Documents documents = new Documents(leaf); documents.next(); ) {
            if (filed.advanceExact(documents.at)) {
                boolean all = complete != null && complete.get(leaf.docBase + documents.at);
                for (int i = filed.docValueCount(); i > 0; i--) {
                    int number = numbers[(int) filed.nextOrd()];
                    found[number]++;
                    if (all) {
                        whole[number]++;
                    }
                }
            }
        }
    }

    private List<Count> greatest(Named[] names, int[] keys, int[] found, int[] whole) {
        int[] foundOfKey = new int[names.length];
        int[] wholeOfKey = new int[whole.length];
        int[] nameOfKey = new int[names.length];
        Arrays.fill(nameOfKey, -1);
        for (int number = 0; number < found.length; number++) {
            if (found[number] == 0) {
                continue;
            }
            int key = keys[number];
            foundOfKey[key] += found[number];
            if (whole.length > 0) {
                wholeOfKey[key] += whole[number];
            }
            int other = nameOfKey[key];
            if (other < 0
                    || found[number] > found[other]
                    || (found[number] == found[other] && names[number].name().compareTo(names[other].name()) < 0)) {
                nameOfKey[key] = number;
            }
        }
        PriorityQueue<Count> greatest = new PriorityQueue<>(MOST_FIRST.reversed());
        for (int key = 0; key < foundOfKey.length; key++) {
            if (foundOfKey[key] == 0) {
                continue;
            }
            long articles = articles(foundOfKey[key], whole.length > 0 ? wholeOfKey[key] : 0);
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
        int[] found = new int[months.count()];
        int[] whole = new int[months.count()];
        FixedBitSet complete = Objects.requireNonNull(tally.whole());
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            NumericDocValues seconds = leaf.reader().getNumericDocValues(Field.PUBLISHED);
            for (Documents documents = new Documents(leaf); seconds != null && documents.next(); ) {
                seconds.advanceExact(documents.at);
                int month = months.of(seconds.longValue());
                found[month]++;
                whole[month] += complete.get(leaf.docBase + documents.at) ? 1 : 0;
            }
        }
        List<Period> periods = new ArrayList<>();
        for (int month = found.length - 1; month >= 0; month--) {
            if (found[month] > 0) {
                periods.add(months.period(month, articles(found[month], whole[month])));
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
