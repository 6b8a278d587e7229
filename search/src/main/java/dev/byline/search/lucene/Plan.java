package dev.byline.search.lucene;

import dev.byline.search.lucene.NewsAnalyzer.Token;
import dev.byline.search.lucene.QueryReader.Read;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/**
 * How a query is answered on one state of the index: which articles come into question, and what speaks for each.
 *
 * <p>The value of an article is
 *
 * <pre>
 *   all + (words + phrases + together + headline) · (1 + recency)
 * </pre>
 *
 * where {@code words} and {@code phrases} are BM25 (k1 1.2, b 0.75; Robertson and Zaragoza 2009) over the text field,
 * plus half of BM25 over what the article is filed under; {@code together} is half of BM25 of the words as one phrase
 * with a little room; {@code headline} is a quarter of what words and phrases can reach, if it has them all;
 * {@code recency} is at most {@value #RECENCY}; and {@code all} is more than an article without all the words can have.
 */
final class Plan {
    /** The most that recency adds, as a share. */
    static final double RECENCY = 0.1;

    /** The share of the words' rarity that an article without all words must carry (rule S-03). */
    static final double ENOUGH = 0.5;

    private static final double FILED = 0.5;
    private static final double TOGETHER = 0.5;
    private static final double HEADLINE = 0.25;
    private static final double OTHER_FORM = 0.9;
    private static final int ROOM = 3;
    private static final int MOST_TOGETHER = 8;

    // Scores are floats, which may lie above their bound by a rounding.
    private static final double ROUNDING = 1 + 1e-6;

    private final IndexSearcher searcher;
    private final IndexReader reader;
    private final Read read;
    private final List<Query> filters;
    private final List<Query> required = new ArrayList<>();
    private final List<Query> wordQueries = new ArrayList<>();

    /** The words that some article has, in the reader's order. */
    final List<Clue> words = new ArrayList<>();

    /** The phrases; every article that comes into question has them. */
    final List<Clue> phrases = new ArrayList<>();

    /** What only counts for articles with all words. */
    final List<Clue> extras = new ArrayList<>();

    /** Whether there is an article with each of the words. */
    private final boolean allKnown;

    /** What an article has for having all words. */
    final double all;

    /** The most that an article's value can be; 0 where nothing was typed. */
    final double most;

    /**
     * Plans a query.
     *
     * @param filters what an article must meet besides the words
     */
    Plan(IndexSearcher searcher, Read read, List<Query> filters) throws IOException {
        this.searcher = searcher;
        this.reader = searcher.getIndexReader();
        this.read = read;
        this.filters = filters;
        for (String word : read.words()) {
            addWord(word);
        }
        for (List<Token> phrase : read.phrases()) {
            addPhrase(phrase);
        }
        allKnown = words.size() == read.words().size();
        double text = sum(words) + sum(phrases);
        if (allKnown) {
            addTogether();
            addHeadline(text);
        }
        all = (1 + RECENCY) * text * ROUNDING;
        most = all + (1 + RECENCY) * (text + sum(extras)) * ROUNDING;
    }

    /** Whether no article can be found, whatever the filters let through. */
    boolean hopeless() {
        return !read.all() && words.isEmpty() && phrases.isEmpty();
    }

    /** Whether an article with so many of {@link #words} has all that were typed. */
    boolean isAll(int matched) {
        return allKnown && matched == words.size();
    }

    /** The share of the words' rarity below which an article has too little. */
    double enough() {
        return words.stream().mapToDouble(Clue::rarity).sum() * ENOUGH * (1 - 1e-9);
    }

    /**
     * The articles that come into question.
     *
     * @param withAll only those with all of {@link #words}
     */
    Query candidates(boolean withAll) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        filters.forEach(filter -> query.add(filter, Occur.FILTER));
        required.forEach(phrase -> query.add(phrase, Occur.FILTER));
        // A word without which the others can't be enough must be there.
        double enough = enough();
        List<Query> optional = new ArrayList<>();
        boolean mustHave = false;
        for (int i = 0; i < words.size(); i++) {
            if (withAll || words.get(i).rarity() > enough * (1 + 1e-6)) {
                query.add(wordQueries.get(i), Occur.FILTER);
                mustHave = true;
            } else {
                optional.add(wordQueries.get(i));
            }
        }
        if (!mustHave && !optional.isEmpty()) {
            query.add(Filters.anyOf(optional), Occur.FILTER);
        }
        for (String word : read.excludedWords()) {
            query.add(anyForm(Field.TEXT, word).orElse(term(Field.TEXT, word)), Occur.MUST_NOT);
            query.add(anyForm(Field.FILED, word).orElse(term(Field.FILED, word)), Occur.MUST_NOT);
        }
        for (List<Token> phrase : read.excludedPhrases()) {
            query.add(phrase(Field.TEXT, phrase, 0), Occur.MUST_NOT);
            query.add(phrase(Field.FILED, phrase, 0), Occur.MUST_NOT);
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
        read.words().forEach(word -> queries.add(forms(Field.TEXT, WordForms.of(word))));
        read.phrases().forEach(phrase -> queries.add(phrase(Field.TEXT, phrase, 0)));
        return Filters.anyOf(queries);
    }

