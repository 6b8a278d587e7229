package dev.byline.search.lucene;

import dev.byline.search.SearchQuery;
import dev.byline.search.SearchQuery.Sort;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.search.Query;

/**
 * What an article must have of the words of a query to be found (rule S-03). The filters of the query are not asked, so that
 * one with more of them finds nothing that it would not find with fewer, and a count is never more than the total
 * (rule S-14).
 *
 * @param withAll whether it must have all
 * @param enough the rarity of the words that it must have
 */
record Demand(boolean withAll, double enough) {
    static Demand of(Plan plan, Publics publics, SearchQuery query, Sort sort) throws IOException {
        boolean byDate = sort != Sort.RELEVANCE;
        int fewest = byDate ? query.size() : 1;
        boolean strictly = (byDate || plan.named()) && plan.knowsAllWords() && publics.any(plan.withAllWords(), fewest);
        return new Demand(byDate && strictly, plan.enough(!strictly));
    }

    /** The articles that come into question, of which some may have too little. */
    Query candidates(Plan plan, List<Query> filters) {
        return plan.candidates(filters, withAll, enough);
    }
}
