package dev.byline.ranking.popular;

import static dev.byline.ranking.testkit.RankingAssertions.assertThat;
import static dev.byline.testkit.SampleArticles.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.article.Article;
import dev.byline.article.ArticleId;
import dev.byline.article.ArticleStore;
import dev.byline.article.ArticleSummary;
import dev.byline.ranking.audience.Reader;
import dev.byline.ranking.journal.Journal;
import dev.byline.ranking.testkit.ArbitraryEvents;
import dev.byline.score.Ranked;
import dev.byline.testkit.MovableClock;
import dev.byline.testkit.Rule;
import dev.byline.testkit.SampleArticles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple.Tuple2;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class PopularLaws {
    private static final List<Article> ARTICLES = SampleArticles.mixed(30, 11);
    private static final CountingPolicy POLICY = CountingPolicy.defaults();
    private static final Duration SLOT = POLICY.repeatSlot();
    private static final List<Window> WINDOWS = List.of(
            Window.all(),
            Window.last(Duration.ofMinutes(17)),
            Window.last(Duration.ofHours(1)),
            Window.last(Duration.ofHours(23).plusMinutes(7)),
            Window.last(Duration.ofDays(7)),
            Window.last(Duration.ofDays(30)),
            Window.last(Duration.ofDays(365)));

    @Provide
    Arbitrary<Engagement> events() {
        return ArbitraryEvents.events(ARTICLES, NOW);
    }

    @Property
    @Rule("P-06")
    void anyOrderOfEventsGivesTheSameList(@ForAll("twice") Tuple2<List<Engagement>, List<Engagement>> events) {
        assertThat(lists(events.get2())).isEqualTo(lists(events.get1()));
    }

    @Provide
    Arbitrary<Tuple2<List<Engagement>, List<Engagement>>> twice() {
        return ArbitraryEvents.streamsTwice(ARTICLES, NOW);
    }

    @Property
    void listsHoldPublicPostsInOrderAndTheirReasonsAddUp(
            @ForAll @Size(max = 80) List<@From("events") Engagement> events) {
        for (List<Ranked<ArticleSummary>> list : lists(events)) {
            assertThat(list)
                    .addsUp()
                    .isTotallyOrdered()
                    .places()
                    .allSatisfy(
                            ranked -> assertThat(ranked.item().isPublic(NOW)).isTrue());
        }
    }

    @Property
    void oneMoreViewNeverLowersAnArticle(
            @ForAll @Size(max = 60) List<@From("events") Engagement> events,
            @ForAll @IntRange(max = 29) int which,
            @ForAll @IntRange(max = 4) int window) {
        try (PopularArticles popular = popular(EngagementStore.inMemory(() -> NOW))) {
            events.forEach(popular::record);
            int before = place(popular.top(50, WINDOWS.get(window)), "n" + which);
            popular.record(Engagement.view(ArticleId.of("n" + which), "", NOW));
            assertThat(place(popular.top(50, WINDOWS.get(window)), "n" + which)).isLessThanOrEqualTo(before);
        }
    }

    @Property
    void aWithdrawnArticleNeverAppears(
            @ForAll @Size(max = 60) List<@From("events") Engagement> events, @ForAll @IntRange(max = 29) int which) {
        try (PopularArticles popular = popular(EngagementStore.inMemory(() -> NOW))) {
            popular.withdraw(ArticleId.of("n" + which));
            events.forEach(popular::record);
            for (Window window : WINDOWS) {
                assertThat(place(popular.top(50, window), "n" + which)).isEqualTo(Integer.MAX_VALUE);
            }
        }
    }

    /** Counts by brute force what each window should hold, wherever the resolution is still by the minute. */
    @Property
    void windowsAgreeWithAReplay(
            @ForAll @Size(max = 80) List<@From("events") Engagement> events,
            @ForAll @IntRange(min = 1, max = 10_080) int minutes) {
        EngagementStore store = EngagementStore.inMemory(() -> NOW);
        events.forEach(event -> store.record(event, POLICY));
        Window window = Window.last(Duration.ofMinutes(minutes));
        ARTICLES.forEach(article -> {
            List<Engagement> views = events.stream()
                    .filter(event -> event.kind() == Engagement.Kind.VIEW
                            && event.reader() == Reader.PERSON
                            && event.article().equals(article.id()))
                    .toList();
            long counted = views.stream()
                    .filter(event -> !event.at().isBefore(NOW.minus(Duration.ofMinutes(minutes)))
                            && event.at().isBefore(window.to(NOW))
                            && views.stream().noneMatch(other -> isEarlierInTheSlot(other, event)))
                    .map(event -> event.visitor().isEmpty() ? event : event.visitor() + slot(event) + minute(event))
                    .collect(Collectors.groupingBy(one -> one instanceof String ? one : new Object()))
                    .size();
            assertThat(store.tallies(List.of(article.id()), window, NOW))
                    .allSatisfy(
                            (id, tally) -> assertThat(tally.counted().views()).isEqualTo(counted));
        });
    }

    private static boolean isEarlierInTheSlot(Engagement other, Engagement event) {
        return !event.visitor().isEmpty()
                && other.visitor().equals(event.visitor())
                && slot(other) == slot(event)
                && minute(other) < minute(event);
    }

    private static long slot(Engagement event) {
        return Math.floorDiv(event.at().getEpochSecond(), SLOT.toSeconds());
    }

    private static long minute(Engagement event) {
        return Math.floorDiv(event.at().getEpochSecond(), 60L);
    }

    @Property
    void restartsAnywhereChangeNothing(
            @ForAll @Size(max = 60) List<@From("events") Engagement> events,
            @ForAll @Size(max = 4) List<@IntRange(max = 59) Integer> restarts)
            throws IOException {
        List<List<Ranked<ArticleSummary>>> expected = lists(events);
        inFolder(folder -> {
            EngagementStore store = open(folder);
            for (int i = 0; i < events.size(); i++) {
                store.record(events.get(i), POLICY);
                if (restarts.contains(i)) {
                    store.close();
                    store = open(folder);
                }
            }
            store.close();
            try (PopularArticles popular = popular(open(folder))) {
                assertThat(lists(popular)).isEqualTo(expected);
            }
        });
    }

    @Property(tries = 300)
    void aJournalCutAnywhereKeepsEveryWholeRecord(
            @ForAll @Size(min = 1, max = 20) List<@From("events") Engagement> events,
            @ForAll @DoubleRange(min = 0, max = 1) double where)
            throws IOException {
        inFolder(folder -> {
            List<Long> ends = new ArrayList<>();
            try (EngagementStore store = open(folder, Journal.Limits.USUAL.interval(Duration.ZERO))) {
                for (Engagement event : events) {
                    ends.add(store.status().journalBytes());
                    store.record(event, POLICY);
                }
                ends.add(store.status().journalBytes());
            }
            Path journal = folder.resolve("journal-0");
            byte[] bytes = Files.readAllBytes(journal);
            int cut = (int) Math.round(bytes.length * where);
            Files.write(journal, Arrays.copyOf(bytes, cut));
            int whole = (int) ends.stream().skip(1).filter(end -> end <= cut).count();
            try (PopularArticles popular = popular(open(folder, Journal.Limits.USUAL.interval(Duration.ZERO)))) {
                assertThat(lists(popular)).isEqualTo(lists(events.subList(0, whole)));
                assertThat(popular.status().cutBytes())
                        .isEqualTo(cut - Math.max(whole == 0 && cut < ends.get(0) ? 0 : ends.get(whole), 0));
                // What was lost can be recorded again, and what was not counts once.
                events.forEach(event -> {
                    if (event.kind() == Engagement.Kind.VIEW && !event.visitor().isEmpty()) {
                        popular.record(event);
                    }
                });
                events.subList(whole, events.size()).forEach(event -> {
                    if (event.kind() != Engagement.Kind.VIEW || event.visitor().isEmpty()) {
                        popular.record(event);
                    }
                });
                assertThat(lists(popular)).isEqualTo(lists(events));
            }
        });
    }

    private static List<List<Ranked<ArticleSummary>>> lists(List<Engagement> events) {
        try (PopularArticles popular = popular(EngagementStore.inMemory(() -> NOW))) {
            events.forEach(popular::record);
            return lists(popular);
        }
    }

    private static List<List<Ranked<ArticleSummary>>> lists(PopularArticles popular) {
        return WINDOWS.stream().map(window -> popular.top(12, window)).toList();
    }

    private static PopularArticles popular(EngagementStore engagement) {
        ArticleStore store = ArticleStore.inMemory(ZoneOffset.UTC);
        store.put(ARTICLES);
        return PopularArticles.with(PopularPolicy.mostRead(), engagement, store, MovableClock.at(NOW));
    }

    private static EngagementStore open(Path folder) {
        return open(folder, new Journal.Limits(500, Duration.ZERO, 1000));
    }

    /** On a disk that does not wait for itself: power is not what is lost here. */
    private static EngagementStore open(Path folder, Journal.Limits limits) {
        FullDisk disk = new FullDisk();
        disk.ignoreSyncs(true);
        return EmbeddedEngagementStore.open(folder, () -> NOW, disk, limits);
    }

    private static int place(List<Ranked<ArticleSummary>> list, String id) {
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i).item().id().value().equals(id)) {
                return i;
            }
        }
        return Integer.MAX_VALUE;
    }

    private interface Use {
        void of(Path folder) throws IOException;
    }

    private static void inFolder(Use use) throws IOException {
        Path folder = Files.createTempDirectory("byline-popular");
        try {
            use.of(folder);
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).forEach(file -> {
                    try {
                        Files.delete(file);
                    } catch (IOException failure) {
                        throw new UncheckedIOException(failure);
                    }
                });
            }
        }
    }
}
