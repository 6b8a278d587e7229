package dev.byline.ranking.popular;

import static dev.byline.testkit.SampleArticles.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.article.Article;
import dev.byline.article.ArticleId;
import dev.byline.ranking.popular.Engagement.Kind;
import dev.byline.ranking.testkit.ArbitraryEvents;
import dev.byline.testkit.SampleArticles;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.Tuple.Tuple2;

/** That the events of the testkit are of every sort, and that a counterexample among them becomes a short one. */
class ArbitraryEventsLaws {
    private static final List<Article> ARTICLES = SampleArticles.published(5, 1);

    @Provide
    Arbitrary<List<Engagement>> inOrder() {
        return ArbitraryEvents.streamsInOrder(ARTICLES, NOW);
    }

    @Provide
    Arbitrary<Tuple2<List<Engagement>, List<Engagement>>> twice() {
        return ArbitraryEvents.streamsTwice(ARTICLES, NOW);
    }

    @Property(tries = 100)
    void inOrderMeansByTime(@ForAll("inOrder") List<Engagement> events) {
        assertThat(events)
                .isSortedAccordingTo(Comparator.comparing(Engagement::at))
                .allSatisfy(event -> assertThat(event.at()).isBeforeOrEqualTo(NOW));
    }

    @Property(tries = 100)
    void twiceMeansTheSameEvents(@ForAll("twice") Tuple2<List<Engagement>, List<Engagement>> events) {
        assertThat(events.get2()).containsExactlyInAnyOrderElementsOf(events.get1());
    }

    @Example
    void everySortComesUp() {
        assertSometimes(events -> events.isEmpty());
        assertSometimes(events -> events.size() > 30);
        assertSometimes(events -> events.stream().anyMatch(event -> event.kind() == Kind.SHARE));
        assertSometimes(
                events -> events.stream().anyMatch(event -> event.network().equals(Engagement.OTHER)));
        assertSometimes(
                events -> events.stream().anyMatch(event -> event.article().equals(ArbitraryEvents.UNKNOWN)));
        assertSometimes(events -> events.stream().anyMatch(event -> event.at().isAfter(NOW)));
        assertSometimes(events ->
                events.stream().anyMatch(event -> event.at().isBefore(NOW.minusSeconds(86_400 * 300L))));
        assertSometimes(events -> events.stream()
                .anyMatch(event -> !event.visitor().isEmpty()
                        && events.stream().filter(event::equals).count() > 1));
        assertSometimes(events -> {
            Set<Object> instants = new HashSet<>();
            return events.stream().anyMatch(event -> !instants.add(event.at()));
        });
    }

    @Example
    void counterexamplesBecomeShort() {
        assertThat(smallest(events -> events.stream().anyMatch(event -> event.kind() == Kind.SHARE)))
                .containsExactly(Engagement.share(ArticleId.of("n0"), "facebook", NOW));
        assertThat(smallest(events -> events.stream()
                                .filter(event -> event.visitor().equals("ana"))
                                .count()
                        > 1))
                .containsOnly(Engagement.view(ArticleId.of("n0"), "ana", NOW))
                .hasSize(2);
    }

    private static void assertSometimes(Predicate<List<Engagement>> sort) {
        assertThat(first(sort)).isPresent();
    }

    private static Optional<Shrinkable<List<Engagement>>> first(Predicate<List<Engagement>> sort) {
        var streams = ArbitraryEvents.streams(ARTICLES, NOW).generator(1000);
        Random random = new Random(3);
        for (int i = 0; i < 1000; i++) {
            Shrinkable<List<Engagement>> events = streams.next(random);
            if (sort.test(events.value())) {
                return Optional.of(events);
            }
        }
        return Optional.empty();
    }

    /** As jqwik does after a failure: the first smaller one that fails too, until there is none. */
    private static List<Engagement> smallest(Predicate<List<Engagement>> sort) {
        Shrinkable<List<Engagement>> events = first(sort).orElseThrow();
        while (true) {
            Optional<Shrinkable<List<Engagement>>> smaller =
                    events.shrink().filter(one -> sort.test(one.value())).findFirst();
            if (smaller.isEmpty()) {
                return events.value();
            }
            events = smaller.get();
        }
    }
}
