package dev.byline.ranking.related;

import static dev.byline.testkit.SampleArticles.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.byline.ranking.BothJacksons;
import dev.byline.ranking.ExplainedList;
import dev.byline.testkit.SampleArticles;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RelatedPolicyTest {
    @Test
    void bindsAlikeUnderBothJacksons() throws Exception {
        RelatedPolicy policy = new RelatedPolicy(
                RelatedPolicy.Order.NEWEST, 1, 2, 3, 4, 5, Duration.ofDays(30), .25, false, .5, false, true);
        String json = BothJacksons.write(policy);
        assertThat(json)
                .isEqualTo("{\"order\":\"newest\",\"text\":1.0,\"tags\":2.0,\"regions\":3.0,\"sections\":4.0,"
                        + "\"authors\":5.0,\"ageHalfLife\":\"PT720H\",\"ageFloor\":0.25,\"newer\":false,"
                        + "\"minimumScore\":0.5,\"backfill\":false,\"sponsored\":true}");
        assertThat(BothJacksons.read(json, RelatedPolicy.class)).isEqualTo(policy);
    }

    @Test
    void whatJsonLeavesOutIsTheDefault() throws Exception {
        assertThat(BothJacksons.read("{}", RelatedPolicy.class)).isEqualTo(RelatedPolicy.defaults());
        assertThat(BothJacksons.read("{\"newer\":false,\"unheardOf\":1}", RelatedPolicy.class))
                .isEqualTo(RelatedPolicy.background());
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
        RelatedPolicy changed = RelatedPolicy.defaults()
                .order(RelatedPolicy.Order.NEWEST)
                .text(1)
                .tags(2)
                .regions(3)
                .sections(4)
                .authors(5)
                .ageHalfLife(Duration.ofDays(30))
                .ageFloor(.25)
                .newer(false)
                .minimumScore(.5)
                .backfill(false)
                .sponsored(true);
        assertThat(changed)
                .isEqualTo(new RelatedPolicy(
                        RelatedPolicy.Order.NEWEST, 1, 2, 3, 4, 5, Duration.ofDays(30), .25, false, .5, false, true));
    }

    @Test
    void valuesOutOfScaleAreRefusedByName() {
        RelatedPolicy policy = RelatedPolicy.defaults();
        assertThatThrownBy(() -> policy.text(-1)).hasMessageContaining("-1.0");
        assertThatThrownBy(() -> policy.tags(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> policy.tags(Double.POSITIVE_INFINITY)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> policy.ageFloor(1.1)).hasMessageContaining("1.1");
        assertThatThrownBy(() -> policy.minimumScore(2)).hasMessageContaining("2.0");
        assertThatThrownBy(() -> policy.ageHalfLife(Duration.ZERO)).hasMessageContaining("PT0S");
        assertThatThrownBy(() -> policy.text(0).tags(0).regions(0).sections(0).authors(0))
                .hasMessageContaining("at least one");
    }
}
