package dev.byline.search.document;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a query looks for, as terms of the {@linkplain SearchField#TEXT text fields} (rule S-04).
 *
 * @param words the words outside of quotation marks, each once whatever its form, in the reader's order
 * @param phrases what an article must hold exactly so
 * @param withoutWords what it must not hold, in any form
 * @param withoutPhrases what it must not hold exactly so
 * @param whole all words as they were typed, folded, with spaces between, to be compared with
 *     {@link SearchField#WHOLE_HEADLINE}; empty if there was an operator
 * @param all whether every article is meant, since nothing was typed but what to leave out
 * @param cut whether something was not read, since there was too much
 */
@JsonPropertyOrder({"words", "phrases", "withoutWords", "withoutPhrases", "whole", "all", "cut"})
@JsonIgnoreProperties(ignoreUnknown = true)
public record SearchTerms(
        List<Word> words,
        List<Phrase> phrases,
        List<Word> withoutWords,
        List<Phrase> withoutPhrases,
        String whole,
        boolean all,
        boolean cut) {
    /**
     * A word that is looked for.
     *
     * @param word as it was typed, folded
     * @param start where it begins in the query
     * @param end behind its last character there
     * @param terms any of which stands for it, and how much each counts where it stands, above 0 and at most 1; those that
     *     stand at one place add up
     * @param names where to look for other spellings, if it may be a name
     * @param same phrases that mean the same
     */
    @JsonPropertyOrder({"word", "start", "end", "terms", "names", "same"})
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Word(String word, int start, int end, Map<String, Float> terms, List<Name> names, List<Phrase> same) {
        /** Copies the lists and checks the weights. */
        public Word {
            Objects.requireNonNull(word, "word");
            if (terms != null && !terms.values().stream().allMatch(weight -> weight > 0 && weight <= 1)) {
                throw new IllegalArgumentException("a term counts more than 0 and at most 1, not as in " + terms);
            }
            terms = terms == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(terms));
            names = names == null ? List.of() : List.copyOf(names);
            same = same == null ? List.of() : List.copyOf(same);
        }

        /** The same with more terms that stand for it; those that it has stay as they are. */
        public Word and(Map<String, Float> more) {
            Map<String, Float> all = new LinkedHashMap<>(terms);
            more.forEach(all::putIfAbsent);
            return new Word(word, start, end, all, names, same);
        }
    }

    /**
     * A name that stands in the index in other spellings perhaps: those of the words behind one of the prefixes which sound
     * alike.
     *
     * @param word the name, folded
     * @param prefixes how the terms begin behind which its other spellings stand
     */
    @JsonPropertyOrder({"word", "prefixes"})
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Name(String word, List<String> prefixes) {
        /** Copies the list. */
        public Name {
            Objects.requireNonNull(word, "word");
            prefixes = prefixes == null ? List.of() : List.copyOf(prefixes);
        }
    }

    /**
     * Words that stand one behind the other.
     *
     * @param places each with the place behind the first, from 0
     */
    public record Phrase(List<Place> places) {
        /** Copies the list. */
        public Phrase {
            places = places == null ? List.of() : List.copyOf(places);
        }
    }

    /**
     * A place of a phrase.
     *
     * @param position how far behind the first
     * @param terms one of which must stand there
     */
    @JsonPropertyOrder({"position", "terms"})
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Place(int position, List<String> terms) {
        /** Copies the list and checks the place. */
        public Place {
            if (position < 0) {
                throw new IllegalArgumentException("no place is before the first: " + position);
            }
            terms = terms == null ? List.of() : List.copyOf(terms);
        }
    }

    /** Copies the lists. */
    public SearchTerms {
        words = words == null ? List.of() : List.copyOf(words);
        phrases = phrases == null ? List.of() : List.copyOf(phrases);
        withoutWords = withoutWords == null ? List.of() : List.copyOf(withoutWords);
        withoutPhrases = withoutPhrases == null ? List.of() : List.copyOf(withoutPhrases);
        whole = whole == null ? "" : whole;
    }

    /** The same with other words, as an index has led to them. */
    public SearchTerms words(List<Word> words) {
        return new SearchTerms(words, phrases, withoutWords, withoutPhrases, whole, all, cut);
    }
}
