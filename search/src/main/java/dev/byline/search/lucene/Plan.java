package dev.byline.search.lucene;

import dev.byline.search.lucene.NewsAnalyzer.Token;
import dev.byline.search.lucene.QueryReader.Read;
import dev.byline.search.lucene.QueryReader.Typed;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/**
 * What a query looks for on one state of the index: which articles come into question, what speaks for each, and the most
 * that can.
 */
final class Plan {
    /** The share of the words' rarity that an article without all words must carry (rule S-03). */
    private static final double ENOUGH = 0.1;

    /** The same where a name is looked for, and some article has all words: most of it. */
    private static final double ENOUGH_OF_NAMES = 0.5;

    // Who types more describes what is looked for, and does not list what must be there.
    private static final int MOST_FOR_ALL = 4;

    private static final double FILED = 0.5;
    private static final double PAIR = 0.3;
    private static final double HEADLINE = 0.25;
    private static final double WHOLE_HEADLINE = 1;

    /** How much another spelling of a name counts beside the one that was typed. */
    private static final float NAME = 0.5f;

    private static final double K1 = 1.2;
    private static final int ROOM = 4;
    private static final int MOST_PAIRS = 12;

    // The inverse document frequency that no word exceeds on an index of less than two thousand million articles.
    private static final double FEEDBACK_BOUND = 22;

    // How often a pair may stand in an article until its part stays below its bound.
    private static final int PAIR_BOUND = 3;
    private static final int FIRST_OF_PREFIX = 2_000;
    private static final int MOST_OF_PREFIX = 64;

    // Scores are floats, which may lie above their bound by a rounding.
    private static final double ROUNDING = 1 + 1e-6;

    /**
     * A word that is looked for.
     *
     * @param token as it was typed
     * @param terms the terms of the index that stand for it, and how much each counts
     * @param query any of them, anywhere
     * @param rarity its inverse document frequency
     */
    record Wanted(Token token, Map<String, Float> terms, Query query, double rarity) {}

    private final IndexSearcher searcher;
    private final IndexReader reader;
    private final Read read;
    final List<Query> filters;
    private final Publics publics;
    private final List<Query> required = new ArrayList<>();

    /** The words that no public article has. */
    final List<Token> unknown = new ArrayList<>();

    /** Those that public articles have in other spellings of a name only, each with these. */
    final Map<Token, Set<String>> names = new LinkedHashMap<>();

    /** The words that some public article has, in the reader's order. */
    final List<Wanted> wanted = new ArrayList<>();

    /** What speaks for them: one clue for each of {@link #wanted}. */
    final List<Clue> words = new ArrayList<>();

    /** The phrases; every article that comes into question has them. */
    final List<Clue> phrases = new ArrayList<>();

    /** What only counts for the best: words that stand together, and a headline that has them. */
    final List<Clue> extras = new ArrayList<>();

    /** Whether there is an article with each of the words. */
    private final boolean allKnown;

    private final boolean named;

    /** What an article has for having all words. */
    final double all;

    /** The most that words and phrases can reach. */
    final double text;

    /** The most that an article's value can be; 0 where nothing was typed. */
    final double most;

    /**
     * Plans a query.
     *
     * @param publics what is public
     * @param filters what an article must meet besides the words
     * @param recency the most that being new adds, as a share
     */
    Plan(Publics publics, Read read, boolean unfinished, List<Query> filters, double recency) throws IOException {
        this.publics = publics;
        this.searcher = publics.searcher();
        this.reader = searcher.getIndexReader();
        this.read = read;
        this.filters = filters;
        List<Typed> typed = read.words();
        for (int i = 0; i < typed.size(); i++) {
            Set<String> names = new HashSet<>();
            addWord(typed.get(i).token(), terms(typed.get(i), unfinished && i == typed.size() - 1, names), names);
        }
        for (List<Token> phrase : read.phrases()) {
            addPhrase(phrase);
        }
        allKnown = words.size() == typed.size();
        named = typed.size() <= MOST_FOR_ALL && typed.stream().anyMatch(word -> isLatinName(word.word()));
        text = sum(words) + sum(phrases);
        addPairs();
        addHeadline();
        double feedback = Feedback.MOST * words.size() * FEEDBACK_BOUND;
        double rest = (1 + recency) * (text + sum(extras) + feedback) * ROUNDING;
        all = words.size() <= MOST_FOR_ALL ? rest : 0;
        most = all + rest;
    }

    // In other scripts a word alone does not say whether it is a name.
    private static boolean isLatinName(String word) {
        return word.charAt(0) <= 'z' && !NameKeys.of(word).isEmpty();
    }

    /** Whether no article can be found, whatever the filters let through. */
    boolean hopeless() {
        return !read.all() && words.isEmpty() && phrases.isEmpty();
    }

    /** Whether an article with so many of {@link #words} has all that were typed. */
    boolean isAll(int matched) {
        return allKnown && matched == words.size();
    }

