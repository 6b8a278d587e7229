package dev.byline.ranking;

import static dev.byline.ranking.testkit.Candidates.alike;
import static dev.byline.ranking.testkit.Candidates.filling;
import static dev.byline.ranking.testkit.RankingAssertions.assertThat;
import static dev.byline.testkit.SampleArticles.NOW;
import static dev.byline.testkit.SampleArticles.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.byline.article.ArticleId;
import dev.byline.article.ArticleKind;
import dev.byline.ranking.related.RelatedArticles;
import dev.byline.ranking.related.RelatedPolicy;
import dev.byline.ranking.related.Weights;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class RankingAssertionsTest {
    private final ExplainedList list = RelatedArticles.rank(
            article("flood").build(),
            List.of(
                    alike(article("bridge"), .6, "weir"),
                    alike(article("harvest"), .4),
                    alike(article("paid").kind(ArticleKind.SPONSORED), .9),
                    alike(article("weak"), .001),
                    filling(article("site"))),
            3,
            RelatedPolicy.defaults().weights(Weights.none().words(1)),
            NOW);

    @Test
    void anExplainedListIsAListWithWhatWasLeftOut() {
        assertThat(list)
                .containsExactly("bridge", "harvest", "site")
                .addsUp()
                .isTotallyOrdered()
                .leavesOut("paid")
                .because("R-03")
                .and()
                .leavesOut(article("weak").build())
                .because("R-06")
                .and()
                .leavesOut(ArticleId.of("paid"), ArticleId.of("weak"))
                .and()
                .ranks("bridge")
                .above("harvest")
                .because("R-07");
        assertThat(list).leftOut().hasSize(2);
        assertThat(list.ranked()).ranks("site").last().onlyBecause("R-15");
        assertThat(new ExplainedList(list.ranked(), List.of())).leavesNothingOut();
        assertThat(list.ranked().size()).isEqualTo(3);
    }

    @Test
    void aFailurePrintsTheListAndWhatWasLeftOut() {
        broken(() -> assertThat(list).ranks("paid"), """
                Expecting the list to rank paid, but it does not:
                  #  id       relevance  score     reasons
                  1  bridge   0.988571   0.988571  R-07 +0.6 both speak of weir
                                                   R-22 +0.388571 on the scale of scores
                  2  harvest  0.982857   0.982857  R-07 +0.4 the texts are alike
                                                   R-22 +0.582857 on the scale of scores
                  3  site     0          0         R-15 fills the list: newest of the site
                left out:
                  paid  R-03""");
        broken(
                () -> assertThat(new ExplainedList(List.of(), List.of())).isNotEmpty(),
                "  (an empty list)\nleft out: nothing");
    }

    @Test
    void whatIsLeftOutOrNot() {
        broken(
                () -> assertThat(list).leavesOut("harvest"),
                "Expecting harvest to be left out, but it stands in the list");
        broken(() -> assertThat(list).leavesOut("nobody"), "no rule speaks of it: it was no candidate, or");
        broken(() -> assertThat(list).leavesNothingOut(), "Expecting nothing to be left out");
        broken(
                () -> assertThat(list).leavesOut("weak", "paid").because("R-06"),
                "Expecting paid to be left out because of R-06, but it is because of R-03");
    }

    private static void broken(ThrowingCallable assertion, String message) {
        assertThatThrownBy(assertion)
                .isInstanceOf(AssertionError.class)
                .extracting(error -> String.valueOf(error.getMessage()).replace("\r\n", "\n"))
                .asString()
                .contains(message);
    }
}
