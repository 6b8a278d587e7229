package dev.byline.article;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.Objects;

/**
 * A published note that something in the article was wrong.
 *
 * @param at when the note was published
 * @param text what was wrong and what is right, plain text
 */
@JsonPropertyOrder({"at", "text"})
@JsonIgnoreProperties(ignoreUnknown = true)
public record Correction(
        @JsonFormat(shape = JsonFormat.Shape.STRING) Instant at, String text) {
    /** Checks that both are there. */
    public Correction {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(text, "text");
    }
}
