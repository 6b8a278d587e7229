package dev.byline.search.lucene;

import dev.byline.score.Ranked;
import dev.byline.search.SearchHit;
import dev.byline.search.SearchPage;
import dev.byline.search.SearchPolicy;
import dev.byline.search.SearchQuery;
import dev.byline.search.lucene.QueryReader.Read;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.IndexSearcher;

/** Answers queries on one state of the index. */
final class Finder {
    /** How many of the best are looked at closely: words that stand together, the headline, age, and what the best share. */
    private static final int LOOKED_AT = 1_000;

    private final NewsAnalyzer analyzer;
    private final FunctionWords functionWords;

    Finder(NewsAnalyzer analyzer, FunctionWords functionWords) {
        this.analyzer = analyzer;
        this.functionWords = functionWords;
    }

    SearchPage find(IndexSearcher searcher, SearchQuery query, SearchPolicy policy, Instant now) throws IOException {
        Read read = QueryReader.read(analyzer, functionWords, query.text());
        Plan plan = new Plan(searcher, read, query.unfinished(), Filters.of(query, now), policy.recency());
        if (plan.hopeless()) {
            return page(query, read, 0, 0, List.of());
        }
        long first = (long) query.page() * query.size();
        int most = first < SearchQuery.DEEPEST ? (int) Math.min(first + query.size(), SearchQuery.DEEPEST) : 0;
        boolean byDate = query.sort() != SearchQuery.Sort.RELEVANCE || read.all();
        int kept = byDate || most == 0 ? most : Math.max(most, LOOKED_AT);
        BestHits best = best(searcher, plan, policy, now, kept, byDate, byDate, false);
        if (byDate ? best.withAllWords() < query.size() : plan.names() && best.withAllWords() == 0) {
            best = best(searcher, plan, policy, now, kept, byDate, false, true);
        }
        List<BestHits.Hit> hits = byDate ? best.hits() : refined(searcher, plan, best);
        int from = (int) Math.min(first, Math.min(most, hits.size()));
        return page(
                query,
                read,
                best.total(),
                best.withAllWords(),
                print(searcher, plan, best, hits.subList(from, Math.min(most, hits.size()))));
    }

    private static BestHits best(
            IndexSearcher searcher,
            Plan plan,
            SearchPolicy policy,
            Instant now,
            int kept,
            boolean byDate,
            boolean withAll,
            boolean loosely)
            throws IOException {
        double enough = plan.enough(loosely);
        return BestHits.of(searcher, plan.candidates(withAll, enough), plan, now, policy, kept, byDate, enough);
    }

    private List<BestHits.Hit> refined(IndexSearcher searcher, Plan plan, BestHits best) throws IOException {
        List<BestHits.Hit> hits = new ArrayList<>(best.hits());
        List<BestHits.Hit> closely = hits.subList(0, Math.min(LOOKED_AT, hits.size()));
        best.refine(searcher, closely, plan.extras);
        closely.sort(BestHits.BEST_FIRST);
        List<Clue> shared = new Feedback(searcher, functionWords).of(plan, closely);
        if (!shared.isEmpty()) {
            List<Clue> clues = new ArrayList<>(plan.extras);
            clues.addAll(shared);
            best.refine(searcher, closely, clues);
            closely.sort(BestHits.BEST_FIRST);
        }
        return hits;
    }

    private static SearchPage page(
            SearchQuery query, Read read, long total, long withAllWords, List<Ranked<SearchHit>> hits) {
        return SearchPage.of(query, total, withAllWords, read.cut(), hits);
    }

    private List<Ranked<SearchHit>> print(IndexSearcher searcher, Plan plan, BestHits best, List<BestHits.Hit> hits)
            throws IOException {
        Highlights highlights = new Highlights(analyzer, plan.highlighted());
        StoredFields kept = searcher.storedFields();
        List<Ranked<SearchHit>> printed = new ArrayList<>();
        for (BestHits.Hit hit : hits) {
            Document document = kept.document(hit.document(), ArticleDocument.PRINTED);
            SearchHit item = ArticleDocument.hit(
                    document,
                    highlights.headline(ArticleDocument.kept(document, Field.TITLE)),
                    highlights.snippet(ArticleDocument.kept(document, Field.STORY)));
            double score = plan.most == 0 ? 0 : Math.min(1, hit.value() / plan.most);
            printed.add(new Ranked<>(item, hit.value(), "relevance", score, best.reasons(hit)));
        }
        return printed;
    }
}
