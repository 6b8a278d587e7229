package dev.byline.score;

import static dev.byline.testkit.RankedAssertions.assertThat;
import static dev.byline.testkit.SampleArticles.NOW;
import static dev.byline.testkit.SampleArticles.article;
import static dev.byline.testkit.SampleArticles.hoursAgo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.byline.article.ArticleId;
import dev.byline.article.ArticleSummary;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class RankedAssertionsTest {
    private static final Ranked<ArticleSummary> BRIDGE = place(
            "bridge",
            new Reason("R-07", "both speak of weir", .5),
            new Reason("R-08", "shares the tags Floods", .1),
            new Reason("R-12", "9 days apart", -.2));
    private static final Ranked<ArticleSummary> HARVEST = place(
            "harvest", new Reason("R-07", "the texts are alike", .2), new Reason("R-08", "shares the tags Floods", .1));
    private static final Ranked<ArticleSummary> FILLING = place("filling", new Reason("R-15", "fills the list", 0));
    private static final List<Ranked<ArticleSummary>> LIST = List.of(BRIDGE, HARVEST, FILLING);

    @Test
    void aListIsWhatItIs() {
        assertThat(LIST)
                .isNotEmpty()
                .hasSize(3)
                .contains("filling", "bridge")
                .contains(BRIDGE.item())
                .contains(ArticleId.of("harvest"))
                .doesNotContain("flood")
                .doesNotContain(article("flood").build())
                .containsExactly("bridge", "harvest", "filling")
                .containsExactly(BRIDGE.item(), HARVEST.item(), FILLING.item())
                .containsExactlyInAnyOrder("filling", "bridge", "harvest")
                .containsExactlyInAnyOrder(HARVEST.item(), BRIDGE.item(), FILLING.item())
                .addsUp()
                .isTotallyOrdered();
        assertThat(LIST).places().extracting(Ranked::unit).containsOnly("relevance");
        assertThat(List.<Ranked<ArticleSummary>>of()).isEmpty().addsUp().isTotallyOrdered();
        // AssertJ's own entry point goes on to take every other list.
        assertThat(List.of("a", "b")).endsWith("b");
    }

    @Test
    void aFailurePrintsTheWholeList() {
        broken(() -> assertThat(LIST).ranks("harvest").first(), """
                Expecting harvest to stand at place 1, but it stands at 2:
                  #  id       relevance  score  reasons
                  1  bridge   0.4        0.4    R-07 +0.5 both speak of weir
                                                R-08 +0.1 shares the tags Floods
                                                R-12 -0.2 9 days apart
                > 2  harvest  0.3        0.3    R-07 +0.2 the texts are alike
                                                R-08 +0.1 shares the tags Floods
                  3  filling  0          0      R-15 fills the list
                """);
        broken(() -> assertThat(LIST).as("beside the flood").ranks("harvest").first(), "[beside the flood] ");
        broken(() -> assertThat(List.<Ranked<ArticleSummary>>of()).isNotEmpty(), """

                Expecting the list not to be empty:
                  (an empty list)
                """);
    }

    @Test
    void aLongListIsPrintedToItsFirstPlacesAndTheOneInQuestion() {
        List<Ranked<ArticleSummary>> list = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            list.add(place("n" + i, new Reason("R-07", "alike", 1.0 - i / 100.0)));
        }
        assertThatThrownBy(() -> assertThat(list).ranks("n40").last())
                .hasMessageContaining("> 41  n40  0.6")
                .hasMessageContaining("  25  n24  0.76")
                .hasMessageContaining("and 34 more")
                .hasMessageNotContaining("n25 ");
    }

    @Test
    void whatIsThereOrNot() {
        broken(() -> assertThat(LIST).ranks("flood"), "Expecting the list to rank flood, but it does not");
        broken(() -> assertThat(LIST).contains("bridge", "flood"), "[bridge, flood], but it lacks [flood]");
        broken(() -> assertThat(LIST).doesNotContain("flood", "bridge"), "not to contain [bridge], but it does");
        broken(() -> assertThat(LIST).hasSize(4), "to have 4 places, but it has 3");
        broken(() -> assertThat(LIST).isEmpty(), "to have 0 places, but it has 3");
        broken(
                () -> assertThat(LIST).containsExactly("bridge", "flood", "filling"),
                "  [bridge, flood, filling]\nbut it lacks [flood] and it also has [harvest]:");
        broken(
                () -> assertThat(LIST).containsExactly("bridge", "filling", "harvest"),
                "but place 2 is harvest and should be filling:");
        broken(
                () -> assertThat(LIST).containsExactlyInAnyOrder("bridge", "bridge", "harvest", "filling"),
                "but it lacks [bridge]:");
        assertThatThrownBy(() -> assertThat(missing()).isEmpty()).isInstanceOf(AssertionError.class);
    }

    @SuppressWarnings("NullAway")
    private static List<Ranked<ArticleSummary>> missing() {
        return null;
    }

    @Test
    void whereSomethingStands() {
        assertThat(LIST)
                .ranks("bridge")
                .first()
                .at(1)
                .above("harvest")
                .and()
                .ranks("filling")
                .last();
        assertThat(LIST).ranks(FILLING.item()).below(HARVEST.item()).below(ArticleId.of("bridge"));
        broken(
                () -> assertThat(LIST).ranks("harvest").above("bridge"),
                "Expecting harvest to stand above bridge, but it stands at place 2, bridge at 1");
        broken(
                () -> assertThat(LIST).ranks("bridge").below("harvest"),
                "Expecting bridge to stand below harvest, but it stands at place 1, harvest at 2");
        broken(() -> assertThat(LIST).ranks("bridge").last(), "to stand at place 3, but it stands at 1");
        broken(
                () -> assertThat(LIST).ranks("bridge").above("flood"),
                "Expecting bridge to stand above flood, but that is not in the list");
        broken(() -> assertThat(LIST).ranks("bridge").above("bridge"), "to stand above bridge");
    }

    @Test
    void aRuleIsWhyOneStandsAboveAnotherIfItMakesMostOfItsLead() {
        assertThat(LIST).ranks("bridge").above("harvest").because("R-07").despite("R-12");
        assertThat(LIST).ranks("harvest").below("bridge").because("R-07").despite("R-12");
        broken(() -> assertThat(LIST).ranks("bridge").above("harvest").because("R-08"), """
                Expecting bridge to stand above harvest because of R-08, but R-08 gives 0.1 to bridge and 0.1 to harvest.
                in favour of bridge: R-07 +0.3, R-08 +0, R-12 -0.2; together +0.1:
                """);
        broken(
                () -> assertThat(LIST).ranks("bridge").above("harvest").because("R-07", "R-99"),
                "R-99 gives 0 to bridge and 0 to harvest");
        broken(
                () -> assertThat(LIST).ranks("bridge").above("harvest").despite("R-07"),
                "Expecting R-07 to speak for harvest and against bridge, but it does not");
    }

    @Test
    void aRuleThatOnlyAddsToALeadIsNotWhy() {
        List<Ranked<ArticleSummary>> list = List.of(
                place("a", new Reason("R-07", "alike", .5), new Reason("R-08", "shares", .06)),
                place("b", new Reason("R-07", "alike", .3), new Reason("R-09", "shares", .02)));
        assertThat(list).ranks("a").above("b").because("R-07").because("R-07", "R-08");
        broken(
                () -> assertThat(list).ranks("a").above("b").because("R-08"),
                "because of R-08, but that makes 0.06 of its lead, and all other rules 0.18.");
    }

    @Test
    void severalRulesMayMakeMostOfALeadTogether() {
        List<Ranked<ArticleSummary>> list = List.of(
                place("a", new Reason("R-07", "alike", .3), new Reason("R-08", "x", .3), new Reason("R-09", "y", .3)),
                place("b", new Reason("R-07", "alike", .1)));
        assertThat(list).ranks("a").above("b").because("R-07", "R-08").because("R-08", "R-09");
        // Naming a rule twice does not make it heavier.
        broken(() -> assertThat(list).ranks("a").above("b").because("R-07", "R-07"), "that makes 0.2 of its lead");
        broken(
                () -> assertThat(list).ranks("a").above("b").because("R-08"),
                "0.3 of its lead, and all other rules 0.5");
    }

    @Test
    void equalValuesAreDecidedByNoRule() {
        List<Ranked<ArticleSummary>> list =
                List.of(place("b", new Reason("R-07", "alike", .3)), place("a", new Reason("R-08", "shares", .3)));
        assertThat(list).isTotallyOrdered().ranks("b").above("a").onATie();
        broken(
                () -> assertThat(list).ranks("b").above("a").because("R-07"),
                "but their values are equal, so date or id decided");
        broken(
                () -> assertThat(LIST).ranks("bridge").above("harvest").onATie(),
                "Expecting bridge and harvest to tie, but in favour of bridge: R-07 +0.3");
        List<Ranked<ArticleSummary>> reversed = List.of(HARVEST, BRIDGE);
        broken(
                () -> assertThat(reversed).ranks("harvest").above("bridge").because("R-12"),
                "but bridge has the greater value, so this list is not ordered by it");
        assertThatIllegalStateException()
                .isThrownBy(() -> assertThat(list).ranks("b").onATie());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThat(list).ranks("b").because());
    }

    @Test
    void remarksAreWhyOneFillsBeforeAnother() {
        List<Ranked<ArticleSummary>> list = List.of(
                BRIDGE,
                place("section", new Reason("R-13", "fills the list: newest in Business", 0)),
                place("site", new Reason("R-15", "fills the list: newest of the site", 0)));
        assertThat(list).ranks("section").above("site").because("R-13");
        assertThat(list).ranks("bridge").above("section").because("R-07", "R-08");
        broken(
                () -> assertThat(list).ranks("section").above("site").because("R-15"),
                "R-15 is not what they differ in");
    }

    @Test
    void whyOneStandsThereAtAll() {
        assertThat(LIST)
                .ranks("bridge")
                .because("R-07", "R-08")
                .despite("R-12")
                .onlyBecause("R-12", "R-08", "R-07")
                .hasValue(.4)
                .hasPart("R-12", -.2)
                .hasPart("R-09", 0)
                .returns(.4, ranked -> Math.round(ranked.score() * 10) / 10.0)
                .reasons()
                .hasSize(3);
        broken(() -> assertThat(LIST).ranks("harvest").because("R-09"), "but its reasons are R-07 +0.2, R-08 +0.1");
        broken(() -> assertThat(LIST).ranks("bridge").because("R-12"), "because of R-12, but that takes away 0.2");
        broken(() -> assertThat(LIST).ranks("bridge").despite("R-07"), "but that takes nothing away");
        broken(
                () -> assertThat(LIST).ranks("harvest").onlyBecause("R-07"),
                "only because of R-07, but its reasons are");
        broken(() -> assertThat(LIST).ranks("harvest").hasValue(.31), "to have the value 0.31, but it has 0.3");
        broken(() -> assertThat(LIST).ranks("harvest").hasPart("R-07", .1), "to get +0.1 by R-07, but it gets +0.2");
        // What stands above another is forgotten where something else is said of it.
        assertThat(LIST).ranks("bridge").above("harvest").first().because("R-08");
    }

    @Test
    void aTotalOrderLeavesNothingToChance() {
        Reason equal = new Reason("R-07", "alike", .5);
        assertThat(List.of(dated("a", NOW, equal), dated("c", hoursAgo(1), equal), dated("b", hoursAgo(1), equal)))
                .isTotallyOrdered();
        broken(
                () -> assertThat(List.of(dated("a", hoursAgo(1), equal), dated("b", NOW, equal)))
                        .isTotallyOrdered(),
                "Expecting b to stand before a, for their values are equal and it is newer");
        broken(
                () -> assertThat(List.of(dated("a", NOW, equal), dated("b", NOW, equal)))
                        .isTotallyOrdered(),
                "Expecting b to stand before a, for their values are equal and its id is the greater");
        broken(
                () -> assertThat(List.of(HARVEST, BRIDGE)).isTotallyOrdered(),
                "Expecting bridge to stand before harvest, for it has the greater value");
        broken(() -> assertThat(List.of(BRIDGE, BRIDGE)).isTotallyOrdered(), "no article twice, but bridge is");
        broken(() -> assertThat(List.of(FILLING, HARVEST)).isTotallyOrdered(), "harvest to stand before filling");
        // Nothing was typed: no value, no remark, the newest first.
        broken(
                () -> assertThat(List.of(dated("a", hoursAgo(1)), dated("b", NOW)))
                        .isTotallyOrdered(),
                "b to stand before a");
    }

    @Test
    void whatIsPinnedOrNewerComesFirstAndSaysSo() {
        Reason pinned = new Reason("R-28", "pinned", 0);
        Reason newer = new Reason("R-29", "is newer than the article", 0);
        Reason fills = new Reason("R-30", "fills the list", 0);
        Ranked<ArticleSummary> first = place("first", pinned);
        Ranked<ArticleSummary> later = place("later", newer, new Reason("R-07", "alike", .2));
        Ranked<ArticleSummary> less = place("less", fills, new Reason("R-07", "alike", .1));
        List<Ranked<ArticleSummary>> list = List.of(first, later, BRIDGE, HARVEST, less, FILLING);
        assertThat(list)
                .isTotallyOrdered()
                .ranks("first")
                .above("bridge")
                .because("R-28")
                .and()
                .ranks("later")
                .above("bridge")
                .because("R-29");
        broken(
                () -> assertThat(List.of(later, first)).isTotallyOrdered(),
                "Expecting first to stand before later, for its rule comes first");
        broken(() -> assertThat(List.of(HARVEST, later)).isTotallyOrdered(), "later to stand before harvest");
        broken(() -> assertThat(list).ranks("first").above("bridge").because("R-29"), "bridge has the greater value");
    }

    @Test
    void whatBringsASumOntoAScaleDecidesNothing() {
        Ranked<ArticleSummary> more =
                place("more", new Reason("R-07", "alike", .2), new Reason("R-22", "on the scale of scores", .7));
        Ranked<ArticleSummary> less =
                place("less", new Reason("R-08", "shares a tag", .1), new Reason("R-22", "on the scale of scores", .4));
        assertThat(List.of(more, less))
                .ranks("more")
                .above("less")
                .because("R-07")
                .despite("R-08");
        broken(
                () -> assertThat(List.of(more, less))
                        .ranks("more")
                        .above("less")
                        .because("R-22"),
                "because of R-22, but R-22 follows from all other parts");
    }

    @Test
    void numbersGoTogether() {
        ArticleSummary item = article("a").build().summary();
        Ranked<ArticleSummary> views = new Ranked<>(item, 2, "views", .5, List.of(new Reason("P-01", "2 views", 2)));
        broken(() -> assertThat(List.of(BRIDGE, views)).addsUp(), "one unit, but a counts views and bridge relevance");
        Ranked<ArticleSummary> less = new Ranked<>(item, 1, "views", .6, List.of(new Reason("P-01", "1 view", 1)));
        broken(
                () -> assertThat(List.of(views.with(HARVEST.item()), less)).addsUp(),
                "a has a greater score than harvest and no greater value");
    }

    private static void broken(ThrowingCallable assertion, String message) {
        assertThatThrownBy(assertion)
                .isInstanceOf(AssertionError.class)
                .extracting(error -> String.valueOf(error.getMessage()).replace("\r\n", "\n"))
                .asString()
                .contains(message);
    }

    private static Ranked<ArticleSummary> place(String id, Reason... reasons) {
        return dated(id, NOW, reasons);
    }

    private static Ranked<ArticleSummary> dated(String id, Instant at, Reason... reasons) {
        double value = List.of(reasons).stream().mapToDouble(Reason::part).sum();
        return new Ranked<>(article(id).publishedAt(at).build().summary(), value, "relevance", value, List.of(reasons));
    }
}
