package dev.byline.article;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What {@link Article} and {@link ArticleSummary} check alike. */
final class Articles {
    private Articles() {}

    static void check(
            ArticleId id, ArticleStatus status, String slug, @Nullable Instant publishedAt, int commentCount) {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(status, () -> "status of article " + id);
        Objects.requireNonNull(slug, () -> "slug of article " + id);
        if (slug.isBlank()) {
            throw new IllegalArgumentException("article " + id + " needs a slug");
        }
        if (publishedAt == null && (status == ArticleStatus.PUBLISHED || status == ArticleStatus.SCHEDULED)) {
            throw new IllegalArgumentException("article " + id + " is " + status + " but has no date");
        }
        if (commentCount < 0) {
            throw new IllegalArgumentException("article " + id + " can't have " + commentCount + " comments");
        }
    }

    static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    static <T> List<T> list(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
