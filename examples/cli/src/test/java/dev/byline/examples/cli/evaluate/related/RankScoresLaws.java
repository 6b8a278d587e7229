package dev.byline.examples.cli.evaluate.related;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.UniqueElements;

class RankScoresLaws {
    private static Map<Integer, Double> gains(List<Integer> grades) {
        Map<Integer, Double> gains = new LinkedHashMap<>();
        grades.forEach(grade -> gains.put(gains.size(), (double) grade));
        return gains;
    }

    @Property
    void every_number_is_within_its_scale(
            @ForAll @Size(max = 30) @UniqueElements List<@IntRange(max = 40) Integer> ranking,
            @ForAll @Size(max = 20) List<@IntRange(min = -1, max = 4) Integer> grades) {
        Map<Integer, Double> gains = gains(grades);
        gains.put(40, 1.0);
        RankScores scores = RankScores.of(ranking, gains);
        assertThat(scores.ndcg()).isBetween(0.0, 1 + 1e-12);
        assertThat(scores.reciprocalRank()).isBetween(0.0, 1.0);
        assertThat(scores.recall()).isBetween(0.0, 1.0);
    }

    @Property
    void moving_a_related_post_up_never_costs(
            @ForAll @Size(min = 2, max = 20) @UniqueElements List<@IntRange(max = 20) Integer> ranking,
            @ForAll @IntRange(max = 20) int related,
            @ForAll @IntRange(min = 1, max = 19) int place) {
        Map<Integer, Double> gains = Map.of(ranking.get(place % ranking.size()), 1.0, 21, 2.0, related + 22, 1.0);
        List<Integer> better = new ArrayList<>(ranking);
        better.add(0, better.remove(place % ranking.size()));
        RankScores before = RankScores.of(ranking, gains);
        RankScores after = RankScores.of(better, gains);
        assertThat(after.ndcg()).isGreaterThanOrEqualTo(before.ndcg());
        assertThat(after.reciprocalRank()).isGreaterThanOrEqualTo(before.reciprocalRank());
        assertThat(after.recall()).isGreaterThanOrEqualTo(before.recall());
    }

    @Property
    void the_area_is_a_share_and_turns_around_with_the_scores(
            @ForAll @Size(min = 2, max = 20) List<@IntRange(max = 2) Integer> grades,
            @ForAll @Size(20) List<@DoubleRange(min = -1, max = 1) Double> scores) {
        Double area = RankScores.auc(gains(grades), scores::get);
        Double turned = RankScores.auc(gains(grades), post -> -scores.get(post));
        boolean both = grades.contains(0) && grades.stream().anyMatch(grade -> grade > 0);
        if (!both || area == null || turned == null) {
            assertThat(area).isNull();
            assertThat(both).isFalse();
            return;
        }
        assertThat(area).isBetween(0.0, 1.0);
        assertThat(area + turned).isCloseTo(1, within(1e-12));
        // A scale of its own changes nothing.
        assertThat(RankScores.auc(gains(grades), post -> Math.exp(3 * scores.get(post))))
                .isEqualTo(area);
    }
}
