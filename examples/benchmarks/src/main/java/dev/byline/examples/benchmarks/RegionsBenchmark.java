package dev.byline.examples.benchmarks;

import dev.byline.taxonomy.Gazetteer;
import dev.byline.taxonomy.Region;
import dev.byline.taxonomy.RegionFindings;
import dev.byline.taxonomy.RegionPolicy;
import dev.byline.taxonomy.RegionRecogniser;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Recognising regions in a text of 100,000 characters, beside looking for the plain names of the same regions one after the
 * other, which finds neither peoples nor cities and also what stands inside words.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
@State(Scope.Benchmark)
public class RegionsBenchmark {
    private static final int LENGTH = 100_000;
    private static final List<String> WORDS = List.of(
            "the",
            "minister",
            "said",
            "on",
            "Monday",
            "that",
            "prices",
            "of",
            "bread",
            "and",
            "fuel",
            "would",
            "rise",
            "after",
            "talks",
            "with",
            "officials",
            "in",
            "a",
            "statement",
            "Iran",
            "Iraqi",
            "Riyadh",
            "exports",
            "were",
            "Ministry",
            "Southern",
            "Northern",
            "New",
            "Democratic",
            "Republic",
            "companies",
            "1987",
            "woman",
            "Saudi");

    private final RegionRecogniser recogniser = RegionRecogniser.with(RegionPolicy.defaults(), Gazetteer.standard());
    private final List<String> names =
            Gazetteer.standard().all().stream().map(Region::name).toList();
    private String text = "";

    /** Makes the text. */
    @Setup
    public void makeText() {
        Random random = new Random(11);
        StringBuilder made = new StringBuilder(LENGTH + 16);
        while (made.length() < LENGTH) {
            made.append(WORDS.get(random.nextInt(WORDS.size()))).append(random.nextInt(12) == 0 ? ". " : " ");
        }
        text = made.toString();
    }

    /** Byline's recogniser, with suggestions and reasons. */
    @Benchmark
    public RegionFindings recognise() {
        return recogniser.readText("Iran and Iraq sign", text);
    }

    /** Each name by itself. */
    @Benchmark
    public int indexOfEachName() {
        int found = 0;
        for (String name : names) {
            for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length())) {
                found++;
            }
        }
        return found;
    }
}
