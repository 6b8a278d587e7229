package dev.byline.examples.benchmarks;

import dev.byline.article.Article;
import dev.byline.search.Facets;
import dev.byline.search.SearchPage;
import dev.byline.search.SearchQuery;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What a search takes over articles of 400 words, beside plain Lucene: ten hits with highlighted headlines and passages,
 * with and without counts of what they are filed under.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
@Fork(value = 1, jvmArgs = "-Xmx2g")
public class SearchBenchmark {
    private static final int WORDS = 400;

    /** How many articles there are. */
    @Param({"20000", "100000"})
    public int articles;

    /** What is looked for. */
    @Param
    public Asked asked = Asked.MIXED;

    /** Kinds of queries. */
    public enum Asked {
        /** Two words of a tenth of the articles or more. */
        COMMON,
        /** Two words that few articles have. */
        RARE,
        /** One of the people. */
        NAME,
        /** As readers mix them. */
        MIXED;

        private String text(MadeUpNews news, Random random) {
            return switch (this) {
                case COMMON -> news.commonWords(random);
                case RARE -> news.rareWords(random);
                case NAME -> news.name(random);
                case MIXED -> values()[random.nextInt(3)].text(news, random);
            };
        }
    }

    private final Random random = new Random(3);
    private @Nullable NewsIndex index;

    /** Opens the indexes, filled if this is the first time. */
    @Setup
    public void open() throws IOException {
        index = NewsIndex.open(articles, WORDS, true);
    }

    /** Closes them. */
    @TearDown
    public void close() throws IOException {
        Objects.requireNonNull(index).close();
    }

    /** Hits and highlights. */
    @Benchmark
    public SearchPage hits() {
        return index().byline().find(query());
    }

    /** The same by plain Lucene. */
    @Benchmark
    public PlainLucene.Found hitsByPlainLucene() throws IOException {
        return index().plain().find(text(), false);
    }

    /** Hits, highlights and five kinds of counts. */
    @Benchmark
    public SearchPage facets() {
        return index().byline().find(query().facets(Facets.Kind.values()));
    }

    /** Hits, highlights and counts of tags by plain Lucene. */
    @Benchmark
    public PlainLucene.Found facetsByPlainLucene() throws IOException {
        return index().plain().find(text(), true);
    }

    /** One of the articles is put anew, and is then found. */
    @Benchmark
    public void putUntilSearchable() {
        index().byline().put(List.of(article()));
    }

    /** The same by plain Lucene. */
    @Benchmark
    public void putUntilSearchableByPlainLucene() throws IOException {
        index().plain().put(List.of(article()));
    }

    private Article article() {
        return index().news().article(random.nextInt(articles));
    }

    private SearchQuery query() {
        return SearchQuery.text(text()).page(0, 10);
    }

    private String text() {
        return asked.text(index().news(), random);
    }

    private NewsIndex index() {
        return Objects.requireNonNull(index);
    }
}
