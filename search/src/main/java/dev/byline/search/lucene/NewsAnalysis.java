package dev.byline.search.lucene;

import dev.byline.article.Article;
import dev.byline.search.Synonyms;
import dev.byline.search.document.SearchDocument;
import dev.byline.search.document.SearchField;
import dev.byline.search.document.SearchTerms;
import dev.byline.search.document.SearchTerms.Name;
import dev.byline.search.document.SearchTerms.Phrase;
import dev.byline.search.document.SearchTerms.Place;
import dev.byline.search.document.SearchTerms.Word;
import dev.byline.search.lucene.QueryReader.Read;
import dev.byline.search.lucene.QueryReader.Typed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The analysis of the embedded engine for another one: an article as the terms that are indexed of it, a query as the
 * terms that are looked for, and what was found as HTML.
 *
 * <p>Needs no index and has no state but the synonyms; thread-safe.
 *
 * <pre>{@code
 * NewsAnalysis analysis = NewsAnalysis.with(Synonyms.none());
 * SearchDocument document = analysis.document(article).orElseThrow();   // tokens, keys, numbers, kept texts
 * SearchTerms asked = analysis.query("bridge closed");                  // terms, and how much each counts
 * String html = analysis.snippetHtml(asked, document.kept().getOrDefault("story", ""));
 * }</pre>
 */
public final class NewsAnalysis {
    private final NewsAnalyzer analyzer = new NewsAnalyzer();
    private final FunctionWords functionWords = new FunctionWords(analyzer);
    private final SameMeaning sameMeaning;

    private NewsAnalysis(Synonyms synonyms) {
        sameMeaning = new SameMeaning(analyzer, synonyms);
    }

    /** By these synonyms; {@code SearchPolicy.synonyms()} has them. Costs as much as reading them. */
    public static NewsAnalysis with(Synonyms synonyms) {
        return new NewsAnalysis(synonyms);
    }

    /**
     * The article as it is indexed.
     *
     * @return empty if it can't become public by the clock alone, so that it must leave the index (rule S-01)
     */
    public Optional<SearchDocument> document(Article article) {
        if (!ArticleFields.belongs(article)) {
            return Optional.empty();
        }
        return Optional.of(DescribedArticle.of(article, analyzer));
    }

    /** What a text looks for; any text is a query (rule S-04). */
    public SearchTerms query(String text) {
        Read read = QueryReader.read(analyzer, functionWords, sameMeaning, text);
        return new SearchTerms(
                read.words().stream().map(NewsAnalysis::word).toList(),
                read.phrases().stream().map(NewsAnalysis::exactly).toList(),
                read.excludedWords().stream()
                        .map(token -> word(token, WordForms.of(token), List.of(), List.of()))
                        .toList(),
                read.excludedPhrases().stream().map(NewsAnalysis::exactly).toList(),
                read.whole(),
                read.all(),
                read.cut());
    }

    /**
     * A word with the other spellings that an index has of it (rule S-13).
     *
     * @param listed the terms of the index that begin with one of the prefixes of {@link Word#names()}, in order, at most
     *     {@value OtherSpellings#MOST_BEHIND_KEY} behind each; others are passed over
     */
    public Word spelled(Word word, Collection<String> listed) {
        Map<String, Float> spellings = new LinkedHashMap<>();
        for (Name name : word.names()) {
            Set<String> found = OtherSpellings.among(name.word(), name.prefixes(), listed);
            found.forEach(term -> spellings.put(term, Meanings.NAME));
        }
        return word.and(spellings);
    }

    /** A headline as HTML, whole, with {@code <mark>} around what the query looks for. */
    public String headlineHtml(SearchTerms query, String headline) {
        try {
            return new Highlights(analyzer, lookedFor(query)).headline(headline);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /**
     * The sentences of a story that have most of what the query looks for, or its beginning, as HTML with {@code <mark>}.
     *
     * @param story as {@link SearchField#STORY} keeps it
     */
    public String snippetHtml(SearchTerms query, String story) {
        try {
            return new Highlights(analyzer, lookedFor(query)).snippet(story);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static Word word(Typed typed) {
        Map<String, Float> terms = new LinkedHashMap<>(WordForms.of(typed.token()));
        List<Name> names = new ArrayList<>();
        if (!typed.token().abbreviation()) {
            name(typed.word(), names);
        }
        for (String joined : typed.joined()) {
            terms.putIfAbsent(joined, WordForms.OTHER);
            terms.putIfAbsent(WordForms.STEM + joined, WordForms.OTHER);
            name(joined, names);
        }
        List<Phrase> phrases = new ArrayList<>();
        for (List<NewsAnalyzer.Token> same : typed.same()) {
            if (same.size() == 1) {
                WordForms.of(same.get(0)).forEach((term, share) -> terms.putIfAbsent(term, SameMeaning.SHARE * share));
            } else {
                phrases.add(
                        phrase(same, token -> List.copyOf(WordForms.of(token).keySet())));
            }
        }
        return word(typed.token(), terms, names, phrases);
    }

    private static Word word(NewsAnalyzer.Token token, Map<String, Float> terms, List<Name> names, List<Phrase> same) {
        return new Word(token.word(), token.start(), token.end(), terms, names, same);
    }

    private static void name(String word, List<Name> names) {
        List<String> prefixes = OtherSpellings.prefixes(word);
        if (!prefixes.isEmpty()) {
            names.add(new Name(word, prefixes));
        }
    }

    private static Phrase exactly(List<NewsAnalyzer.Token> tokens) {
        return phrase(tokens, token -> List.of(token.word()));
    }

    private static Phrase phrase(List<NewsAnalyzer.Token> tokens, Function<NewsAnalyzer.Token, List<String>> terms) {
        int first = tokens.get(0).position();
        return new Phrase(tokens.stream()
                .map(token -> new Place(token.position() - first, terms.apply(token)))
                .toList());
    }

    private static LookedFor lookedFor(SearchTerms query) {
        LookedFor lookedFor = new LookedFor();
        for (Word word : query.words()) {
            lookedFor.addWord(word.terms().keySet());
            word.same().forEach(phrase -> lookedFor.addPhrase(places(phrase)));
        }
        query.phrases().forEach(phrase -> lookedFor.addPhrase(places(phrase)));
        return lookedFor;
    }

    private static List<LookedFor.Place> places(Phrase phrase) {
        return phrase.places().stream()
                .map(place -> new LookedFor.Place(place.position(), place.terms()))
                .toList();
    }
}
