package dev.byline.ranking.popular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.byline.article.ArticleId;
import dev.byline.ranking.BothJacksons;
import dev.byline.ranking.RankingException;
import dev.byline.ranking.journal.Disk;
import dev.byline.ranking.journal.Journal;
import dev.byline.ranking.testkit.EngagementNodeContract;
import dev.byline.testkit.MovableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What several nodes tell each other, also over restarts and full disks. */
class NodesTest {
    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
    private static final ArticleId A = ArticleId.of("a");
    private static final Journal.Limits SMALL = new Journal.Limits(1500, Duration.ZERO, 1000);
    private static final Journal.Limits EACH = Journal.Limits.USUAL.interval(Duration.ZERO);

    private final MovableClock clock = MovableClock.at(NOW);
    private final FullDisk disk = new FullDisk();

    @TempDir
    private Path folder;

    @Nested
    class InMemory extends EngagementNodeContract {
        @Override
        protected EngagementNode create(String name, InstantSource clock) {
            return EngagementNode.inMemory(name, clock);
        }
    }

    @Nested
    class Journalled extends EngagementNodeContract {
        @TempDir
        private Path folder;

        @Override
        protected EngagementNode create(String name, InstantSource clock) {
            return EmbeddedEngagementStore.open(
                    name,
                    folder.resolve(name),
                    clock,
                    Disk.local(),
                    new Journal.Limits(2000, Duration.ofMillis(5), 100_000));
        }
    }

    @Test
    void whatIsNotConfirmedOutlivesTheProcess() {
        List<Delta> told;
        try (EngagementNode node = open("one", SMALL)) {
            view(node);
            node.balance(A, NOW, Counts.of(7, Map.of("x", 1L)));
            told = node.deltas();
            view(node);
        }
        clock.advance(Duration.ofMillis(1));
        try (EngagementNode node = open("one", SMALL);
                EngagementNode other = EngagementNode.inMemory("other", clock)) {
            for (int i = 0; i < 200; i++) {
                view(node);
            }
            List<Delta> now = node.deltas();
            assertThat(now).hasSize(2).containsAll(told);
            told.forEach(other::merge);
            now.forEach(other::merge);
            assertThat(tally(other)).isEqualTo(tally(node));
            assertThat(tally(node).sum().views()).isEqualTo(209);
            told.forEach(node::confirm);
        }
        try (EngagementNode node = open("one", EACH)) {
            assertThat(node.deltas()).hasSize(1);
        }
    }

    @Test
    void whatWasAddedIsKnownAfterARestart() {
        try (EngagementNode other = EngagementNode.inMemory("other", clock)) {
            view(other);
            try (EngagementNode node = open("one", EACH)) {
                other.deltas().forEach(node::merge);
            }
            for (Journal.Limits limits : List.of(EACH, SMALL)) {
                try (EngagementNode node = open("one", limits)) {
                    assertThat(tally(node).counted().views()).isEqualTo(1);
                    other.deltas()
                            .forEach(delta -> assertThat(node.merge(delta)).isFalse());
                    // The last of these rounds folds, so the next one reads a snapshot.
                    for (int i = 0; i < 200; i++) {
                        node.record(Engagement.comment(A, NOW), CountingPolicy.everything());
                    }
                }
            }
            try (EngagementNode node = open("one", EACH)) {
                other.deltas().forEach(delta -> assertThat(node.merge(delta)).isFalse());
                assertThat(tally(node).counted().views()).isEqualTo(1);
            }
        }
    }

    @Test
    void manyBalancesTravelInManyDeltas() {
        try (EngagementNode node = open("one", EACH);
                EngagementNode other = EngagementNode.inMemory("other", clock)) {
            view(node);
            List<ArticleId> articles = IntStream.range(0, 4_500)
                    .mapToObj(i -> ArticleId.of("imported-" + i))
                    .toList();
            disk.ignoreSyncs(true);
            try (EngagementNode late = EngagementNode.inMemory("late", clock)) {
                for (int i = 0; i < articles.size(); i++) {
                    late.balance(articles.get(i), NOW, Counts.of(i, Map.of()));
                }
                view(late);
                List<Delta> deltas = late.deltas();
                assertThat(deltas)
                        .hasSize(3)
                        .allSatisfy(delta -> assertThat(delta.balances()).hasSizeLessThanOrEqualTo(2_000));
                assertThat(deltas).extracting(Delta::sequence).containsExactly(1L, 2L, 3L);
                List<Delta> backwards = new ArrayList<>(deltas);
                Collections.reverse(backwards);
                backwards.forEach(other::merge);
                deltas.forEach(node::merge);
                for (EngagementNode told : List.of(node, other)) {
                    assertThat(told.tallies(articles, Window.all(), NOW))
                            .isEqualTo(late.tallies(articles, Window.all(), NOW));
                }
                assertThat(tally(node).counted().views()).isEqualTo(2);
            }
        }
    }

