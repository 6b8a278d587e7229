package dev.byline.testkit;

import dev.byline.article.ArticleId;
import dev.byline.article.Listed;
import dev.byline.score.Ranked;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asserts what a list of articles must be, for example related or popular posts; made by
 * {@link RankedAssertions#assertThat}.
 *
 * @param <T> what is ranked
 */
public final class RankedListAssert<T extends Listed>
        extends AbstractRankedAssert<RankedListAssert<T>, List<Ranked<T>>, T> {
    RankedListAssert(List<Ranked<T>> actual) {
        super(actual, RankedListAssert.class);
    }

    @Override
    protected List<Ranked<T>> list(List<Ranked<T>> actual) {
        return actual;
    }

    @Override
    protected ArticleId id(T item) {
        return item.id();
    }

    @Override
    protected @Nullable Instant publishedAt(T item) {
        return item.publishedAt();
    }
}
