package dev.byline.article;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;

/**
 * Which articles count as the previous and the next one; starts as {@link #at(Instant)}: all that are public.
 *
 * @param at the instant at which a neighbour must be public
 * @param within which term of the article a neighbour must share
 * @param excluded keys of regions, sections and tags that a neighbour must not have, for example {@code sponsored}
 */
public record NeighbourQuery(Instant at, Within within, Set<String> excluded) {
    /** What a neighbour must share with the article. */
    public enum Within {
        /** Nothing: any public article. */
        SITE,
        /** One of its regions, or a region inside one. */
        REGION,
        /** One of its sections, or a section below one. */
        SECTION
    }

    /** Copies the keys. */
    public NeighbourQuery {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(within, "within");
        excluded = Set.copyOf(excluded);
    }

    /** Any article that is public at this instant. */
    public static NeighbourQuery at(Instant at) {
        return new NeighbourQuery(at, Within.SITE, Set.of());
    }

    /** Only those that share this with the article; one that has no such term then has no neighbours. */
    public NeighbourQuery within(Within within) {
        return new NeighbourQuery(at, within, excluded);
    }

    /** None that is filed under one of these keys, itself or by a term above it. */
    public NeighbourQuery excluding(String... keys) {
        return new NeighbourQuery(at, within, Set.of(keys));
    }
}
