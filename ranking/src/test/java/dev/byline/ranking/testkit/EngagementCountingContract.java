package dev.byline.ranking.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.article.ArticleId;
import dev.byline.ranking.audience.Origin;
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
import org.junit.jupiter.api.Test;

/**
 * Whom every {@link EngagementStore} must count: the part of {@link EngagementStoreContract} that is about floods, visitors, weights
 * and what is refused.
 */
public abstract class EngagementCountingContract extends EngagementWindowsContract {
    private static final String HERE = "192.0.2.0/24";
    private static final String THERE = "2001:db8:7::/48";
    private static final CountingPolicy THREE = POLICY.floodLimit(3);

    EngagementCountingContract() {}

    private Outcome view(String visitor, String source, Instant at, CountingPolicy policy) {
        return store.record(Engagement.view(A, visitor, at).source(source), policy);
    }

    private Tally tally(Window window, Instant at) {
        return store.tallies(List.of(A), window, at).getOrDefault(A, Tally.NONE);
    }

    private static Tally tally(long views, Apart apart) {
        return new Tally(Counts.of(views, Map.of()), Counts.NONE, apart);
    }

    @Test
    @Rule("P-40")
    void ofTheViewsFromOneSourceTheEarliestFewCount() {
        for (int i = 0; i < 5; i++) {
            assertThat(view("v" + i, HERE, NOW.minusSeconds(60L * i), THREE))
                    .isEqualTo(i < 3 ? Outcome.COUNTED : Outcome.FLOOD);
        }
        assertThat(view("late", HERE, NOW, THREE)).isEqualTo(Outcome.FLOOD);
        assertThat(view("v1", THERE, NOW, THREE)).isEqualTo(Outcome.COUNTED);
        assertThat(tally(Window.all(), NOW)).isEqualTo(tally(4, new Apart(0, 0, 0, 0, 3)));
        Window minute = Window.last(Duration.ofMinutes(1));
        assertThat(tally(minute, NOW.minusSeconds(240))).isEqualTo(tally(1, Apart.NONE));
        assertThat(tally(Window.between(NOW.minusSeconds(60), NOW), NOW)).isEqualTo(tally(0, new Apart(0, 0, 0, 0, 1)));
        assertThat(store.status().floods()).isEqualTo(3);
    }

    @Test
    @Rule("P-40")
    void anEarlierViewOfOneVisitorMakesRoomForHimself() {
        Instant slot = NOW.minusSeconds(1800);
        for (int i = 0; i < 4; i++) {
            view("v" + i, HERE, slot.plusSeconds(60 * i + 600), THREE);
        }
        // The one that had been too many was there first after all.
        assertThat(view("v3", HERE, slot, THREE)).isEqualTo(Outcome.REPEAT);
        assertThat(tally(Window.all(), NOW)).isEqualTo(tally(3, new Apart(1, 0, 0, 0, 1)));
        assertThat(tally(Window.between(slot, slot.plusSeconds(60)), NOW)).isEqualTo(tally(1, Apart.NONE));
        assertThat(tally(Window.between(slot.plusSeconds(720), slot.plusSeconds(780)), NOW))
                .isEqualTo(tally(0, new Apart(0, 0, 0, 0, 1)));
        // And one that counts moves without taking another's place.
        assertThat(view("v0", HERE, slot.plusSeconds(60), THREE)).isEqualTo(Outcome.REPEAT);
        assertThat(tally(Window.all(), NOW)).isEqualTo(tally(3, new Apart(2, 0, 0, 0, 1)));
    }

    @Test
    void viewsWithoutAVisitorFromOneSourceAreLimitedToo() {
        for (int i = 0; i < 4; i++) {
            view("", HERE, NOW, THREE);
        }
        assertThat(tally(Window.all(), NOW)).isEqualTo(tally(3, new Apart(0, 0, 0, 0, 1)));
    }

    @Test
    void whereNoSourceIsKnownOrNoLimitNothingIsAFlood() {
        for (int i = 0; i < 30; i++) {
            assertThat(view("v" + i, "", NOW, THREE)).isEqualTo(Outcome.COUNTED);
            assertThat(view("w" + i, HERE, NOW, POLICY.floodLimit(0))).isEqualTo(Outcome.COUNTED);
        }
    }

