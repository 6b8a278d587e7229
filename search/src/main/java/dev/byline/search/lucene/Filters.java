package dev.byline.search.lucene;

import dev.byline.search.SearchQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** What an article must meet besides the words. */
final class Filters {
    private Filters() {}

    /**
     * Those that are public at an instant (rule S-01), to the nanosecond; the index holds none that only an editor's
     * deed can make public.
     */
    static Query visible(Instant at) {
        long second = at.getEpochSecond();
        int nano = at.getNano();
        Query published = anyOf(
                LongPoint.newRangeQuery(Field.PUBLISHED, Long.MIN_VALUE, second - 1),
                allOf(
                        LongPoint.newExactQuery(Field.PUBLISHED, second),
                        NumericDocValuesField.newSlowRangeQuery(Field.PUBLISHED_NANO, 0, nano)));
        Query unexpired = anyOf(
                LongPoint.newRangeQuery(Field.EXPIRES, second + 1, Long.MAX_VALUE),
                allOf(
                        LongPoint.newExactQuery(Field.EXPIRES, second),
                        NumericDocValuesField.newSlowRangeQuery(Field.EXPIRES_NANO, nano + 1L, Long.MAX_VALUE)));
        return allOf(published, unexpired);
    }

    /** Those that a query's filters let through and that are public (rules S-01 and S-02). */
    static List<Query> of(SearchQuery query, Query visible) {
        List<Query> filters = new ArrayList<>();
        filters.add(visible);
        if (!query.regions().isEmpty()) {
            filters.add(anyKey(Field.REGION, query.regions()));
        }
        addKey(filters, Field.SECTION, query.section());
        addKey(filters, Field.TAG, query.tag());
        addKey(filters, Field.AUTHOR, query.author());
        Instant from = query.from();
        if (from != null) {
            filters.add(since(from));
        }
        Instant until = query.until();
        if (until != null) {
            filters.add(before(until));
        }
        return filters;
    }

    /** Those published then or later (rule S-17), to the nanosecond. */
    private static Query since(Instant from) {
        long second = from.getEpochSecond();
        return anyOf(
                LongPoint.newRangeQuery(Field.PUBLISHED, second + 1, Long.MAX_VALUE),
                allOf(
                        LongPoint.newExactQuery(Field.PUBLISHED, second),
                        NumericDocValuesField.newSlowRangeQuery(Field.PUBLISHED_NANO, from.getNano(), Long.MAX_VALUE)));
    }

    /** Those published earlier (rule S-17), to the nanosecond. */
    private static Query before(Instant until) {
        long second = until.getEpochSecond();
        return anyOf(
                LongPoint.newRangeQuery(Field.PUBLISHED, Long.MIN_VALUE, second - 1),
                allOf(
                        LongPoint.newExactQuery(Field.PUBLISHED, second),
                        NumericDocValuesField.newSlowRangeQuery(
                                Field.PUBLISHED_NANO, Long.MIN_VALUE, until.getNano() - 1L)));
    }

    static Query allOf(Query... queries) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        for (Query query : queries) {
            all.add(query, Occur.FILTER);
        }
        return all.build();
    }

    static Query anyOf(Query... queries) {
        return anyOf(List.of(queries));
    }

    static Query anyOf(Collection<Query> queries) {
        if (queries.isEmpty()) {
            return new MatchNoDocsQuery("nothing to look for");
        }
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        queries.forEach(query -> any.add(query, Occur.SHOULD));
        return any.build();
    }

    private static void addKey(List<Query> filters, String field, String key) {
        if (!key.isEmpty()) {
            filters.add(new TermQuery(new Term(field, key)));
        }
    }

    private static Query anyKey(String field, Collection<String> keys) {
        return new TermInSetQuery(field, keys.stream().map(BytesRef::new).toList());
    }
}
