package dev.byline.examples.benchmarks;

import dev.byline.article.Article;
import dev.byline.search.ArticleSearch;
import dev.byline.search.lucene.LuceneSearch;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@link MadeUpNews} in Byline's search, and in plain Lucene beside it; kept in {@code target} for the next run. */
final class NewsIndex implements Closeable {
    private static final int BATCH = 1_000;

    private final MadeUpNews news;
    private final ArticleSearch byline;
    private final @Nullable PlainLucene plain;

    private NewsIndex(MadeUpNews news, ArticleSearch byline, @Nullable PlainLucene plain) {
        this.news = news;
        this.byline = byline;
        this.plain = plain;
    }

    /**
     * Opens it, filled if it is not there yet.
     *
     * @param length words to an article
     * @param withPlain whether plain Lucene is wanted too
     */
    static NewsIndex open(int articles, int length, boolean withPlain) throws IOException {
        MadeUpNews news = new MadeUpNews(articles, length);
        Path folder = Path.of("target", "made-up-news-" + articles + "-" + length);
        boolean missing = !Files.exists(folder.resolve("byline"));
        ArticleSearch byline = LuceneSearch.open(folder.resolve("byline"), () -> MadeUpNews.NOW);
        if (missing) {
            batches(news.all(), byline::put);
            byline.commit();
        }
        if (!withPlain) {
            return new NewsIndex(news, byline, null);
        }
        boolean plainMissing = !Files.exists(folder.resolve("plain"));
        PlainLucene plain = new PlainLucene(folder.resolve("plain"));
        if (plainMissing) {
            batches(news.all(), plain::put);
            plain.commit();
        }
        return new NewsIndex(news, byline, plain);
    }

    /** Somebody who takes articles. */
    interface Taker {
        void take(List<Article> articles) throws IOException;
    }

    static void batches(Stream<Article> articles, Taker taker) throws IOException {
        List<Article> batch = new ArrayList<>();
        for (Article article : (Iterable<Article>) articles::iterator) {
            batch.add(article);
            if (batch.size() == BATCH) {
                taker.take(batch);
                batch.clear();
            }
        }
        taker.take(batch);
    }

    MadeUpNews news() {
        return news;
    }

    ArticleSearch byline() {
        return byline;
    }

    PlainLucene plain() {
        return Objects.requireNonNull(plain, "not opened");
    }

    @Override
    public void close() throws IOException {
        byline.close();
        if (plain != null) {
            plain.close();
        }
    }
}
