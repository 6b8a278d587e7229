package dev.byline.taxonomy;

/** A word under which articles are filed: a {@link Region}, a {@link Section} or a {@link Tag}. */
public sealed interface Term permits Region, Section, Tag {
    /** The key that addresses and filters use; not blank, unique among the terms of its kind. */
    String key();

    /** The name that the site prints; plain text. */
    String name();
}
