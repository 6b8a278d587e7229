package dev.byline.examples.cli.evaluate.popular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.byline.article.ArticleId;
import dev.byline.ranking.audience.Reader;
import dev.byline.ranking.popular.Engagement;
import dev.byline.ranking.popular.Measure;
import dev.byline.ranking.popular.Order;
import dev.byline.ranking.popular.PopularPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a replay counts, and how orders are judged by the hour that comes. */
class FormulaTrialTest {
    private static final long START = 500_000 * FormulaTrial.HOUR;
    private static final List<ArticleId> ITEMS = List.of(ArticleId.of("a"), ArticleId.of("b"), ArticleId.of("c"));

    private final List<Trace.Entry> events = new ArrayList<>();

    private FormulaTrialTest view(double hour, int item, int weight) {
        return view(hour, item, weight, "", Reader.PERSON);
    }

    private FormulaTrialTest view(double hour, int item, int weight, String visitor, Reader reader) {
        events.add(new Trace.Entry(
                START + (long) (hour * FormulaTrial.HOUR), item, Engagement.Kind.VIEW, visitor, "", reader, weight));
        return this;
    }

    private Replay replay() {
        return new Replay(new Trace(events, ITEMS, 0), Duration.ofMinutes(30), false);
    }

    private FormulaTrial trial(Map<String, Order> orders) {
        return new FormulaTrial(new Trace(events, ITEMS, 0), replay(), PopularPolicy.defaults(), orders);
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
        assertThat(replay().counts(START, START + FormulaTrial.HOUR / 2 - 1)).containsExactly(2, 1, 0);
        assertThat(replay().counts(START - 1, START)).containsExactly(1, 0, 0);
        assertThat(new Replay(new Trace(events, ITEMS, 0), Duration.ZERO, true).counts(0, Long.MAX_VALUE))
                .containsExactly(6, 1, 0);
    }

    @Test
    void ordersAreJudgedByTheHourThatComes() {
        view(0, 0, 1)
                .view(1, 0, 1)
                .view(1, 1, 1)
                .view(2, 2, 1, "", Reader.BOT)
                .view(4, 1, 1)
                .view(5, 1, 1);
        FormulaTrial trial = trial(Map.of("most", new Order.Most(Measure.VIEWS)));
        // Asked at hours 1, 4 and 5. The hour before tells half of the first, nothing of the second, all of the third;
        // a day
        // tells half, all and all, and lists both.
        assertThat(trial.hours()).isEqualTo(3);
        assertThat(trial.figures())
                .containsEntry("most@last-hour", new PopularReport.FormulaFigures(.5, 1))
                .containsEntry("most@last-24-hours", new PopularReport.FormulaFigures(2.5 / 3, .25))
                .containsEntry("most@last-7-days", new PopularReport.FormulaFigures(2.5 / 3, .25));
        assertThat(trial.best()).isEqualTo("most@last-24-hours");
        assertThat(trial.differences())
                .hasSize(2)
                .hasEntrySatisfying(
                        "most@last-hour", less -> assertThat(less.mean()).isCloseTo(1 / 3.0, within(1e-12)));
    }

    @Test
    void whatHappensInTheHourItselfIsNotKnown() {
        FormulaTrial trial =
                view(0, 0, 1).view(1, 1, 9).view(2, 1, 1).trial(Map.of("most", new Order.Most(Measure.VIEWS)));
        assertThat(trial.figures()).containsEntry("most@last-hour", new PopularReport.FormulaFigures(.5, 1));
    }

    @Test
    void everyOrderIsAsked() {
        view(0, 0, 3).view(1, 1, 1).view(2, 0, 1);
        Trace views = new Trace(events, ITEMS, 0);
        FormulaTrial trial = new FormulaTrial(views, replay(), PopularPolicy.defaults());
        assertThat(FormulaTrial.orders(views))
                .hasSize(15)
                .containsValue(PopularPolicy.defaults().order());
        assertThat(trial.figures())
                .hasSize(45)
                .allSatisfy((name, figures) ->
                        assertThat(figures.nextHour()).as(name).isBetween(0.0, 1.0));
        events.add(new Trace.Entry(START, 0, Engagement.Kind.SHARE, "", "x", Reader.PERSON, 1));
        assertThat(FormulaTrial.orders(new Trace(events, ITEMS, 0))).containsKey("mix");
    }

    @Test
    void oneHourTellsNothing() {
        FormulaTrial trial = view(0, 0, 1).trial(Map.of("most", new Order.Most(Measure.VIEWS)));
        assertThat(trial.hours()).isZero();
        assertThat(trial.best()).isEmpty();
        assertThat(trial.differences()).isEmpty();
    }
}
