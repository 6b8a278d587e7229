package dev.byline.article;

import java.util.List;
import java.util.Objects;

/**
 * What changed in a store, in the order of the last change to each article.
 *
 * @param articles the changed articles as they are now, each once; a withdrawn one has that status
 * @param cursor where to go on; opaque, kept by whoever follows the store
 * @param more whether there are further changes behind the cursor already
 * @param fromStart whether the store did not know the cursor that was given and began anew, so that what the follower
 *     holds and is not told of is gone
 */
public record Changes(List<Article> articles, String cursor, boolean more, boolean fromStart) {
    /** The cursor of somebody who knows nothing yet. */
    public static final String START = "";

    /** Copies the list. */
    public Changes {
        articles = List.copyOf(articles);
        Objects.requireNonNull(cursor, "cursor");
    }
}
