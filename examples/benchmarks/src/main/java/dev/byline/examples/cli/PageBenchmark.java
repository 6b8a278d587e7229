package dev.byline.examples.cli;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** A whole page from the site's folder: the second one in a process, and later ones. */
@State(Scope.Benchmark)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class PageBenchmark {
    /** How many articles the site has. */
    @Param({"10000", "100000"})
    public int articles;

    private final Random random = new Random(3);
    private @Nullable Newsroom newsroom;

    /** Opens the site and shows one page, as a process does before its second. */
    @Setup(Level.Iteration)
    public void open() {
        Path folder = GeneratedSite.in(Path.of("target", "generated-site-" + articles), articles);
        newsroom = Newsroom.read(folder, GeneratedSite.CLOCK);
        page();
    }

    /** Closes the site. */
    @TearDown(Level.Iteration)
    public void close() {
        Objects.requireNonNull(newsroom).close();
    }

    /** The second page of a process that has just begun: no warm-up. */
    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @Warmup(iterations = 0)
    @Measurement(iterations = 1)
    @Fork(5)
    public String secondPage() {
        return page();
    }

    /** Pages of a process that goes on. */
    @Benchmark
    @BenchmarkMode(Mode.SampleTime)
    @Warmup(iterations = 2, time = 10)
    @Measurement(iterations = 3, time = 10)
    @Fork(1)
    public String laterPage() {
        return page();
    }

    private String page() {
        return PageHtml.of(new PageAssembler(Objects.requireNonNull(newsroom), false)
                .page(GeneratedSite.slug(random.nextInt(articles))));
    }
}
