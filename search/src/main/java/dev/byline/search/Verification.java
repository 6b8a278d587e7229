package dev.byline.search;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import dev.byline.article.ArticleId;
import java.util.List;

/**
 * What came of comparing an index with its store.
 *
 * @param compared how many articles of the store belong into an index: published or scheduled, and without a password
 * @param missing how many of these the index has not
 * @param extra how many articles the index has that the store has not, or that do not belong
 * @param different how many of these the index has otherwise than the store
 * @param missingIds the first of the missing by id, at most {@value #MOST_IDS}
 * @param extraIds the first of the extra, likewise
 * @param differentIds the first of the different, likewise
 */
@JsonPropertyOrder({"compared", "missing", "extra", "different", "missingIds", "extraIds", "differentIds"})
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonIgnoreProperties(ignoreUnknown = true)
public record Verification(
        @JsonSetter(nulls = Nulls.AS_EMPTY) long compared,
        @JsonSetter(nulls = Nulls.AS_EMPTY) long missing,
        @JsonSetter(nulls = Nulls.AS_EMPTY) long extra,
        @JsonSetter(nulls = Nulls.AS_EMPTY) long different,
        List<ArticleId> missingIds,
        List<ArticleId> extraIds,
        List<ArticleId> differentIds) {
    /** How many ids of each kind are named. */
    public static final int MOST_IDS = 100;

    /** Copies the lists; a missing one is empty. */
    public Verification {
        missingIds = missingIds == null ? List.of() : List.copyOf(missingIds);
        extraIds = extraIds == null ? List.of() : List.copyOf(extraIds);
        differentIds = differentIds == null ? List.of() : List.copyOf(differentIds);
    }

    /** Whether the index equals the store. */
    public boolean clean() {
        return missing == 0 && extra == 0 && different == 0;
    }
}
