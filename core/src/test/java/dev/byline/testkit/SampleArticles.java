package dev.byline.testkit;

import dev.byline.article.Access;
import dev.byline.article.Article;
import dev.byline.article.ArticleBuilder;
import dev.byline.article.ArticleId;
import dev.byline.article.ArticleKind;
import dev.byline.article.ArticleStatus;
import dev.byline.article.Author;
import dev.byline.article.Image;
import dev.byline.taxonomy.Region;
import dev.byline.taxonomy.Section;
import dev.byline.taxonomy.Tag;
import dev.byline.text.Language;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Articles for tests: the same ones for the same seed, on every machine.
 *
 * <p>The first has the id {@code n0} and the slug {@code story-0}. Their regions and sections are nested, every fourth or so shares its date with another, and each has two sentences
 * of made-up news.
 */
public final class SampleArticles {
    /** The instant at which all of {@link #published} are public; the newest are dated exactly so. */
    public static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

    /** The region around all others but {@link #ELSEWHERE}. */
    public static final Region MIDDLE_EAST = Region.of("middle-east", "Middle East");

    /** A region inside {@link #MIDDLE_EAST}. */
    public static final Region IRAQ = new Region("iq", "Iraq", MIDDLE_EAST);

    /** A region inside {@link #IRAQ}. */
    public static final Region BASRA = new Region("iq-ba", "Basra", IRAQ);

    /** A region inside {@link #MIDDLE_EAST}. */
    public static final Region IRAN = new Region("ir", "Iran", MIDDLE_EAST);

    /** A region inside {@link #MIDDLE_EAST}. */
    public static final Region BAHRAIN = new Region("bh", "Bahrain", MIDDLE_EAST);

    /** A region inside {@link #MIDDLE_EAST}. */
    public static final Region QATAR = new Region("qa", "Qatar", MIDDLE_EAST);

    /** A region inside no other. */
    public static final Region ELSEWHERE = Region.of("is", "Iceland");

    /** A section above {@link #ELECTIONS}. */
    public static final Section POLITICS = Section.of("politics", "Politics");

    /** A section below {@link #POLITICS}. */
    public static final Section ELECTIONS = new Section("elections", "Elections", POLITICS);

    /** A section under no other. */
    public static final Section BUSINESS = Section.of("business", "Business");

    /** A section under no other. */
    public static final Section CULTURE = Section.of("culture", "Culture");

    /** The regions that articles are filed under. */
    public static final List<Region> REGIONS = List.of(IRAQ, BASRA, IRAN, BAHRAIN, QATAR, ELSEWHERE, MIDDLE_EAST);

    /** The sections that articles are filed under. */
    public static final List<Section> SECTIONS = List.of(POLITICS, ELECTIONS, BUSINESS, CULTURE);

    /** The tags that articles have. */
    public static final List<Tag> TAGS = Stream.of(
                    "floods",
                    "oil",
                    "harvest",
                    "bridges",
                    "railways",
                    "schools",
                    "football",
                    "poetry",
                    "pearls",
                    "budget",
                    "drought",
                    "carpets")
            .map(SampleArticles::tag)
            .toList();

    /** Those who wrote them. */
    public static final List<Author> AUTHORS = List.of(
            Author.of("mina-hadid", "Mina Hadid"),
            Author.of("jon-arnarson", "Jón Árnarson"),
            Author.of("leila-qasim", "Leila Qasim"),
            Author.of("the-desk", "The Desk"));

    private static final List<String> WHO =
            List.of("Engineers", "Farmers", "Teachers", "Fishermen", "Council members", "Weavers", "Drivers", "Nurses");
    private static final List<String> DID =
            List.of("reopen", "repair", "count", "defend", "discover", "sell", "close", "celebrate");
    private static final List<String> WHAT = List.of(
            "the old bridge",
            "a date harvest",
            "the night railway",
            "their pay claim",
            "a lost library",
            "the fish market",
            "the flood wall",
            "a carpet fair");

    private SampleArticles() {}

    /** A builder for a published article with this id and slug, dated {@link #NOW}, with a headline and no terms. */
    public static ArticleBuilder article(String id) {
        return Article.builder(ArticleId.of(id), id)
                .headline("Headline of " + id)
                .published(NOW);
    }

    /** A published article with this id and slug, dated {@link #NOW}, with these words and no terms. */
    public static Article story(String id, String headline, String body) {
        return article(id).headline(headline).body(body).build();
    }

    /** A tag with this key, named likewise. */
    public static Tag tag(String key) {
        return Tag.of(key, Character.toUpperCase(key.charAt(0)) + key.substring(1));
    }

    /** So many minutes before {@link #NOW}. */
    public static Instant minutesAgo(long minutes) {
        return NOW.minus(Duration.ofMinutes(minutes));
    }

