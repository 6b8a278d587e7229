package dev.byline.search;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.List;

/**
 * Words and phrases that mean the same on a site, for example {@code IRGC} and {@code Revolutionary Guards}.
 *
 * <p>They are looked for, not indexed: others hold from the next query on (rule S-19). What a reader puts in quotation marks
 * is looked for as it stands. Of a set with many members, sixteen others are looked for beside a word.
 */
public final class Synonyms {
    /** The most sets that are kept. */
    public static final int MOST = 10_000;

    /** The most words of a phrase; a longer one is passed over. */
    public static final int LONGEST = 8;

    private static final Synonyms NONE = new Synonyms(List.of());

    private final List<List<String>> sets;

    private Synonyms(List<List<String>> sets) {
        this.sets = sets;
    }

    /** No words that mean the same. */
    public static Synonyms none() {
        return NONE;
    }

    /**
     * Sets of words or phrases, each as a reader would write it; whoever looks for one of a set finds all of them.
     *
     * @param sets those with fewer than two words are passed over
     * @throws IllegalArgumentException if there are more than {@value #MOST}
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Synonyms of(List<List<String>> sets) {
        List<List<String>> kept = new ArrayList<>();
        for (List<String> set : sets) {
            List<String> words = set.stream()
                    .map(String::strip)
                    .filter(word -> !word.isEmpty())
                    .distinct()
                    .toList();
            if (words.size() > 1) {
                kept.add(words);
            }
        }
        if (kept.size() > MOST) {
            throw new IllegalArgumentException("at most " + MOST + " sets of synonyms are kept, not " + kept.size());
        }
        return new Synonyms(List.copyOf(kept));
    }

    /** These words mean the same too. */
    public Synonyms and(String... same) {
        List<List<String>> more = new ArrayList<>(sets);
        more.add(List.of(same));
        return of(more);
    }

    /** The sets, as they were given. */
    @JsonValue
    public List<List<String>> sets() {
        return sets;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Synonyms synonyms && synonyms.sets.equals(sets);
    }

    @Override
    public int hashCode() {
        return sets.hashCode();
    }

    @Override
    public String toString() {
        return "Synonyms" + sets;
    }
}