    private void addWord(String word) throws IOException {
        Optional<Query> text = anyForm(Field.TEXT, word);
        Optional<Query> filed = anyForm(Field.FILED, word);
        List<Weight> weights = new ArrayList<>(2);
        List<Query> anywhere = new ArrayList<>(2);
        int inText = articlesWith(Field.TEXT, word);
        int inFiled = articlesWith(Field.FILED, word);
        if (text.isPresent()) {
            weights.add(weight(text.get(), 1));
            anywhere.add(text.get());
        }
        if (filed.isPresent()) {
            weights.add(weight(filed.get(), FILED));
            anywhere.add(filed.get());
        }
        if (!weights.isEmpty()) {
            double most = bound(Field.TEXT, inText) + FILED * bound(Field.FILED, inFiled);
            double rarity = idf(reader.maxDoc(), Math.max(inText, inFiled));
            words.add(new Clue("S-05", "speaks of " + word, rarity, most, weights));
            wordQueries.add(Filters.anyOf(anywhere));
        }
    }

    private void addPhrase(List<Token> phrase) throws IOException {
        Query text = phrase(Field.TEXT, phrase, 0);
        Query filed = phrase(Field.FILED, phrase, 0);
        double most = 0;
        StringBuilder said = new StringBuilder();
        for (Token token : phrase) {
            most += bound(Field.TEXT, reader.docFreq(new Term(Field.TEXT, token.word())));
            most += FILED * bound(Field.FILED, reader.docFreq(new Term(Field.FILED, token.word())));
            said.append(said.isEmpty() ? "" : " ").append(token.word());
        }
        required.add(Filters.anyOf(text, filed));
        phrases.add(new Clue("S-04", "says \"" + said + "\"", 0, most, List.of(weight(text, 1), weight(filed, FILED))));
    }

    private void addTogether() throws IOException {
        if (words.size() < 2 || words.size() > MOST_TOGETHER) {
            return;
        }
        PhraseQuery.Builder together = new PhraseQuery.Builder().setSlop(ROOM);
        double most = 0;
        for (String word : read.words()) {
            Term term = new Term(Field.TEXT, word);
            int articles = reader.docFreq(term);
            if (articles == 0) {
                return;
            }
            together.add(term);
            most += TOGETHER * bound(Field.TEXT, articles);
        }
        extras.add(new Clue("S-06", "the words stand together", 0, most, List.of(weight(together.build(), TOGETHER))));
    }

    private void addHeadline(double text) throws IOException {
        BooleanQuery.Builder headline = new BooleanQuery.Builder();
        for (String word : read.words()) {
            headline.add(forms(Field.HEADLINE, WordForms.of(word)), Occur.FILTER);
        }
        for (List<Token> phrase : read.phrases()) {
            phrase.forEach(token -> headline.add(term(Field.HEADLINE, token.word()), Occur.FILTER));
        }
        BooleanQuery query = headline.build();
        if (!query.clauses().isEmpty()) {
            double most = HEADLINE * text;
            Weight constant = weight(new ConstantScoreQuery(query), (float) most);
            extras.add(new Clue("S-07", "the headline has it all", 0, most, List.of(constant)));
        }
    }

    private Optional<Query> anyForm(String field, String word) {
        List<String> known = new ArrayList<>();
        for (String form : WordForms.of(word)) {
            if (articles(field, form) > 0) {
                known.add(form);
            }
        }
        return known.isEmpty() ? Optional.empty() : Optional.of(forms(field, word, known));
    }

    private static Query forms(String field, List<String> forms) {
        return forms(field, forms.get(0), forms);
    }

    private static Query forms(String field, String word, List<String> forms) {
        SynonymQuery.Builder query = new SynonymQuery.Builder(field);
        for (String form : forms) {
            query.addTerm(new Term(field, form), form.equals(word) ? 1 : (float) OTHER_FORM);
        }
        return query.build();
    }

    private static Query phrase(String field, List<Token> tokens, int room) {
        PhraseQuery.Builder query = new PhraseQuery.Builder().setSlop(room);
        int first = tokens.get(0).position();
        tokens.forEach(token -> query.add(new Term(field, token.word()), token.position() - first));
        return query.build();
    }

    private static Query term(String field, String word) {
        return new TermQuery(new Term(field, word));
    }

    private Weight weight(Query query, double boost) throws IOException {
        return searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE, (float) boost);
    }

    private int articlesWith(String field, String word) {
        return WordForms.of(word).stream()
                .mapToInt(form -> articles(field, form))
                .max()
                .orElse(0);
    }

    private int articles(String field, String word) {
        try {
            return reader.docFreq(new Term(field, word));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private double bound(String field, int articles) throws IOException {
        return articles == 0 ? 0 : idf(reader.getDocCount(field), articles);
    }

    /** Lucene's own for BM25, which is above what one word can add. */
    private static double idf(int all, int articles) {
        return Math.log(1 + (all - articles + 0.5) / (articles + 0.5));
    }

    private static double sum(List<Clue> clues) {
        return clues.stream().mapToDouble(Clue::most).sum();
    }
}
