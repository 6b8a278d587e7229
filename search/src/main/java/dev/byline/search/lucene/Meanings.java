package dev.byline.search.lucene;

import dev.byline.search.lucene.NewsAnalyzer.Token;
import dev.byline.search.lucene.QueryReader.Read;
import dev.byline.search.lucene.QueryReader.Typed;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.Query;

/** What in an index stands for a word that was typed: its forms, other spellings of a name, and what means the same. */
final class Meanings {
    /** How much another spelling of a name counts beside the one that was typed. */
    static final float NAME = 0.5f;

    private static final int MOST_OF_PREFIX = 64;

    // Fewer letters are the beginning of too many names to be one.
    private static final int SHORTEST_BEGUN = 4;

    private final IndexReader reader;
    private final Statistics statistics;
    private final Read read;
    private final Beginnings beginnings;

    Meanings(IndexReader reader, Read read, Beginnings beginnings) {
        this.beginnings = beginnings;
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
     * @param begun by field, what is looked for in the place of the terms; empty for a finished word
     */
    record Meaning(Map<String, Float> terms, Set<String> names, List<List<Token>> phrases, Map<String, Begun> begun) {
        /** Any of it in a field. */
        Query in(String field) {
            Begun one = begun.get(field);
            return one == null ? Plan.any(field, terms) : one;
        }

        /** How many articles have it in a field: for a finished word, the most frequent of the terms. */
        int articles(Statistics statistics, String field) throws IOException {
            Begun one = begun.get(field);
            return one == null ? statistics.most(field, terms) : one.articles();
        }

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
        if (!typed.token().abbreviation() && !(unfinished && typed.word().length() < SHORTEST_BEGUN)) {
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
        for (Iterator<String> known = terms.keySet().iterator(); known.hasNext(); ) {
            if (!statistics.hasAny(known.next())) {
                known.remove();
            }
        }
        Map<String, Begun> begun = new HashMap<>();
        if (unfinished) {
            for (String field : new String[] {Field.TEXT, Field.FILED}) {
                begun.put(field, new Begun(beginnings, reader, field, typed.word(), terms));
            }
            // To be marked, and to stand beside other words, the most frequent are enough.
            List<Completions.Found> longer = beginnings.longer(reader, Field.TEXT, typed.word());
            longer.subList(0, Math.min(MOST_OF_PREFIX, longer.size()))
                    .forEach(one -> terms.putIfAbsent(one.term(), WordForms.OTHER));
        }
        return new Meaning(terms, names, phrases, begun);
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
