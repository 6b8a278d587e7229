package dev.byline.ranking.popular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.byline.ranking.BothJacksons;
import dev.byline.testkit.Rule;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShareCountsTest {
    private static final Counts COUNTS = Counts.of(9, Map.of("facebook", 1200L, "x", 3L, "other", 7L));

    @Test
    @Rule("P-26")
    void zeroIsShownOrHiddenBelowAThreshold() throws Exception {
        ShareCounts all = ShareCounts.of(COUNTS, List.of("x", "Facebook", "telegram"), 0);
        assertThat(all.shownTotal()).hasValue(1210);
        assertThat(all.byNetwork())
                .containsExactly(Map.entry("x", 3L), Map.entry("facebook", 1200L), Map.entry("telegram", 0L));
        assertThat(BothJacksons.write(all))
                .isEqualTo("{\"total\":1210,\"byNetwork\":{\"x\":3,\"facebook\":1200,\"telegram\":0}}");
        assertThat(ShareCounts.of(COUNTS, List.of("x", "facebook", "telegram"), 3)
                        .byNetwork())
                .containsOnlyKeys("x", "facebook");
        ShareCounts none = ShareCounts.of(COUNTS, List.of("x"), 1211);
        assertThat(none.shownTotal()).isEmpty();
        assertThat(none.byNetwork()).isEmpty();
        assertThat(ShareCounts.of(Counts.NONE, List.of("x"), 1).shownTotal()).isEmpty();
        assertThat(ShareCounts.of(Counts.NONE, List.of("x"), 0).shownTotal()).hasValue(0);
        assertThatThrownBy(() -> ShareCounts.of(Counts.NONE, List.of(), -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-1");
    }

    @Test
    void numbersAreCutOffWhereTheyAreLong() {
        Map<Long, String> forms = Map.of(
                0L, "0",
                999L, "999",
                1000L, "1k",
                1234L, "1.2k",
                1299L, "1.2k",
                999_999L, "999.9k",
                1_000_000L, "1m",
                12_345_678_901L, "12.3b");
        forms.forEach(
                (number, text) -> assertThat(ShareCounts.abbreviated(number)).isEqualTo(text));
        assertThat(ShareCounts.abbreviated(Long.MAX_VALUE)).isEqualTo("9223372036.8b");
        assertThatThrownBy(() -> ShareCounts.abbreviated(-1)).isInstanceOf(IllegalArgumentException.class);
    }
}
