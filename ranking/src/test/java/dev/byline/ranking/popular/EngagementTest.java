package dev.byline.ranking.popular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.byline.article.ArticleId;
import dev.byline.ranking.BothJacksons;
import dev.byline.ranking.audience.Audience;
import dev.byline.ranking.audience.AudiencePolicy;
import dev.byline.ranking.audience.Origin;
import dev.byline.ranking.audience.Reader;
import dev.byline.ranking.audience.Request;
import dev.byline.testkit.Rule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The values: their JSON, their bounds, their words. */
class EngagementTest {
    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
    private static final ArticleId A = ArticleId.of("17");

    @Test
    void aViewIsALineOfJson() throws Exception {
        String line = "{\"kind\":\"view\",\"article\":\"17\",\"at\":\"2026-11-01T12:00:00Z\",\"visitor\":\"a1\"}";
        assertThat(BothJacksons.write(Engagement.view(A, "a1", NOW)))
                .isEqualTo(line.replace("}", ",\"reader\":\"person\"}"));
        assertThat(BothJacksons.read(line, Engagement.class)).isEqualTo(Engagement.view(A, "a1", NOW));
        assertThat(BothJacksons.read(
                        "{\"kind\":\"view\",\"article\":\"17\",\"at\":\"2026-11-01T12:00:00Z\",\"more\":1}",
                        Engagement.class))
                .isEqualTo(Engagement.view(A, "", NOW));
    }

    @Test
    void aShareIsALineOfJson() throws Exception {
        String line =
                "{\"kind\":\"share\",\"article\":\"17\",\"at\":\"2026-11-01T12:00:00Z\",\"network\":\"facebook\"}";
        assertThat(BothJacksons.write(Engagement.share(A, " Facebook ", NOW)))
                .isEqualTo(line.replace("}", ",\"reader\":\"person\"}"));
        Engagement bot = Engagement.comment(A, NOW).reader(Reader.BOT);
        assertThat(BothJacksons.read(BothJacksons.write(bot), Engagement.class)).isEqualTo(bot);
        assertThat(BothJacksons.read(line, Engagement.class)).isEqualTo(Engagement.share(A, "facebook", NOW));
    }

    @Test
    void whatIsNoNetworkIsAnother() {
        for (String network : new String[] {"", "  ", "a b", "x".repeat(41), "فيسبوك", "\uD800", "a\u0000"}) {
            assertThat(Engagement.share(A, network, NOW).network()).isEqualTo("other");
        }
        assertThat(new Engagement(Engagement.Kind.VIEW, A, NOW, "", "facebook", Reader.PERSON).network())
                .isEmpty();
    }

    @Test
    void theVisitorIsNotInItsWords() {
        assertThat(Engagement.view(A, "secret", NOW)).hasToString("Engagement[view of 17 at 2026-11-01T12:00:00Z]");
        assertThat(Engagement.share(A, "x", NOW)).hasToString("Engagement[share of 17 at 2026-11-01T12:00:00Z on x]");
    }

