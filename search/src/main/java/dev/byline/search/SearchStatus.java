package dev.byline.search;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How an index is doing.
 *
 * @param articles how many articles it holds: those that are public, will be, or were until they expired
 * @param uncommitted how many articles were put or withdrawn since the last commit; a crash now would lose them
 * @param pendingSince since when the oldest of these has waited, by the search's clock; null if none does
 * @param committedAt when it was last committed, by the clock of that time
 * @param cursor how far it has followed the store, for {@link dev.byline.article.ArticleStore#changedSince}; empty if it
 *     never has, or has begun anew and not come to the end
 * @param format the version in which the index is written, in the engine's own words
 * @param bytes what the index takes on the disk, what it is about to delete included
 * @param readOnly whether it was opened only to be read, and answers from what another has committed
 * @param problem what went wrong when it last tried to commit, or why it was given up and must be opened again; empty if
 *     nothing did
 */
@JsonPropertyOrder({
    "articles",
    "uncommitted",
    "pendingSince",
    "committedAt",
    "cursor",
    "format",
    "bytes",
    "readOnly",
    "problem"
})
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonIgnoreProperties(ignoreUnknown = true)
public record SearchStatus(
        @JsonSetter(nulls = Nulls.AS_EMPTY) long articles,
        @JsonSetter(nulls = Nulls.AS_EMPTY) long uncommitted,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
        Instant pendingSince,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
        Instant committedAt,

        String cursor,
        String format,
        @JsonSetter(nulls = Nulls.AS_EMPTY) long bytes,
        @JsonSetter(nulls = Nulls.AS_EMPTY) boolean readOnly,
        String problem) {
    /** Puts empty text in the place of what is missing. */
    public SearchStatus {
        cursor = Objects.requireNonNullElse(cursor, "");
        format = Objects.requireNonNullElse(format, "");
        problem = Objects.requireNonNullElse(problem, "");
    }
}
