package dev.byline.article;

import java.time.Instant;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * A place in the order: ahead of it is what was published in a later second than its own, and behind it what was
 * published in an earlier one.
 *
 * @param second its second since 1970
 * @param ahead whether an article of the same second is ahead
 */
record ListingPlace(long second, Predicate<ArticleSummary> ahead) {
    /** Where an article is or would be. */
    static ListingPlace of(ArticleSummary article) {
        return new ListingPlace(secondOf(article), own -> Listed.NEWEST_FIRST.compare(own, article) < 0);
    }

    /** Where the page before began: at the article of a cursor. */
    static ListingPlace of(ArchiveCursor cursor) {
        return new ListingPlace(cursor.publishedAt().getEpochSecond(), own -> compare(own, cursor) < 0);
    }

    /** Where the first article of a query would be. */
    static ListingPlace of(ArchiveQuery query) {
        Instant at = query.at();
        Instant to = query.to();
        ArchiveCursor after = query.after();
        long second = at.getEpochSecond();
        second = to == null ? second : Math.min(second, to.getEpochSecond());
        second = after == null ? second : Math.min(second, after.publishedAt().getEpochSecond());
        return new ListingPlace(second, own -> {
            Instant published = date(own);
            return published.isAfter(at)
                    || (to != null && !published.isBefore(to))
                    || (after != null && compare(own, after) <= 0);
        });
    }

    /** Where what was published before an instant begins. */
    static ListingPlace before(Instant from) {
        return new ListingPlace(from.getEpochSecond(), own -> !date(own).isBefore(from));
    }

    // As NEWEST_FIRST.
    private static int compare(ArticleSummary article, ArchiveCursor place) {
        int byDate = place.publishedAt().compareTo(date(article));
        return byDate != 0 ? byDate : place.id().compareTo(article.id());
    }

    static Instant date(ArticleSummary article) {
        return Objects.requireNonNull(article.publishedAt());
    }

    static long secondOf(ArticleSummary article) {
        return date(article).getEpochSecond();
    }
}
