package dev.byline.ranking.popular;

import static dev.byline.ranking.testkit.Candidates.read;
import static dev.byline.ranking.testkit.Candidates.readBefore;
import static dev.byline.ranking.testkit.Candidates.shared;
import static dev.byline.ranking.testkit.RankingAssertions.assertThat;
import static dev.byline.testkit.SampleArticles.NOW;
import static dev.byline.testkit.SampleArticles.article;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.byline.article.ArticleKind;
import dev.byline.article.ArticleStatus;
import dev.byline.ranking.ExplainedList;
import dev.byline.score.Ranked;
import dev.byline.score.Reason;
import dev.byline.testkit.Rule;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The rules of docs/rules.md one by one, in the pure form of the engine. */
class PopularRulesTest {
    private static final Window WEEK = Window.last(Duration.ofDays(7));
    private static final PopularPolicy SHORT = PopularPolicy.mostRead().backfill(false);

    @Test
    @Rule("P-01")
    void theValueIsTheNumberInTheWindow() {
        ExplainedList list = rank(SHORT, read(article("a"), 40), read(article("b"), 10), read(article("c"), 1));
        assertThat(list).addsUp().places().extracting(Ranked::value).containsExactly(40.0, 10.0, 1.0);
        assertThat(list).places().extracting(Ranked::score).containsExactly(1.0, .25, .025);
        assertThat(list).places().extracting(Ranked::unit).containsOnly("views");
        assertThat(list)
                .ranks("a")
                .above("b")
                .because("P-01")
                .reasons()
                .containsExactly(new Reason("P-01", "40 views in the last 7 days", 40));
        assertThat(list).ranks("c").reasons().containsExactly(new Reason("P-01", "1 view in the last 7 days", 1));
    }

    @Test
    @Rule({"P-01", "P-09"})
    void orByShares() {
        ExplainedList list = rank(
                SHORT.order(new Order.Most(Measure.SHARES)),
                read(article("read"), 100),
                shared(article("shared"), Map.of("facebook", 2L, "x", 3L)));
        assertThat(list).containsExactly("shared").ranks("shared").hasValue(5).returns("shares", Ranked::unit);
    }

    @Test
    @Rule("P-02")
    void anOpeningBalanceIsAPartOfItsOwn() {
        Tally tally = Tally.of(Counts.of(3, Map.of()), Counts.of(1000, Map.of()));
        ExplainedList list = PopularArticles.rank(
                List.of(PopularCandidate.of(article("a").build().summary(), tally, tally)),
                5,
                Window.all(),
                SHORT,
                NOW);
        assertThat(list)
                .ranks("a")
                .reasons()
                .containsExactly(
                        new Reason("P-01", "3 views of all time", 3),
                        new Reason("P-02", "1000 views brought along", 1000));
    }

    @Test
    @Rule("P-04")
    void onlyWhatIsPublicAtTheMoment() {
        ExplainedList list = rank(
                PopularPolicy.mostRead(),
                read(article("draft").status(ArticleStatus.DRAFT), 9),
                read(article("embargoed").status(ArticleStatus.SCHEDULED).publishedAt(NOW.plusSeconds(1)), 9),
                read(article("expired").expiresAt(NOW), 9),
                read(article("locked").passwordProtected(true), 9),
                read(article("withdrawn").status(ArticleStatus.WITHDRAWN), 9),
                read(article("public"), 1));
        // The score is a share of what may be listed.
        assertThat(list).containsExactly("public").ranks("public").returns(1.0, Ranked::score);
        assertThat(list)
                .leavesOut("draft", "embargoed", "expired", "locked", "withdrawn")
                .because("P-04")
                .and()
                .leftOut()
                .hasSize(5);
    }

    @Test
    @Rule("P-05")
    void neverSponsored() {
        ExplainedList list = rank(PopularPolicy.mostRead(), read(article("paid").kind(ArticleKind.SPONSORED), 99));
        assertThat(list).isEmpty().leavesOut("paid").because("P-05");
    }

    @Test
    @Rule("P-06")
    void tiesAreNewerThenGreaterId() {
        ExplainedList list = rank(
                SHORT,
                read(article("a"), 5),
                read(article("old").publishedAt(NOW.minusSeconds(1)), 5),
                read(article("c"), 5),
                read(article("most").publishedAt(NOW.minusSeconds(9)), 6),
                read(article("b"), 5));
        assertThat(list)
                .containsExactly("most", "c", "b", "a", "old")
                .isTotallyOrdered()
                .ranks("a")
                .above("old")
                .onATie();
    }

    @Test
    @Rule({"P-07", "P-08"})
    void aShortListIsFilled() {
        ExplainedList list = rank(
                PopularPolicy.mostRead(),
                read(article("read").publishedAt(NOW.minusSeconds(99)), 2),
                readBefore(article("long-ago").publishedAt(NOW.minusSeconds(99)), 7),
                readBefore(article("once"), 1),
                readBefore(article("new"), 0),
                readBefore(article("newer-than-most").publishedAt(NOW.minusSeconds(1)), 0),
                readBefore(article("no-room").publishedAt(NOW.minusSeconds(2)), 0));
        assertThat(list)
                .containsExactly("read", "long-ago", "once", "new", "newer-than-most")
                .places()
                .filteredOn(place -> place.value() + place.score() == 0)
                .flatExtracting(Ranked::reasons)
                .containsExactly(
                        new Reason("P-07", "fills the list: 7 views of all time", 0),
                        new Reason("P-07", "fills the list: 1 view of all time", 0),
                        new Reason("P-08", "fills the list: newest of the site", 0),
                        new Reason("P-08", "fills the list: newest of the site", 0));
        assertThat(list).places().extracting(PopularArticles::isFilling).containsExactly(false, true, true, true, true);
        assertThat(list).ranks("once").above("new").because("P-07");
        assertThat(rank(SHORT, readBefore(article("long-ago"), 7))).isEmpty();
    }

    @Test
    void numbersAtTheEndOfTheirScaleAddUp() {
        Tally tally = Tally.of(Counts.of(1, Map.of()), Counts.of(Long.MAX_VALUE, Map.of()));
        ExplainedList list = PopularArticles.rank(
                List.of(PopularCandidate.of(article("a").build().summary(), tally, tally)),
                1,
                Window.all(),
                SHORT,
                NOW);
        assertThat(list).addsUp().ranks("a").returns(0x1p63, Ranked::value);
    }

    @Test
    void sizesOutOfRangeAreRefused() {
        assertThatThrownBy(() -> PopularArticles.rank(List.of(), 0, WEEK, SHORT, NOW))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PopularArticles.rank(List.of(), 201, WEEK, SHORT, NOW))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static ExplainedList rank(PopularPolicy policy, PopularCandidate... candidates) {
        return PopularArticles.rank(Arrays.asList(candidates), 5, WEEK, policy, NOW);
    }
}
