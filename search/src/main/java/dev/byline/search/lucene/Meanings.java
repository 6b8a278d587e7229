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

/** What in an index stands for a word that was typed: its forms, other spellings of a name, and what means the same. */
final class Meanings {
    /** How much another spelling of a name counts beside the one that was typed. */
    static final float NAME = 0.5f;

    private static final int FIRST_OF_PREFIX = 2_000;
    private static final int MOST_OF_PREFIX = 64;

    private final IndexReader reader;
    private final Statistics statistics;
    private final Read read;

    Meanings(IndexReader reader, Read read) {
        this.reader = reader;
        this.read = read;
        statistics = new Statistics(reader);
    }

    /**
     * What stands for a word; nothing if no article has any of it.
     *
     * @param terms the terms of the index, and how much each counts
     * @param names those of them that are other spellings of a name
     * @param phrases phrases that mean the same, each with all of its words somewhere in the index
     */
    record Meaning(Map<String, Float> terms, Set<String> names, List<List<Token>> phrases) {
        /** The terms that are no mere other spellings. */
        Map<String, Float> own() {
            Map<String, Float> own = new LinkedHashMap<>(terms);
            own.keySet().removeAll(names);
            return own;
        }
    }

    /** What stands for a word, of which more may follow if it is unfinished. */
    Meaning of(Typed typed, boolean unfinished) throws IOException {
        Map<String, Float> terms = new LinkedHashMap<>(WordForms.of(typed.token()));
        Set<String> names = new HashSet<>();
        read.besides().getOrDefault(typed.word(), Map.of()).forEach(terms::putIfAbsent);
        for (String joined : typed.joined()) {
            terms.putIfAbsent(joined, WordForms.OTHER);
            terms.putIfAbsent(WordForms.STEM + joined, WordForms.OTHER);
        }
        // Behind those, of which some are spellings of others too.
        if (!typed.token().abbreviation()) {
            addNames(typed.word(), terms, names);
        }
        for (String joined : typed.joined()) {
            addNames(joined, terms, names);
        }
        List<List<Token>> phrases = new ArrayList<>();
        for (List<Token> same : typed.same()) {
            if (same.size() == 1) {
                WordForms.of(same.get(0)).forEach((term, share) -> terms.putIfAbsent(term, SameMeaning.SHARE * share));
            } else if (hasAll(same)) {
                phrases.add(same);
            }
        }
        if (unfinished) {
            Prefixes.most(reader, Field.TEXT, typed.word(), FIRST_OF_PREFIX, MOST_OF_PREFIX)
                    .forEach(terms::putIfAbsent);
        }
        for (Iterator<String> known = terms.keySet().iterator(); known.hasNext(); ) {
            if (!statistics.hasAny(known.next())) {
                known.remove();
            }
        }
        return new Meaning(terms, names, phrases);
    }

    private void addNames(String word, Map<String, Float> terms, Set<String> names) throws IOException {
        for (String name : new OtherSpellings(reader).of(word)) {
            if (terms.putIfAbsent(name, NAME) == null) {
                names.add(name);
            }
        }
    }

    private boolean hasAll(List<Token> phrase) throws IOException {
        for (Token token : phrase) {
            boolean has = false;
            for (String form : WordForms.of(token).keySet()) {
                has |= statistics.hasAny(form);
            }
            if (!has) {
                return false;
            }
        }
        return true;
    }
}
