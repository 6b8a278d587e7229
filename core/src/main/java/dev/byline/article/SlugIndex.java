package dev.byline.article;

import java.time.Instant;
import java.util.Comparator;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which articles have or had a slug, by {@link Listed#NEWEST_FIRST}. Not thread-safe. */
final class SlugIndex {
    // A null article stands before all that have the slug.
    private record Entry(String slug, @Nullable ArticleSummary article) {}

    private static final Comparator<Entry> ORDER =
            Comparator.comparing(Entry::slug).thenComparing(Entry::article, Comparator.nullsFirst(Listed.NEWEST_FIRST));

    private final NavigableSet<Entry> entries = new TreeSet<>(ORDER);

    void add(String slug, ArticleSummary article) {
        entries.add(new Entry(slug, article));
    }

    void remove(String slug, ArticleSummary article) {
        entries.remove(new Entry(slug, article));
    }

    /** The newest with this slug. */
    Optional<ArticleSummary> newest(String slug) {
        Entry first = entries.higher(new Entry(slug, null));
        return first != null && first.slug().equals(slug) ? Optional.ofNullable(first.article()) : Optional.empty();
    }

    /** The newest with this slug of those that are public at an instant, else the newest. */
    Optional<ArticleSummary> find(String slug, Instant at) {
        for (Entry entry : entries.tailSet(new Entry(slug, null), false)) {
            if (!entry.slug().equals(slug)) {
                break;
            }
            if (entry.article() != null && entry.article().isPublic(at)) {
                return Optional.of(entry.article());
            }
        }
        return newest(slug);
    }
}
