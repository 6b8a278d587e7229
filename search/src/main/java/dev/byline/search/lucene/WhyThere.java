package dev.byline.search.lucene;

import dev.byline.article.ArticleId;
import dev.byline.score.Reason;
import dev.byline.search.Facets;
import dev.byline.search.SearchExplanation;
import dev.byline.search.SearchExplanation.Standing;
import dev.byline.search.SearchQuery;
import dev.byline.search.SearchQuery.Sort;
import dev.byline.search.lucene.BestHits.Hit;
import dev.byline.search.lucene.NewsAnalyzer.Token;
import dev.byline.search.lucene.QueryReader.Read;
import dev.byline.search.lucene.QueryReader.Typed;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** Why one article stands where it stands, or is not found: asks the finder what it found, and the index what it has. */
final class WhyThere {
    private final Finder finder;
    private final View view;
    private final Publics publics;
    private final SearchQuery query;
    private final ArticleId id;
    private final Query article;
    private final Finder.Looked looked;

    private WhyThere(Finder finder, View view, SearchQuery query, ArticleId id) throws IOException {
        this.finder = finder;
        this.view = view;
        this.id = id;
        // The deepest page, so that the finder keeps all before it; the facet, so that it remembers all that it found.
        this.query =
                query.after("").facets(Facets.Kind.MONTH).page((SearchQuery.DEEPEST - 1) / query.size(), query.size());
        publics = finder.publics(view);
        article = new TermQuery(new Term(Field.ID, id.value()));
        looked = finder.look(view, publics, this.query);
    }

    /** Explains an article on a first page's view. */
    static SearchExplanation of(Finder finder, View view, SearchQuery query, ArticleId id) throws IOException {
        return new WhyThere(finder, view, query, id).explain(query);
    }

    private SearchExplanation explain(SearchQuery asked) throws IOException {
        ScoreDoc[] documents = view.then().search(article, 1).scoreDocs;
        if (documents.length == 0) {
            return notFound(asked, Standing.NOT_INDEXED, List.of(new Reason("S-01", "is not in the index", 0)));
        }
        if (!publics.any(article)) {
            return notFound(
                    asked, Standing.NOT_PUBLIC, List.of(new Reason("S-01", "is not public at " + view.first(), 0)));
        }
        if (!looked.plan().hopeless()) {
            SearchExplanation found = found(asked, documents[0].doc);
            if (found != null) {
                return found;
            }
        }
        return notFound(asked, Standing.NOT_FOUND, obstacles());
    }

    private SearchExplanation notFound(SearchQuery asked, Standing standing, List<Reason> obstacles) {
        return new SearchExplanation(asked, id, standing, 0, null, looked.respelled(), obstacles);
    }

    private @Nullable SearchExplanation found(SearchQuery asked, int document) throws IOException {
        Plan plan = looked.plan();
        Sort sort = Finder.sort(query, looked.read());
        List<Hit> inOrder = new ArrayList<>();
        Paging paging = new Paging(view, query, plan, looked.demand(), sort, Finder.lookedAt(query), best -> {
            inOrder.addAll(finder.refined(view.then(), query, plan, best));
            return inOrder;
        });
        FixedBitSet found = paging.tally().found();
        if (found == null || !found.get(document)) {
            return null;
        }
        List<Hit> hits = sort == Sort.RELEVANCE ? inOrder : paging.best().hits();
        BestHits best = paging.best();
        int place = 0;
        while (place < hits.size() && hits.get(place).document() != document) {
            place++;
        }
        Hit hit;
        if (place < hits.size()) {
            hit = hits.get(place++);
        } else {
            // Behind those that are looked at closely a value depends on nothing but the article.
            place = 0;
            best = BestHits.of(view, article, plan, sort, 1, null, new Tally(view, false), 0);
            hit = best.hits().get(0);
        }
        return new SearchExplanation(
                asked,
                id,
                Standing.FOUND,
                place,
                finder.print(view, looked, best, List.of(hit)).get(0),
                looked.respelled(),
                List.of());
    }