    @Test
    void windowsAreReadAndWritten() throws Exception {
        assertThat(Window.parse("7d")).contains(Window.last(Duration.ofDays(7)));
        assertThat(Window.parse(" 24H ")).contains(Window.last(Duration.ofDays(1)));
        assertThat(Window.parse("90m")).contains(Window.last(Duration.ofMinutes(90)));
        assertThat(Window.parse("PT1H")).contains(Window.last(Duration.ofHours(1)));
        assertThat(Window.parse("all")).contains(Window.all());
        for (String none :
                new String[] {"", "7", "d", "-7d", "0d", "7w", "99999999999d", "999999999d", "P", "PT1S", "+7d"}) {
            assertThat(Window.parse(none)).as(none).isEmpty();
        }
        assertThat(BothJacksons.write(Window.all())).isEqualTo("\"all\"");
        assertThat(BothJacksons.write(Window.last(Duration.ofDays(7)))).isEqualTo("\"PT168H\"");
        assertThat(BothJacksons.read("\"PT168H\"", Window.class)).isEqualTo(Window.last(Duration.ofDays(7)));
        assertThatThrownBy(() -> Window.last(Duration.ofSeconds(59))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void windowsHaveWords() {
        assertThat(Window.last(Duration.ofDays(7)).phrase()).isEqualTo("in the last 7 days");
        assertThat(Window.last(Duration.ofDays(1)).phrase()).isEqualTo("in the last 24 hours");
        assertThat(Window.last(Duration.ofHours(1)).phrase()).isEqualTo("in the last hour");
        assertThat(Window.last(Duration.ofMinutes(90)).phrase()).isEqualTo("in the last 90 minutes");
        assertThat(Window.all().phrase()).isEqualTo("of all time");
    }

    @Test
    void policyAndCountsBindAlikeUnderBothJacksons() throws Exception {
        String json = BothJacksons.write(PopularPolicy.defaults());
        assertThat(json)
                .isEqualTo("{\"order\":{\"by\":\"decayed\",\"measure\":\"views\",\"halfLife\":\"PT6H\"},"
                        + "\"counting\":{\"repeatSlot\":\"PT30M\",\"floodLimit\":20,\"floodSlot\":\"PT24H\",\"visitors\":false},"
                        + "\"backfill\":true}");
        assertThat(BothJacksons.read(json, PopularPolicy.class)).isEqualTo(PopularPolicy.defaults());
        assertThat(BothJacksons.read("{\"order\":{\"by\":\"most\",\"measure\":\"shares\"}}", PopularPolicy.class))
                .isEqualTo(PopularPolicy.defaults().order(new Order.Most(Measure.SHARES)));
        Counts counts = Counts.of(3, Map.of("x", 1L, "facebook", 2L, "none", 0L));
        assertThat(BothJacksons.write(counts))
                .isEqualTo("{\"views\":3,\"shares\":{\"facebook\":2,\"x\":1},\"comments\":0,\"reactions\":0}");
        assertThat(BothJacksons.read("{\"views\":3,\"shares\":{\"facebook\":2,\"x\":1}}", Counts.class))
                .isEqualTo(counts);
        Tally tally = new Tally(counts, Counts.NONE, new Apart(0, 7, 0, 1, 0));
        assertThat(BothJacksons.write(tally)).contains("\"apart\":{\"bots\":7,\"editors\":1}");
        assertThat(BothJacksons.read(BothJacksons.write(tally), Tally.class)).isEqualTo(tally);
        assertThat(BothJacksons.write(EngagementStore.inMemory(() -> NOW).status()))
                .startsWith("{\"articles\":0,\"repeats\":0,");
    }

    @Test
    void whatIsCountedIsAPolicyOfItsOwn() throws Exception {
        CountingPolicy policy = CountingPolicy.everything()
                .floodLimit(7)
                .floodSlot(Duration.ofHours(1))
                .visitors(true);
        assertThat(BothJacksons.read(BothJacksons.write(policy), CountingPolicy.class))
                .isEqualTo(policy);
        assertThat(BothJacksons.read("{}", CountingPolicy.class)).isEqualTo(CountingPolicy.defaults());
        for (Duration slot : List.of(Duration.ofSeconds(-1), Duration.ofMillis(1500), Duration.ofDays(2))) {
            assertThatThrownBy(() -> CountingPolicy.defaults().repeatSlot(slot))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(slot.toString());
            assertThatThrownBy(() -> CountingPolicy.defaults().floodSlot(slot))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(slot.toString());
        }
        assertThatThrownBy(() -> CountingPolicy.defaults().floodSlot(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
        for (int limit : new int[] {-1, 1001}) {
            assertThatThrownBy(() -> CountingPolicy.defaults().floodLimit(limit))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(Integer.toString(limit));
        }
    }

    @Test
    @Rule("P-43")
    void onlyAnEventOfNobodyKnownStandsForMany() throws Exception {
        Engagement hundred = Engagement.view(A, "", NOW).weight(100);
        assertThat(BothJacksons.write(hundred)).contains("\"weight\":100");
        assertThat(BothJacksons.read(BothJacksons.write(hundred), Engagement.class))
                .isEqualTo(hundred);
        assertThat(BothJacksons.write(hundred.weight(1))).doesNotContain("weight");
        assertThat(BothJacksons.read(BothJacksons.write(hundred.weight(1)), Engagement.class))
                .isEqualTo(hundred.weight(1));
        for (int weight : new int[] {0, -1, Integer.MIN_VALUE, 1_000_001, Integer.MAX_VALUE}) {
            assertThatThrownBy(() -> hundred.weight(weight))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(Integer.toString(weight));
        }
        assertThatThrownBy(() -> Engagement.view(A, "somebody", NOW).weight(2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("somebody");
        assertThatThrownBy(
                        () -> Engagement.view(A, "", NOW).source("192.0.2.0/24").weight(2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("192");
    }

    @Test
    void aSourceIsPersonal() throws Exception {
        Engagement view = Engagement.view(A, "", NOW).from(Origin.of("192.0.2.7", "Mozilla/5.0"));
        assertThat(view.source()).isEqualTo("192.0.2.0/24");
        assertThat(view.toString()).doesNotContain("192").doesNotContain(view.visitor());
        assertThat(BothJacksons.read(BothJacksons.write(view), Engagement.class))
                .isEqualTo(view);
        String tooLong = "x".repeat(Engagement.LONGEST_SOURCE + 1);
        assertThatThrownBy(() -> view.source(tooLong))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining(tooLong);
    }

    @Test
    @Rule("P-46")
    void aBeaconIsOneViewNowByWhomeverTheRequestIsFrom() {
        Audience audience = Audience.with(AudiencePolicy.defaults());
        Request report = new Request("POST", 204, "Mozilla/5.0", List.of(), Set.of());
        Origin origin = Origin.of("192.0.2.7", "Mozilla/5.0");
        assertThat(Engagement.beacon(A, report, origin, audience, () -> NOW))
                .isEqualTo(Engagement.view(A, origin.visitor(), NOW).source("192.0.2.0/24"));
        Request crawler = new Request("POST", 0, "Somebot/1", List.of(), Set.of());
        assertThat(Engagement.beacon(A, crawler, Origin.UNKNOWN, audience, () -> NOW)
                        .reader())
                .isEqualTo(Reader.BOT);
        Request editor = new Request("POST", 0, "Mozilla/5.0", List.of(), Set.of("editor"));
        assertThat(Engagement.beacon(A, editor, Origin.UNKNOWN, audience, () -> NOW)
                        .reader())
                .isEqualTo(Reader.EDITOR);
    }

    @Test
    void policiesOutOfRangeAreRefused() {
        assertThatThrownBy(() -> CountingPolicy.defaults().repeatSlot(Duration.ofDays(2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PT48H");
        assertThat(PopularPolicy.mostRead()
                        .counting(CountingPolicy.everything())
                        .backfill(false))
                .isEqualTo(PopularPolicy.jnews());
    }
}
