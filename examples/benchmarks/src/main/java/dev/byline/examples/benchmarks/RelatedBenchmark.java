package dev.byline.examples.benchmarks;

import dev.byline.article.Article;
import dev.byline.article.ArticleStore;
import dev.byline.article.ArticleSummary;
import dev.byline.ranking.ExplainedList;
import dev.byline.ranking.related.RelatedArticles;
import dev.byline.ranking.related.RelatedPolicy;
import dev.byline.ranking.related.RelatedQuery;
import dev.byline.score.Ranked;
import dev.byline.score.Similar;
import dev.byline.search.lucene.LuceneSearch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.search.TopDocs;
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

/** What a list of five related posts takes over {@link MadeUpSubjects}, beside Lucene's MoreLikeThis. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
@Fork(value = 1, jvmArgs = "-Xmx6g")
public class RelatedBenchmark {
    private static final int ASKED = 2_000;
    private static final int LIST = 5;

    /** How many articles there are. */
    @Param({"20000", "200000"})
    public int articles;

    private final Random random = new Random(3);
    private final List<Article> asked = new ArrayList<>();
    private final int[] documents = new int[ASKED];
    private @Nullable LuceneSearch search;
    private @Nullable ArticleStore store;
    private @Nullable RelatedArticles related;
    private @Nullable LikeThis likeThis;

    /** Opens the indexes, filled if this is the first time. */
    @Setup
    public void open() throws IOException {
        MadeUpSubjects news = new MadeUpSubjects(articles);
        Path folder = Path.of("target", "made-up-subjects-" + articles);
        boolean missing = !Files.exists(folder.resolve("byline"));
        long before = used();
        ArticleStore store = ArticleStore.inMemory(ZoneOffset.UTC);
        NewsIndex.batches(news.all(), store::put);
        long withStore = used();
        LuceneSearch search = LuceneSearch.open(folder.resolve("byline"), () -> MadeUpNews.NOW);
        if (missing) {
            NewsIndex.batches(news.all(), search::put);
            search.learn();
            search.commit();
        }
        this.search = search;
        this.store = store;
        related = RelatedArticles.with(RelatedPolicy.defaults(), search, store, () -> MadeUpNews.NOW);
        likeThis = LikeThis.open(folder.resolve("plain"), news);
        Random some = new Random(11);
        for (int i = 0; i < ASKED; i++) {
            documents[i] = some.nextInt(articles);
            asked.add(news.article(documents[i]));
        }
        search.similarTo(asked.get(0), LIST);
        System.out.println("bytes of heap for each article: store " + (withStore - before) / articles
                + ", portraits and model " + (used() - withStore) / articles);
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }

    /** Closes them. */
    @TearDown
    public void close() throws IOException {
        Objects.requireNonNull(search).close();
        Objects.requireNonNull(likeThis).close();
    }

    private Article any() {
        return asked.get(random.nextInt(ASKED));
    }

    /** A list that is worked out, with its reasons and what was left out. */
    @Benchmark
    public ExplainedList list() {
        return Objects.requireNonNull(related).explain(RelatedQuery.of(any()).limit(LIST));
    }

    /** A list that may be remembered. */
    @Benchmark
    public List<Ranked<ArticleSummary>> rememberedList() {
        return Objects.requireNonNull(related).to(any(), LIST);
    }

    /** The texts alike alone. */
    @Benchmark
    public List<Similar> similar() {
        return Objects.requireNonNull(search).similarTo(any(), 100);
    }

    /** An edit until lists are right. */
    @Benchmark
    public void edit() {
        List<Article> one = List.of(any());
        Objects.requireNonNull(store).put(one);
        Objects.requireNonNull(search).put(one);
        Objects.requireNonNull(related).put(one);
    }

    /** MoreLikeThis as found. */
    @Benchmark
    public TopDocs moreLikeThis() throws IOException {
        return Objects.requireNonNull(likeThis).withDefaults(documents[random.nextInt(ASKED)]);
    }

    /** MoreLikeThis with all terms by their weight. */
    @Benchmark
    public TopDocs moreLikeThisOfAllTerms() throws IOException {
        return Objects.requireNonNull(likeThis).withAllTerms(documents[random.nextInt(ASKED)]);
    }
}
