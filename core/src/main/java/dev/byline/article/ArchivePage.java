package dev.byline.article;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a listing.
 *
 * @param articles in the order of the listing, at most as many as asked for
 * @param next the cursor of the page that follows, or null if this is the last
 */
public record ArchivePage(
        List<ArticleSummary> articles, @Nullable ArchiveCursor next) {
    /** Copies the list. */
    public ArchivePage {
        articles = List.copyOf(articles);
    }
}
