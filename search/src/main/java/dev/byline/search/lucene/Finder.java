package dev.byline.search.lucene;

import dev.byline.score.Ranked;
import dev.byline.score.Reason;
import dev.byline.search.Facets;
import dev.byline.search.SearchHit;
import dev.byline.search.SearchPage;
import dev.byline.search.SearchPage.Alternative;
import dev.byline.search.SearchPage.Outcome;
import dev.byline.search.SearchPage.Respelled;
import dev.byline.search.SearchQuery;
import dev.byline.search.SearchQuery.Sort;
import dev.byline.search.Synonyms;
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
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/** Answers queries on one state of the index. */
final class Finder {
    /** How many of the best are looked at closely: words that stand together, the headline, age, and what the best share. */
    private static final int LOOKED_AT = 1_000;

    /** The same while a word is unfinished, which says little of what is meant (rule S-15). */
    private static final int LOOKED_AT_WHILE_TYPING = 100;

    private final NewsAnalyzer analyzer;
    private final FunctionWords functionWords;
    private final ArticleCounts articleCounts = new ArticleCounts();
    private final Map<Facets.Kind, FiledNames> names = new ConcurrentHashMap<>();
    private final PublicArticles publicArticles = new PublicArticles();
    private final Beginnings beginnings = new Beginnings();
    private volatile SameMeaning same;

    Finder(NewsAnalyzer analyzer, FunctionWords functionWords) {
        same = new SameMeaning(analyzer, Synonyms.none());
        this.analyzer = analyzer;
        this.functionWords = functionWords;
    }

    /** A query as it is looked for, its text, and what was changed in it. */
    record Looked(String text, Read read, Plan plan, Demand demand, List<Respelled> respelled) {}

    PublicArticles publicArticles() {
        return publicArticles;
    }

    Publics publics(View view) {
        return new Publics(view.then(), publicArticles, view.first());
    }

    SearchPage find(View view, SearchQuery query) throws IOException {
        Publics publics = publics(view);
        Looked looked = look(view, publics, query);
        Read read = looked.read;
        Plan plan = looked.plan;
        if (plan.hopeless()) {
            return explained(view, publics, looked, query, SearchPage.of(query, 0, 0, read.cut(), List.of()));
        }
        Paging paging = paging(view, query, looked);
        SearchPage page = new SearchPage(
                query,
                Outcome.FOUND,
                paging.tally().total(),
                paging.tally().withAllWords(),
                read.cut(),
                view.presence() == null ? looked.respelled : List.of(),
                List.of(),
                facets(view, publics, query, looked, paging),
                view.next(query, paging.next()),
                print(view, looked, paging.best(), paging.hits()));
        return page.total() > 0 ? page : explained(view, publics, looked, query, page);
    }

    Looked look(View view, Publics publics, SearchQuery query) throws IOException {
        SameMeaning same = same(view.policy().synonyms());
        Capitals capitals = Capitals.of(QueryReader.beginning(query.text()), same);
        Read read = QueryReader.read(analyzer, functionWords, capitals, query.text());
        Plan plan = plan(view, publics, query, read);
        Capitals known = capitals.known(plan, publics);
        if (!known.equals(capitals)) {
            read = QueryReader.read(analyzer, functionWords, known, query.text());
            plan = plan(view, publics, query, read);
        }
        @Nullable
        MeantWords meant = view.policy().tolerant() && !query.asTyped()
                ? MeantWords.of(publics, analyzer, query.text(), read, plan)
                : null;
        if (meant == null) {
            return looked(publics, query, query.text(), read, plan, List.of());
        }
        Read again = QueryReader.read(analyzer, functionWords, known, meant.text());
        again = again.meant(read.cut() || again.cut(), meant.besides());
        return looked(publics, query, meant.text(), again, plan(view, publics, query, again), meant.respelled());
    }

    private static Looked looked(
            Publics publics, SearchQuery query, String text, Read read, Plan plan, List<Respelled> respelled)
            throws IOException {
        Demand demand = Demand.of(plan, publics, query, sort(query, read));
        return new Looked(QueryReader.beginning(text), read, plan, demand, respelled);
    }

    private SameMeaning same(Synonyms synonyms) {
        SameMeaning known = same;
        if (!known.isOf(synonyms)) {
            known = new SameMeaning(analyzer, synonyms);
            same = known;
        }
        return known;
    }

    /** The same page, which has no hits, with the reason (rule S-18). */
    private SearchPage explained(View view, Publics publics, Looked looked, SearchQuery query, SearchPage page)
            throws IOException {
        Outcome outcome = Outcome.CURSOR_EXPIRED;
        List<Alternative> alternatives = List.of();
        // Behind a cursor, all that was found has gone since: what is public now must be looked for from the first
        // page.
        if (view.presence() == null) {
            WhyNothing why = new WhyNothing(
                    publics,
                    analyzer,
                    query,
                    looked.text,
                    looked.read,
                    looked.plan,
                    other -> total(view, publics, other));
            outcome = why.outcome();
            alternatives = why.alternatives();
        }
        return new SearchPage(
                query, outcome, 0, 0, page.cut(), page.respelled(), alternatives, page.facets(), "", List.of());
    }

