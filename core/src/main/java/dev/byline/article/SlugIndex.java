package dev.byline.article;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Which articles have or had a slug, by {@link Listed#NEWEST_FIRST}. Not thread-safe.
 *
 * <p>Nearly every slug has one article, which then costs a single look. Those that share one stand in a tree, so that
 * taking one out of very many costs little too.
 */
final class SlugIndex {
    private final Map<String, ArticleSummary> alone = new HashMap<>();
    private final Map<String, NavigableSet<ArticleSummary>> shared = new HashMap<>();

    void add(String slug, ArticleSummary article) {
        NavigableSet<ArticleSummary> sharing = shared.get(slug);
        if (sharing != null) {
            sharing.add(article);
            return;
        }
        ArticleSummary other = alone.put(slug, article);
        if (other != null && !other.id().equals(article.id())) {
            alone.remove(slug);
            NavigableSet<ArticleSummary> both = new TreeSet<>(Listed.NEWEST_FIRST);
            both.add(article);
            both.add(other);
            shared.put(slug, both);
        }
    }

    void remove(String slug, ArticleSummary article) {
        NavigableSet<ArticleSummary> sharing = shared.get(slug);
        if (sharing != null) {
            sharing.remove(article);
            if (sharing.size() == 1) {
                shared.remove(slug);
                alone.put(slug, sharing.first());
            }
            return;
        }
        // An article may name an old slug twice, and by now another one may have it.
        ArticleSummary there = alone.get(slug);
        if (there != null && there.id().equals(article.id())) {
            alone.remove(slug);
        }
    }

    /** The newest with this slug. */
    Optional<ArticleSummary> newest(String slug) {
        NavigableSet<ArticleSummary> sharing = shared.get(slug);
        return sharing == null ? Optional.ofNullable(alone.get(slug)) : Optional.of(sharing.first());
    }

    /** The newest with this slug of those that are public at an instant, else the newest. */
    Optional<ArticleSummary> find(String slug, Instant at) {
        NavigableSet<ArticleSummary> sharing = shared.get(slug);
        if (sharing != null) {
            for (ArticleSummary article : sharing) {
                if (article.isPublic(at)) {
                    return Optional.of(article);
                }
            }
        }
        return newest(slug);
    }
}
