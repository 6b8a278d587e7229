package dev.byline.examples.benchmarks;

import dev.byline.article.ArticleId;
import dev.byline.ranking.popular.Engagement;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;

/** Views of articles that readers choose as by Zipf's law with exponent 1, within one minute. */
final class ZipfViews {
    static final Instant BEGIN = Instant.parse("2026-11-01T12:00:00Z");
    static final int EVENTS = 1 << 20;

    private static final int VISITORS = 100_000;

    /** By nobody who is known. */
    final Engagement[] views = new Engagement[EVENTS];

    /** The same by one of many visitors each. */
    final Engagement[] visits = new Engagement[EVENTS];

    ZipfViews(int articles) {
        Random random = new Random(7);
        double[] sums = new double[articles];
        double sum = 0;
        for (int i = 0; i < articles; i++) {
            sum += 1.0 / (i + 1);
            sums[i] = sum;
        }
        ArticleId[] ids = new ArticleId[articles];
        Arrays.setAll(ids, i -> ArticleId.of("2026/11/article-" + i));
        String[] visitors = new String[VISITORS];
        Arrays.setAll(visitors, i -> Long.toHexString(random.nextLong()));
        for (int i = 0; i < EVENTS; i++) {
            int place = Arrays.binarySearch(sums, random.nextDouble() * sum);
            ArticleId id = ids[Math.min(articles - 1, place < 0 ? -place - 1 : place)];
            Instant at = BEGIN.plusMillis(60_000L * i / EVENTS);
            views[i] = Engagement.view(id, "", at);
            visits[i] = Engagement.view(id, visitors[random.nextInt(visitors.length)], at);
        }
    }
}
