package dev.byline.examples.benchmarks;

import dev.byline.article.Article;
import dev.byline.search.ArticleSearch;
import dev.byline.search.lucene.LuceneSearch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** How many articles a second go into an empty index by one thread, with the last commit. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 2, time = 10)
@Measurement(iterations = 3, time = 10)
@Fork(value = 1, jvmArgs = "-Xmx2g")
public class IndexBenchmark {
    private static final int ARTICLES = 3_000;

    /** How many words an article has. */
    @Param({"20", "60", "600"})
    public int words;

    private List<Article> articles = List.of();
    private @Nullable Path folder;

    /** Makes up the articles. */
    @Setup
    public void write() {
        articles = new MadeUpNews(ARTICLES, words).all().toList();
    }

    /** Makes an empty folder. */
    @Setup(Level.Invocation)
    public void empty() throws IOException {
        folder = Files.createTempDirectory("index-benchmark");
    }

    /** Deletes it. */
    @TearDown(Level.Invocation)
    public void delete() throws IOException {
        try (Stream<Path> files = Files.walk(folder())) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** By Byline's search. */
    @Benchmark
    @OperationsPerInvocation(ARTICLES)
    public void index() throws IOException {
        try (ArticleSearch search = LuceneSearch.open(folder(), () -> MadeUpNews.NOW)) {
            NewsIndex.batches(articles.stream(), search::put);
        }
    }

    /** By plain Lucene. */
    @Benchmark
    @OperationsPerInvocation(ARTICLES)
    public void indexByPlainLucene() throws IOException {
        try (PlainLucene plain = new PlainLucene(folder())) {
            NewsIndex.batches(articles.stream(), plain::put);
        }
    }

    private Path folder() {
        return Objects.requireNonNull(folder);
    }
}
