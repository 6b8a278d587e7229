package dev.byline.comment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/**
 * What tells one comment from every other of the site; ordered by its text.
 *
 * @param value the host's own id, 1 to 200 characters, not blank
 */
public record CommentId(@JsonValue String value) implements Comparable<CommentId> {
    private static final int LONGEST = 200;

    /** Checks the length. */
    public CommentId {
        if (value.isBlank() || value.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "a comment id has 1 to " + LONGEST + " characters, not \"" + value + "\"");
        }
    }

    /** The id with this text. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static CommentId of(String value) {
        return new CommentId(value);
    }

    /** A new id that no other comment has, by chance as good as certain. */
    public static CommentId random() {
        return new CommentId(UUID.randomUUID().toString());
    }

    @Override
    public int compareTo(CommentId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
