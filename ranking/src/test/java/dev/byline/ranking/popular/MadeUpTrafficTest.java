package dev.byline.ranking.popular;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.article.ArticleId;
import dev.byline.ranking.audience.Reader;
import dev.byline.ranking.testkit.MadeUpTraffic;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MadeUpTrafficTest {
    private static final Instant FROM = Instant.parse("2026-10-20T00:00:00Z");
    private static final Duration LENGTH = Duration.ofDays(10);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void itHasTheShapeOfRealTraffic(long seed) {
        List<Engagement> events = MadeUpTraffic.of(seed, FROM, LENGTH, 400, 100_000);
        assertThat(events).hasSizeBetween(90_000, 110_000);
        assertThat(MadeUpTraffic.of(seed, FROM, LENGTH, 400, 100_000)).isEqualTo(events);
        Map<ArticleId, Integer> views = new HashMap<>();
        Set<Long> minutes = new HashSet<>();
        Set<String> slots = new HashSet<>();
        double persons = 0;
        double bots = 0;
        double repeats = 0;
        for (Engagement event : events) {
            assertThat(event.at()).isBetween(FROM, FROM.plus(LENGTH));
            minutes.add(event.at().getEpochSecond() / 60);
            if (event.reader() == Reader.BOT) {
                bots++;
            } else if (event.kind() == Engagement.Kind.VIEW) {
                persons++;
                views.merge(event.article(), 1, Integer::sum);
                repeats +=
                        slots.add(event.article() + event.visitor() + event.at().getEpochSecond() / 1800) ? 0 : 1;
            }
        }
        assertThat(minutes).hasSize((int) LENGTH.toMinutes());
        assertThat(bots / events.size()).isBetween(.39, .48);
        assertThat(repeats / persons).isBetween(.07, .14);
        int most = views.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        assertThat(most / persons).isBetween(.001, .15);
    }
}
