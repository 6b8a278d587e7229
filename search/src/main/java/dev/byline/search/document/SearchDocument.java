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
 * An article as a search engine is given it, each field by the name of its {@link SearchField}.
 *
 * <p>A field that has nothing to hold is missing.
 *
 * @param texts the terms of each text field, in the order of their places
 * @param keys the keys of each field of keys
 * @param numbers the number of each field of numbers
 * @param kept the text of each field that is only given back
 */
@JsonPropertyOrder({"texts", "keys", "numbers", "kept"})
@JsonIgnoreProperties(ignoreUnknown = true)
public record SearchDocument(
        Map<String, List<Token>> texts,
        Map<String, List<Key>> keys,
        Map<String, Long> numbers,
        Map<String, String> kept) {
    /**
     * A term at its place.
     *
     * <p>A text counts more than once where it weighs more, and the texts of one field stand {@value #GAP} places apart, so
     * that no phrase reaches from one into the next. Beside a word, at its place, stand the marks by which it is found in other
     * forms and spellings: they begin with {@code =} or {@code ^}, as no word does.
     *
     * @param term the word, folded, or a mark
     * @param position the place, counted from 0; several terms may stand at one, and some places have none
     * @param start where the word begins in the texts of the field, in characters, with one character between texts
     * @param end behind its last character there
     */
    @JsonPropertyOrder({"term", "position", "start", "end"})
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Token(String term, int position, int start, int end) {
        /** How many places lie between the texts of one field. */
        public static final int GAP = 100;

        /** Checks that there is a term. */
        public Token {
            Objects.requireNonNull(term, "term");
        }
    }

    /**
     * An exact key.
     *
     * @param key what is asked for
     * @param name how the article prints what the key stands for; empty where it stands for itself
     */
    @JsonPropertyOrder({"key", "name"})
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Key(String key, String name) {
        /** Checks that there is a key. */
        public Key {
            Objects.requireNonNull(key, "key");
            name = name == null ? "" : name;
        }
    }

    /** Copies the fields. */
    public SearchDocument {
        texts = lists(texts);
        keys = lists(keys);
        numbers = copy(numbers);
        kept = copy(kept);
    }

    private static <T> Map<String, List<T>> lists(Map<String, List<T>> lists) {
        Map<String, List<T>> copy = new LinkedHashMap<>();
        if (lists != null) {
            lists.forEach((field, list) -> copy.put(field, List.copyOf(list)));
        }
        return Collections.unmodifiableMap(copy);
    }

    private static <T> Map<String, T> copy(Map<String, T> values) {
        return values == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
}
