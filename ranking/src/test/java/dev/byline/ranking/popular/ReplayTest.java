package dev.byline.ranking.popular;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.article.ArticleId;
import dev.byline.ranking.audience.Reader;
import dev.byline.ranking.testkit.MadeUpTraffic;
import dev.byline.testkit.MovableClock;
import dev.byline.testkit.Rule;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Five weeks of traffic in which every minute is used, told late and out of order, over changes of clocks: every window holds what
 * a plain list of the events says, to the article.
 */
class ReplayTest {
    private static final int MOMENTS = 25;
    private static final Duration MINUTES_KEPT = Duration.ofDays(8);

    private final SplittableRandom random = new SplittableRandom(11);
    private final List<Late> events = new ArrayList<>();
    private final MovableClock clock = MovableClock.at(Instant.EPOCH);
    private final EngagementStore store = EngagementStore.inMemory(clock);
    private final Replay replay = new Replay();

    /** An event, and when it is told. */
    private record Late(Engagement event, Instant told) {}

    /** A window as the calendar has it, from one instant to before another; null where it has no beginning. */
    private record Span(Window window, @Nullable Instant from, Instant to) {}

    @ParameterizedTest
    @CsvSource({
        "UTC,           2026-10-24T00:00:00Z",
        "Asia/Riyadh,   2026-11-01T00:00:00Z",
        "Asia/Tehran,   2021-03-21T20:30:00Z",
        "Asia/Tehran,   2021-09-21T19:30:00Z",
        "Europe/Berlin, 2026-03-29T01:00:00Z",
        "Europe/Berlin, 2026-10-25T01:00:00Z",
    })
    @Rule({"P-01", "P-03", "P-10"})
    void everyWindowHoldsWhatHappened(ZoneId zone, Instant change) {
        Instant from = change.minus(Duration.ofDays(31)).truncatedTo(ChronoUnit.HOURS);
        for (Engagement event : MadeUpTraffic.of(zone.hashCode(), from, Duration.ofDays(35), 60, 110_000)) {
            events.add(late(event));
        }
        events.sort(Comparator.comparing(Late::told));
        int told = 0;
        for (Instant moment : moments(change, zone)) {
            while (told < events.size() && !events.get(told).told().isAfter(moment)) {
                Late late = events.get(told++);
                clock.set(late.told());
                store.record(late.event(), CountingPolicy.defaults());
                replay.tell(late.event());
            }
            clock.set(moment);
            spans(moment, zone).forEach(span -> check(span, moment));
        }
        assertThat(told).isGreaterThan(100_000);
    }

    // Whoever is known by name is told while his half hour is remembered, the others up to three days late.
    private Late late(Engagement event) {
        boolean known = random.nextInt(20) > 0;
        int most = known ? 25 * 60 : 3 * 86_400;
        boolean unknown = !known && event.kind() == Engagement.Kind.VIEW;
        return new Late(
                unknown ? Engagement.view(event.article(), "", event.at()).reader(event.reader()) : event,
                event.at().plusSeconds(random.nextInt(most)));
    }

    /** Around the change, at the beginnings of days and in the middle of minutes. */
    private List<Instant> moments(Instant change, ZoneId zone) {
        List<Instant> moments = new ArrayList<>();
        for (int i = 0; i < MOMENTS; i++) {
            moments.add(change.plusMillis(random.nextLong(-4 * 86_400_000L, 4 * 86_400_000L)));
        }
        for (int day = -1; day <= 2; day++) {
            Instant midnight = change.atZone(zone)
                    .toLocalDate()
                    .plusDays(day)
                    .atStartOfDay(zone)
                    .toInstant();
            moments.addAll(List.of(midnight.minusMillis(1), midnight, midnight.plusSeconds(60)));
        }
        moments.addAll(List.of(change.minusMillis(1), change, change.plus(Duration.ofHours(1))));
        moments.sort(Comparator.naturalOrder());
        return moments;
    }

    private static List<Span> spans(Instant at, ZoneId zone) {
        Instant end = at.plusMillis(1);
        LocalDate today = at.atZone(zone).toLocalDate();
        Instant midnight = today.atStartOfDay(zone).toInstant();
        Instant noon = today.minusDays(2).atTime(12, 34).atZone(zone).toInstant();
        List<Span> spans = new ArrayList<>();
        for (int minutes : new int[] {7, 60, 1_440, 10_080, 43_200}) {
            Duration length = Duration.ofMinutes(minutes);
            // Begins with the nearest minute.
            spans.add(new Span(Window.last(length), at.minus(length).plusSeconds(30), end));
        }
        spans.add(new Span(Window.all(), null, end));
        spans.add(new Span(Window.today(zone), midnight, end));
        spans.add(new Span(
                Window.yesterday(zone), today.minusDays(1).atStartOfDay(zone).toInstant(), midnight));
        LocalDate saturday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.SATURDAY));
        spans.add(new Span(
                Window.week(zone, DayOfWeek.SATURDAY),
                saturday.atStartOfDay(zone).toInstant(),
                end));
        spans.add(new Span(Window.between(noon, noon.plusSeconds(7_777)), noon, noon.plusSeconds(7_740)));
        return spans;
    }

    private void check(Span span, Instant at) {
        String what = span.window() + " at " + at;
        Map<ArticleId, Long> exact = replay.counts(span, at);
        Map<ArticleId, Long> most = new HashMap<>();
        store.most(Measure.VIEWS, span.window(), at, 1_000)
                .forEach((article, tally) -> most.put(article, tally.by(Measure.VIEWS)));
        assertThat(most).as(what).isEqualTo(exact);
        Map<ArticleId, Long> asked = new HashMap<>();
        store.tallies(exact.keySet(), span.window(), at)
                .forEach((article, tally) -> asked.put(article, tally.by(Measure.VIEWS)));
        assertThat(asked).as(what).isEqualTo(exact);
    }

    /** The views that count, in the minute of the earliest of their half hour. */
    private static final class Replay {
        private final Map<String, Instant> visits = new HashMap<>();
        private final SortedMap<Instant, Map<ArticleId, Long>> minutes = new TreeMap<>();

        void tell(Engagement event) {
            if (event.kind() != Engagement.Kind.VIEW || event.reader() != Reader.PERSON) {
                return;
            }
            if (!event.visitor().isEmpty()) {
                long slot = Math.floorDiv(event.at().getEpochSecond(), 1800);
                String visit = event.article() + " " + event.visitor() + " " + slot;
                Instant before = visits.get(visit);
                if (before != null && !event.at().isBefore(before)) {
                    return;
                }
                visits.put(visit, event.at());
                if (before != null) {
                    add(event.article(), before, -1);
                }
            }
            add(event.article(), event.at(), 1);
        }

        private void add(ArticleId article, Instant at, long views) {
            minutes.computeIfAbsent(at.truncatedTo(ChronoUnit.MINUTES), any -> new HashMap<>())
                    .merge(article, views, Long::sum);
        }

        Map<ArticleId, Long> counts(Span span, Instant at) {
            Instant from = span.from() == null ? Instant.MIN : span.from();
            boolean kept = span.from() != null && !from.isBefore(at.minus(MINUTES_KEPT));
            Instant begin = span.from() == null ? from : from.truncatedTo(kept ? ChronoUnit.MINUTES : ChronoUnit.HOURS);
            Map<ArticleId, Long> counts = new HashMap<>();
            minutes.subMap(begin, span.to())
                    .values()
                    .forEach(minute -> minute.forEach((article, views) -> counts.merge(article, views, Long::sum)));
            counts.values().removeIf(views -> views == 0);
            return counts;
        }
    }
}
