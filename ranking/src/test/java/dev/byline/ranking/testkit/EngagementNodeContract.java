package dev.byline.ranking.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.byline.article.ArticleId;
import dev.byline.ranking.audience.Reader;
import dev.byline.ranking.popular.Apart;
import dev.byline.ranking.popular.CountingPolicy;
import dev.byline.ranking.popular.Counts;
import dev.byline.ranking.popular.Delta;
import dev.byline.ranking.popular.Engagement;
import dev.byline.ranking.popular.EngagementNode;
import dev.byline.ranking.popular.Measure;
import dev.byline.ranking.popular.Tally;
import dev.byline.ranking.popular.Window;
import dev.byline.testkit.MovableClock;
import dev.byline.testkit.Rule;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link EngagementNode} must do, beside what a store must: extend this class, say how a node is made, and pass. */
public abstract class EngagementNodeContract {
    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
    private static final ArticleId A = ArticleId.of("a");
    private static final ArticleId B = ArticleId.of("b");

    private final MovableClock clock = MovableClock.at(NOW);
    private EngagementNode one;
    private EngagementNode other;

    /** Only for subclasses. */
    protected EngagementNodeContract() {}

    /** An empty node. */
    protected abstract EngagementNode create(String name, InstantSource clock);

    @BeforeEach
    void open() {
        one = create("one", clock);
        other = create("other", clock);
    }

    @AfterEach
    void close() {
        one.close();
        other.close();
    }

    @Test
    @Rule("P-60")
    void whatOneNodeCountedTheOtherAddsOnce() {
        view(one, A, "v", NOW.minusSeconds(3600));
        view(one, A, "v", NOW.minusSeconds(3599));
        one.record(Engagement.share(B, "x", NOW), CountingPolicy.defaults());
        one.record(Engagement.comment(B, NOW).reader(Reader.EDITOR), CountingPolicy.defaults());
        view(other, A, "w", NOW);
        List<Delta> deltas = one.deltas();
        assertThat(deltas).isNotEmpty();
        for (Delta delta : deltas) {
            assertThat(other.merge(delta)).isTrue();
            assertThat(other.merge(delta)).isFalse();
            assertThat(one.merge(delta)).isFalse();
        }
        assertThat(other.tallies(List.of(A, B), Window.all(), NOW))
                .containsEntry(A, new Tally(Counts.of(2, Map.of()), Counts.NONE, new Apart(1, 0, 0, 0, 0)))
                .containsEntry(B, new Tally(Counts.of(0, Map.of("x", 1L)), Counts.NONE, new Apart(0, 0, 0, 1, 0)));
        assertThat(other.most(Measure.VIEWS, Window.last(Duration.ofMinutes(5)), NOW, 9))
                .containsOnlyKeys(A);
    }

    @Test
    void deltasComeAgainUntilTheyAreConfirmed() {
        view(one, A, "", NOW);
        Delta first = one.deltas().get(0);
        view(one, A, "", NOW);
        assertThat(one.deltas()).hasSize(2).first().isEqualTo(first);
        one.confirm(first);
        one.confirm(first);
        assertThat(one.deltas()).hasSize(1).doesNotContain(first);
        assertThat(one.deltas().get(0).sequence()).isGreaterThan(first.sequence());
        one.confirm(one.deltas().get(0));
        assertThat(one.deltas()).isEmpty();
        assertThat(one.tallies(List.of(A), Window.all(), NOW)).containsEntry(A, Tally.of(Counts.of(2, Map.of())));
    }

    @Test
    void whatCameFromAnotherIsNotPassedOn() {
        view(one, A, "", NOW);
        one.deltas().forEach(other::merge);
        assertThat(other.deltas()).isEmpty();
    }

    @Test
    void aViewThatIsMovedToAnEarlierMinuteIsMovedEverywhere() {
        Instant slot = Instant.parse("2026-11-01T11:30:00Z");
        view(one, A, "v", slot.plusSeconds(600));
        one.deltas().forEach(other::merge);
        view(one, A, "v", slot);
        one.deltas().forEach(other::merge);
        assertThat(other.tallies(List.of(A), Window.between(slot, slot.plusSeconds(60)), NOW))
                .containsEntry(A, Tally.of(Counts.of(1, Map.of())));
        assertThat(other.tallies(List.of(A), Window.all(), NOW))
                .containsEntry(A, new Tally(Counts.of(1, Map.of()), Counts.NONE, new Apart(1, 0, 0, 0, 0)));
    }

    @Test
    @Rule("P-61")
    void ofTwoBalancesOfOneDateTheLaterStatedStaysOnBoth() {
        one.balance(A, NOW, Counts.of(5, Map.of("Facebook", 2L)));
        clock.advance(Duration.ofSeconds(1));
        other.close();
        other = create("third", clock);
        other.balance(A, NOW, Counts.of(3, Map.of()));
        List<Delta> fromOne = one.deltas();
        other.deltas().forEach(one::merge);
        fromOne.forEach(other::merge);
        assertThat(all(one)).isEqualTo(all(other)).isEqualTo(Counts.of(3, Map.of()));
        one.balance(A, NOW.plusSeconds(1), Counts.of(4, Map.of()));
        one.balance(A, NOW.minusSeconds(9), Counts.of(9, Map.of()));
        one.deltas().forEach(other::merge);
        assertThat(all(other)).isEqualTo(Counts.of(4, Map.of()));
    }

    @Test
    void whatIsNotUnderstoodChangesNothing() {
        Delta odd = new Delta(
                "later version",
                1,
                1,
                List.of(new Delta.Minute(
                        NOW, List.of(new Delta.Change(A, "views", 1), new Delta.Change(A, "smiles", 1)))),
                List.of());
        assertThatThrownBy(() -> one.merge(odd))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("smiles");
        assertThat(all(one)).isEqualTo(Counts.NONE);
        assertThatThrownBy(() -> new Delta.Change(A, "views", Long.MAX_VALUE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Delta("", 1, 1, List.of(), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Delta("a", 1, 0, List.of(), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void manyNumbersComeInSeveralDeltas() {
        for (int minute = 0; minute < 40; minute++) {
            for (int article = 0; article < 1000; article++) {
                view(one, ArticleId.of("n" + article), "", NOW.minusSeconds(60L * minute));
            }
        }
        List<Delta> deltas = one.deltas();
        assertThat(deltas).hasSizeGreaterThan(1);
        deltas.forEach(other::merge);
        assertThat(other.most(Measure.VIEWS, Window.last(Duration.ofMinutes(20)), NOW, 1000))
                .isEqualTo(one.most(Measure.VIEWS, Window.last(Duration.ofMinutes(20)), NOW, 1000));
    }

    private static void view(EngagementNode node, ArticleId article, String visitor, Instant at) {
        node.record(Engagement.view(article, visitor, at), CountingPolicy.defaults());
    }

    private static Counts all(EngagementNode node) {
        return node.tallies(List.of(A), Window.all(), NOW.plusSeconds(10))
                .values()
                .iterator()
                .next()
                .sum();
    }
}
