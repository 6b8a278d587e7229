package dev.byline.ranking.popular;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.article.ArticleId;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RepeatViewsTest {
    private static final ArticleId ARTICLE = ArticleId.of("a");
    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

    @Test
    void views_of_any_time_keep_a_bounded_number_of_slots() {
        RepeatViews repeats = new RepeatViews(1_000_000);
        for (int i = 0; i < 20_000; i++) {
            keep(repeats, Instant.ofEpochSecond(1_800L * i));
        }
        assertThat(repeats.slots()).hasSize(4_096);
        assertThat(repeats.size()).isEqualTo(4_096);
        assertThat(repeats.expire(NOW.plusSeconds(7_200))).isTrue();
        assertThat(repeats.slots()).isEmpty();
        assertThat(repeats.size()).isZero();
        assertThat(repeats.expire(NOW.plusSeconds(7_200))).isFalse();
    }

    @Test
    void a_visit_is_known_until_its_slot_goes() {
        RepeatViews repeats = new RepeatViews(10);
        keep(repeats, NOW);
        assertThat(repeats.look(ARTICLE, "v", NOW.plusSeconds(60), 1_800, NOW)).isNull();
        assertThat(repeats.look(ARTICLE, "other", NOW, 1_800, NOW)).isNotNull();
        repeats.expire(NOW.plusSeconds(3_600));
        assertThat(repeats.look(ARTICLE, "v", NOW.plusSeconds(60), 1_800, NOW.plusSeconds(3_600)))
                .isNotNull();
    }

    private static void keep(RepeatViews repeats, Instant at) {
        RepeatViews.Visit visit = repeats.look(ARTICLE, "v", at, 1_800, NOW);
        assertThat(visit).isNotNull();
        if (visit != null) {
            repeats.keep(visit);
        }
    }
}
