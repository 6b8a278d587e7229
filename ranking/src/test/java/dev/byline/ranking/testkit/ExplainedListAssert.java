package dev.byline.ranking.testkit;

import dev.byline.article.ArticleId;
import dev.byline.article.ArticleSummary;
import dev.byline.article.Listed;
import dev.byline.ranking.ExplainedList;
import dev.byline.ranking.LeftOut;
import dev.byline.score.Ranked;
import dev.byline.testkit.AbstractRankedAssert;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ListAssert;
import org.jspecify.annotations.Nullable;

/** Asserts what an explained list must be, and what it must leave out; made by {@link RankingAssertions#assertThat}. */
public final class ExplainedListAssert
        extends AbstractRankedAssert<ExplainedListAssert, ExplainedList, ArticleSummary> {
    ExplainedListAssert(ExplainedList actual) {
        super(actual, ExplainedListAssert.class);
    }

    /** Asserts that rules kept these articles out, and goes on with them. */
    public LeftOutAssert leavesOut(String... ids) {
        return leavesOut(Arrays.stream(ids).map(ArticleId::of).toArray(ArticleId[]::new));
    }

    /** Asserts that rules kept these articles out, and goes on with them. */
    public LeftOutAssert leavesOut(Listed... articles) {
        return leavesOut(Arrays.stream(articles).map(Listed::id).toArray(ArticleId[]::new));
    }

    /** Asserts that rules kept these articles out, and goes on with them. */
    public LeftOutAssert leavesOut(ArticleId... ids) {
        isNotNull();
        List<LeftOut> found = new ArrayList<>();
        for (ArticleId id : ids) {
            found.add(actual.leftOut().stream()
                    .filter(one -> one.article().equals(id))
                    .findFirst()
                    .orElseThrow(() -> broken("Expecting " + id + " to be left out, but " + whereabouts(id), id)));
        }
        return new LeftOutAssert(this, found);
    }

    /** Asserts that no rule kept anything out. */
    public ExplainedListAssert leavesNothingOut() {
        isNotNull();
        if (!actual.leftOut().isEmpty()) {
            throw broken("Expecting nothing to be left out");
        }
        return this;
    }

    /** What was left out, by id, for all that AssertJ asserts of a list. */
    public ListAssert<LeftOut> leftOut() {
        isNotNull();
        return Assertions.assertThat(actual.leftOut());
    }

    private String whereabouts(ArticleId id) {
        return actual.ranked().stream().anyMatch(place -> place.item().id().equals(id))
                ? "it stands in the list"
                : "no rule speaks of it: it was no candidate, or there was no more room";
    }

    @Override
    protected List<Ranked<ArticleSummary>> list(ExplainedList actual) {
        return actual.ranked();
    }

    @Override
    protected ArticleId id(ArticleSummary item) {
        return item.id();
    }

    @Override
    protected @Nullable Instant publishedAt(ArticleSummary item) {
        return item.publishedAt();
    }

    @Override
    protected String footnote(ExplainedList actual) {
        StringBuilder text = new StringBuilder("left out:");
        if (actual.leftOut().isEmpty()) {
            return text.append(" nothing").toString();
        }
        for (LeftOut one : actual.leftOut()) {
            text.append("%n".formatted())
                    .append("  ")
                    .append(one.article())
                    .append("  ")
                    .append(one.rule())
                    .append(' ')
                    .append(one.text());
        }
        return text.toString();
    }

    AssertionError leftOutBroken(String expectation, ArticleId id) {
        return broken(expectation, id);
    }
}
