package dev.byline.ranking.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.byline.article.ArticleId;
import dev.byline.ranking.audience.Reader;
import dev.byline.ranking.popular.Apart;
import dev.byline.ranking.popular.CountingPolicy;
import dev.byline.ranking.popular.Counts;
import dev.byline.ranking.popular.Engagement;
import dev.byline.ranking.popular.EngagementStore;
import dev.byline.ranking.popular.EngagementStore.Outcome;
import dev.byline.ranking.popular.Measure;
import dev.byline.ranking.popular.Tally;
import dev.byline.ranking.popular.Window;
import dev.byline.testkit.Rule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link EngagementStore} must do: extend this class, say how a store is made, and pass. */
public abstract class EngagementStoreContract extends EngagementCountingContract {
    /** Only for subclasses. */
    protected EngagementStoreContract() {}

    @Test
    void countsViewsAndSharesByNetwork() {
        assertThat(view(A, "v1", NOW)).isEqualTo(Outcome.COUNTED);
        view(A, "v2", NOW);
        share(A, "facebook", NOW);
        share(A, "x", NOW);
        share(A, "facebook", NOW);
        assertThat(counted(A, Window.all())).isEqualTo(Counts.of(2, Map.of("facebook", 2L, "x", 1L)));
        assertThat(counted(B, Window.all())).isEqualTo(Counts.NONE);
    }

    @Test
    void talliesComeInTheOrderAskedForAndUnknownOnesAreNone() {
        view(A, "", NOW);
        assertThat(store.tallies(List.of(C, A, B), Window.all(), NOW))
                .containsExactly(
                        Map.entry(C, Tally.NONE),
                        Map.entry(A, Tally.of(Counts.of(1, Map.of()))),
                        Map.entry(B, Tally.NONE));
        assertThat(store.tallies(List.of(), Window.all(), NOW)).isEmpty();
    }

    @Test
    void aVisitorCountsOncePerArticleAndAlignedSlot() {
        Instant slot = Instant.parse("2026-11-01T11:30:00Z");
        assertThat(view(A, "v", slot)).isEqualTo(Outcome.COUNTED);
        assertThat(view(A, "v", slot.plusSeconds(1799))).isEqualTo(Outcome.REPEAT);
        assertThat(view(A, "v", slot.plusSeconds(1800))).isEqualTo(Outcome.COUNTED);
        assertThat(view(A, "v", slot.minusSeconds(1))).isEqualTo(Outcome.COUNTED);
        assertThat(view(B, "v", slot)).isEqualTo(Outcome.COUNTED);
        assertThat(view(A, "w", slot)).isEqualTo(Outcome.COUNTED);
        assertThat(counted(A, Window.all()).views()).isEqualTo(4);
        assertThat(store.status().repeats()).isEqualTo(1);
    }

    @Test
    @Rule("P-03")
    void ofAVisitorsViewsTheEarliestCountsWheneverItIsTold() {
        Instant slot = Instant.parse("2026-11-01T11:30:00Z");
        assertThat(view(A, "v", slot.plusSeconds(600))).isEqualTo(Outcome.COUNTED);
        assertThat(view(A, "v", slot.plusSeconds(1200))).isEqualTo(Outcome.REPEAT);
        assertThat(view(A, "v", slot.plusSeconds(60))).isEqualTo(Outcome.REPEAT);
        Instant at = slot.plusSeconds(119);
        assertThat(store.tallies(List.of(A), Window.last(Duration.ofMinutes(5)), at))
                .containsEntry(A, Tally.of(Counts.of(1, Map.of())));
        assertThat(store.tallies(List.of(A), Window.last(Duration.ofMinutes(5)), slot.plusSeconds(600)))
                .containsEntry(A, new Tally(Counts.NONE, Counts.NONE, new Apart(1, 0, 0, 0, 0)));
        assertThat(store.tallies(List.of(A), Window.all(), NOW))
                .containsEntry(A, new Tally(Counts.of(1, Map.of()), Counts.NONE, new Apart(2, 0, 0, 0, 0)));
    }

    @Test
    void commentsAndReactionsAreCountedOfTheirOwn() {
        store.record(Engagement.comment(A, NOW), POLICY);
        store.record(Engagement.comment(A, NOW), POLICY);
        store.record(Engagement.reaction(B, NOW), POLICY);
        assertThat(counted(A, Window.last(Duration.ofHours(1)))).isEqualTo(new Counts(0, new TreeMap<>(), 2, 0));
        assertThat(counted(B, Window.all())).isEqualTo(new Counts(0, new TreeMap<>(), 0, 1));
        assertThat(store.most(Measure.COMMENTS, Window.all(), NOW, 9).keySet()).containsExactly(A);
        assertThat(store.most(Measure.REACTIONS, Window.all(), NOW, 9).keySet()).containsExactly(B);
        assertThat(store.most(Measure.VIEWS, Window.all(), NOW, 9)).isEmpty();
    }

