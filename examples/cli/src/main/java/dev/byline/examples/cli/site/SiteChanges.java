package dev.byline.examples.cli.site;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * What an import did to a site.
 *
 * @param site the site's own name and address
 * @param articles articles
 * @param pages static pages
 * @param comments comments
 * @param authors authors
 * @param menus menus
 * @param balances what articles had been counted elsewhere
 * @param redirects old addresses
 */
@JsonPropertyOrder({"site", "articles", "pages", "comments", "authors", "menus", "balances", "redirects"})
public record SiteChanges(
        Count site,
        Count articles,
        Count pages,
        Count comments,
        Count authors,
        Count menus,
        Count balances,
        Count redirects) {
    /**
     * How many of one sort.
     *
     * @param added that were not there before
     * @param replaced that were there and were different
     * @param unchanged that were there just so
     */
    @JsonPropertyOrder({"added", "replaced", "unchanged"})
    public record Count(long added, long replaced, long unchanged) {}

    /** Whether the site is another than before. */
    public boolean any() {
        return any(site)
                || any(articles)
                || any(pages)
                || any(comments)
                || any(authors)
                || any(menus)
                || any(balances)
                || any(redirects);
    }

    private static boolean any(Count count) {
        return count.added() + count.replaced() > 0;
    }

    /** What became of one item. */
    enum Outcome {
        ADDED,
        REPLACED,
        UNCHANGED
    }

    /** Counts one sort of item. */
    static final class Counter {
        private long added;
        private long replaced;
        private long unchanged;

        void add(Outcome outcome) {
            switch (outcome) {
                case ADDED -> added++;
                case REPLACED -> replaced++;
                case UNCHANGED -> unchanged++;
            }
        }

        Count count() {
            return new Count(added, replaced, unchanged);
        }
    }
}
