package dev.byline.search.testkit;

import dev.byline.article.ArticleId;
import dev.byline.score.Ranked;
import dev.byline.search.SearchHit;
import dev.byline.search.SearchPage;
import dev.byline.search.SearchQuery;
import dev.byline.testkit.AbstractRankedAssert;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Asserts what a page of results must be; made by {@link SearchAssertions#assertThat}. */
public final class SearchPageAssert extends AbstractRankedAssert<SearchPageAssert, SearchPage, SearchHit> {
    SearchPageAssert(SearchPage actual) {
        super(actual, SearchPageAssert.class);
    }

    /** Asserts how many articles were found, on all pages together. */
    public SearchPageAssert hasTotal(long expected) {
        isNotNull();
        if (actual.total() != expected) {
            throw broken("Expecting " + expected + " articles to be found, but " + actual.total() + " were");
        }
        return this;
    }

    /** Asserts how many of the articles found have all the words. */
    public SearchPageAssert hasAllWordsIn(long expected) {
        isNotNull();
        if (actual.withAllWords() != expected) {
            throw broken("Expecting all words in " + expected + " articles, but they are in " + actual.withAllWords());
        }
        return this;
    }

    /** Asserts that the text was too long to be looked for to its end. */
    public SearchPageAssert isCut() {
        return cut(true);
    }

    /** Asserts that the whole text was looked for. */
    public SearchPageAssert isNotCut() {
        return cut(false);
    }

    private SearchPageAssert cut(boolean expected) {
        isNotNull();
        if (actual.cut() != expected) {
            throw broken("Expecting the text " + (expected ? "" : "not ") + "to be cut, but it was"
                    + (expected ? " not" : ""));
        }
        return this;
    }

    // Oldest first is newest first, read from the other end.
    @Override
    public SearchPageAssert isTotallyOrdered() {
        isNotNull();
        if (actual.query().sort() == SearchQuery.Sort.OLDEST) {
            List<Ranked<SearchHit>> hits = new ArrayList<>(actual.hits());
            Collections.reverse(hits);
            SearchQuery query = actual.query().sort(SearchQuery.Sort.NEWEST);
            new SearchPageAssert(SearchPage.of(query, actual.total(), actual.withAllWords(), actual.cut(), hits))
                    .isTotallyOrdered();
            return this;
        }
        return super.isTotallyOrdered();
    }

    @Override
    protected List<Ranked<SearchHit>> list(SearchPage actual) {
        return actual.hits();
    }

    @Override
    protected ArticleId id(SearchHit item) {
        return item.id();
    }

    @Override
    protected Instant publishedAt(SearchHit item) {
        return item.publishedAt();
    }

    @Override
    protected boolean byValue(SearchPage actual) {
        return actual.query().sort() == SearchQuery.Sort.RELEVANCE;
    }

    @Override
    protected String footnote(SearchPage actual) {
        String text = actual.query().text();
        return "page %d for \"%s\": %d found, %d with all words"
                .formatted(
                        actual.query().page(),
                        text.length() > 60 ? text.substring(0, 60) + "…" : text,
                        actual.total(),
                        actual.withAllWords());
    }
}
