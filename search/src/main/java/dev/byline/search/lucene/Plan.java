package dev.byline.search.lucene;

import dev.byline.search.lucene.Meanings.Meaning;
import dev.byline.search.lucene.NewsAnalyzer.Token;
import dev.byline.search.lucene.QueryReader.Read;
import dev.byline.search.lucene.QueryReader.Typed;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    private static final int ROOM = 4;
    private static final int MOST_PAIRS = 12;

    // The inverse document frequency that no word exceeds on an index of less than two thousand million articles.
    private static final double FEEDBACK_BOUND = 22;

    // BM25 gives a phrase less than this many times its rarity.
    private static final double PHRASE_BOUND = 2.2;

    // How often a pair may stand in an article until its part stays below its bound.
    private static final int PAIR_BOUND = 3;

    // Scores are floats, which may lie above their bound by a rounding.
    private static final double ROUNDING = 1 + 1e-6;

    /**
     * A word that is looked for.
     *
     * @param token as it was typed
     * @param terms the terms of the index that stand for it, and how much each counts
     * @param phrases phrases that mean the same, in the text
     * @param query any of them, anywhere
     * @param rarity its inverse document frequency
     */
    record Wanted(Token token, Map<String, Float> terms, List<Query> phrases, Query query, double rarity) {}

    private final IndexSearcher searcher;
    private final Statistics statistics;
    private final Read read;
    final List<Query> filters;

    /** Whether the last word may be the beginning of a longer one. */
    final boolean unfinished;

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
    Plan(Publics publics, Read read, boolean unfinished, Beginnings beginnings, List<Query> filters, double recency)
            throws IOException {
        this.publics = publics;
        this.searcher = publics.searcher();
        statistics = new Statistics(searcher.getIndexReader());
        this.read = read;
        this.unfinished = unfinished;
        this.filters = filters;
        List<Typed> typed = read.words();
        Meanings meanings = new Meanings(searcher.getIndexReader(), read, beginnings);
        for (int i = 0; i < typed.size(); i++) {
            addWord(typed.get(i).token(), meanings.of(typed.get(i), unfinished && i == typed.size() - 1));
        }
        for (List<Token> phrase : read.phrases()) {
            addPhrase(phrase);
        }
        allKnown = words.size() == typed.size();
        // Who has the only word has all that others have.
        named = words.size() > 1
                && typed.size() <= MOST_FOR_ALL
                && typed.stream().anyMatch(word -> isLatinName(word.word()));
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

    /** Whether there are words, and a public article with each of them. */
    boolean knowsAllWords() {
        return allKnown && !words.isEmpty();
    }

    /** The articles with all words, whatever the filters let through. */
    Query withAllWords() {
        return candidates(List.of(), true, 0);
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
    Query candidates(List<Query> filters, boolean withAll, double enough) {
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

    /** What is marked in what was found. */
    LookedFor lookedFor() {
        return LookedFor.of(read, wanted);
    }

    private void addWord(Token token, Meaning meaning) throws IOException {
        Map<String, Float> terms = meaning.terms();
        List<Query> phrases = new ArrayList<>();
        List<Weight> weights = new ArrayList<>();
        List<Query> anywhere = new ArrayList<>();
        boolean known = meaning.names().isEmpty() || known(meaning.own());
        // Where the spelling that was typed is known, others neither make it less rare nor count as much.
        boolean apart = known && !meaning.names().isEmpty() && meaning.begun().isEmpty();
        Map<String, Float> own = apart ? meaning.own() : terms;
        int inText = apart ? statistics.most(Field.TEXT, own) : meaning.articles(statistics, Field.TEXT);
        int inFiled = apart ? statistics.most(Field.FILED, own) : meaning.articles(statistics, Field.FILED);
        if (inText > 0) {
            add(apart ? any(Field.TEXT, own) : meaning.in(Field.TEXT), 1, weights, anywhere);
        }
        if (inFiled > 0) {
            add(apart ? any(Field.FILED, own) : meaning.in(Field.FILED), FILED, weights, anywhere);
        }
        double most = statistics.bound(Field.TEXT, inText) + FILED * statistics.bound(Field.FILED, inFiled);
        int articles = Math.max(inText, inFiled);
        if (apart) {
            Map<String, Float> others = new LinkedHashMap<>(terms);
            others.keySet().retainAll(meaning.names());
            double rarity = statistics.rarity(articles);
            most += addOthers(Field.TEXT, others, rarity, 1, weights, anywhere)
                    + addOthers(Field.FILED, others, rarity, FILED, weights, anywhere);
        }
        for (List<Token> same : meaning.phrases()) {
            phrases.add(anyForms(Field.TEXT, same));
            List<Set<String>> places =
                    same.stream().map(part -> WordForms.of(part).keySet()).toList();
            int having = statistics.fewest(places);
            articles = Math.max(articles, having);
            double share = SameMeaning.SHARE * statistics.rarity(having);
            most += share * PHRASE_BOUND * (1 + FILED);
            add(phrases.get(phrases.size() - 1), share / statistics.sum(Field.TEXT, places), weights, anywhere);
            add(anyForms(Field.FILED, same), share * FILED / statistics.sum(Field.FILED, places), weights, anywhere);
        }
        Query any = Begun.anyOf(anywhere);
        if (anywhere.isEmpty() || !publics.any(any)) {
            unknown.add(token);
            return;
        }
        if (!known && phrases.isEmpty()) {
            names.put(token, meaning.names());
        }
        double rarity = statistics.rarity(articles);
        words.add(new Clue("S-05", "speaks of " + token.word(), rarity, most, weights));
        wanted.add(new Wanted(token, terms, phrases, any, rarity));
    }

    /** Adds other spellings of a name that is so rare itself; returns the most that they can add. */
    private double addOthers(
            String field,
            Map<String, Float> spellings,
            double rarity,
            double share,
            List<Weight> weights,
            List<Query> anywhere)
            throws IOException {
        int having = statistics.most(field, spellings);
        if (having == 0) {
            return 0;
        }
        double counted = share * Meanings.NAME * Math.min(1, rarity / statistics.rarity(having));
        add(any(field, spellings), counted, weights, anywhere);
        return counted * statistics.bound(field, having);
    }

    private void add(Query query, double share, List<Weight> weights, List<Query> anywhere) throws IOException {
        weights.add(weight(query, share));
        anywhere.add(query);
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
            most += statistics.bound(Field.TEXT, statistics.articles(Field.TEXT, token.word()));
            most += FILED * statistics.bound(Field.FILED, statistics.articles(Field.FILED, token.word()));
            said.append(said.isEmpty() ? "" : " ").append(token.word());
        }
        required.add(Filters.anyOf(text, filed));
        phrases.add(new Clue("S-04", "says \"" + said + "\"", 0, most, List.of(weight(text, 1), weight(filed, FILED))));
    }

    private void addPairs() throws IOException {
        for (int i = 1; i < wanted.size() && i <= MOST_PAIRS; i++) {
            Wanted first = wanted.get(i - 1);
            Wanted second = wanted.get(i);
            Set<String> firsts = first.terms().keySet();
            Set<String> seconds = second.terms().keySet();
            MultiPhraseQuery pair = new MultiPhraseQuery.Builder()
                    .add(places(Field.TEXT, firsts))
                    .add(places(Field.TEXT, seconds))
                    .setSlop(ROOM)
                    .build();
            double rarity = first.rarity() + second.rarity();
            double share = PAIR * rarity / statistics.sum(Field.TEXT, List.of(firsts, seconds));
            String said = first.token().word() + " by " + second.token().word();
            extras.add(new Clue("S-06", said, 0, PAIR_BOUND * PAIR * rarity, List.of(weight(pair, share))));
        }
    }

    private static Term[] places(String field, Set<String> terms) {
        return terms.stream().map(term -> new Term(field, term)).toArray(Term[]::new);
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

    private static Query anyForms(String field, List<Token> tokens) {
        MultiPhraseQuery.Builder query = new MultiPhraseQuery.Builder();
        int first = tokens.get(0).position();
        tokens.forEach(token -> query.add(places(field, WordForms.of(token).keySet()), token.position() - first));
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

    private static double sum(List<Clue> clues) {
        return clues.stream().mapToDouble(Clue::most).sum();
    }
}
