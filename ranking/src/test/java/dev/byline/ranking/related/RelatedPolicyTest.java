package dev.byline.ranking.related;

import static dev.byline.testkit.SampleArticles.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.byline.article.ArticleSummary;
import dev.byline.ranking.BothJacksons;
import dev.byline.ranking.ExplainedList;
import dev.byline.ranking.related.RelatedPolicy.Age;
import dev.byline.ranking.related.RelatedPolicy.Dates;
import dev.byline.ranking.related.RelatedPolicy.Order;
import dev.byline.ranking.related.RelatedPolicy.Variety;
import dev.byline.testkit.SampleArticles;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class RelatedPolicyTest {
    private static final RelatedPolicy CHANGED = new RelatedPolicy(
            Order.NEWEST,
            new Weights(1, 2, 3, 4, 5, 6, 7, 8, .5),
            new Age(Duration.ofDays(30), .25),
            Dates.NEWER_FIRST,
            .5,
            new Variety(2, 1),
            false,
            true,
            true);

    @Test
    void bindsAlikeUnderBothJacksons() throws Exception {
        String json = BothJacksons.write(CHANGED);
        assertThat(json)
                .isEqualTo("{\"order\":\"newest\",\"weights\":{\"words\":1.0,\"meaning\":2.0,\"headline\":3.0,"
                        + "\"tags\":4.0,\"regions\":5.0,\"sections\":6.0,\"authors\":7.0,\"popularity\":8.0,"
                        + "\"crowd\":0.5},\"age\":{\"halfLife\":\"PT720H\",\"floor\":0.25},\"dates\":\"newerFirst\","
                        + "\"minimumScore\":0.5,\"variety\":{\"mostPerSection\":2,\"mostPerAuthor\":1},"
                        + "\"backfill\":false,\"sponsored\":true,\"copies\":true}");
        assertThat(BothJacksons.read(json, RelatedPolicy.class)).isEqualTo(CHANGED);
    }

    @Test
    void whatJsonLeavesOutIsTheDefault() throws Exception {
        assertThat(BothJacksons.read("{}", RelatedPolicy.class)).isEqualTo(RelatedPolicy.defaults());
        assertThat(BothJacksons.read("{\"dates\":\"older\",\"unheardOf\":1}", RelatedPolicy.class))
                .isEqualTo(RelatedPolicy.background());
        assertThat(BothJacksons.read(
                        "{\"weights\":{\"tags\":1},\"age\":{\"floor\":1},\"variety\":{\"mostPerAuthor\":1}}",
                        RelatedPolicy.class))
                .isEqualTo(RelatedPolicy.defaults()
                        .weights(Weights.defaults().tags(1))
                        .age(Age.defaults().floor(1))
                        .variety(new Variety(0, 1)));
    }

    @Test
    void anExplainedListIsJson() throws Exception {
        ExplainedList list = RelatedArticles.rank(
                SampleArticles.article("a").build(),
                List.of(RelatedCandidate.of(SampleArticles.article("a").build().summary(), 1)),
                1,
                RelatedPolicy.defaults(),
                NOW);
        assertThat(BothJacksons.write(list))
                .isEqualTo("{\"ranked\":[],\"leftOut\":[{\"article\":\"a\",\"rule\":\"R-01\","
                        + "\"text\":\"is the article itself\"}]}");
    }

    @Test
    void eachCopyMethodChangesItsOwnComponent() {
        Weights weights = Weights.defaults()
                .words(1)
                .meaning(2)
                .headline(3)
                .tags(4)
                .regions(5)
                .sections(6)
                .authors(7)
                .popularity(8)
                .crowd(.5);
        assertThat(RelatedPolicy.defaults()
                        .order(Order.NEWEST)
                        .weights(weights)
                        .age(Age.defaults().halfLife(Duration.ofDays(30)).floor(.25))
                        .dates(Dates.NEWER_FIRST)
                        .minimumScore(.5)
                        .variety(Variety.NO_LIMIT.mostPerSection(2).mostPerAuthor(1))
                        .backfill(false)
                        .sponsored(true)
                        .copies(true))
                .isEqualTo(CHANGED);
    }

    @Test
    void thePresetsAreTheDefaultsButForOneThing() {
        RelatedPolicy defaults = RelatedPolicy.defaults();
        assertThat(defaults)
                .isEqualTo(new RelatedPolicy(
                        Order.SCORE,
                        new Weights(.65, .35, .05, .03, .02, .01, .01, 0, .3),
                        new Age(Duration.ofDays(365), .5),
                        Dates.ANY,
                        .9,
                        Variety.NO_LIMIT,
                        true,
                        false,
                        false));
        assertThat(RelatedPolicy.background()).isEqualTo(defaults.dates(Dates.OLDER));
        assertThat(RelatedPolicy.followUp()).isEqualTo(defaults.dates(Dates.NEWER_FIRST));
        assertThat(RelatedPolicy.jnews()).isEqualTo(defaults.order(Order.NEWEST));
    }

    @Test
    void valuesOutOfScaleAreRefusedByName() {
        Weights weights = Weights.defaults();
        RelatedPolicy policy = RelatedPolicy.defaults();
        assertThatThrownBy(() -> weights.words(-1)).hasMessageContaining("-1.0");
        assertThatThrownBy(() -> weights.crowd(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> weights.crowd(1.1)).hasMessageContaining("crowd");
        assertThatThrownBy(() -> weights.tags(Double.POSITIVE_INFINITY)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Age.defaults().floor(1.1)).hasMessageContaining("1.1");
        assertThatThrownBy(() -> Age.defaults().halfLife(Duration.ZERO)).hasMessageContaining("PT0S");
        assertThatThrownBy(() -> policy.minimumScore(2)).hasMessageContaining("2.0");
        assertThatThrownBy(() -> Variety.NO_LIMIT.mostPerSection(-1)).hasMessageContaining("-1");
        assertThatThrownBy(() -> policy.weights(Weights.none().crowd(1))).hasMessageContaining("at least one");
    }

    @Test
    @SuppressWarnings({"NullAway", "DataFlowIssue"})
    void whatIsMissingIsRefusedByName() {
        RelatedPolicy policy = RelatedPolicy.defaults();
        isRefused("order", () -> policy.order(null));
        isRefused("weights", () -> policy.weights(null));
        isRefused("age", () -> policy.age(null));
        isRefused("dates", () -> policy.dates(null));
        isRefused("variety", () -> policy.variety(null));
        isRefused("halfLife", () -> Age.defaults().halfLife(null));

        ArticleSummary post = SampleArticles.article("a").build().summary();
        RelatedCandidate candidate = RelatedCandidate.of(post, .5);
        isRefused("article", () -> RelatedCandidate.of(null, .5));
        isRefused("article", () -> RelatedCandidate.toFill(null));
        isRefused("similar", () -> RelatedCandidate.of(post, null));
        isRefused("likeness", () -> candidate.likeness(null));
        isRefused("story", () -> candidate.story(null));
        isRefused("terms", () -> candidate.terms(null));
        isRefused("terms", () -> candidate.terms(Arrays.asList("flood", null)));
        assertThatThrownBy(() -> candidate.terms(Collections.nCopies(1_001, "flood")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("1001 terms for a, more than 1000");
        assertThatThrownBy(() -> candidate.popularity(Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("NaN");
    }

    @Test
    void noWeightIsNoNumber() {
        Weights weights = Weights.defaults();
        List<ThrowingCallable> calls = List.of(
                () -> weights.words(Double.NaN),
                () -> weights.meaning(Double.NaN),
                () -> weights.headline(Double.NaN),
                () -> weights.tags(Double.NaN),
                () -> weights.regions(Double.NaN),
                () -> weights.sections(Double.NaN),
                () -> weights.authors(Double.NaN),
                () -> weights.popularity(Double.NaN),
                () -> weights.crowd(Double.NaN),
                () -> Age.defaults().floor(Double.NaN),
                () -> RelatedPolicy.defaults().minimumScore(Double.NaN));
        assertThat(calls)
                .allSatisfy(call -> assertThatThrownBy(call)
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("NaN"));
    }

    private static void isRefused(String name, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(NullPointerException.class).hasMessage(name);
    }
}
