package dev.byline.examples.benchmarks;

import dev.byline.article.Article;
import dev.byline.article.ArticleId;
import dev.byline.article.Author;
import dev.byline.search.ArticleSearch;
import dev.byline.search.SuggestQuery;
import dev.byline.search.Suggestions;
import dev.byline.search.lucene.LuceneSearch;
import dev.byline.taxonomy.Tag;
import dev.byline.text.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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
 * What a keystroke takes, anywhere in a word: articles of made-up words as frequent as those of a language are, four of
 * 5,000 tags and one of 500 authors each, one in a hundred expiring.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
@Fork(value = 1, jvmArgs = "-Xmx2g")
public class SuggestBenchmark {
    private static final int WORDS = 20_000;
    private static final int TAGS = 5_000;
    private static final int AUTHORS = 500;
    private static final String CONSONANTS = "bdfghklmnprstvz";
    private static final String VOWELS = "aeiou";

    /** How many articles there are. */
    @Param({"20000", "100000"})
    public int articles;

    /** Whether one letter behind the first is wrong. */
    @Param({"false", "true"})
    public boolean misspelt;

    private final Random random = new Random(5);
    private final List<String> words = new ArrayList<>();
    private @Nullable Path folder;
    private @Nullable ArticleSearch search;

    /** Fills an index, oldest first. */
    @Setup
    public void fill() throws IOException {
        for (int i = 0; i < WORDS; i++) {
            words.add(madeUp());
        }
        folder = Files.createTempDirectory("suggest-benchmark");
        search = LuceneSearch.open(folder, () -> LargeArchive.NOW);
        List<Article> batch = new ArrayList<>();
        for (int number = 0; number < articles; number++) {
            batch.add(article(number));
            if (batch.size() == 1_000 || number == articles - 1) {
                search.put(batch);
                batch.clear();
            }
        }
        search.commit();
    }

    /** Deletes it. */
    @TearDown
    public void delete() throws IOException {
        Objects.requireNonNull(search).close();
        try (Stream<Path> files = Files.walk(Objects.requireNonNull(folder))) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Suggestions, the first four articles and the number of all. */
    @Benchmark
    public Suggestions keystroke() {
        String word = word();
        String typed = word.substring(0, 1 + random.nextInt(word.length()));
        if (misspelt && typed.length() > 1) {
            int wrong = 1 + random.nextInt(typed.length() - 1);
            typed = typed.substring(0, wrong) + one(CONSONANTS) + typed.substring(wrong + 1);
        }
        return Objects.requireNonNull(search).suggest(SuggestQuery.typed(typed));
    }

    private Article article(int number) {
        Instant published = LargeArchive.NOW.minus(Duration.ofMinutes(articles - (long) number));
        String tag = word();
        int author = random.nextInt(AUTHORS);
        return Article.builder(ArticleId.of("s" + number), "s" + number)
                .headline(text(8))
                .body("<p>" + text(60) + "</p>")
                .language(Language.of("en"))
                .tags(Stream.generate(() -> skewed(TAGS))
                        .limit(4)
                        .distinct()
                        .map(one -> Tag.of("t" + one, words.get(one) + " " + words.get(one * 3 + 1)))
                        .toList())
                .authors(Author.of("a" + author, words.get(author % 50) + " " + words.get(author)))
                .expiresAt(random.nextInt(100) == 0 ? published.plus(Duration.ofDays(tag.length())) : null)
                .published(published)
                .build();
    }

    private String text(int length) {
        List<String> text = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            text.add(word());
        }
        return String.join(" ", text);
    }

    private String word() {
        return words.get(skewed(WORDS));
    }

    // As Zipf's law has it with exponent 1.
    private int skewed(int most) {
        return (int) Math.min(most - 1.0, Math.exp(random.nextDouble() * Math.log(most)) - 1);
    }

    private String madeUp() {
        StringBuilder word = new StringBuilder();
        for (int syllables = 1 + random.nextInt(4); syllables > 0; syllables--) {
            word.append(one(CONSONANTS)).append(one(VOWELS));
            if (random.nextBoolean()) {
                word.append(one(CONSONANTS));
            }
        }
        return word.toString();
    }

    private char one(String letters) {
        return letters.charAt(random.nextInt(letters.length()));
    }
}
