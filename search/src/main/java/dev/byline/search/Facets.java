package dev.byline.search;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How many of the articles found are filed where (rule S-14).
 *
 * <p>The count of a value is the {@link SearchPage#total()} of the same query with its filter of that kind set to that value
 * alone; so a filter does not hide the other values of its own kind.
 *
 * @param counts by kind, each list by count, the greatest first, then by key, at
 *     most {@value #MOST}; only the kinds that were asked for
 * @param months how many were published in each month of {@link SearchPolicy#zone()}, newest first, those without any left out;
 *     empty unless asked for
 */
@JsonPropertyOrder({"counts", "months"})
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonIgnoreProperties(ignoreUnknown = true)
public record Facets(Map<Kind, List<Count>> counts, List<Period> months) {
    /** The most values of a kind that are listed. */
    public static final int MOST = 1_000;

    /** No facets. */
    public static final Facets NONE = new Facets(Map.of(), List.of());

    /** What articles are counted by. */
    public enum Kind {
        /** Regions, and those around them. */
        @JsonProperty("region")
        REGION,
        /** Sections, and those above them. */
        @JsonProperty("section")
        SECTION,
        /** Tags. */
        @JsonProperty("tag")
        TAG,
        /** Authors. */
        @JsonProperty("author")
        AUTHOR,
        /** Months, in {@link Facets#months()}. */
        @JsonProperty("month")
        MONTH
    }

    /**
     * How many articles have a value.
     *
     * @param key the key of the region, section or tag, or the slug of the author
     * @param name how most of the articles counted print it, plain text
     * @param articles how many
     */
    @JsonPropertyOrder({"key", "name", "articles"})
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Count(String key, String name, long articles) {
        /** Checks what every count has. */
        public Count {
            Objects.requireNonNull(key, "key");
            name = name == null ? key : name;
        }
    }

    /**
     * How many articles were published in a time.
     *
     * @param from its beginning
     * @param until its end, which does not belong to it
     * @param articles how many
     */
    @JsonPropertyOrder({"from", "until", "articles"})
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Period(
            @JsonFormat(shape = JsonFormat.Shape.STRING) Instant from,

            @JsonFormat(shape = JsonFormat.Shape.STRING) Instant until,

            long articles) {}

    /** Copies the lists. */
    public Facets {
        EnumMap<Kind, List<Count>> copy = new EnumMap<>(Kind.class);
        if (counts != null) {
            counts.forEach((kind, list) -> copy.put(kind, List.copyOf(list)));
        }
        counts = Collections.unmodifiableMap(copy);
        months = months == null ? List.of() : List.copyOf(months);
    }

    /** The counts of one kind; empty if it was not asked for. */
    public List<Count> of(Kind kind) {
        return counts.getOrDefault(kind, List.of());
    }
}
