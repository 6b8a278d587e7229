package dev.byline.search.testkit;

import dev.byline.search.SearchPage;

/**
 * The beginning of assertions about what a search found, to be imported statically beside AssertJ's own
 * {@code assertThat}.
 *
 * <pre>{@code
 * import static dev.byline.search.testkit.SearchAssertions.assertThat;
 *
 * assertThat(search.find(SearchQuery.text("ferry"))).hasTotal(2).ranks("headline").above("body").because("S-07");
 * }</pre>
 */
public final class SearchAssertions {
    private SearchAssertions() {}

    /** Begins assertions about a page of results. */
    public static SearchPageAssert assertThat(SearchPage actual) {
        return new SearchPageAssert(actual);
    }
}