    @Test
    void numbersOutOfAllProportionNeverWrap() {
        long most = 1L << 53;
        try (EngagementNode node = EngagementNode.inMemory("one", clock)) {
            for (int i = 1; i <= 3; i++) {
                List<Delta.Minute> minutes = IntStream.range(0, 1_200)
                        .mapToObj(minute -> new Delta.Minute(
                                NOW.minusSeconds(60L * minute),
                                List.of(
                                        new Delta.Change(A, "views", most),
                                        new Delta.Change(A, "shares/x", most),
                                        new Delta.Change(A, "shares/y", most))))
                        .toList();
                assertThat(node.merge(new Delta("hostile", 1, i, minutes, List.of())))
                        .isTrue();
            }
            node.balance(A, NOW, Counts.of(Long.MAX_VALUE, Map.of()));
            for (Measure by : List.of(Measure.VIEWS, Measure.SHARES)) {
                for (Window window : List.of(
                        Window.all(),
                        Window.last(Duration.ofDays(1)),
                        Window.between(NOW.minusSeconds(86_400), NOW.plusSeconds(60)))) {
                    assertThat(node.most(by, window, NOW, 1)
                                    .getOrDefault(A, Tally.NONE)
                                    .by(by))
                            .isEqualTo(Long.MAX_VALUE);
                }
                assertThat(node.timeline(List.of(A), by, NOW, EngagementStore.Step.DAY, 1)
                                .getOrDefault(A, new long[1])[0])
                        .isEqualTo(Long.MAX_VALUE);
            }
        }
    }

    @Test
    void aStoreBecomesANodeAndTellsOnlyOfWhatComesThen() {
        try (EngagementStore store = EmbeddedEngagementStore.open(folder, clock, disk, EACH)) {
            store.record(Engagement.view(A, "", NOW), CountingPolicy.everything());
        }
        try (EngagementNode node = open("one", EACH)) {
            assertThat(node.deltas()).isEmpty();
            view(node);
            assertThat(node.deltas())
                    .singleElement()
                    .satisfies(delta -> assertThat(delta.minutes())
                            .containsExactly(new Delta.Minute(NOW, List.of(new Delta.Change(A, "views", 1)))));
        }
    }

    @Test
    void aFullDiskTellsOfNothingThatItDoesNotHave() {
        try (EngagementNode node = open("one", Journal.Limits.USUAL.interval(Duration.ofDays(1)))) {
            view(node);
            disk.room(0);
            assertThatThrownBy(node::deltas).isInstanceOf(RankingException.class);
            disk.room(Long.MAX_VALUE);
            List<Delta> deltas = node.deltas();
            assertThat(deltas).hasSize(1);
            assertThat(deltas.get(0).minutes().get(0).changes().get(0).by()).isEqualTo(1);
        }
        try (EngagementNode node = open("one", EACH)) {
            assertThat(node.deltas()).hasSize(1);
        }
    }

    @Test
    void deltasTravelAsJson() throws Exception {
        Delta delta = new Delta(
                "one",
                5,
                1,
                List.of(new Delta.Minute(NOW, List.of(new Delta.Change(A, "shares/x", -1)))),
                List.of(new Delta.Balance(A, NOW, Counts.of(7, Map.of("x", 1L)))));
        String json = BothJacksons.write(delta);
        assertThat(json)
                .startsWith(
                        "{\"node\":\"one\",\"epoch\":5,\"sequence\":1,\"minutes\":[{\"at\":\"2026-11-01T12:00:00Z\","
                                + "\"changes\":[{\"article\":\"a\",\"counted\":\"shares/x\",\"by\":-1}]}],\"balances\":[");
        assertThat(BothJacksons.read(json, Delta.class)).isEqualTo(delta);
        assertThat(BothJacksons.read("{\"node\":\"one\",\"epoch\":5,\"sequence\":2,\"later\":1}", Delta.class))
                .isEqualTo(new Delta("one", 5, 2, List.of(), List.of()));
    }

    private EngagementNode open(String name, Journal.Limits limits) {
        return EmbeddedEngagementStore.open(name, folder, clock, disk, limits);
    }

    private static void view(EngagementNode node) {
        node.record(Engagement.view(A, "", NOW), CountingPolicy.everything());
    }

    private static Tally tally(EngagementNode node) {
        return node.tallies(List.of(A), Window.all(), NOW).values().iterator().next();
    }
}
