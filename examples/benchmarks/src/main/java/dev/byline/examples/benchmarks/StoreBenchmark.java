package dev.byline.examples.benchmarks;

import dev.byline.article.ArchiveCursor;
import dev.byline.article.ArchivePage;
import dev.byline.article.ArchiveQuery;
import dev.byline.article.Article;
import dev.byline.article.ArticleStore;
import dev.byline.article.NeighbourQuery;
import dev.byline.article.Neighbours;
import dev.byline.article.SlugMatch;
import dev.byline.taxonomy.Tag;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
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

/** What the store in memory takes for each call, everywhere in the archive: on average, and at the 99th percentile. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgs = "-Xmx8g")
public class StoreBenchmark {
    private static final Instant NOW = LargeArchive.NOW;

    /** How many articles there are. */
    @Param("1000000")
    public int articles;

    private final Random random = new Random(11);
    private final ArticleStore store = ArticleStore.inMemory(ZoneOffset.UTC);
    private Article[] own = {};
    private int added;
    private int edits;

    /** Fills the store, oldest first. */
    @Setup
    public void fill() {
        own = new Article[articles];
        for (int number = 0; number < articles; number++) {
            own[number] = LargeArchive.article(number, articles);
            store.put(own[number]);
        }
    }

    private int any() {
        return random.nextInt(articles);
    }

    /** Previous and next of the whole site. */
    @Benchmark
    public Neighbours neighbours() {
        return store.neighbours(own[any()], NeighbourQuery.at(NOW));
    }

    /** Previous and next within the article's regions. */
    @Benchmark
    public Neighbours neighboursInRegion() {
        return store.neighbours(own[any()], NeighbourQuery.at(NOW).within(NeighbourQuery.Within.REGION));
    }

    /** The first twenty of a region. */
    @Benchmark
    public ArchivePage regionPage() {
        return store.page(ArchiveQuery.at(NOW).in(LargeArchive.REGIONS.get(any() % LargeArchive.REGIONS.size())));
    }

    /** Twenty of a region from anywhere on. */
    @Benchmark
    public ArchivePage deepPage() {
        Article from = own[any()];
        return store.page(ArchiveQuery.at(NOW).in(from.regions().get(0)).after(ArchiveCursor.behind(from)));
    }

    /** The first twenty of a tag, rare ones as often as frequent ones. */
    @Benchmark
    public ArchivePage tagPage() {
        return store.page(ArchiveQuery.at(NOW).tag(LargeArchive.tag(any() % LargeArchive.TAGS)));
    }

    /** The article of an address. */
    @Benchmark
    public Optional<SlugMatch> bySlug() {
        return store.bySlug(LargeArchive.slug(any()), NOW);
    }

    /** How many articles a region has. */
    @Benchmark
    public long count() {
        return store.count(ArchiveQuery.at(NOW).in(LargeArchive.REGIONS.get(any() % LargeArchive.REGIONS.size())));
    }

    /** How many articles each region has. */
    @Benchmark
    public Map<String, Long> countsByRegion() {
        return store.counts(ArticleStore.By.REGION, NOW);
    }

    /** How many articles each of the tags has. */
    @Benchmark
    public Map<String, Long> countsByTag() {
        return store.counts(ArticleStore.By.TAG, NOW);
    }

    /** How many articles each month has. */
    @Benchmark
    public Map<String, Long> countsByMonth() {
        return store.counts(ArticleStore.By.MONTH, NOW);
    }

    /** Publishes a new article, newer than all others; the making of it is measured too. */
    @Benchmark
    public void putNew() {
        store.put(LargeArchive.article(articles + added++, articles));
    }

    /** Edits the headline of one of the newest hundred. */
    @Benchmark
    public void editNew() {
        edit(articles - 1 - random.nextInt(100));
    }

    /** Edits the headline of any article. */
    @Benchmark
    public void editOld() {
        edit(any());
    }

    private void edit(int number) {
        own[number] = own[number].toBuilder().headline("Edit " + edits++).build();
        store.put(own[number]);
    }

    /** Gives any article one tag more or takes it away again, and dates it anew by a second. */
    @Benchmark
    public void refileOld() {
        int number = any();
        Article before = own[number];
        List<Tag> tags = before.tags().size() > 1
                ? before.tags().subList(1, before.tags().size())
                : List.of(before.tags().get(0), Tag.of(LargeArchive.tag(any() % LargeArchive.TAGS), ""));
        Instant published = before.publishedAt();
        own[number] = before.toBuilder()
                .tags(tags)
                .publishedAt(published == null ? NOW : published.minusSeconds(1))
                .build();
        store.put(own[number]);
    }

    /** Withdraws any article; every second call puts it back. */
    @Benchmark
    public void withdrawOrPutBack() {
        if (edits++ % 2 == 0) {
            added = any();
            store.withdraw(own[added].id());
        } else {
            store.put(own[added]);
        }
    }
}
