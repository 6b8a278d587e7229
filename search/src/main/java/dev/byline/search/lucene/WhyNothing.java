package dev.byline.search.lucene;

import dev.byline.search.SearchPage.Alternative;
import dev.byline.search.SearchPage.Outcome;
import dev.byline.search.SearchQuery;
import dev.byline.search.lucene.NewsAnalyzer.Token;
import dev.byline.search.lucene.QueryReader.Read;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/**
 * Why a query found nothing, and what finds something in its place (rule S-18). It asks for at most {@value #MOST_ASKED}
 * other queries, and only where nothing was found.
 */
final class WhyNothing {
    private static final int MOST_ALTERNATIVES = 3;
    private static final int MOST_ASKED = 16;
    private static final int MOST_WORDS = 16;

    /** How many articles a query finds. */
    interface Counter {
        long total(SearchQuery query) throws IOException;
    }

    private final Publics publics;
    private final NewsAnalyzer analyzer;
    private final SearchQuery query;
    private final QueryText text;
    private final Read read;
    private final Plan plan;
    private final Counter counter;
    private final Map<SearchQuery, Long> totals = new HashMap<>();

    private final boolean phrased;
    private final boolean excluding;
    private int asked;

    /**
     * For a query that found nothing.
     *
     * @param text as it was looked for, with respelled words if there were any
     * @param read that text, read
     */
    WhyNothing(
            Publics publics,
            NewsAnalyzer analyzer,
            SearchQuery query,
            String text,
            Read read,
            Plan plan,
            Counter counter) {
        this.publics = publics;
        this.analyzer = analyzer;
        this.query = query.after("").page(0, query.size());
        this.text = new QueryText(text, read);
        this.read = read;
        this.plan = plan;
        this.counter = counter;
        // These found nothing.
        totals.put(this.query, 0L);
        totals.put(this.query.withText(text), 0L);
        phrased = !read.phrases().isEmpty();
        excluding = !read.excludedWords().isEmpty() || !read.excludedPhrases().isEmpty();
    }

    Outcome outcome() throws IOException {
        if (!publics.any()) {
            return Outcome.NO_ARTICLES;
        }
        if (read.words().isEmpty() && !phrased && !read.all()) {
            return Outcome.NO_WORDS;
        }
        if (!read.all() && !knowsAny()) {
            return Outcome.UNKNOWN_WORDS;
        }
        for (List<Token> phrase : read.phrases()) {
            if (!publics.any(Filters.anyOf(Plan.phrase(Field.TEXT, phrase), Plan.phrase(Field.FILED, phrase)))) {
                return Outcome.NO_SUCH_PHRASE;
            }
        }
        if (total(unfiltered(query)) > 0) {
            return Outcome.FILTERED_OUT;
        }
        if (excluding && total(query.withText(text.without(true, false))) > 0) {
            return Outcome.LEFT_OUT;
        }
        return excluding && total(unfiltered(query).withText(text.without(true, false))) > 0
                ? Outcome.FILTERED_OUT
                : Outcome.TOO_FEW_WORDS;
    }

    /** At most three queries that find something, the nearest first. */
    List<Alternative> alternatives() throws IOException {
        if (!publics.any() || (read.words().isEmpty() && !phrased && !read.all())) {
            return List.of();
        }
        List<Alternative> alternatives = new ArrayList<>();
        for (SearchQuery other : others()) {
            long total = total(other);
            if (total > 0) {
                alternatives.add(new Alternative(other, total));
            }
            if (alternatives.size() == MOST_ALTERNATIVES) {
                break;
            }
        }
        return alternatives;
    }

    private Set<SearchQuery> others() throws IOException {
        Set<SearchQuery> others = new LinkedHashSet<>();
        @Nullable String meant = meant();
        if (meant != null) {
            others.add(query.withText(meant));
        }
        if (phrased) {
            others.add(query.withText(text.without(false, true)));
        }
        if (excluding) {
            others.add(query.withText(text.without(true, false)));
        }
        List<SearchQuery> freer = freer();
        freer.forEach(free -> others.add(free.withText(text.text())));
        if (phrased && excluding) {
            others.add(query.withText(text.without(true, true)));
        }
        SearchQuery free = unfiltered(query);
        if (meant != null) {
            others.add(free.withText(meant));
        }
        others.add(free.withText(text.without(excluding, false)));
        others.add(free.withText(text.without(false, phrased)));
        others.add(free.withText(text.without(excluding, phrased)));
        others.add(query.withText(fewer(plan.filters)));
        others.add(free.withText(fewer(List.of())));
        others.removeIf(other -> other.equals(query) || (other.text().isBlank() && !read.all()));
        if (query.text().isBlank()) {
            // Nothing was typed: by what blanks is no matter.
            return others.stream()
                    .map(other -> other.withText(""))
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        }
        return others;
    }

    /** What was typed with what may have been meant by words that no public article has, where they were left. */
    private @Nullable String meant() throws IOException {
        @Nullable MeantWords words = MeantWords.of(publics, analyzer, text.text(), read, plan);
        if (words != null) {
            return words.text();
        }
        List<Token> tokens = read.phrases().stream().flatMap(List::stream).toList();
        List<Token> unknown = new ArrayList<>();
        for (Token token : tokens) {
            if (!publics.any(Respelling.holds(token.word()))) {
                unknown.add(token);
            }
        }
        words = unknown.isEmpty()
                ? null
                : MeantWords.of(publics, analyzer, text.text(), tokens, unknown, Map.of(), MeantWords.context(plan));
        return words == null ? null : words.text();
    }

    /** The query without each of its filters, and without all. */
    private List<SearchQuery> freer() {
        List<SearchQuery> freer = new ArrayList<>();
        if (query.from() != null || query.until() != null) {
            freer.add(query.published(null, null));
        }
        if (!query.author().isEmpty()) {
            freer.add(query.author(""));
        }
        if (!query.tag().isEmpty()) {
            freer.add(query.tag(""));
        }
        if (!query.section().isEmpty()) {
            freer.add(query.section(""));
        }
        if (!query.regions().isEmpty()) {
            freer.add(query.regions(Set.of()));
        }
        freer.add(unfiltered(query));
        return freer;
    }

    private static SearchQuery unfiltered(SearchQuery query) {
        return query.regions(Set.of()).section("").tag("").author("").published(null, null);
    }

    /** The rarest words that some article has together, taken from the rarest on. */
    private String fewer(List<Query> filters) throws IOException {
        List<Token> kept = new ArrayList<>();
        List<Query> queries = new ArrayList<>(filters);
        List<Plan.Wanted> words = plan.wanted.stream()
                .sorted(Comparator.comparingDouble(Plan.Wanted::rarity).reversed())
                .limit(MOST_WORDS)
                .toList();
        for (Plan.Wanted word : words) {
            queries.add(word.query());
            if (publics.any(Filters.allOf(queries.toArray(Query[]::new)))) {
                kept.add(word.token());
            } else {
                queries.remove(queries.size() - 1);
            }
        }
        return text.only(kept);
    }

    private boolean knowsAny() throws IOException {
        if (!plan.words.isEmpty()) {
            return true;
        }
        for (List<Token> phrase : read.phrases()) {
            for (Token token : phrase) {
                if (publics.any(Respelling.holds(token.word()))) {
                    return true;
                }
            }
        }
        return false;
    }

    private long total(SearchQuery other) throws IOException {
        Long known = totals.get(other);
        if (known == null) {
            known = asked++ < MOST_ASKED ? counter.total(other) : 0;
            totals.put(other, known);
        }
        return known;
    }
}
