package dev.byline.examples.benchmarks;

import dev.byline.text.Excerpt;
import dev.byline.text.ReadingTime;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
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
import org.openjdk.jmh.annotations.Warmup;

/** The excerpt and the reading time of an article of 1,000 words. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class TextBenchmark {
    /** Which script it is in. */
    @Param({"latin", "arabic"})
    public String script = "";

    private String body = "";

    /** Writes the article: twenty paragraphs with links and emphasis, subheadings, and a picture. */
    @Setup
    public void write() {
        Random random = new Random(5);
        StringBuilder html =
                new StringBuilder("<figure><img src=\"/a.jpg\" alt=\"b\"><figcaption>c</figcaption></figure>\n");
        for (int i = 0; i < 20; i++) {
            String words = IntStream.range(0, 2)
                    .mapToObj(half ->
                            script.equals("arabic") ? LargeSite.arabic(random, 24) : LargeSite.words(random, 24))
                    .reduce(
                            "",
                            (one, other) ->
                                    one + " <a href=\"https://example.org/a?b=1&amp;c=2\">a</a> <em>b</em> " + other);
            html.append(i % 5 == 0 ? "<h2>" + words.substring(words.length() - 20) + "</h2>\n" : "");
            html.append("<p>").append(words).append(".</p>\n");
        }
        body = html.toString();
    }

    /** Both. */
    @Benchmark
    public int excerptAndReadingTime() {
        return Excerpt.jnews().of("", body).length() + ReadingTime.jnews().minutes(body);
    }
}
