package dev.byline.examples.cli.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.article.ArchivePage;
import dev.byline.article.ArchiveQuery;
import dev.byline.article.Article;
import dev.byline.article.ArticleStatus;
import dev.byline.article.ArticleStore;
import dev.byline.article.ArticleSummary;
import dev.byline.article.NeighbourQuery;
import dev.byline.testkit.SampleArticles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** Whatever expires when, over all lengths of time: the file answers as the store in memory does. */
final class ListingLaws {
    private static final ZoneId ZONE = ZoneId.of("Asia/Baghdad");

    // From seconds to more than all of history, so that expiry leaps over blocks of every size.
    private static final long[] SPANS = {
        10, 4_000, 200_000, 9_000_000, 600_000_000, 4_000_000_000L, 900_000_000_000_000L
    };

    @Property(tries = 40, shrinking = ShrinkingMode.OFF)
    void listingsAreThoseOfMemory(@ForAll long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        Path path = Files.createTempFile("listing", ".mv");
        Files.delete(path);
        try (ContentFile file = ContentFile.open(path, ContentFile.Use.FILL)) {
            ArticleStore disk = new FileArticleStore(file, "laws", () -> ZONE);
            ArticleStore memory = ArticleStore.inMemory(ZONE);
            List<Instant> instants = new ArrayList<>(List.of(SampleArticles.NOW, Instant.MIN, Instant.MAX));
            for (int i = 0; i < 150; i++) {
                Article article = article(random, i % 100, instants);
                disk.put(article);
                memory.put(article);
            }
            for (int i = 0; i < 25; i++) {
                compare(disk, memory, random, instants);
            }
        } finally {
            Files.deleteIfExists(path);
        }
    }

    private static Article article(SplittableRandom random, int number, List<Instant> instants) {
        Instant published = random.nextInt(6) == 0 ? pick(instants, random) : instant(random);
        Instant expires = switch (random.nextInt(5)) {
            case 0 -> null;
            case 1 -> pick(instants, random);
            default -> near(published, random);
        };
        instants.add(published);
        if (expires != null) {
            instants.add(expires);
        }
        return SampleArticles.article("a" + number)
                .publishedAt(published)
                .expiresAt(expires)
                .status(random.nextInt(9) == 0 ? ArticleStatus.PRIVATE : ArticleStatus.SCHEDULED)
                .regions(pick(SampleArticles.REGIONS, random))
                .sections(pick(SampleArticles.SECTIONS, random))
                .tags(pick(SampleArticles.TAGS.subList(0, 2), random))
                .build();
    }

    private static void compare(
            ArticleStore disk, ArticleStore memory, SplittableRandom random, List<Instant> instants) {
        Instant at = random.nextBoolean() ? pick(instants, random) : instant(random);
        for (ArticleStore.By by : ArticleStore.By.values()) {
            assertThat(disk.counts(by, at)).as(by + " at " + at).isEqualTo(memory.counts(by, at));
        }
        ArchiveQuery query = query(at, random, instants);
        assertThat(disk.count(query)).as(query.toString()).isEqualTo(memory.count(query));
        ArchivePage page = disk.page(query);
        assertThat(page).as(query.toString()).isEqualTo(memory.page(query));
        if (page.next() != null) {
            ArchiveQuery next = query.after(page.next());
            assertThat(disk.page(next)).as(next.toString()).isEqualTo(memory.page(next));
        }
        ArticleSummary article = memory.stream()
                .skip(random.nextInt(90))
                .findFirst()
                .orElseThrow()
                .summary();
        for (NeighbourQuery.Within within : NeighbourQuery.Within.values()) {
            NeighbourQuery around = NeighbourQuery.at(at).within(within);
            around = random.nextBoolean() ? around : around.excluding("business", "floods");
            assertThat(disk.neighbours(article, around))
                    .as(article.publishedAt() + " " + around)
                    .isEqualTo(memory.neighbours(article, around));
        }
    }

    private static ArchiveQuery query(Instant at, SplittableRandom random, List<Instant> instants) {
        ArchiveQuery query = ArchiveQuery.at(at).limit(random.nextInt(1, 30));
        query = random.nextBoolean() ? query : query.in(pick(SampleArticles.REGIONS, random));
        query = random.nextInt(3) > 0
                ? query
                : query.section(pick(SampleArticles.SECTIONS, random).key());
        query = random.nextInt(3) > 0
                ? query
                : query.tag(SampleArticles.TAGS.get(0).key());
        return query.published(
                random.nextBoolean() ? null : pick(instants, random),
                random.nextBoolean() ? null : pick(instants, random));
    }

    private static Instant instant(SplittableRandom random) {
        return near(SampleArticles.NOW, random);
    }

    private static Instant near(Instant instant, SplittableRandom random) {
        long span = SPANS[random.nextInt(SPANS.length)];
        long second = instant.getEpochSecond() + random.nextLong(-span, span);
        long possible = Math.max(Instant.MIN.getEpochSecond(), Math.min(second, Instant.MAX.getEpochSecond()));
        return Instant.ofEpochSecond(possible, random.nextInt(3));
    }

    private static <T> T pick(List<T> from, SplittableRandom random) {
        return from.get(random.nextInt(from.size()));
    }
}
