package dev.byline.testkit;

import dev.byline.article.Listed;
import dev.byline.score.Ranked;
import java.util.List;

/**
 * The beginning of assertions about ranked lists, to be imported statically beside AssertJ's own {@code assertThat}, which
 * goes on to take everything else.
 */
public class RankedAssertions {
    /** Only for subclasses, which add lists of their module. */
    protected RankedAssertions() {}

    /** Begins assertions about a list of articles. */
    public static <T extends Listed> RankedListAssert<T> assertThat(List<Ranked<T>> actual) {
        return new RankedListAssert<>(actual);
    }
}
