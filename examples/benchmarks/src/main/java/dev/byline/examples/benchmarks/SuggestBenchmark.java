package dev.byline.examples.benchmarks;

import dev.byline.search.SuggestQuery;
import dev.byline.search.Suggestions;
import java.io.IOException;
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

/** What a keystroke takes, anywhere in a word, over articles of 60 words of {@link MadeUpNews}. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
@Fork(value = 1, jvmArgs = "-Xmx2g")
public class SuggestBenchmark {
    /** How many articles there are. */
    @Param({"20000", "100000"})
    public int articles;

    /** Whether one letter behind the first is wrong. */
    @Param({"false", "true"})
    public boolean misspelt;

    private final Random random = new Random(5);
    private @Nullable NewsIndex index;

    /** Opens an index, filled if this is the first time. */
    @Setup
    public void open() throws IOException {
        index = NewsIndex.open(articles, 60, false);
    }

    /** Closes it. */
    @TearDown
    public void close() throws IOException {
        Objects.requireNonNull(index).close();
    }

    /** Suggestions, the first four articles and the number of all. */
    @Benchmark
    public Suggestions keystroke() {
        NewsIndex index = Objects.requireNonNull(this.index);
        String word = index.news().word(random);
        String typed = word.substring(0, 1 + random.nextInt(word.length()));
        if (misspelt && typed.length() > 1) {
            int wrong = 1 + random.nextInt(typed.length() - 1);
            typed = typed.substring(0, wrong) + MadeUpNews.consonant(random) + typed.substring(wrong + 1);
        }
        return index.byline().suggest(SuggestQuery.typed(typed));
    }
}
