package dev.byline.search.lucene;

import dev.byline.search.lucene.NewsAnalyzer.Token;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.search.Query;

/**
 * What capitals in a query mean (rule S-20): an abbreviation where the archive knows it, else no more than small letters.
 *
 * @param same the site's synonyms, which may name further abbreviations
 * @param all whether nothing was typed in small letters, as with caps lock
 * @param words function words that are none of the archive's abbreviations
 */
record Capitals(SameMeaning same, boolean all, Set<String> words) {
    // In capitals, other function words are shouted or meant as operators, also where an article has them so.
    private static final Set<String> ABBREVIATIONS = Set.of("us", "it", "who", "is");

    /** As a text has them, before the archive is asked. */
    static Capitals of(String text, SameMeaning same) {
        boolean any = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLetter(c) || Character.isSurrogate(c)) {
                if (!Character.isUpperCase(c)) {
                    return new Capitals(same, false, Set.of());
                }
                any = true;
            }
        }
        return new Capitals(same, any, Set.of());
    }

    /** A word of the query, which is an abbreviation only if it is read as one. */
    Token read(Token token) {
        if (!token.abbreviation()) {
            return token;
        }
        String word = token.word();
        boolean reads = FunctionWords.isEnglish(word) ? maybe(word) && !words.contains(word) : !all;
        return reads ? token : token.inSmallLetters();
    }

    /** A word by itself, before the archive and its synonyms are asked. */
    static Token alone(Token token) {
        return isAbbreviation(token) && !ABBREVIATIONS.contains(token.word()) ? token.inSmallLetters() : token;
    }

    private boolean maybe(String word) {
        return ABBREVIATIONS.contains(word) || same.hasAbbreviation(word);
    }

    /** Whether a word of a query that was read is such an abbreviation. */
    static boolean isAbbreviation(Token token) {
        return token.abbreviation() && FunctionWords.isEnglish(token.word());
    }

    /**
     * The same without the abbreviations that no public article has; where all is in capitals, without any if no article has
     * them together with the other words.
     */
    Capitals known(Plan plan, Publics publics) throws IOException {
        Set<String> unknown = new HashSet<>(words);
        plan.unknown.stream().filter(Capitals::isAbbreviation).forEach(token -> unknown.add(token.word()));
        List<Query> together = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (Plan.Wanted word : plan.wanted) {
            Query query = word.query();
            if (isAbbreviation(word.token())) {
                String itself = word.token().word();
                if (!same.hasAbbreviation(itself)) {
                    // What is wanted may be there only as a part of the word that it makes with its neighbour.
                    query = Respelling.holds(WordForms.ABBREVIATION + itself);
                }
                if (publics.any(query)) {
                    known.add(itself);
                } else {
                    unknown.add(itself);
                    continue;
                }
            }
            together.add(query);
        }
        if (all && !known.isEmpty() && !publics.any(Filters.allOf(together.toArray(Query[]::new)))) {
            unknown.addAll(known);
        }
        return unknown.equals(words) ? this : new Capitals(same, all, Set.copyOf(unknown));
    }
}
