package dev.byline.search.lucene;

import dev.byline.score.Ranked;
import dev.byline.search.SearchHit;
import dev.byline.search.SearchPage;
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
    private final NewsAnalyzer analyzer;

    Finder(NewsAnalyzer analyzer) {
        this.analyzer = analyzer;
    }

    SearchPage find(IndexSearcher searcher, SearchQuery query, Instant now) throws IOException {
        Read read = QueryReader.read(analyzer, query.text());
        Plan plan = new Plan(searcher, read, Filters.of(query, now));
        if (plan.hopeless()) {
            return new SearchPage(query, 0, 0, read.cut(), List.of());
        }
        long first = (long) query.page() * query.size();
        int most = first < SearchQuery.DEEPEST ? (int) Math.min(first + query.size(), SearchQuery.DEEPEST) : 0;
        boolean byDate = query.sort() == SearchQuery.Sort.NEWEST;
        BestHits best = BestHits.of(searcher, plan.candidates(byDate), plan, now, most, byDate || read.all());
        if (byDate && best.withAllWords() < query.size()) {
            best = BestHits.of(searcher, plan.candidates(false), plan, now, most, true);
        }
        return new SearchPage(query, best.total(), best.withAllWords(), read.cut(), print(searcher, plan, best, (int)
                Math.min(first, most)));
    }

    private List<Ranked<SearchHit>> print(IndexSearcher searcher, Plan plan, BestHits best, int first)
            throws IOException {
        Highlights highlights = new Highlights(analyzer, plan.highlighted());
        StoredFields kept = searcher.storedFields();
        List<BestHits.Hit> hits = best.hits();
        List<Ranked<SearchHit>> printed = new ArrayList<>();
        for (BestHits.Hit hit : hits.subList(Math.min(first, hits.size()), hits.size())) {
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
