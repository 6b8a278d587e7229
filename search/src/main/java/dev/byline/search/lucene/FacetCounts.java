package dev.byline.search.lucene;

import dev.byline.search.Facets;
import dev.byline.search.Facets.Count;
import dev.byline.search.Facets.Kind;
import dev.byline.search.Facets.Period;
import dev.byline.search.SearchQuery;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.BytesRef;
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

    /** How many articles have a value: of those found, and of those with all words. */
    private static final class Sum {
        private String name = "";
        private int named;
        private int found;
        private int whole;

        // The name that most of them print; of equally many, the first in order.
        void add(String name, Sum more) {
            found += more.found;
            whole += more.whole;
            if (more.found > named || (more.found == named && name.compareTo(this.name) < 0)) {
                this.name = name;
                named = more.found;
            }
        }
    }

    private long articles(int found, int whole) {
        return enough > 0 && whole >= enough ? whole : found;
    }

    /** The counts of any kind but months, the greatest first. */
    List<Count> of(Kind kind) throws IOException {
        Map<BytesRef, Sum> values = new HashMap<>();
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            SortedSetDocValues filed = leaf.reader().getSortedSetDocValues(field(kind) + Field.NAMED);
            if (filed != null) {
                add(values, leaf, filed);
            }
        }
        Map<String, Sum> keys = new HashMap<>();
        values.forEach((value, sum) -> {
            Named named = Named.read(value);
            keys.computeIfAbsent(named.key(), key -> new Sum()).add(named.name(), sum);
        });
        List<Count> counts = new ArrayList<>(keys.size());
        keys.forEach((key, sum) -> counts.add(new Count(key, sum.name, articles(sum.found, sum.whole))));
        counts.sort(MOST_FIRST);
        return counts.subList(0, Math.min(Facets.MOST, counts.size()));
    }

    private void add(Map<BytesRef, Sum> values, LeafReaderContext leaf, SortedSetDocValues filed) throws IOException {
        int[] found = new int[Math.toIntExact(filed.getValueCount())];
        int[] whole = new int[enough > 0 ? found.length : 0];
        FixedBitSet complete = enough > 0 ? tally.whole() : null;
        for (Documents documents = new Documents(leaf); documents.next(); ) {
            if (filed.advanceExact(documents.at)) {
                boolean all = complete != null && complete.get(leaf.docBase + documents.at);
                for (int i = filed.docValueCount(); i > 0; i--) {
                    int value = (int) filed.nextOrd();
                    found[value]++;
                    if (all) {
                        whole[value]++;
                    }
                }
            }
        }
        for (int value = 0; value < found.length; value++) {
            if (found[value] > 0) {
                BytesRef name = filed.lookupOrd(value);
                Sum sum = values.get(name);
                if (sum == null) {
                    sum = new Sum();
                    values.put(BytesRef.deepCopyOf(name), sum);
                }
                sum.found += found[value];
                sum.whole += whole.length > 0 ? whole[value] : 0;
            }
        }
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