    @Test
    void onlyWhatPeopleDoIsAFlood() {
        for (int i = 0; i < 9; i++) {
            store.record(Engagement.view(A, "v" + i, NOW).source(HERE).reader(Reader.BOT), THREE);
            store.record(Engagement.share(A, "x", NOW).source(HERE).reader(Reader.BOT), THREE);
            assertThat(store.record(Engagement.comment(A, NOW).source(HERE), THREE))
                    .isEqualTo(Outcome.COUNTED);
        }
        assertThat(view("v", HERE, NOW, THREE)).isEqualTo(Outcome.COUNTED);
        assertThat(share("x", HERE, NOW)).isEqualTo(Outcome.COUNTED);
        assertThat(tally(Window.all(), NOW))
                .isEqualTo(new Tally(
                        new Counts(1, new TreeMap<>(Map.of("x", 1L)), 9, 0, 0),
                        Counts.NONE,
                        new Apart(0, 18, 0, 0, 0)));
    }

    private Outcome share(String network, String source, Instant at) {
        // The visitor does not matter.
        return store.record(Engagement.share(A, network, at).from(new Origin(source, "v")), THREE);
    }

    @Test
    @Rule({"P-48", "P-09"})
    void ofTheSharesFromOneSourceTheEarliestFewCountOnEachNetwork() {
        for (int i = 0; i < 5; i++) {
            assertThat(share("x", HERE, NOW.minusSeconds(60L * i))).isEqualTo(i < 3 ? Outcome.COUNTED : Outcome.FLOOD);
        }
        assertThat(share("mail", HERE, NOW)).isEqualTo(Outcome.COUNTED);
        assertThat(share("x", THERE, NOW)).isEqualTo(Outcome.COUNTED);
        assertThat(share("x", HERE, NOW.minus(Duration.ofDays(1)))).isEqualTo(Outcome.COUNTED);
        for (int i = 0; i < 5; i++) {
            assertThat(share("x", "", NOW)).isEqualTo(Outcome.COUNTED);
        }
        assertThat(tally(Window.all(), NOW))
                .isEqualTo(
                        new Tally(Counts.of(0, Map.of("x", 10L, "mail", 1L)), Counts.NONE, new Apart(0, 0, 0, 0, 2)));
        // The earliest three.
        assertThat(tally(Window.between(NOW.minusSeconds(240), NOW.minusSeconds(60)), NOW))
                .isEqualTo(new Tally(Counts.of(0, Map.of("x", 3L)), Counts.NONE, Apart.NONE));
        // As many views may come.
        assertThat(view("v", HERE, NOW, THREE)).isEqualTo(Outcome.COUNTED);
    }

    @Test
    @Rule("P-41")
    void aVisitorIsOneFromOneSource() {
        assertThat(view("v", HERE, NOW, POLICY)).isEqualTo(Outcome.COUNTED);
        assertThat(view("v", HERE, NOW, POLICY)).isEqualTo(Outcome.REPEAT);
        assertThat(view("v", THERE, NOW, POLICY)).isEqualTo(Outcome.COUNTED);
        assertThat(view("v", "", NOW, POLICY)).isEqualTo(Outcome.COUNTED);
    }

    @Test
    @Rule("P-42")
    void visitorsCountOnceADay() {
        CountingPolicy policy = POLICY.visitors(true);
        Instant noon = NOW.minus(Duration.ofDays(1));
        view("v", "", noon.plusSeconds(7200), policy);
        view("v", "", noon.plusSeconds(3600), policy);
        view("v", "", noon.plusSeconds(9000), policy);
        view("w", "", noon.plusSeconds(9000), policy);
        view("", "", noon, policy);
        view("v", "", NOW, policy);
        assertThat(tally(Window.all(), NOW).counted()).isEqualTo(new Counts(6, new TreeMap<>(), 0, 0, 3));
        assertThat(tally(Window.between(noon.plusSeconds(3600), noon.plusSeconds(3660)), NOW)
                        .by(Measure.VISITORS))
                .isEqualTo(1);
        assertThat(tally(Window.between(noon.plusSeconds(7200), noon.plusSeconds(7260)), NOW)
                        .by(Measure.VISITORS))
                .isZero();
        view("v", "", NOW, POLICY.visitors(true));
        assertThat(store.most(Measure.VISITORS, Window.all(), NOW, 9)).containsOnlyKeys(A);
        assertThat(tally(Window.last(Duration.ofDays(1)), NOW).by(Measure.VISITORS))
                .isEqualTo(3);
    }

    @Test
    @Rule("P-42")
    void visitorsFromOneSourceAreNoMoreThanItsViews() {
        for (int i = 0; i < 9; i++) {
            view("v" + i, HERE, NOW, THREE.visitors(true));
        }
        assertThat(tally(Window.all(), NOW).by(Measure.VISITORS)).isEqualTo(3);
        view("v", "", NOW, POLICY);
        assertThat(tally(Window.all(), NOW).by(Measure.VISITORS)).isEqualTo(3);
    }

