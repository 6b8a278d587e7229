package dev.byline.examples.testing;

import static dev.byline.ranking.testkit.Candidates.alike;
import static dev.byline.ranking.testkit.RankingAssertions.assertThat;
import static dev.byline.testkit.SampleArticles.NOW;
import static dev.byline.testkit.SampleArticles.article;
import static dev.byline.testkit.SampleArticles.daysAgo;
import static dev.byline.testkit.SampleArticles.tag;

import dev.byline.article.Article;
import dev.byline.article.ArticleKind;
import dev.byline.ranking.ExplainedList;
import dev.byline.ranking.related.RelatedArticles;
import dev.byline.ranking.related.RelatedCandidate;
import dev.byline.taxonomy.Tag;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The site's rules for related posts, on candidates made by hand: no index, no store, no disk. */
class RelatedPostsTest {
    private static final Tag HARBOUR = tag("harbour-fc");
    private static final Tag CUP = tag("cup");

    private final Article match = article("match").tags(HARBOUR, CUP).build();

    @Test
    void tags_go_before_words() {
        ExplainedList list = related(
                alike(article("same-words").tags(tag("rowing")), .8, "stadium", "extra time"),
                alike(article("same-clubs").tags(CUP, HARBOUR), .2));
        assertThat(list)
                .containsExactly("same-clubs", "same-words")
                .ranks("same-clubs")
                .above("same-words")
                .because("R-08")
                .despite("R-07");
    }

    @Test
    void last_season_fades() {
        ExplainedList list = related(
                alike(article("last-season").tags(CUP, HARBOUR).published(daysAgo(300)), .3),
                alike(article("last-week").tags(CUP, HARBOUR).published(daysAgo(7)), .3));
        assertThat(list).ranks("last-season").last().below("last-week").because("R-12");
    }

    @Test
    void what_has_little_to_do_with_it_or_was_paid_for_stays_out() {
        ExplainedList list = related(
                alike(article("boots").tags(CUP, HARBOUR).kind(ArticleKind.SPONSORED), .9),
                alike(article("weather"), .1));
        assertThat(list).isEmpty();
        assertThat(list).leavesOut("boots").because("R-03");
        assertThat(list).leavesOut("weather").because("R-06");
    }

    private ExplainedList related(RelatedCandidate... candidates) {
        return RelatedArticles.rank(match, List.of(candidates), 4, Touchline.RELATED, NOW);
    }
}
