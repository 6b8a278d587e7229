package dev.byline.ranking.testkit;

import dev.byline.article.ArticleId;
import dev.byline.article.Listed;
import dev.byline.ranking.audience.Reader;
import dev.byline.ranking.popular.Engagement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;

/**
 * Whatever readers may do with articles, for laws.
 *
 * <p>Views by few visitors, so that repeats within a slot are common, and by unknown ones, some by bots and editors; shares on
 * networks with proper names and without; comments and reactions; of the articles given and of one that nobody knows. They happen now, within the hour, the week or
 * the year before, at the edges of minutes and half hours, often at the very same instant, before the first article was
 * published, and some by a clock that is ahead.
 *
 * <p>A counterexample shrinks to few events, the first article, an unknown visitor and now.
 */
public final class ArbitraryEvents {
    /** An article that is in none of the lists that events are made of. */
    public static final ArticleId UNKNOWN = ArticleId.of("unknown-to-all");

    private static final Duration SLOT = Duration.ofMinutes(30);
    private static final int MOST = 60;

    private ArbitraryEvents() {}

    /**
     * One event.
     *
     * @param articles what is read, at least one
     * @param now around which events happen
     */
    public static Arbitrary<Engagement> events(Collection<? extends Listed> articles, Instant now) {
        List<ArticleId> ids = new ArrayList<>(articles.stream().map(Listed::id).toList());
        ids.add(UNKNOWN);
        Arbitrary<ArticleId> article = Arbitraries.of(ids);
        Arbitrary<Instant> at = instants(articles, now);
        return Arbitraries.frequencyOf(
                        Tuple.of(
                                4,
                                Combinators.combine(article, Arbitraries.of("", "ana", "bo", "cem"), at)
                                        .as(Engagement::view)),
                        Tuple.of(
                                1,
                                Combinators.combine(article, Arbitraries.of("facebook", "x", "X ", "", "<b>"), at)
                                        .as(Engagement::share)),
                        Tuple.of(
                                1,
                                Combinators.combine(article, Arbitraries.of(true, false), at)
                                        .as((id, comment, instant) -> comment
                                                ? Engagement.comment(id, instant)
                                                : Engagement.reaction(id, instant))),
                        Tuple.of(
                                1,
                                Combinators.combine(article, Arbitraries.of(Reader.values()), at)
                                        .as((id, reader, instant) -> Engagement.view(id, "ana", instant)
                                                .reader(reader))))
                .withoutEdgeCases();
    }

    /** Up to sixty events in whatever order, as several servers may tell of them. */
    public static Arbitrary<List<Engagement>> streams(Collection<? extends Listed> articles, Instant now) {
        return events(articles, now).list().ofMaxSize(MOST);
    }

    /** Up to sixty events in the order in which they happened, none in the future, as one server tells of them. */
    public static Arbitrary<List<Engagement>> streamsInOrder(Collection<? extends Listed> articles, Instant now) {
        return events(articles, now)
                .filter(event -> !event.at().isAfter(now))
                .list()
                .ofMaxSize(MOST)
                .map(events -> events.stream()
                        .sorted(Comparator.comparing(Engagement::at))
                        .toList());
    }

    /** Up to sixty events and the same ones in another order, for the law that order changes nothing. */
    public static Arbitrary<Tuple2<List<Engagement>, List<Engagement>>> streamsTwice(
            Collection<? extends Listed> articles, Instant now) {
        return streams(articles, now)
                .flatMap(events -> Arbitraries.shuffle(events).map(other -> Tuple.of(events, other)));
    }

    private static Arbitrary<Instant> instants(Collection<? extends Listed> articles, Instant now) {
        Instant first = articles.stream()
                .map(Listed::publishedAt)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(now);
        Arbitrary<Integer> off = Arbitraries.of(0, 1, -1);
        return Arbitraries.frequencyOf(
                Tuple.of(2, Arbitraries.just(now)),
                Tuple.of(3, ago(now, Duration.ofHours(1))),
                Tuple.of(3, ago(now, Duration.ofDays(8))),
                Tuple.of(1, ago(now, Duration.ofDays(400))),
                Tuple.of(
                        3,
                        Combinators.combine(Arbitraries.integers().between(0, 4), off)
                                .as((slots, second) -> slot(now)
                                        .minus(SLOT.multipliedBy(slots))
                                        .plusSeconds(second))),
                Tuple.of(1, Arbitraries.integers().between(1, 100).map(hours -> first.minus(Duration.ofHours(hours)))),
                // By a clock that is ahead.
                Tuple.of(
                        1,
                        Arbitraries.integers().between(1, 2880).map(minutes -> now.plus(Duration.ofMinutes(minutes)))));
    }

    private static Arbitrary<Instant> ago(Instant now, Duration most) {
        return Arbitraries.longs()
                .between(0, most.toSeconds())
                .shrinkTowards(0L)
                .map(now::minusSeconds);
    }

    private static Instant slot(Instant now) {
        return now.minusSeconds(Math.floorMod(now.getEpochSecond(), SLOT.toSeconds()))
                .minusNanos(now.getNano());
    }
}