    /**
     * The rarity that an article without all words must carry.
     *
     * @param loosely whether a name is no reason to ask for more
     */
    double enough(boolean loosely) {
        double rarity = words.stream().mapToDouble(Clue::rarity).sum();
        return rarity * (named && !loosely ? ENOUGH_OF_NAMES + 1e-9 : ENOUGH - 1e-9);
    }

    /** Whether a name is looked for, so that articles which have but other words of the query are not meant. */
    boolean named() {
        return named;
    }

    /**
     * The articles that come into question.
     *
     * @param withAll only those with all of {@link #words}
     * @param enough the rarity that an article without all words must carry
     */
    Query candidates(boolean withAll, double enough) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        filters.forEach(filter -> query.add(filter, Occur.FILTER));
        required.forEach(phrase -> query.add(phrase, Occur.FILTER));
        // A word without which the others can't be enough must be there.
        double others = words.stream().mapToDouble(Clue::rarity).sum();
        List<Query> optional = new ArrayList<>();
        boolean mustHave = false;
        for (int i = 0; i < words.size(); i++) {
            if (withAll || others - words.get(i).rarity() < enough * (1 - 1e-6)) {
                query.add(wanted.get(i).query(), Occur.FILTER);
                mustHave = true;
            } else {
                optional.add(wanted.get(i).query());
            }
        }
        if (!mustHave && !optional.isEmpty()) {
            query.add(Filters.anyOf(optional), Occur.FILTER);
        }
        for (Token word : read.excludedWords()) {
            Map<String, Float> terms = WordForms.of(word);
            query.add(any(Field.TEXT, terms), Occur.MUST_NOT);
            query.add(any(Field.FILED, terms), Occur.MUST_NOT);
        }
        for (List<Token> phrase : read.excludedPhrases()) {
            query.add(phrase(Field.TEXT, phrase), Occur.MUST_NOT);
            query.add(phrase(Field.FILED, phrase), Occur.MUST_NOT);
        }
        return query.build();
    }

    /** The words and phrases for a highlighter, as if all were in the text field; null where there are none. */
    @Nullable
    Query highlighted() {
        if (read.words().isEmpty() && read.phrases().isEmpty()) {
            return null;
        }
        List<Query> queries = new ArrayList<>();
        read.words().forEach(word -> queries.add(any(Field.TEXT, WordForms.of(word.token()))));
        wanted.forEach(word -> queries.add(any(Field.TEXT, word.terms())));
        read.phrases().forEach(phrase -> queries.add(phrase(Field.TEXT, phrase)));
        return Filters.anyOf(queries);
    }

    /** The terms of the index that stand for a word, with how much each counts; empty if no article has any. */
    private Map<String, Float> terms(Typed typed, boolean unfinished, Set<String> names) throws IOException {
        Map<String, Float> terms = new LinkedHashMap<>(WordForms.of(typed.token()));
        OtherSpellings spellings = new OtherSpellings(reader);
        if (!typed.token().abbreviation()) {
            for (String name : spellings.of(typed.word())) {
                if (terms.putIfAbsent(name, NAME) == null) {
                    names.add(name);
                }
            }
        }
        read.besides().getOrDefault(typed.word(), Map.of()).forEach(terms::putIfAbsent);
        for (String joined : typed.joined()) {
            terms.putIfAbsent(joined, WordForms.OTHER);
            terms.putIfAbsent(WordForms.STEM + joined, WordForms.OTHER);
            for (String name : spellings.of(joined)) {
                if (terms.putIfAbsent(name, NAME) == null) {
                    names.add(name);
                }
            }
        }
        if (unfinished) {
            beginningWith(typed.word()).forEach(terms::putIfAbsent);
        }
        for (Iterator<String> known = terms.keySet().iterator(); known.hasNext(); ) {
            String term = known.next();
            if (articles(Field.TEXT, term) == 0 && articles(Field.FILED, term) == 0) {
                known.remove();
            }
        }
        return terms;
    }

    private Map<String, Float> beginningWith(String prefix) throws IOException {
        return Prefixes.most(reader, Field.TEXT, prefix, FIRST_OF_PREFIX, MOST_OF_PREFIX);
    }

    private void addWord(Token token, Map<String, Float> terms, Set<String> names) throws IOException {
        if (!known(terms)) {
            unknown.add(token);
            return;
        }
        Map<String, Float> own = new LinkedHashMap<>(terms);
        own.keySet().removeAll(names);
        if (own.size() < terms.size() && !known(own)) {
            this.names.put(token, names);
        }
        List<Weight> weights = new ArrayList<>(2);
        List<Query> anywhere = new ArrayList<>(2);
        int inText = most(Field.TEXT, terms);
        int inFiled = most(Field.FILED, terms);
        if (inText > 0) {
            Query text = any(Field.TEXT, terms);
            weights.add(weight(text, 1));
            anywhere.add(text);
        }
        if (inFiled > 0) {
            Query filed = any(Field.FILED, terms);
            weights.add(weight(filed, FILED));
            anywhere.add(filed);
        }
        double most = bound(Field.TEXT, inText) + FILED * bound(Field.FILED, inFiled);
        double rarity = idf(reader.maxDoc(), Math.max(inText, inFiled));
        words.add(new Clue("S-05", "speaks of " + token.word(), rarity, most, weights));
        wanted.add(new Wanted(token, terms, Filters.anyOf(anywhere), rarity));
    }

    private boolean known(Map<String, Float> terms) throws IOException {
        return !terms.isEmpty() && publics.any(Filters.anyOf(any(Field.TEXT, terms), any(Field.FILED, terms)));
    }

    private void addPhrase(List<Token> phrase) throws IOException {
        Query text = phrase(Field.TEXT, phrase);
        Query filed = phrase(Field.FILED, phrase);
        double most = 0;
        StringBuilder said = new StringBuilder();
        for (Token token : phrase) {
            most += bound(Field.TEXT, articles(Field.TEXT, token.word()));
            most += FILED * bound(Field.FILED, articles(Field.FILED, token.word()));
            said.append(said.isEmpty() ? "" : " ").append(token.word());
        }
        required.add(Filters.anyOf(text, filed));
        phrases.add(new Clue("S-04", "says \"" + said + "\"", 0, most, List.of(weight(text, 1), weight(filed, FILED))));
    }

    private void addPairs() throws IOException {
        for (int i = 1; i < wanted.size() && i <= MOST_PAIRS; i++) {
            Wanted first = wanted.get(i - 1);
            Wanted second = wanted.get(i);
            MultiPhraseQuery pair = new MultiPhraseQuery.Builder()
                    .add(places(first))
                    .add(places(second))
                    .setSlop(ROOM)
                    .build();
            double most = PAIR * (first.rarity() + second.rarity());
            String said = first.token().word() + " by " + second.token().word();
            extras.add(new Clue("S-06", said, 0, PAIR_BOUND * most, List.of(weight(pair, PAIR))));
        }
    }

    private static Term[] places(Wanted wanted) {
        return wanted.terms().keySet().stream()
                .map(term -> new Term(Field.TEXT, term))
                .toArray(Term[]::new);
    }

    private void addHeadline() throws IOException {
        BooleanQuery.Builder headline = new BooleanQuery.Builder();
        for (Typed word : read.words()) {
            headline.add(any(Field.HEADLINE, WordForms.of(word.token())), Occur.FILTER);
        }
        for (List<Token> phrase : read.phrases()) {
            phrase.forEach(token -> headline.add(new TermQuery(new Term(Field.HEADLINE, token.word())), Occur.FILTER));
        }
        BooleanQuery query = headline.build();
        if (allKnown && !query.clauses().isEmpty()) {
            addHeadline("the headline has it all", query, HEADLINE);
        }
        if (!read.whole().isEmpty()) {
            Term whole = new Term(Field.WHOLE_HEADLINE, read.whole());
            addHeadline("the headline is just that", new TermQuery(whole), WHOLE_HEADLINE);
        }
    }

    private void addHeadline(String said, Query query, double share) throws IOException {
        double most = share * text;
        Weight constant = weight(new ConstantScoreQuery(query), (float) most);
        extras.add(new Clue("S-07", said, 0, most, List.of(constant)));
    }

    static Query any(String field, Map<String, Float> terms) {
        SynonymQuery.Builder query = new SynonymQuery.Builder(field);
        terms.forEach((term, weight) -> query.addTerm(new Term(field, term), weight));
        return query.build();
    }

    static Query phrase(String field, List<Token> tokens) {
        PhraseQuery.Builder query = new PhraseQuery.Builder();
        int first = tokens.get(0).position();
        tokens.forEach(token -> query.add(new Term(field, token.word()), token.position() - first));
        return query.build();
    }

    Weight weight(Query query, double boost) throws IOException {
        return searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE, (float) boost);
    }

    private int most(String field, Map<String, Float> terms) throws IOException {
        int most = 0;
        for (String term : terms.keySet()) {
            most = Math.max(most, articles(field, term));
        }
        return most;
    }

    private int articles(String field, String word) throws IOException {
        return reader.docFreq(new Term(field, word));
    }

    private double bound(String field, int articles) throws IOException {
        return articles == 0 ? 0 : (K1 + 1) * idf(reader.getDocCount(field), articles);
    }

    /** Lucene's own for BM25, which is above what one word can add. */
    private static double idf(int all, int articles) {
        return Math.log(1 + (all - articles + 0.5) / (articles + 0.5));
    }

    private static double sum(List<Clue> clues) {
        return clues.stream().mapToDouble(Clue::most).sum();
    }
}
