package dev.byline.ranking.testkit;

import dev.byline.ranking.ExplainedList;
import dev.byline.testkit.RankedAssertions;

/**
 * The beginning of assertions about related and popular posts, to be imported statically beside AssertJ's own
 * {@code assertThat}: of lists as {@code to} and {@code top} return them, and of explained ones.
 *
 * <pre>{@code
 * import static dev.byline.ranking.testkit.RankingAssertions.assertThat;
 *
 * assertThat(related.explain(flood, 4, Set.of())).ranks(bridge).above(harvest).because("R-07");
 * }</pre>
 */
public final class RankingAssertions extends RankedAssertions {
    private RankingAssertions() {}

    /** Begins assertions about a list with what was left out of it. */
    public static ExplainedListAssert assertThat(ExplainedList actual) {
        return new ExplainedListAssert(actual);
    }
}
