package dev.byline.ranking.popular;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.article.ArticleId;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class WindowLaws {
    private static final ArticleId A = ArticleId.of("a");

    // Seven days around each change of clocks in Berlin, and around the ones at midnight in Tehran.
    @Provide
    Arbitrary<Instant> moments() {
        return Arbitraries.of(
                        "2026-03-29T01:00:00Z", "2026-10-25T01:00:00Z", "2021-03-21T20:30:00Z", "2021-09-21T19:30:00Z")
                .map(Instant::parse)
                .flatMap(change -> Arbitraries.longs()
                        .between(-7 * 86_400_000L, 7 * 86_400_000L)
                        .map(change::plusMillis));
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of(
                        "UTC", "Asia/Riyadh", "Asia/Tehran", "Europe/Berlin", "Asia/Kolkata", "Australia/Lord_Howe")
                .map(ZoneId::of);
    }

    /** Within a week, for which minutes are kept apart. */
    @Provide
    Arbitrary<List<Instant>> weeks() {
        return moments()
                .flatMap(first -> Arbitraries.longs()
                        .between(0, 7 * 86_400_000L)
                        .map(first::plusMillis)
                        .list()
                        .ofMinSize(4)
                        .ofMaxSize(40));
    }

    @Property
    void windowsThatFollowOneAnotherAddUp(@ForAll("weeks") List<Instant> moments) {
        Instant now = moments.stream().max(Comparator.naturalOrder()).orElse(Instant.EPOCH);
        EngagementStore store = EngagementStore.inMemory(() -> now);
        moments.forEach(at -> store.record(Engagement.view(A, "", at), CountingPolicy.everything()));
        List<Instant> ends =
                new ArrayList<>(moments.subList(0, 3).stream().sorted().toList());
        ends.add(0, ends.get(0).minusSeconds(10_000));
        ends.add(ends.get(3).plusSeconds(10_000));
        long sum = 0;
        for (int i = 1; i < ends.size(); i++) {
            Instant from = Days.minute(ends.get(i - 1));
            Instant to = Days.minute(ends.get(i));
            sum += from.isBefore(to) ? views(store, Window.between(from, to), now) : 0;
        }
        assertThat(views(store, Window.between(ends.get(0), ends.get(4)), now)).isEqualTo(sum);
    }

    @Property
    void everyMinuteIsInOneDayAndInOneWeek(
            @ForAll("moments") Instant at, @ForAll("zones") ZoneId zone, @ForAll DayOfWeek first) {
        Window today = Window.today(zone);
        Window yesterday = Window.yesterday(zone);
        Window week = Window.week(zone, first);
        Instant begun = begin(today, at);
        assertThat(yesterday.to(at)).isEqualTo(begun);
        assertThat(begun).isBeforeOrEqualTo(at);
        assertThat(at).isBefore(today.to(at));
        assertThat(at.atZone(zone).toLocalDate()).isEqualTo(begun.atZone(zone).toLocalDate());
        assertThat(begun.minusSeconds(60).atZone(zone).toLocalDate())
                .isEqualTo(begin(yesterday, at).atZone(zone).toLocalDate());
        assertThat(begin(week, at).atZone(zone).getDayOfWeek()).isEqualTo(first);
        assertThat(begin(week, at))
                .isBeforeOrEqualTo(begun)
                .isAfter(begun.minus(Duration.ofDays(7).plusHours(2)));
    }

    @Property
    void codesAreReadAgain(@ForAll("moments") Instant at, @ForAll("zones") ZoneId zone, @ForAll DayOfWeek first) {
        for (Window window : List.of(
                Window.between(at, at.plusSeconds(60)),
                Window.today(zone),
                Window.yesterday(zone),
                Window.week(zone, first),
                Window.last(Duration.ofMinutes(1 + at.getEpochSecond() % 1000)),
                Window.all())) {
            assertThat(Window.parse(window.code())).contains(window);
        }
    }

    @Property
    void whatSomebodyTypesIsAWindowOrNone(@ForAll String text) {
        Window.parse(text)
                .ifPresent(window -> assertThat(Window.parse(window.code())).contains(window));
        Window.parse("today@" + text)
                .ifPresent(window -> assertThat(Window.parse(window.code())).contains(window));
    }

    private static Instant begin(Window window, Instant at) {
        Instant from = window.from(at);
        return from == null ? Instant.MIN : from;
    }

    private static long views(EngagementStore store, Window window, Instant at) {
        return store.tallies(List.of(A), window, at)
                .getOrDefault(A, Tally.NONE)
                .counted()
                .views();
    }
}
