package dev.byline.examples.cli.evaluate.popular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.byline.article.ArticleId;
import dev.byline.ranking.popular.Engagement;
import dev.byline.ranking.audience.Reader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HoursTest {
    private static final long START = 500_000 * Hours.LENGTH;
    private static final List<ArticleId> ITEMS = List.of(ArticleId.of("a"), ArticleId.of("b"), ArticleId.of("c"));

    private final List<Trace.Entry> events = new ArrayList<>();

    private HoursTest view(double hour, int item, int weight) {
        return view(hour, item, weight, "", Reader.PERSON);
    }

    private HoursTest view(double hour, int item, int weight, String visitor, Reader reader) {
        events.add(new Trace.Entry(
                START + (long) (hour * Hours.LENGTH), item, Engagement.Kind.VIEW, visitor, "", reader, weight));
        return this;
    }

    private Replay replay() {
        return new Replay(new Trace(events, ITEMS, 0), Duration.ofMinutes(30), false);
    }

    private Hours hours() {
        return new Hours(new Trace(events, ITEMS, 0), replay());
    }

    @Test
    void aReplayCountsPersonsOncePerSlot() {
        view(0, 0, 1, "v", Reader.PERSON)
                .view(.25, 0, 1, "v", Reader.PERSON)
                .view(.25, 1, 1, "v", Reader.PERSON)
                .view(.3, 0, 1, "", Reader.BOT)
                .view(.4, 0, 2, "w", Reader.PERSON)
                .view(.5, 0, 1, "v", Reader.PERSON);
        assertThat(replay().counts(Long.MIN_VALUE, Long.MAX_VALUE)).containsExactly(4, 1, 0);
        assertThat(replay().repeats()).isEqualTo(1);
        assertThat(replay().counts(START, START + Hours.LENGTH / 2 - 1)).containsExactly(2, 1, 0);
        assertThat(replay().counts(START - 1, START)).containsExactly(1, 0, 0);
        assertThat(new Replay(new Trace(events, ITEMS, 0), Duration.ZERO, true).counts(0, Long.MAX_VALUE))
                .containsExactly(6, 1, 0);
    }

    @Test
    void aStateKnowsOnlyWhatHasBeen() {
        Hours hours = view(0, 0, 1).view(1.99, 1, 2).view(2, 2, 7).hours();
        assertThat(hours.count()).isEqualTo(3);
        Hours.State state = hours.at(2);
        assertThat(state.bucket(1).items()).containsExactly(1);
        assertThat(state.bucket(2).views()).containsExactly(1);
        assertThat(state.bucket(0).items()).isEmpty();
        assertThat(state.bucket(3).items()).isEmpty();
        assertThat(state.firstSeen(0)).isEqualTo(START);
        assertThat(state.firstSeen(2)).isEqualTo(Long.MIN_VALUE);
        assertThat(state.at()).isEqualTo(START + 2 * Hours.LENGTH);
        assertThat(hours.counts(2)).containsExactly(0, 0, 7);
        assertThat(hours.isEmpty(1)).isFalse();
    }

    @Test
    void formulasAreWhatTheirNamesSay() {
        Hours.State state = view(0, 0, 8)
                .view(4, 1, 3)
                .view(5, 2, 2)
                .view(5.5, 0, 0)
                .hours()
                .at(6);
        assertThat(Ranker.views(1).top(state)).containsExactly(2);
        assertThat(Ranker.views(2).top(state)).containsExactly(1, 2);
        assertThat(Ranker.views(6).top(state)).containsExactly(0, 1, 2);
        // 8/32 and 3/2 and 2, an hour being a half-life.
        assertThat(Ranker.halved(1).top(state)).containsExactly(2, 1, 0);
        assertThat(state.weighed(20, ago -> Math.pow(2, 1 - ago)))
                .containsExactly(new double[] {.25, 1.5, 2}, within(1e-12));
        assertThat(Ranker.standard()).hasSize(10);
    }

    @Test
    void ofEqualsTheOneThatWasReadLaterFirstComesFirst() {
        Hours.State state = view(0, 0, 1).view(.1, 1, 1).view(1, 2, 1).hours().at(1);
        assertThat(Ranker.views(1).top(state)).containsExactly(1, 0);
    }

    @Test
    void rankersAreJudgedByTheHourThatComes() {
        Hours hours = view(0, 0, 1)
                .view(1, 0, 1)
                .view(1, 1, 1)
                .view(4, 1, 1)
                .view(5, 1, 1)
                .hours();
        RankerTrial trial = new RankerTrial(hours, Map.of("one", Ranker.views(1), "none", state -> new int[0]));
        // Asked for hours 1, 4 and 5; the last hour tells half of the first, nothing of the second, all of the third.
        assertThat(trial.hours()).isEqualTo(3);
        assertThat(trial.figures())
                .containsEntry("one", new PopularReport.FormulaFigures(.5, 1))
                .containsEntry("none", new PopularReport.FormulaFigures(0, 0));
        assertThat(trial.best()).isEqualTo("one");
        assertThat(trial.differences())
                .hasSize(1)
                .hasEntrySatisfying("none", less -> assertThat(less.mean()).isEqualTo(.5));
    }

    @Test
    void oneHourTellsNothing() {
        RankerTrial trial = new RankerTrial(view(0, 0, 1).hours(), Ranker.standard());
        assertThat(trial.hours()).isZero();
        assertThat(trial.best()).isEmpty();
        assertThat(trial.differences()).isEmpty();
    }
}
