package dev.byline.ranking.popular;

import dev.byline.article.ArticleId;
import dev.byline.ranking.RankingException;
import dev.byline.ranking.journal.Disk;
import dev.byline.ranking.journal.Journal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** What the tests run as a process of its own, to kill it. */
final class RecordingProcess {
    static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
    static final int EVENTS = 5_000_000;
    static final List<ArticleId> ARTICLES =
            IntStream.range(0, 10).mapToObj(i -> ArticleId.of("n" + i)).toList();

    private RecordingProcess() {}

    /** The event with this number: each a visitor of its own, every third a share. */
    static Engagement event(int number) {
        ArticleId article = ARTICLES.get(number % 10);
        return number % 3 == 0
                ? Engagement.share(article, "facebook", NOW)
                : Engagement.view(article, "visitor-" + number, NOW);
    }

    /**
     * Records the events from a number on, at an interval in milliseconds, and says after each that it is recorded, and when, in
     * milliseconds; or, without a number, opens and closes.
     */
    public static void main(String[] args) {
        Duration interval = args.length > 2 ? Duration.ofMillis(Long.parseLong(args[2])) : Duration.ZERO;
        try (EngagementStore store = EmbeddedEngagementStore.open(
                Path.of(args[0]), () -> NOW, Disk.local(), new Journal.Limits(20_000, interval, 5_000_000))) {
            System.out.println("opened");
            if (args.length > 1) {
                for (int number = Integer.parseInt(args[1]); number < EVENTS; number++) {
                    store.record(event(number), CountingPolicy.defaults());
                    System.out.println(number + " " + System.nanoTime() / 1_000_000);
                }
            }
        } catch (RankingException failure) {
            System.out.println(failure.getMessage());
        }
    }
}
