package dev.byline.comment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How long a text may be: in characters as a reader counts them (Unicode code points), in bytes of UTF-8 as a database
 * column counts them, or both.
 *
 * <p>{@link MaxCharacters} and {@link MaxBytes} are the same limit as annotations.
 *
 * @param characters the most code points; 0 where they are not counted
 * @param bytes the most bytes of UTF-8; 0 where they are not counted
 */
@JsonPropertyOrder({"characters", "bytes"})
@JsonIgnoreProperties(ignoreUnknown = true)
public record TextLimit(int characters, int bytes) {
    /** What is counted. */
    public enum Unit {
        /** Unicode code points. */
        @JsonProperty("characters")
        CHARACTERS,

        /** Bytes of UTF-8. */
        @JsonProperty("bytes")
        BYTES
    }

    /**
     * By how much a text is too long.
     *
     * @param unit what was counted
     * @param limit the most that is allowed
     * @param actual how many there are
     */
    public record Excess(Unit unit, int limit, int actual) {}

    /** Checks that nothing is below zero. */
    public TextLimit {
        if (characters < 0 || bytes < 0) {
            throw new IllegalArgumentException(
                    "a limit can't be below zero: " + characters + " characters, " + bytes + " bytes");
        }
    }

    /** The limit in a JSON document; what is missing is not counted. */
    @JsonCreator
    static TextLimit fromJson(
            @JsonProperty("characters") @Nullable Integer characters, @JsonProperty("bytes") @Nullable Integer bytes) {
        return new TextLimit(characters == null ? 0 : characters, bytes == null ? 0 : bytes);
    }

    /** At most this many code points, at least 1. */
    public static TextLimit ofCharacters(int characters) {
        return new TextLimit(positive(characters), 0);
    }

    /** At most this many bytes of UTF-8, at least 1. */
    public static TextLimit ofBytes(int bytes) {
        return new TextLimit(0, positive(bytes));
    }

    /** How far the text goes beyond the limit, characters before bytes; empty where it keeps within. */
    public Optional<Excess> excess(CharSequence text) {
        // No text has more bytes than three for each char, so that most need no counting.
        if ((characters == 0 || text.length() <= characters) && (bytes == 0 || text.length() <= bytes / 3)) {
            return Optional.empty();
        }
        int points = Character.codePointCount(text, 0, text.length());
        if (characters > 0 && points > characters) {
            return Optional.of(new Excess(Unit.CHARACTERS, characters, points));
        }
        int encoded = bytesOf(text);
        return bytes > 0 && encoded > bytes ? Optional.of(new Excess(Unit.BYTES, bytes, encoded)) : Optional.empty();
    }

    /**
     * The most UTF-16 units that a text within the limit can have, which is what the {@code maxlength} of an HTML field
     * counts; 0 where nothing is limited.
     */
    int longest() {
        long units = Math.min(
                characters == 0 ? Integer.MAX_VALUE : 2L * characters, bytes == 0 ? Integer.MAX_VALUE : (long) bytes);
        return units == Integer.MAX_VALUE ? 0 : (int) units;
    }

    /** This limit under a bound that no policy may exceed. */
    TextLimit within(int bound, String field) {
        if (bytes > bound) {
            throw new IllegalArgumentException(
                    "the limit of " + field + " is at most " + bound + " bytes, not " + bytes);
        }
        return new TextLimit(characters, bytes == 0 ? bound : bytes);
    }

    private static int bytesOf(CharSequence text) {
        long bytes = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                bytes++;
            } else if (c < 0x800) {
                bytes += 2;
            } else if (Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                bytes += 4;
                i++;
            } else {
                bytes += 3;
            }
        }
        return (int) Math.min(bytes, Integer.MAX_VALUE);
    }

    private static int positive(int most) {
        if (most < 1) {
            throw new IllegalArgumentException("a limit is at least 1, not " + most);
        }
        return most;
    }
}