    private List<Reason> obstacles() throws IOException {
        List<Reason> obstacles = new ArrayList<>();
        SearchQuery any = SearchQuery.text("");
        if (!passes(any.regions(query.regions()))) {
            add(obstacles, "S-02", "does not lie in " + String.join(", ", query.regions()));
        }
        if (!passes(any.section(query.section()))) {
            add(obstacles, "S-02", "is not in the section " + query.section());
        }
        if (!passes(any.tag(query.tag()))) {
            add(obstacles, "S-02", "does not have the tag " + query.tag());
        }
        if (!passes(any.author(query.author()))) {
            add(obstacles, "S-02", "is not by " + query.author());
        }
        Instant from = query.from();
        if (!passes(any.published(from, null))) {
            add(obstacles, "S-17", "was published before " + from);
        }
        Instant until = query.until();
        if (!passes(any.published(null, until))) {
            add(obstacles, "S-17", "was not published before " + until);
        }
        operators(obstacles, looked.read());
        words(obstacles, looked.read(), looked.plan(), looked.demand());
        return obstacles;
    }

    private void operators(List<Reason> obstacles, Read read) throws IOException {
        for (Token word : read.excludedWords()) {
            if (has(Plan.any(Field.TEXT, WordForms.of(word)), Plan.any(Field.FILED, WordForms.of(word)))) {
                add(obstacles, "S-04", "has " + word.word() + ", which is left out");
            }
        }
        for (List<Token> phrase : read.excludedPhrases()) {
            if (has(Plan.phrase(Field.TEXT, phrase), Plan.phrase(Field.FILED, phrase))) {
                add(obstacles, "S-04", "says " + said(phrase) + ", which is left out");
            }
        }
        for (List<Token> phrase : read.phrases()) {
            if (!has(Plan.phrase(Field.TEXT, phrase), Plan.phrase(Field.FILED, phrase))) {
                add(obstacles, "S-04", "does not say " + said(phrase));
            }
        }
    }

    private void words(List<Reason> obstacles, Read read, Plan plan, Demand demand) throws IOException {
        if (read.words().isEmpty()) {
            if (read.phrases().isEmpty() && !read.all()) {
                add(obstacles, "S-03", "there is no word to look for");
            }
            return;
        }
        double all = plan.wanted.stream().mapToDouble(Plan.Wanted::rarity).sum();
        double covered = 0;
        List<Reason> told = new ArrayList<>();
        boolean lacking = false;
        for (Typed typed : read.words()) {
            Plan.Wanted wanted = plan.wanted.stream()
                    .filter(word -> word.token().equals(typed.token()))
                    .findFirst()
                    .orElse(null);
            if (wanted == null) {
                lacking = true;
                add(told, "S-03", "no public article has " + typed.word());
            } else if (has(wanted.query())) {
                covered += wanted.rarity();
                told.add(new Reason("S-03", "has " + typed.word(), wanted.rarity() / all));
            } else {
                lacking = true;
                add(told, "S-03", "lacks " + typed.word());
            }
        }
        boolean enough = all > 0 && covered >= demand.enough();
        if (!lacking || (enough && !demand.withAll())) {
            return;
        }
        obstacles.addAll(told);
        if (demand.withAll()) {
            obstacles.add(new Reason("S-03", "needs all words, since enough others have them", -1));
        } else if (all > 0) {
            obstacles.add(new Reason("S-03", "needs this share of what the words tell", -demand.enough() / all));
        }
    }

    private boolean passes(SearchQuery filter) throws IOException {
        return has(Filters.allOf(Filters.of(filter, publics.visible()).toArray(Query[]::new)));
    }

    private boolean has(Query... any) throws IOException {
        return publics.any(Filters.allOf(article, Filters.anyOf(any)));
    }

    private static String said(List<Token> phrase) {
        return phrase.stream().map(Token::word).collect(Collectors.joining(" ", "\"", "\""));
    }

    private static void add(List<Reason> obstacles, String rule, String text) {
        obstacles.add(new Reason(rule, text, 0));
    }
}