    @Test
    @Rule("P-43")
    void anEventCountsAsOftenAsItWeighs() {
        store.record(Engagement.view(A, "", NOW).weight(100), POLICY);
        store.record(Engagement.share(A, "x", NOW).weight(7), POLICY);
        store.record(Engagement.view(A, "", NOW).weight(1_000_000).reader(Reader.BOT), POLICY);
        assertThat(tally(Window.last(Duration.ofMinutes(1)), NOW))
                .isEqualTo(new Tally(Counts.of(100, Map.of("x", 7L)), Counts.NONE, new Apart(0, 1_000_000, 0, 0, 0)));
        store.balance(A, NOW, Counts.of(Long.MAX_VALUE - 5, Map.of()));
        assertThat(all(A).views()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    @Rule("P-44")
    void whatLiesAheadOfTheClockIsRefused() {
        assertThat(view(A, "v", NOW.plusSeconds(300))).isEqualTo(Outcome.COUNTED);
        assertThat(view(A, "v", NOW.plusSeconds(301))).isEqualTo(Outcome.AHEAD);
        assertThat(share(A, "x", Instant.MAX)).isEqualTo(Outcome.AHEAD);
        assertThat(store.status().refused()).isEqualTo(2);
        assertThat(store.status().ahead()).isEqualTo(2);
        clock.advance(Duration.ofSeconds(1));
        assertThat(view(A, "w", NOW.plusSeconds(301))).isEqualTo(Outcome.COUNTED);
        assertThat(tally(Window.all(), NOW.plusSeconds(301))).isEqualTo(tally(2, Apart.NONE));
    }

    @Test
    @Rule("P-44")
    void whatLiesBefore1970IsRefused() {
        assertThat(view(A, "v", Instant.MIN)).isEqualTo(Outcome.TOO_OLD);
        assertThat(view(A, "v", Instant.ofEpochSecond(-1))).isEqualTo(Outcome.TOO_OLD);
        assertThat(store.status().refused()).isEqualTo(2);
        assertThat(store.status().ahead()).isZero();
        assertThat(view(A, "v", Instant.EPOCH)).isEqualTo(Outcome.COUNTED);
        assertThat(counted(A, Window.all()).views()).isEqualTo(1);
    }

    @Test
    @Rule("P-40")
    void anyOrderOfViewsFromSourcesGivesTheSameCounts() {
        CountingPolicy policy =
                POLICY.floodLimit(4).floodSlot(Duration.ofHours(2)).visitors(true);
        Random random = new Random(19);
        List<Engagement> events = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            ArticleId article = ArticleId.of("n" + random.nextInt(5));
            events.add(Engagement.view(article, "v" + random.nextInt(6), NOW.minusSeconds(random.nextInt(20_000)))
                    .source(random.nextInt(4) == 0 ? "" : "source-" + random.nextInt(3)));
        }
        events.forEach(event -> store.record(event, policy));
        try (EngagementStore other = EngagementStore.inMemory(clock)) {
            Collections.shuffle(events, random);
            events.forEach(event -> other.record(event, policy));
            assertThat(store.status().floods())
                    .isPositive()
                    .isEqualTo(other.status().floods());
            for (int minutes = 1; minutes < 400; minutes += 7) {
                for (Measure measure : List.of(Measure.VIEWS, Measure.VISITORS)) {
                    Window window = Window.last(Duration.ofMinutes(minutes));
                    assertThat(List.copyOf(store.most(measure, window, NOW, 9).entrySet()))
                            .isEqualTo(List.copyOf(
                                    other.most(measure, window, NOW, 9).entrySet()));
                }
            }
        }
    }

    @Test
    void manyThreadsLetNoMoreThrough() throws InterruptedException {
        CountingPolicy policy = POLICY.floodLimit(5).visitors(true);
        Random random = new Random(23);
        List<Engagement> events = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            events.add(Engagement.view(A, "v" + random.nextInt(40), NOW.minusSeconds(random.nextInt(5400)))
                    .source("source-" + random.nextInt(3)));
        }
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            List<Engagement> shuffled = new ArrayList<>(events);
            Collections.shuffle(shuffled, random);
            threads.add(new Thread(() -> shuffled.forEach(event -> store.record(event, policy))));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        try (EngagementStore other = EngagementStore.inMemory(clock)) {
            events.forEach(event -> other.record(event, policy));
            for (int minutes = 1; minutes < 100; minutes++) {
                Window window = Window.last(Duration.ofMinutes(minutes));
                Tally one = other.tallies(List.of(A), window, NOW).getOrDefault(A, Tally.NONE);
                assertThat(tally(window, NOW).counted()).isEqualTo(one.counted());
                assertThat(tally(window, NOW).apart().floods())
                        .isEqualTo(one.apart().floods());
            }
        }
    }
}
