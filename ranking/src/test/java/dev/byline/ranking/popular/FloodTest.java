package dev.byline.ranking.popular;

import static dev.byline.testkit.SampleArticles.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.article.Article;
import dev.byline.article.ArticleId;
import dev.byline.article.ArticleStore;
import dev.byline.ranking.popular.EngagementStore.Outcome;
import dev.byline.testkit.Rule;
import dev.byline.testkit.SampleArticles;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Somebody with the addresses of one network wants an article among the ten most read of a day. */
class FloodTest {
    private static final Duration DAY = Duration.ofDays(1);
    private static final int ARTICLES = 200;
    private static final int NETWORKS = 20_000;
    private static final int FLOOD = 1000;

    private final ArticleStore articles = ArticleStore.inMemory(ZoneOffset.UTC);

    /**
     * On a site of which the tenth place is read so often in a day.
     *
     * @param hours the time up to now over which the flood comes
     */
    @ParameterizedTest
    @CsvSource({"300,24", "300,1", "60,24", "60,1"})
    @Rule("P-40")
    void aThousandViewsFromOneNetworkLiftNothingIntoTheTen(int tenth, int hours) {
        articles.put(IntStream.range(0, ARTICLES).mapToObj(FloodTest::article).toList());
        try (EngagementStore store = EngagementStore.inMemory(() -> NOW)) {
            PopularArticles popular = PopularArticles.with(PopularPolicy.defaults(), store, articles, () -> NOW);
            int lost = read(popular, tenth);
            assertThat(lost).as("views of readers who share a network").isLessThan(tenth);
            long before = views(popular);
            Instant begin = NOW.minus(Duration.ofHours(hours));
            for (int i = 0; i < FLOOD; i++) {
                Instant at = begin.plusSeconds(hours * 3600L * i / FLOOD);
                popular.record(Engagement.view(ArticleId.of("n" + (ARTICLES - 1)), "hand-" + i, at)
                        .source("198.51.100.0/24"));
            }
            // Midnight lies within, so that there are two slots.
            assertThat(views(popular) - before).isBetween(1L, 40L);
            for (PopularPolicy policy : List.of(PopularPolicy.defaults(), PopularPolicy.mostRead())) {
                for (Window window : List.of(Window.last(DAY), Window.last(DAY.multipliedBy(7)), Window.all())) {
                    PopularArticles lists = PopularArticles.with(policy, store, articles, () -> NOW);
                    assertThat(lists.top(10, window))
                            .hasSize(10)
                            .noneMatch(post -> post.item().id().value().equals("n" + (ARTICLES - 1)));
                }
            }
        }
    }

    private long views(PopularArticles popular) {
        ArticleId last = ArticleId.of("n" + (ARTICLES - 1));
        return popular.shares(List.of(last)).getOrDefault(last, Counts.NONE).views();
    }

    /** A day of readers, by Zipf's law in articles and in networks; how many views were taken for a flood. */
    private static int read(PopularArticles popular, int tenth) {
        SplittableRandom random = new SplittableRandom(tenth);
        int lost = 0;
        int visitor = 0;
        for (int place = 0; place < ARTICLES; place++) {
            for (int i = tenth * 10 / (place + 1); i > 0; i--) {
                // The greatest network has one reader in 140.
                int network = (int) (20 * Math.pow(NETWORKS / 20.0, random.nextDouble()));
                Engagement view = Engagement.view(
                                ArticleId.of("n" + place),
                                "reader-" + visitor++,
                                NOW.minusSeconds(random.nextInt(86_400)))
                        .source("network-" + network);
                lost += popular.record(view) == Outcome.FLOOD ? 1 : 0;
            }
        }
        return lost;
    }

    private static Article article(int number) {
        return SampleArticles.article("n" + number)
                .publishedAt(NOW.minus(Duration.ofDays(2)))
                .build();
    }
}
