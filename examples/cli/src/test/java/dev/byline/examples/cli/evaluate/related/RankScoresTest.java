package dev.byline.examples.cli.evaluate.related;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RankScoresTest {
    @Test
    void counts_as_by_hand() {
        RankScores scores = RankScores.of(List.of(7, 1, 8, 2), Map.of(1, 1.0, 2, 3.0, 3, 2.0, 7, 0.0));
        // 1/log2(3) + 3/log2(5), over 3/log2(2) + 2/log2(3) + 1/log2(4).
        assertThat(scores.ndcg())
                .isCloseTo(
                        (Math.log(2) / Math.log(3) + 3 * Math.log(2) / Math.log(5)) / 4.761859507142915, within(1e-12));
        assertThat(scores.reciprocalRank()).isEqualTo(0.5);
        assertThat(scores.recall()).isCloseTo(2 / 3.0, within(1e-12));
    }

    @Test
    void looks_five_ten_and_any_number_down() {
        List<Integer> ranking = IntStream.range(0, 20).boxed().toList();
        RankScores fifth = RankScores.of(ranking, Map.of(4, 1.0));
        assertThat(fifth.ndcg()).isCloseTo(Math.log(2) / Math.log(6), within(1e-12));
        assertThat(fifth.reciprocalRank()).isEqualTo(0.2);
        assertThat(RankScores.of(ranking, Map.of(5, 1.0))).isEqualTo(new RankScores(0, 1 / 6.0, 1));
        assertThat(RankScores.of(ranking, Map.of(9, 1.0))).isEqualTo(new RankScores(0, 0.1, 1));
        assertThat(RankScores.of(ranking, Map.of(10, 1.0))).isEqualTo(new RankScores(0, 1 / 11.0, 0));
        assertThat(RankScores.of(ranking, Map.of(99, 1.0))).isEqualTo(new RankScores(0, 0, 0));
    }

    @Test
    void a_block_full_of_related_posts_is_worth_all_however_many_there_are() {
        List<Integer> ranking = IntStream.range(0, 5).boxed().toList();
        Map<Integer, Double> gains = Map.of(0, 1.0, 1, 1.0, 2, 1.0, 3, 1.0, 4, 1.0, 5, 1.0, 6, 1.0, 7, 1.0);
        assertThat(RankScores.of(ranking, gains)).isEqualTo(new RankScores(1, 1, 5 / 8.0));
    }

    @Test
    void something_must_be_related() {
        assertThatIllegalArgumentException().isThrownBy(() -> RankScores.of(List.of(1), Map.of(1, 0.0)));
    }

    @Test
    void the_area_is_the_share_of_pairs_in_the_right_order() {
        Map<Integer, Double> gains = Map.of(1, 2.0, 2, 1.0, 3, 0.0, 4, -1.0, 5, 0.0);
        Map<Integer, Double> scores = Map.of(1, 0.9, 2, 0.4, 3, 0.4, 4, 0.5, 5, 0.1);
        // 1 is above all three, 2 above one and level with one: (3 + 1 + 1/2) / 6.
        assertThat(RankScores.auc(gains, post -> scores.getOrDefault(post, 0.0)))
                .isEqualTo(0.75);
        assertThat(RankScores.auc(gains, post -> 0)).isEqualTo(0.5);
    }

    @Test
    void there_is_no_area_without_both_kinds() {
        assertThat(RankScores.auc(Map.of(1, 1.0), post -> 1)).isNull();
        assertThat(RankScores.auc(Map.of(1, 0.0, 2, -1.0), post -> 1)).isNull();
    }
}
