package dev.byline.article;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What tells one article from every other of the site, for ever; ordered by its text.
 *
 * @param value the host's own id, 1 to 200 characters, not blank, without half a surrogate pair
 */
public record ArticleId(@JsonValue String value) implements Comparable<ArticleId> {
    private static final int LONGEST = 200;

    /** Checks the length, and that it can be written in UTF-8. */
    public ArticleId {
        if (value.isBlank() || value.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "an article id has 1 to " + LONGEST + " characters, not \"" + value + "\"");
        }
        if (value.codePoints().anyMatch(one -> one >= Character.MIN_SURROGATE && one <= Character.MAX_SURROGATE)) {
            throw new IllegalArgumentException("an article id has no half of a surrogate pair");
        }
    }

    /** The id with this text. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ArticleId of(String value) {
        return new ArticleId(value);
    }

    @Override
    public int compareTo(ArticleId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
