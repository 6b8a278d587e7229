package dev.byline.examples.benchmarks;

import dev.byline.article.Article;
import dev.byline.article.ArticleId;
import dev.byline.article.Author;
import dev.byline.taxonomy.Region;
import dev.byline.taxonomy.Section;
import dev.byline.taxonomy.Tag;
import dev.byline.text.Language;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Made-up articles without bodies, the same ones each time, newest last: in 12 regions, one of them within another, eight
 * sections and 5,000 tags, of which a few are on every tenth article and most on a few hundred; every fifth bears the
 * date of the one before it, and one in a hundred expires.
 */
final class LargeArchive {
    static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    static final int TAGS = 5_000;

    static final List<Region> REGIONS = Stream.concat(
                    Stream.of("sa", "ae", "bh", "ye", "qa", "af", "ir", "iq", "sy", "lb", "ps")
                            .map(Region::of),
                    Stream.of(new Region("iq-ba", "Basra", Region.of("iq"))))
            .toList();
    static final List<Section> SECTIONS = Stream.of(
                    "politics", "trade", "science", "culture", "sport", "opinion", "health", "travel")
            .map(key -> Section.of(key, key))
            .toList();
    private static final List<Tag> ALL_TAGS = IntStream.range(0, TAGS)
            .mapToObj(number -> Tag.of(tag(number), "Tag " + number))
            .toList();
    private static final List<Author> AUTHORS = IntStream.range(0, 200)
            .mapToObj(number -> Author.of("author-" + number, "Author " + number))
            .toList();

    private LargeArchive() {}

    static String tag(int number) {
        return "tag-" + number;
    }

    static String slug(int number) {
        return "made-up-story-of-the-archive-" + number;
    }

    /** The article with a number: a minute newer than the one before it; the last of all is as old as that, and those beyond it are dated later. */
    static Article article(int number, int all) {
        Random random = new Random(number * 31L + 7);
        Region region = REGIONS.get(random.nextInt(REGIONS.size()));
        Region other = REGIONS.get(random.nextInt(REGIONS.size()));
        int minutes = number - (Math.floorMod(number, 5) == 4 ? 1 : 0) - all;
        Instant published = NOW.plus(Duration.ofMinutes(minutes));
        return Article.builder(ArticleId.of(Integer.toString(number + 1)), slug(number))
                .headline("A headline of usual length for story " + number)
                .authors(AUTHORS.get(random.nextInt(AUTHORS.size())))
                .regions(random.nextInt(4) > 0 || region.equals(other) ? List.of(region) : List.of(region, other))
                .sections(SECTIONS.get(random.nextInt(SECTIONS.size())))
                .tags(Stream.generate(() -> ALL_TAGS.get(skewed(random)))
                        .limit(4)
                        .distinct()
                        .toList())
                .language(Language.of("en"))
                .expiresAt(random.nextInt(100) == 0 ? published.plus(Duration.ofDays(random.nextInt(1000))) : null)
                .published(published)
                .build();
    }

    // As Zipf's law has it with exponent 1.
    private static int skewed(Random random) {
        return (int) Math.min(TAGS - 1.0, Math.exp(random.nextDouble() * Math.log(TAGS)) - 1);
    }
}
