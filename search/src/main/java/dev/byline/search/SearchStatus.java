package dev.byline.search;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How an index is doing.
 *
 * @param articles how many articles it holds: those that are public, will be, or were until they expired
 * @param uncommitted how many articles were put or withdrawn since the last commit; a crash now would lose them
 * @param committedAt when it was last committed, by the clock of that time
 * @param cursor how far it has followed the store, for {@link dev.byline.article.ArticleStore#changedSince}; empty if it
 *     never has, or has begun anew and not come to the end
 */
@JsonPropertyOrder({"articles", "uncommitted", "committedAt", "cursor"})
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonIgnoreProperties(ignoreUnknown = true)
public record SearchStatus(
        long articles,
        long uncommitted,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
        Instant committedAt,

        String cursor) {
    /** Puts empty text in the place of a missing cursor. */
    public SearchStatus {
        cursor = Objects.requireNonNullElse(cursor, "");
    }
}