    /** So many hours before {@link #NOW}. */
    public static Instant hoursAgo(long hours) {
        return NOW.minus(Duration.ofHours(hours));
    }

    /** So many days of 24 hours before {@link #NOW}. */
    public static Instant daysAgo(long days) {
        return NOW.minus(Duration.ofDays(days));
    }

    /**
     * So many articles, all public at {@link #NOW}, newest first or nearly so, about six to the hour.
     *
     * @param count how many, from 0; the first hundred of a thousand are the hundred
     * @param seed another seed, other articles under the same ids
     */
    public static List<Article> published(int count, long seed) {
        return stream(count, seed).toList();
    }

    /** As {@link #published(int, long)}, one by one, for numbers that no list should hold. */
    public static Stream<Article> stream(int count, long seed) {
        return IntStream.range(0, count).mapToObj(number -> one(number, seed).build());
    }

    /**
     * So many articles in every status: about half of them public at {@link #NOW}, the others scheduled for later,
     * expired or about to, drafts, private, withdrawn or behind a password; some with old slugs, and most with up to three
     * translations.
     *
     * @param count how many, from 0
     * @param seed another seed, other articles under the same ids
     */
    public static List<Article> mixed(int count, long seed) {
        List<Article> articles = new ArrayList<>(count);
        for (int number = 0; number < count; number++) {
            SplittableRandom random = new SplittableRandom(seed * 31 + number);
            ArticleBuilder article = one(number, seed);
            Instant published = publishedAt(number);
            article.translationGroup(number % 5 == 0 ? "" : "group-" + (number + seed) / 4);
            switch (random.nextInt(14)) {
                case 0 -> article.status(ArticleStatus.SCHEDULED);
                case 1 ->
                    article.publishedAt(NOW.plus(Duration.ofMinutes(10L * random.nextInt(1, 60))))
                            .status(ArticleStatus.SCHEDULED);
                case 2 -> article.expiresAt(published.plus(Duration.ofHours(1)));
                case 3 -> article.expiresAt(NOW.plus(Duration.ofMinutes(10L * random.nextInt(60))));
                case 4 -> article.status(ArticleStatus.DRAFT).publishedAt(null);
                case 5 -> article.status(ArticleStatus.PRIVATE);
                case 6 -> article.status(ArticleStatus.WITHDRAWN);
                case 7 -> article.passwordProtected(true);
                case 8 -> article.oldSlugs(List.of("was-" + number, "was-" + number / 10));
                case 9 -> article.slug("shared-" + number / 20);
                case 10 -> article.expiresAt(published);
                default -> {
                    // As it is.
                }
            }
            articles.add(article.build());
        }
        return articles;
    }

    private static ArticleBuilder one(int number, long seed) {
        SplittableRandom random = new SplittableRandom(seed * 1_000_003 + number);
        String headline = pick(WHO, random) + " " + pick(DID, random) + " " + pick(WHAT, random);
        Region region = pick(REGIONS, random);
        List<Region> regions = random.nextInt(4) == 0 ? two(region, pick(REGIONS, random)) : List.of(region);
        Section section = pick(SECTIONS, random);
        List<Section> sections = switch (random.nextInt(6)) {
            case 0 -> List.of();
            case 1 -> two(section, pick(SECTIONS, random));
            default -> List.of(section);
        };
        return Article.builder(ArticleId.of("n" + number), "story-" + number)
                .kind(random.nextInt(20) == 0 ? ArticleKind.SPONSORED : ArticleKind.NEWS)
                .headline(headline)
                .standfirst("In " + region.name() + ", " + headline.toLowerCase(Locale.ROOT) + ".")
                .body("<p>" + headline + " in " + region.name() + ", the council said.</p><p>It is story number "
                        + number + " of its kind; " + pick(WHO, random) + " were not surprised.</p>")
                .published(publishedAt(number))
                .modifiedAt(random.nextInt(5) == 0 ? publishedAt(number).plus(Duration.ofHours(3)) : null)
                .language(Language.of("en"))
                .authors(pick(AUTHORS, random))
                .regions(regions)
                .sections(sections)
                .tags(two(pick(TAGS, random), pick(TAGS, random)))
                .image(
                        random.nextInt(3) == 0
                                ? null
                                : Image.of("https://news.example/img/" + number + ".jpg", headline))
                .access(random.nextInt(10) == 0 ? Access.SUBSCRIPTION : Access.OPEN)
                .commentCount(random.nextInt(12));
    }

    // Every run of five numbers holds two with one date.
    private static Instant publishedAt(int number) {
        int step = number % 5 == 4 ? number - 1 : number;
        return NOW.minus(Duration.ofMinutes(10L * step));
    }

    private static <T> T pick(List<T> from, SplittableRandom random) {
        return from.get(random.nextInt(from.size()));
    }

    private static <T> List<T> two(T one, T other) {
        return one.equals(other) ? List.of(one) : List.of(one, other);
    }
}
