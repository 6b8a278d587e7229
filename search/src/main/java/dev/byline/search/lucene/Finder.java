package dev.byline.search.lucene;

import dev.byline.score.Ranked;
import dev.byline.search.Facets;
import dev.byline.search.SearchHit;
import dev.byline.search.SearchPage;
import dev.byline.search.SearchQuery;
import dev.byline.search.SearchQuery.Sort;
import dev.byline.search.lucene.QueryReader.Read;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.IndexSearcher;

/** Answers queries on one state of the index. */
final class Finder {
    /** How many of the best are looked at closely: words that stand together, the headline, age, and what the best share. */
    private static final int LOOKED_AT = 1_000;

    private final NewsAnalyzer analyzer;
    private final FunctionWords functionWords;
    private final Map<Facets.Kind, FiledNames> names = new ConcurrentHashMap<>();

    Finder(NewsAnalyzer analyzer, FunctionWords functionWords) {
        this.analyzer = analyzer;
        this.functionWords = functionWords;
    }

    SearchPage find(View view, SearchQuery query) throws IOException {
        IndexSearcher searcher = view.then();
        Read read = QueryReader.read(analyzer, functionWords, query.text());
        Plan plan = plan(view, query, read);
        if (plan.hopeless()) {
            return page(query, read, 0, 0, Facets.NONE, "", List.of());
        }
        Sort sort = read.all() && query.sort() == Sort.RELEVANCE ? Sort.NEWEST : query.sort();
        Paging paging = new Paging(view, query, plan, sort, LOOKED_AT, best -> refined(searcher, plan, best));
        return page(
                query,
                read,
                paging.tally().total(),
                paging.tally().withAllWords(),
                facets(view, query, read, plan, sort, paging),
                view.next(query, paging.next()),
                print(view, plan, paging.best(), paging.hits()));
    }

    private static Plan plan(View view, SearchQuery query, Read read) throws IOException {
        return new Plan(
                view.then(),
                read,
                query.unfinished(),
                Filters.of(query, view.first()),
                view.policy().recency());
    }

    private Facets facets(View view, SearchQuery query, Read read, Plan plan, Sort sort, Paging paging)
            throws IOException {
        if (query.facets().isEmpty()) {
            return Facets.NONE;
        }
        Map<Facets.Kind, List<Facets.Count>> counts = new EnumMap<>(Facets.Kind.class);
        List<Facets.Period> months = List.of();
        Tally everyone = paging.everyone() ? paging.tally() : null;
        for (Facets.Kind kind : query.facets()) {
            SearchQuery without = FacetCounts.without(query, kind);
            boolean filtered = !without.equals(query);
            Tally tally = filtered ? null : everyone;
            if (tally == null) {
                tally = new Tally(view, true);
                Plan wider = plan(view, without, read);
                double enough = wider.enough(true);
                BestHits.of(view, wider.candidates(false, enough), wider, sort, 0, null, tally, enough);
                everyone = filtered ? everyone : tally;
            }
            int need = sort != Sort.RELEVANCE ? query.size() : plan.names() ? 1 : 0;
            FacetCounts facets = new FacetCounts(view.present(), tally, need, sort != Sort.RELEVANCE);
            if (kind == Facets.Kind.MONTH) {
                months = facets.months(view.policy().zone());
            } else {
                counts.put(kind, facets.of(kind, names(kind)));
            }
        }
        return new Facets(counts, months);
    }

    private FiledNames names(Facets.Kind kind) {
        FiledNames known = names.computeIfAbsent(kind, any -> new FiledNames());
        if (known.outworn()) {
            known = new FiledNames();
            names.put(kind, known);
        }
        return known;
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
            SearchQuery query,
            Read read,
            long total,
            long withAllWords,
            Facets facets,
            String next,
            List<Ranked<SearchHit>> hits) {
        SearchPage page = SearchPage.of(query, total, withAllWords, read.cut(), hits);
        return new SearchPage(
                query,
                page.outcome(),
                total,
                withAllWords,
                read.cut(),
                page.respelled(),
                page.alternatives(),
                facets,
                next,
                hits);
    }

    private List<Ranked<SearchHit>> print(View view, Plan plan, BestHits best, List<BestHits.Hit> hits)
            throws IOException {
        Highlights highlights = new Highlights(analyzer, plan.highlighted());
        StoredFields kept = view.present().storedFields();
        List<Ranked<SearchHit>> printed = new ArrayList<>();
        for (BestHits.Hit hit : hits) {
            Document document = kept.document(view.present(hit.document()), ArticleDocument.PRINTED);
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