    private long total(View view, Publics publics, SearchQuery query) throws IOException {
        Looked looked = look(view, publics, query);
        // Behind the deepest page hits are counted only.
        SearchQuery counting = query.facets(new Facets.Kind[0]).page(SearchQuery.DEEPEST, query.size());
        return looked.plan.hopeless()
                ? 0
                : paging(view, counting, looked).tally().total();
    }

    private Paging paging(View view, SearchQuery query, Looked looked) throws IOException {
        Plan plan = looked.plan;
        return new Paging(
                view,
                query,
                plan,
                looked.demand,
                sort(query, looked.read),
                lookedAt(query),
                best -> refined(view.then(), query, plan, best));
    }

    static int lookedAt(SearchQuery query) {
        return query.unfinished() ? LOOKED_AT_WHILE_TYPING : LOOKED_AT;
    }

    static Sort sort(SearchQuery query, Read read) {
        return read.all() && query.sort() == Sort.RELEVANCE ? Sort.NEWEST : query.sort();
    }

    private Plan plan(View view, Publics publics, SearchQuery query, Read read) throws IOException {
        return new Plan(
                publics,
                read,
                query.unfinished(),
                beginnings,
                Filters.of(query, publics.visible()),
                view.policy().recency());
    }

    private Facets facets(View view, Publics publics, SearchQuery query, Looked looked, Paging paging)
            throws IOException {
        Map<Facets.Kind, List<Facets.Count>> counts = new EnumMap<>(Facets.Kind.class);
        List<Facets.Period> months = List.of();
        for (Facets.Kind kind : query.facets()) {
            SearchQuery without = FacetCounts.without(query, kind);
            Tally tally = paging.tally();
            if (!without.equals(query)) {
                tally = new Tally(view, true);
                Demand demand = looked.demand;
                Query candidates = demand.candidates(looked.plan, Filters.of(without, publics.visible()));
                Sort sort = sort(query, looked.read);
                BestHits.of(view, candidates, looked.plan, sort, 0, null, tally, demand.enough());
            }
            FacetCounts facets = new FacetCounts(view.present(), tally);
            if (kind == Facets.Kind.MONTH) {
                months = facets.months(view.policy().zone());
            } else {
                counts.put(kind, facets.of(kind, names(kind)));
            }
        }
        return query.facets().isEmpty() ? Facets.NONE : new Facets(counts, months);
    }

    private FiledNames names(Facets.Kind kind) {
        FiledNames known = names.computeIfAbsent(kind, any -> new FiledNames());
        if (known.outworn()) {
            known = new FiledNames();
            names.put(kind, known);
        }
        return known;
    }

    List<BestHits.Hit> refined(IndexSearcher searcher, SearchQuery query, Plan plan, BestHits best) throws IOException {
        List<BestHits.Hit> hits = new ArrayList<>(best.hits());
        List<BestHits.Hit> closely = hits.subList(0, Math.min(lookedAt(query), hits.size()));
        best.refine(searcher, closely, plan.extras);
        closely.sort(BestHits.BEST_FIRST);
        if (query.unfinished()) {
            return hits;
        }
        List<Clue> shared = new Feedback(searcher, functionWords, articleCounts).of(plan, closely);
        if (!shared.isEmpty()) {
            best.refine(searcher, closely, shared);
            closely.sort(BestHits.BEST_FIRST);
        }
        return hits;
    }

    List<Ranked<SearchHit>> print(View view, Looked looked, BestHits best, List<BestHits.Hit> hits) throws IOException {
        Plan plan = looked.plan;
        Highlights highlights = new Highlights(analyzer, plan.lookedFor());
        StoredFields kept = view.present().storedFields();
        List<Ranked<SearchHit>> printed = new ArrayList<>();
        for (BestHits.Hit hit : hits) {
            Document document = kept.document(view.present(hit.document()), ArticleDocument.PRINTED);
            SearchHit item = ArticleDocument.hit(
                    document,
                    highlights.headline(ArticleDocument.kept(document, Field.TITLE)),
                    highlights.snippet(ArticleDocument.kept(document, Field.STORY)));
            double score = plan.most == 0 ? 0 : Math.min(1, hit.value() / plan.most);
            @Nullable Presence presence = view.presence();
            List<Reason> reasons = best.reasons(hit);
            if (presence != null && !(looked.respelled.isEmpty() && presence.unchanged(hit.document()))) {
                reasons = untold(reasons);
            }
            printed.add(new Ranked<>(item, hit.value(), "relevance", score, reasons));
        }
        return printed;
    }

    // An article that was edited since is found by words that it may have lost, and one by a word that was respelled
    // may
    // have another; no public article may have them now.
    private static List<Reason> untold(List<Reason> reasons) {
        return reasons.stream()
                .map(reason -> switch (reason.rule()) {
                    case "S-04", "S-05", "S-06", "S-11" ->
                        new Reason(reason.rule(), "as it was when the first page was found", reason.part());
                    default -> reason;
                })
                .toList();
    }
}
