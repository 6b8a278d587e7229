package dev.byline.examples.cli.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class MeasuresTest {
    @Test
    void counts_as_by_hand() {
        Measures measures = Measures.of(
                List.of("a", "unjudged", "b", "c", "unjudged too"), Map.of("a", 1.0, "b", 3.0, "c", 0.0, "d", 2.0));
        // a at 1, b at 3, d not found: (1/1 + 2/3 + 0) / 3.
        assertThat(measures.averagePrecision()).isCloseTo(5.0 / 9, within(1e-12));
        // 1/log2(2) + 3/log2(4), over 3/log2(2) + 2/log2(3) + 1/log2(4).
        assertThat(measures.ndcg()).isCloseTo(2.5 / 4.761859507142915, within(1e-12));
        assertThat(measures.precision()).isEqualTo(0.2);
        assertThat(measures.reciprocalRank()).isEqualTo(1);
    }

    @Test
    void the_first_answer_may_come_late() {
        Measures measures = Measures.of(List.of("x", "y", "z", "a"), Map.of("a", 2.0));
        assertThat(measures.averagePrecision()).isEqualTo(0.25);
        assertThat(measures.reciprocalRank()).isEqualTo(0.25);
        // 1/log2(5) of what it would be worth on top, whatever its grade.
        assertThat(measures.ndcg()).isCloseTo(0.43067655807339306, within(1e-12));
        assertThat(measures.precision()).isEqualTo(0.1);
    }

    @Test
    void behind_the_tenth_only_average_precision_and_the_first_rank_count() {
        List<String> ranking = new ArrayList<>();
        for (int i = 1; i <= 10; i++) {
            ranking.add("x" + i);
        }
        ranking.add("a");
        Measures measures = Measures.of(ranking, Map.of("a", 1.0));
        assertThat(measures).isEqualTo(new Measures(1 / 11.0, 0, 0, 1 / 11.0));
    }

    @Test
    void ten_of_more_answers_are_the_most_that_the_top_can_hold() {
        List<String> ranking = new ArrayList<>();
        Map<String, Double> gains = new TreeMap<>();
        for (int i = 0; i < 20; i++) {
            gains.put("a" + i, 1.0);
            ranking.add("a" + i);
        }
        Measures measures = Measures.of(ranking.subList(0, 10), gains);
        assertThat(measures.ndcg()).isEqualTo(1);
        assertThat(measures.precision()).isEqualTo(1);
        assertThat(measures.averagePrecision()).isEqualTo(0.5);
    }

    @Test
    void nothing_found_is_worth_nothing() {
        assertThat(Measures.of(List.of(), Map.of("a", 1.0))).isEqualTo(new Measures(0, 0, 0, 0));
    }

    @Test
    void there_must_be_something_to_find() {
        assertThatIllegalArgumentException().isThrownBy(() -> Measures.of(List.of("a"), Map.of("a", -1.0)));
    }
}
