package dev.byline.ranking.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.article.ArticleId;
import dev.byline.ranking.audience.Reader;
import dev.byline.ranking.popular.CountingPolicy;
import dev.byline.ranking.popular.Counts;
import dev.byline.ranking.popular.Engagement;
import dev.byline.ranking.popular.EngagementStore;
import dev.byline.ranking.popular.EngagementStore.Outcome;
import dev.byline.ranking.popular.EngagementStore.Step;
import dev.byline.ranking.popular.Measure;
import dev.byline.ranking.popular.Tally;
import dev.byline.ranking.popular.Window;
import dev.byline.testkit.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every {@link EngagementStore} must do with time: the part of {@link EngagementStoreContract} that is about windows.
 */
public abstract class EngagementWindowsContract {
    /** What the clock shows when a test begins. */
    protected static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

    static final CountingPolicy POLICY = CountingPolicy.defaults();
    static final ArticleId A = ArticleId.of("a");
    static final ArticleId B = ArticleId.of("b");
    static final ArticleId C = ArticleId.of("c");

    /** The clock that the store was given. */
    protected final MovableClock clock = MovableClock.at(NOW);

    EngagementStore store = EngagementStore.inMemory(clock);

    EngagementWindowsContract() {}

    /** Makes an empty store; called once for each test and closed after it. */
    protected abstract EngagementStore create(InstantSource clock);

    @BeforeEach
    void make() {
        store = create(clock);
    }

    @AfterEach
    void close() {
        store.close();
        store.close();
    }

    @Test
    void aWindowIsExactToTheMinuteForSevenDays() {
        Window week = Window.last(Duration.ofDays(7));
        Instant edge = NOW.minus(Duration.ofDays(7));
        view(A, "", edge);
        view(B, "", edge.minusSeconds(1));
        view(C, "", NOW);
        assertThat(store.most(Measure.VIEWS, week, NOW, 9).keySet()).containsExactly(A, C);
        assertThat(store.most(Measure.VIEWS, week, NOW.plusSeconds(60), 9).keySet())
                .containsExactly(C);
        assertThat(store.most(Measure.VIEWS, week, NOW.minusSeconds(60), 9).keySet())
                .containsExactly(A, B);
        // It begins with the nearest minute.
        assertThat(store.most(Measure.VIEWS, week, NOW.plusMillis(29_999), 9).keySet())
                .containsExactly(A, C);
        assertThat(store.most(Measure.VIEWS, week, NOW.plusSeconds(30), 9).keySet())
                .containsExactly(C);
    }

    @Test
    void windowsAreAsTheyAreLookedAt() {
        view(A, "", NOW.minusSeconds(3600));
        view(A, "", NOW);
        assertThat(counted(A, Window.last(Duration.ofMinutes(30))).views()).isEqualTo(1);
        assertThat(store.tallies(List.of(A), Window.all(), NOW.minusSeconds(60)))
                .containsEntry(A, Tally.of(Counts.of(1, Map.of())));
        assertThat(store.tallies(List.of(A), Window.last(Duration.ofDays(30)), NOW.minusSeconds(7200)))
                .containsEntry(A, Tally.NONE);
    }

    @Test
    void longWindowsAreExactToTheHourAndThenToTheDay() {
        view(A, "", NOW.minus(Duration.ofDays(30)).minus(Duration.ofMinutes(1)));
        view(B, "", NOW.minus(Duration.ofDays(200)).minus(Duration.ofHours(12)));
        view(C, "", NOW);
        assertThat(store.most(Measure.VIEWS, Window.last(Duration.ofDays(30)), NOW.plusSeconds(60), 9)
                        .keySet())
                .containsExactly(C);
        assertThat(store.most(Measure.VIEWS, Window.last(Duration.ofDays(30)), NOW.minusSeconds(60), 9)
                        .keySet())
                .containsExactly(A);
        assertThat(store.most(Measure.VIEWS, Window.last(Duration.ofDays(200)), NOW, 9)
                        .keySet())
                .containsExactly(A, B, C);
        assertThat(store.most(Measure.VIEWS, Window.last(Duration.ofDays(199)), NOW, 9)
                        .keySet())
                .containsExactly(A, C);
    }

    @Test
    void anOldLogIsCountedAsItWas() {
        Instant then = Instant.parse("2015-05-20T12:00:00Z");
        view(A, "", then.minus(Duration.ofDays(7)));
        view(B, "", then.minus(Duration.ofDays(7)).minusSeconds(1));
        view(C, "", then);
        assertThat(store.most(Measure.VIEWS, Window.last(Duration.ofDays(7)), then, 9)
                        .keySet())
                .containsExactly(A, C);
    }

    @Test
    void aWrongDateAheadDoesNotPushTheOthersOut() {
        Window week = Window.last(Duration.ofDays(7));
        view(A, "", NOW.minus(Duration.ofDays(6)));
        view(C, "", NOW.minus(Duration.ofDays(7)).minusSeconds(1));
        view(B, "", Instant.parse("3999-12-31T23:59:59Z"));
        assertThat(store.most(Measure.VIEWS, week, NOW, 9).keySet()).containsExactly(A);
        view(A, "", NOW.minus(Duration.ofDays(6)));
        assertThat(counted(A, week).views()).isEqualTo(2);
    }

    @Test
    void timelinesCountStepByStep() {
        Instant from = NOW.minus(Duration.ofHours(3));
        LongStream.of(-1, 0, 59, 3600, 10_799, 10_800).forEach(second -> view(A, "", from.plusSeconds(second)));
        share(A, "x", from);
        store.record(Engagement.view(A, "", from).reader(Reader.BOT), POLICY);
        store.balance(A, from, Counts.of(1000, Map.of("x", 7L)));
        assertThat(store.timeline(List.of(B, A), Measure.VIEWS, from.plusSeconds(1799), Step.HOUR, 3))
                .containsExactly(Map.entry(B, new long[] {0, 0, 0}), Map.entry(A, new long[] {2, 1, 1}));
        assertThat(store.timeline(List.of(A), Measure.SHARES, from, Step.HOUR, 2))
                .containsEntry(A, new long[] {1, 0});
        assertThat(store.timeline(List.of(A), Measure.VIEWS, from.minusSeconds(1), Step.MINUTE, 3))
                .containsEntry(A, new long[] {1, 2, 0});
        assertThat(store.timeline(List.of(A), Measure.VIEWS, NOW.minus(Duration.ofDays(1)), Step.DAY, 3))
                .containsEntry(A, new long[] {0, 6, 0});
    }

    Outcome view(ArticleId article, String visitor, Instant at) {
        return store.record(Engagement.view(article, visitor, at), POLICY);
    }

    Outcome share(ArticleId article, String network, Instant at) {
        return store.record(Engagement.share(article, network, at), POLICY);
    }

    Counts counted(ArticleId article, Window window) {
        return store.tallies(List.of(article), window, NOW)
                .getOrDefault(article, Tally.NONE)
                .counted();
    }

    Counts all(ArticleId article) {
        return store.tallies(List.of(article), Window.all(), clock.instant())
                .getOrDefault(article, Tally.NONE)
                .sum();
    }
}
