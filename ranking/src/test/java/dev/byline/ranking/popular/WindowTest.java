package dev.byline.ranking.popular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.byline.article.ArticleId;
import dev.byline.ranking.BothJacksons;
import dev.byline.testkit.Rule;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WindowTest {
    private static final ZoneId RIYADH = ZoneId.of("Asia/Riyadh");
    private static final ZoneId TEHRAN = ZoneId.of("Asia/Tehran");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ArticleId A = ArticleId.of("a");

    @Test
    @Rule("P-10")
    void everyWindowHasACodeThatIsReadAgain() throws Exception {
        Map<Window, String> codes = Map.of(
                Window.between(at("2026-11-01T00:00:59Z"), at("2026-11-02T00:00:00Z")),
                "2026-11-01T00:00:00Z/2026-11-02T00:00:00Z",
                Window.today(RIYADH),
                "today@Asia/Riyadh",
                Window.yesterday(TEHRAN),
                "yesterday@Asia/Tehran",
                Window.week(ZoneOffset.UTC),
                "week@Z",
                Window.week(RIYADH, DayOfWeek.SUNDAY),
                "week-sunday@Asia/Riyadh");
        for (Map.Entry<Window, String> one : codes.entrySet()) {
            assertThat(one.getKey().code()).isEqualTo(one.getValue());
            assertThat(one.getKey()).hasToString(one.getValue());
            assertThat(Window.parse(one.getValue())).contains(one.getKey());
            assertThat(BothJacksons.write(one.getKey())).isEqualTo("\"" + one.getValue() + "\"");
            assertThat(BothJacksons.read("\"" + one.getValue() + "\"", Window.class))
                    .isEqualTo(one.getKey());
        }
        assertThat(Window.parse("week-saturday ", RIYADH)).contains(Window.week(RIYADH, DayOfWeek.SATURDAY));
        assertThat(Window.parse("today@UTC", RIYADH)).contains(Window.today(ZoneId.of("UTC")));
        assertThat(Window.parse("7d", RIYADH)).contains(Window.last(Duration.ofDays(7)));
        assertThat(Window.parse("tomorrow", RIYADH)).isEmpty();
        assertThat(Window.parse(" TODAY@Asia/Riyadh ")).contains(Window.today(RIYADH));
        assertThat(Window.parse("week-monday@+03:30")).contains(Window.week(ZoneOffset.ofHoursMinutes(3, 30)));
    }

    @Test
    void whatIsNoWindowIsNone() {
        for (String none : List.of(
                "today",
                "today@",
                "@UTC",
                "today@Nowhere/City",
                "tomorrow@UTC",
                "week-@UTC",
                "week-someday@UTC",
                "weekend@UTC",
                "/",
                "2026-11-01T00:00:00Z/",
                "2026-11-02T00:00:00Z/2026-11-01T00:00:00Z",
                "2026-11-01T00:00:00Z/2026-11-01T00:00:59Z",
                "2026-11-01/2026-11-02",
                "today@" + "x".repeat(1000),
                "P" + "1".repeat(1000) + "D")) {
            assertThat(Window.parse(none)).as(none).isEmpty();
        }
        assertThatThrownBy(() -> Window.between(at("2026-11-01T00:00:01Z"), at("2026-11-01T00:00:59Z")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2026-11-01T00:00:00Z");
    }

    @Test
    void windowsHaveWords() {
        assertThat(Window.between(at("2026-11-01T00:00:00Z"), at("2026-11-02T00:00:00Z"))
                        .phrase())
                .isEqualTo("from 2026-11-01T00:00:00Z until 2026-11-02T00:00:00Z");
        assertThat(Window.today(RIYADH).phrase()).isEqualTo("today");
        assertThat(Window.yesterday(RIYADH).phrase()).isEqualTo("yesterday");
        assertThat(Window.week(RIYADH).phrase()).isEqualTo("this week");
    }

    @Test
    @Rule("P-10")
    void daysAreThoseOfTheZone() {
        Instant now = at("2026-11-01T20:45:30Z");
        spans(Window.today(ZoneOffset.UTC), now, "2026-11-01T00:00:00Z", "2026-11-01T20:46:00Z");
        spans(Window.yesterday(ZoneOffset.UTC), now, "2026-10-31T00:00:00Z", "2026-11-01T00:00:00Z");
        spans(Window.today(RIYADH), now, "2026-10-31T21:00:00Z", "2026-11-01T20:46:00Z");
        spans(Window.yesterday(RIYADH), now, "2026-10-30T21:00:00Z", "2026-10-31T21:00:00Z");
        // Half an hour off: the day after has begun in Tehran at half past eight in the evening.
        spans(Window.today(TEHRAN), now, "2026-11-01T20:30:00Z", "2026-11-01T20:46:00Z");
        spans(Window.yesterday(TEHRAN), now, "2026-10-31T20:30:00Z", "2026-11-01T20:30:00Z");
        spans(Window.today(ZoneId.of("Asia/Kathmandu")), now, "2026-11-01T18:15:00Z", "2026-11-01T20:46:00Z");
        // To the minute: the last one of a day, and the first one.
        spans(Window.today(RIYADH), at("2026-11-01T20:59:59Z"), "2026-10-31T21:00:00Z", "2026-11-01T21:00:00Z");
        spans(Window.today(RIYADH), at("2026-11-01T21:00:00Z"), "2026-11-01T21:00:00Z", "2026-11-01T21:01:00Z");
    }

    @Test
    @Rule("P-10")
    void weeksBeginWithTheDayThatIsGiven() {
        // A Sunday.
        Instant now = at("2026-11-01T12:00:00Z");
        spans(Window.week(RIYADH), now, "2026-10-25T21:00:00Z", "2026-11-01T12:01:00Z");
        spans(Window.week(RIYADH, DayOfWeek.SUNDAY), now, "2026-10-31T21:00:00Z", "2026-11-01T12:01:00Z");
        spans(Window.week(TEHRAN, DayOfWeek.SATURDAY), now, "2026-10-30T20:30:00Z", "2026-11-01T12:01:00Z");
        // In Tehran it is Monday already.
        spans(Window.week(TEHRAN), at("2026-11-01T20:30:00Z"), "2026-11-01T20:30:00Z", "2026-11-01T20:31:00Z");
    }

    @Test
    @Rule("P-10")
    void daysHave23Or25HoursWhenClocksChange() {
        // Berlin: on 29 March 2026 from two to three, on 25 October back from three to two.
        spans(Window.yesterday(BERLIN), at("2026-03-30T08:00:00Z"), "2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z");
        spans(Window.yesterday(BERLIN), at("2026-10-26T08:00:00Z"), "2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z");
        spans(Window.today(BERLIN), at("2026-10-25T22:59:00Z"), "2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z");
        spans(Window.week(BERLIN), at("2026-03-29T21:59:00Z"), "2026-03-22T23:00:00Z", "2026-03-29T22:00:00Z");
        // Tehran: on 22 March 2021 midnight was left out, in the night to 22 September it came twice.
        spans(Window.yesterday(TEHRAN), at("2021-03-23T08:00:00Z"), "2021-03-21T20:30:00Z", "2021-03-22T19:30:00Z");
        spans(Window.today(TEHRAN), at("2021-03-22T08:00:00Z"), "2021-03-21T20:30:00Z", "2021-03-22T08:01:00Z");
        spans(Window.yesterday(TEHRAN), at("2021-09-22T08:00:00Z"), "2021-09-20T19:30:00Z", "2021-09-21T20:30:00Z");
        spans(Window.today(TEHRAN), at("2021-09-22T08:00:00Z"), "2021-09-21T20:30:00Z", "2021-09-22T08:01:00Z");
    }

    @Test
    @Rule("P-10")
    void theStoreCountsExactlyWhatLiesWithin() {
        Instant now = at("2026-10-26T08:00:00Z");
        for (ZoneId zone : List.of(ZoneOffset.UTC, RIYADH, TEHRAN, BERLIN)) {
            EngagementStore store = EngagementStore.inMemory(() -> now);
            Window day = Window.yesterday(zone);
            List<Instant> in = List.of(instant(day.from(now)), day.to(now).minusSeconds(1));
            List<Instant> out = List.of(instant(day.from(now)).minusSeconds(1), day.to(now));
            in.forEach(one -> store.record(Engagement.view(A, "", one), CountingPolicy.everything()));
            out.forEach(one -> store.record(Engagement.view(A, "", one), CountingPolicy.everything()));
            assertThat(store.tallies(List.of(A), day, now))
                    .as(zone.getId())
                    .containsEntry(A, Tally.of(Counts.of(2, Map.of())));
        }
    }

    @Test
    void theEndsOfTimeAreHarmless() {
        for (Instant at : List.of(Instant.MIN, Instant.MAX, Instant.EPOCH)) {
            for (Window window : List.of(
                    Window.last(Duration.ofDays(36_500)),
                    Window.between(Instant.MIN, Instant.MAX),
                    Window.today(TEHRAN),
                    Window.yesterday(RIYADH),
                    Window.week(BERLIN))) {
                assertThat(instant(window.from(at))).isBeforeOrEqualTo(window.to(at));
                assertThat(EngagementStore.inMemory(() -> Instant.EPOCH).tallies(List.of(A), window, at))
                        .containsEntry(A, Tally.NONE);
            }
            assertThat(Window.all().to(at)).isNotNull();
        }
    }

    private static Instant at(String text) {
        return Instant.parse(text);
    }

    private static Instant instant(@Nullable Instant from) {
        return from == null ? Instant.MIN : from;
    }

    private static void spans(Window window, Instant at, String from, String to) {
        assertThat(window.from(at)).as(window + " at " + at).isEqualTo(from);
        assertThat(window.to(at)).as(window + " at " + at).isEqualTo(to);
    }
}