    @Test
    void whoIsNoReaderIsCountedApart() {
        assertThat(store.record(Engagement.view(A, "v", NOW).reader(Reader.BOT), POLICY))
                .isEqualTo(Outcome.BOT);
        assertThat(store.record(Engagement.share(A, "x", NOW).reader(Reader.EDITOR), POLICY))
                .isEqualTo(Outcome.EDITOR);
        assertThat(store.record(Engagement.view(A, "v", NOW).reader(Reader.PREFETCH), POLICY))
                .isEqualTo(Outcome.PREFETCH);
        assertThat(store.most(Measure.VIEWS, Window.all(), NOW, 9)).isEmpty();
        assertThat(store.tallies(List.of(A), Window.last(Duration.ofHours(1)), NOW))
                .containsEntry(A, new Tally(Counts.NONE, Counts.NONE, new Apart(0, 1, 1, 1, 0)));
        // They have not been there for the visitor.
        assertThat(view(A, "v", NOW)).isEqualTo(Outcome.COUNTED);
    }

    @Test
    void articleAndVisitorAreKeptApart() {
        assertThat(view(ArticleId.of("ab"), "c", NOW)).isEqualTo(Outcome.COUNTED);
        assertThat(view(ArticleId.of("a"), "bc", NOW)).isEqualTo(Outcome.COUNTED);
    }

    @Test
    void withoutAVisitorOrASlotEveryViewCounts() {
        view(A, "", NOW);
        view(A, "", NOW);
        assertThat(store.record(Engagement.view(A, "v", NOW), CountingPolicy.everything()))
                .isEqualTo(Outcome.COUNTED);
        assertThat(store.record(Engagement.view(A, "v", NOW), CountingPolicy.everything()))
                .isEqualTo(Outcome.COUNTED);
        assertThat(counted(A, Window.all()).views()).isEqualTo(4);
    }

    @Test
    void lateRepeatsAreKnownWithinOneSitting() {
        Instant longAgo = NOW.minus(Duration.ofDays(30));
        assertThat(view(A, "v", longAgo)).isEqualTo(Outcome.COUNTED);
        clock.advance(Duration.ofMinutes(29));
        assertThat(view(A, "v", longAgo)).isEqualTo(Outcome.REPEAT);
    }

    @Test
    void visitsAreForgottenOneSlotAfterTheirSlot() {
        view(A, "v", NOW);
        assertThat(store.status().visits()).isEqualTo(1);
        clock.advance(Duration.ofMinutes(59));
        assertThat(view(A, "v", NOW)).isEqualTo(Outcome.REPEAT);
        clock.advance(Duration.ofMinutes(1));
        share(B, "x", NOW);
        assertThat(store.status().visits()).isZero();
    }

