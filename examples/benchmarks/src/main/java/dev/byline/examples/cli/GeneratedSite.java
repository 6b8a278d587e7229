package dev.byline.examples.cli;

import dev.byline.article.Article;
import dev.byline.article.ArticleId;
import dev.byline.article.Author;
import dev.byline.article.Image;
import dev.byline.article.Publication;
import dev.byline.examples.cli.site.Site;
import dev.byline.examples.cli.site.SiteStaging;
import dev.byline.exchange.Item;
import dev.byline.ranking.popular.Engagement;
import dev.byline.ranking.popular.PopularArticles;
import dev.byline.search.ArticleSearch;
import dev.byline.search.lucene.LuceneSearch;
import dev.byline.taxonomy.Region;
import dev.byline.taxonomy.Section;
import dev.byline.taxonomy.Tag;
import dev.byline.text.Language;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A site of made-up articles, the same for the same number of them: words by Zipf's law out of 60,000, 250 to 650 of them
 * in an article, which speaks of one of 400 topics.
 */
final class GeneratedSite {
    static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    static final InstantSource CLOCK = InstantSource.fixed(NOW);

    private static final int WORDS = 60_000;
    private static final int TOPICS = 400;
    private static final List<String> REGIONS =
            List.of("sa", "ae", "bh", "ye", "qa", "af", "ir", "iq", "sy", "lb", "ps", "il");
    private static final List<String> SECTIONS = List.of("places", "trade", "science", "culture", "sport");

    private final String[] words = new String[WORDS];
    private final int articles;

    private GeneratedSite(int articles) {
        this.articles = articles;
        Random random = new Random(1);
        for (int i = 0; i < WORDS; i++) {
            StringBuilder word = new StringBuilder();
            for (int syllables = 1 + random.nextInt(3); syllables >= 0; syllables--) {
                word.append("bcdfghklmnprstvz".charAt(random.nextInt(16))).append("aeiou".charAt(random.nextInt(5)));
            }
            words[i] = word.toString();
        }
    }

    /** Makes the site in a folder, if it is not there yet. */
    static Path in(Path folder, int articles) {
        if (Files.exists(folder.resolve("counters"))) {
            return folder;
        }
        GeneratedSite site = new GeneratedSite(articles);
        try (SiteStaging staging = Site.stage(folder)) {
            site.items().forEach(staging::take);
            try (ArticleSearch search = LuceneSearch.open(staging.index(), CLOCK)) {
                search.catchUp(staging.settled());
            }
            staging.publish();
        }
        try (Newsroom newsroom = Newsroom.edit(folder, CLOCK)) {
            PopularArticles popular = newsroom.popular();
            Random random = new Random(2);
            for (int i = 0; i < 50_000; i++) {
                ArticleId id = ArticleId.of("g" + zipf(random, articles));
                popular.record(Engagement.view(id, "", NOW.minus(Duration.ofMinutes(random.nextInt(10_000)))));
            }
        }
        return folder;
    }

    /** All that the site holds but what was counted. */
    static Stream<Item> items(int articles) {
        return new GeneratedSite(articles).items();
    }

    private Stream<Item> items() {
        Publication publication =
                Publication.of("Generated Post", "https://example.org", Language.of("en"), ZoneOffset.UTC);
        return Stream.concat(Stream.of(new Item.Site(publication)), articles().map(Item.Article::new));
    }

    static String slug(int number) {
        return "generated-" + number;
    }

    private Stream<Article> articles() {
        return IntStream.range(0, articles).mapToObj(this::article);
    }

    private Article article(int number) {
        Random random = new Random(number * 31L + 7);
        int topic = random.nextInt(TOPICS);
        Region region = Region.of(REGIONS.get(topic % REGIONS.size()));
        String section = SECTIONS.get(topic % SECTIONS.size());
        List<Tag> tags = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            String tag = "topic-" + (topic + i * 7) % TOPICS;
            tags.add(Tag.of(tag, tag));
        }
        StringBuilder body = new StringBuilder();
        for (int left = 250 + random.nextInt(400); left > 0; left -= 60) {
            body.append("<p>")
                    .append(sentence(random, topic, Math.min(60, left)))
                    .append(".</p>\n");
        }
        return Article.builder(ArticleId.of("g" + number), slug(number))
                .headline(sentence(random, topic, 8))
                .standfirst(sentence(random, topic, 15))
                .body(body.toString())
                .authors(Author.of("author-" + topic % 50, "Author " + topic % 50))
                .regions(region)
                .sections(Section.of(section, section))
                .tags(tags)
                .image(Image.of("https://example.org/images/" + number + ".jpg", "A picture"))
                .language(Language.of("en"))
                .published(NOW.minus(Duration.ofMinutes(10L * (articles - number))))
                .build();
    }

    private String sentence(Random random, int topic, int length) {
        StringBuilder sentence = new StringBuilder();
        for (int i = 0; i < length; i++) {
            int word = random.nextInt(4) == 0
                    ? 1000 + (topic * 97 + zipf(random, 60) * 13) % (WORDS - 1000)
                    : zipf(random, WORDS);
            sentence.append(i == 0 ? "" : " ").append(words[word]);
        }
        return sentence.toString();
    }

    // The inverse of the distribution function of 1/x, close to Zipf's law with exponent 1.
    private static int zipf(Random random, int most) {
        return (int) Math.min(most - 1.0, Math.exp(random.nextDouble() * Math.log(most)) - 1);
    }
}
