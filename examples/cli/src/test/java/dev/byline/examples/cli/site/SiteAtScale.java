package dev.byline.examples.cli.site;

import dev.byline.article.ArchiveQuery;
import dev.byline.article.Article;
import dev.byline.article.ArticleId;
import dev.byline.article.ArticleStore;
import dev.byline.article.NeighbourQuery;
import dev.byline.exchange.Item;
import dev.byline.testkit.SampleArticles;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Measures a large site, outside of the build: {@code SiteAtScale FOLDER ARTICLES} fills a folder, {@code SiteAtScale
 * FOLDER} asks one. Prints milliseconds.
 */
final class SiteAtScale {
    private static final Instant NOW = SampleArticles.NOW.plus(Duration.ofHours(1));

    private SiteAtScale() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        if (arguments.length > 1) {
            fill(folder, Integer.parseInt(arguments[1]), arguments.length > 2);
        } else {
            ask(folder);
        }
    }

    private static void fill(Path folder, int count, boolean expiring) throws Exception {
        long start = System.nanoTime();
        String filler = "<p>" + "The quick brown fox jumps over the lazy dog near the river bank. ".repeat(60) + "</p>";
        try (SiteStaging staging = Site.stage(folder)) {
            print("stage", start);
            Iterator<Article> articles = SampleArticles.stream(count, 1).iterator();
            int number = 0;
            while (articles.hasNext()) {
                Article article = articles.next();
                staging.take(new Item.Article(article.toBuilder()
                        .body(article.body() + filler + number++)
                        .expiresAt(expiring ? NOW.plus(Duration.ofMinutes(number % 2000 - 1990)) : null)
                        .build()));
            }
            print("take", start);
            System.out.println(staging.changes().articles());
            staging.settled();
            print("settle", start);
            staging.publish();
            print("publish", start);
        }
        try (Site site = Site.read(folder)) {
            System.out.println(Files.size(site.index().resolveSibling("content.mv")) / 1_000_000 + " MB");
        }
        System.out.println("heap " + (Runtime.getRuntime().totalMemory() >> 20) + " MiB");
    }

    private static void ask(Path folder) {
        long start = System.nanoTime();
        try (Site site = Site.read(folder)) {
            print("open", start);
            ArticleStore store = site.articles();
            for (int round = 0; round < 3; round++) {
                int number = 1000 + round * 777;
                long since = System.nanoTime();
                Article article =
                        store.bySlug("story-" + number, NOW).orElseThrow().article();
                print("slug", since);
                since = System.nanoTime();
                store.neighbours(article, NeighbourQuery.at(NOW));
                print("neighbours", since);
                since = System.nanoTime();
                store.page(ArchiveQuery.at(NOW));
                print("page of the site", since);
                since = System.nanoTime();
                store.page(ArchiveQuery.at(NOW).in(SampleArticles.IRAN).tag("oil"));
                print("page of a region and a tag", since);
                since = System.nanoTime();
                store.count(ArchiveQuery.at(NOW).in(SampleArticles.IRAN));
                print("count of a region", since);
                since = System.nanoTime();
                store.counts(ArticleStore.By.TAG, NOW);
                print("counts of tags", since);
                since = System.nanoTime();
                store.counts(ArticleStore.By.MONTH, NOW);
                print("counts of months", since);
                since = System.nanoTime();
                store.count(ArchiveQuery.at(NOW).in(SampleArticles.IRAN).tag("oil"));
                print("count of a region and a tag", since);
                since = System.nanoTime();
                store.summaries(IntStream.range(number, number + 12)
                        .mapToObj(id -> ArticleId.of("n" + id * 7))
                        .toList());
                print("12 summaries", since);
                since = System.nanoTime();
                store.changedSince("", 1);
                print("one change", since);
                List<?> comments = site.comments(article.id());
                System.out.println("-- " + comments.size());
            }
            print("all", start);
        }
    }

    private static void print(String what, long since) {
        System.out.printf(
                "%8.2f, of the processor %8.2f so far: %s%n",
                (System.nanoTime() - since) / 1e6,
                ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e6,
                what);
    }
}