    @Test
    void theGreatestComeFirstThenById() {
        view(C, "", NOW);
        view(B, "", NOW);
        view(A, "", NOW);
        view(B, "", NOW);
        share(C, "x", NOW);
        assertThat(store.most(Measure.VIEWS, Window.all(), NOW, 3).keySet()).containsExactly(B, A, C);
        assertThat(store.most(Measure.VIEWS, Window.all(), NOW, 2).keySet()).containsExactly(B, A);
        assertThat(store.most(Measure.SHARES, Window.all(), NOW, 3).keySet()).containsExactly(C);
        assertThatThrownBy(() -> store.most(Measure.VIEWS, Window.all(), NOW, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anOpeningBalanceAddsToAllTimeFromItsDateOn() {
        view(A, "", NOW);
        store.balance(A, NOW.minusSeconds(600), Counts.of(100, Map.of("Facebook", 7L, "x", 0L)));
        Counts opening = Counts.of(100, Map.of("facebook", 7L));
        assertThat(store.tallies(List.of(A), Window.all(), NOW))
                .containsEntry(A, Tally.of(Counts.of(1, Map.of()), opening));
        assertThat(store.tallies(List.of(A), Window.all(), NOW.minusSeconds(601)))
                .containsEntry(A, Tally.NONE);
        assertThat(store.tallies(List.of(A), Window.last(Duration.ofDays(20_000)), NOW))
                .containsEntry(A, Tally.of(Counts.of(1, Map.of())));
        store.balance(B, NOW, Counts.of(101, Map.of()));
        store.balance(C, NOW, Counts.of(99, Map.of()));
        assertThat(store.most(Measure.VIEWS, Window.all(), NOW, 9).keySet()).containsExactly(A, B, C);
    }

    @Test
    void importingTwiceChangesNothingAndALaterBalanceReplaces() {
        store.balance(A, NOW, Counts.of(100, Map.of("x", 5L)));
        store.balance(A, NOW, Counts.of(100, Map.of("x", 5L)));
        assertThat(all(A)).isEqualTo(Counts.of(100, Map.of("x", 5L)));
        store.balance(A, NOW.minusSeconds(1), Counts.of(50, Map.of()));
        assertThat(all(A)).isEqualTo(Counts.of(100, Map.of("x", 5L)));
        clock.advance(Duration.ofHours(1));
        store.balance(A, NOW.plusSeconds(1), Counts.of(120, Map.of("x", 6L)));
        assertThat(all(A)).isEqualTo(Counts.of(120, Map.of("x", 6L)));
    }

    @Test
    void balancesOutOfAllProportionDoNotOverflow() {
        store.balance(A, NOW, Counts.of(Long.MAX_VALUE, Map.of("x", Long.MAX_VALUE, "y", Long.MAX_VALUE)));
        view(A, "", NOW);
        share(A, "x", NOW);
        assertThat(all(A).views()).isEqualTo(Long.MAX_VALUE);
        assertThat(all(A).allShares()).isEqualTo(Long.MAX_VALUE);
        assertThat(store.most(Measure.SHARES, Window.all(), NOW, 1).keySet()).containsExactly(A);
        assertThatThrownBy(() -> store.balance(A, NOW, Counts.of(-1, Map.of())))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.balance(A, NOW, Counts.of(1, Map.of("x", -1L))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void networksWithoutEndAreCountedTogether() {
        for (int i = 0; i < 2000; i++) {
            share(A, "network-" + i, NOW);
        }
        Counts counts = counted(A, Window.all());
        assertThat(counts.allShares()).isEqualTo(2000);
        assertThat(counts.shares()).hasSizeLessThan(200).containsKey(Engagement.OTHER);
    }

    @Test
    void anyOrderOfEventsGivesTheSameCounts() {
        List<Engagement> events = new ArrayList<>();
        Random random = new Random(17);
        for (int i = 0; i < 2000; i++) {
            ArticleId article = ArticleId.of("n" + random.nextInt(20));
            Instant at = NOW.minusSeconds(random.nextInt(9 * 86_400));
            events.add(
                    random.nextInt(4) == 0
                            ? Engagement.share(article, "net" + random.nextInt(3), at)
                            : Engagement.view(article, "v" + random.nextInt(3), at));
        }
        events.forEach(event -> store.record(event, POLICY));
        try (EngagementStore other = EngagementStore.inMemory(clock)) {
            Collections.shuffle(events, random);
            events.forEach(event -> other.record(event, POLICY));
            for (Window window : List.of(
                    Window.all(),
                    Window.last(Duration.ofDays(7)),
                    Window.last(Duration.ofHours(24)),
                    Window.last(Duration.ofMinutes(977)),
                    Window.last(Duration.ofDays(30)))) {
                for (Measure measure : Measure.values()) {
                    assertThat(List.copyOf(store.most(measure, window, NOW, 100).entrySet()))
                            .isEqualTo(List.copyOf(
                                    other.most(measure, window, NOW, 100).entrySet()));
                }
            }
            assertThat(store.status().repeats()).isEqualTo(other.status().repeats());
        }
    }

    @Test
    void manyThreadsLoseNothing() throws InterruptedException {
        CountDownLatch start = new CountDownLatch(1);
        List<Thread> threads = IntStream.range(0, 4)
                .mapToObj(number -> new Thread(() -> {
                    try {
                        start.await();
                    } catch (InterruptedException stopped) {
                        return;
                    }
                    for (int i = 0; i < 500; i++) {
                        view(A, "v" + i, NOW);
                        share(B, "x", NOW);
                        store.most(Measure.VIEWS, Window.all(), NOW, 5);
                    }
                }))
                .toList();
        threads.forEach(Thread::start);
        start.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(counted(A, Window.all()).views()).isEqualTo(500);
        assertThat(counted(B, Window.all()).allShares()).isEqualTo(2000);
        assertThat(store.status().repeats()).isEqualTo(1500);
    }

    @Test
    void flushingAndStatus() {
        view(A, "v", NOW);
        store.flush();
        store.flush();
        EngagementStore.Status status = store.status();
        assertThat(status.articles()).isEqualTo(1);
        assertThat(status.unflushed()).isZero();
        assertThat(status.visits()).isEqualTo(1);
    }

    @Test
    void afterClosingNothingIsCounted() {
        store.close();
        assertThatThrownBy(() -> view(A, "v", NOW)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> store.most(Measure.VIEWS, Window.all(), NOW, 1))
                .isInstanceOf(IllegalStateException.class);
    }
}
