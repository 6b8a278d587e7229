package dev.byline.search.testkit;

import dev.byline.article.Article;
import dev.byline.article.ArticleBuilder;
import dev.byline.article.ArticleId;
import dev.byline.article.ArticleStatus;
import dev.byline.article.ArticleStore;
import dev.byline.article.Author;
import dev.byline.article.Image;
import dev.byline.search.ArticleSearch;
import dev.byline.search.SearchPolicy;
import dev.byline.taxonomy.Region;
import dev.byline.taxonomy.Section;
import dev.byline.taxonomy.Tag;
import dev.byline.taxonomy.Term;
import dev.byline.testkit.MovableClock;
import dev.byline.testkit.SampleArticles;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A newsroom that does at random what one does to articles, with a search that hears of it and a plain record of what the
 * search was told.
 */
final class NewsDesk implements AutoCloseable {
    /**
     * Words that nothing but an article's own text and names brings in; none is in another or a name's other spelling, and
     * any engine folds each to itself.
     */
    static final List<String> MARKERS = List.of(
            "quixotic",
            "zeppelin",
            "marzipan",
            "obelisk",
            "kumquat",
            "tundra",
            "pelican",
            "lighthouse",
            "soleimani",
            "\u0628\u0631\u0644\u0645\u0627\u0646",
            "\u0635\u0627\u0631\u0648\u062e",
            "\u067e\u0646\u062c\u0631\u0647",
            "\u06af\u0646\u062f\u0645",
            "\u05ea\u05e7\u05e6\u05d9\u05d1",
            "\u05e8\u05db\u05d1\u05ea");

    private static final int ARTICLES = 7;

    final MovableClock clock = MovableClock.at(SampleArticles.NOW);
    final Map<String, Article> told = new TreeMap<>();
    final SplittableRandom random;
    private final ArticleStore store = ArticleStore.inMemory(ZoneOffset.UTC);
    private final Function<InstantSource, ? extends ArticleSearch> opening;
    private ArticleSearch search;

    /**
     * Opens one.
     *
     * @param opening opens the search on the same index each time
     * @param others how many articles without any of {@link #MARKERS} there are from the beginning
     */
    NewsDesk(Function<InstantSource, ? extends ArticleSearch> opening, SplittableRandom random, int others) {
        this.opening = opening;
        this.random = random;
        search = begun();
        put(SampleArticles.published(others, random.nextInt(9)));
    }

    private ArticleSearch begun() {
        ArticleSearch begun = opening.apply(clock);
        begun.use(SearchPolicy.defaults().cursors(Duration.ofDays(1_000), 3).zone(ZoneOffset.UTC));
        return begun;
    }

    ArticleSearch search() {
        return search;
    }

    /** Those that are public now. */
    List<Article> open(Instant now) {
        return told.values().stream().filter(article -> article.isPublic(now)).toList();
    }

    /** Does one thing. */
    void step() {
        switch (random.nextInt(20)) {
            case 0, 1, 2, 3 -> put(List.of(article().build()));
            case 4 -> put(List.of(article().build(), hidden().build(), article().build()));
            case 5, 6 -> put(List.of(hidden().build()));
            case 7, 8 -> put(List.of(edited()));
            case 9, 10 -> withdraw();
            case 11 -> search.commit();
            case 12 -> {
                search.close();
                search = begun();
            }
            case 13, 14, 15 -> clock.advance(Duration.ofHours(random.nextInt(-2, 4)));
            case 16, 17 -> {
                // While the search is away.
                store.put(List.of(article().build(), hidden().build()));
                store.withdraw(id());
            }
            case 18 -> followed(search.catchUp(store));
            default -> followed(search.rebuildFrom(store));
        }
    }

    private void put(List<Article> articles) {
        store.put(articles);
        search.put(articles);
        articles.forEach(article -> told.put(article.id().value(), article));
    }

    private void withdraw() {
        ArticleId id = id();
        store.withdraw(id);
        search.withdraw(id);
        told.remove(id.value());
    }

    private void followed(long ignored) {
        told.clear();
        try (Stream<Article> all = store.stream()) {
            all.forEach(article -> told.put(article.id().value(), article));
        }
    }

    private ArticleId id() {
        return ArticleId.of("m" + random.nextInt(ARTICLES));
    }

    /** Any of {@link #MARKERS}. */
    String marker() {
        return MARKERS.get(random.nextInt(MARKERS.size()));
    }

    // Always with a word that many have, so that one search finds many.
    private ArticleBuilder article() {
        String id = id().value();
        ArticleBuilder article = SampleArticles.article(id)
                .slug(id + "-" + marker())
                .headline(marker() + " " + (random.nextBoolean() ? "harvest " : "") + marker())
                .standfirst(random.nextBoolean() ? "" : "The " + marker() + ".")
                .body("<p>Farmers defend a harvest: " + marker() + " and " + marker() + ".</p>")
                .tags(names().stream().map(this::tag).toList())
                .authors(names().stream().map(this::author).toList())
                .regions(names().stream().map(this::region).toList())
                .sections(names().stream().map(this::section).toList())
                .image(random.nextBoolean() ? null : Image.of("https://news.example/" + id, marker()))
                .publishedAt(clock.instant().plus(Duration.ofHours(random.nextInt(-5, 1))));
        return random.nextInt(4) == 0 ? article.creditLine("By " + marker()) : article;
    }

    private ArticleBuilder hidden() {
        ArticleBuilder article = article();
        return switch (random.nextInt(7)) {
            case 0 -> article.status(ArticleStatus.SCHEDULED).publishedAt(soon());
            case 1 -> article.publishedAt(soon());
            case 2 -> article.expiresAt(soon());
            case 3 -> article.status(ArticleStatus.PRIVATE);
            case 4 -> article.status(ArticleStatus.DRAFT);
            case 5 -> article.status(ArticleStatus.WITHDRAWN);
            default -> article.passwordProtected(true);
        };
    }

    private Instant soon() {
        return clock.instant().plus(Duration.ofHours(random.nextInt(0, 4)));
    }

    // One thing of an article becomes another; the rest stays.
    private Article edited() {
        ArticleBuilder other = article();
        Article now = told.get(id().value());
        if (now == null) {
            return other.build();
        }
        ArticleBuilder edited = now.toBuilder();
        return switch (random.nextInt(6)) {
            case 0 -> edited.headline(other.build().headline()).build();
            case 1 -> edited.tags(other.build().tags()).build();
            case 2 -> edited.authors(other.build().authors()).build();
            case 3 -> edited.regions(other.build().regions()).build();
            case 4 -> edited.sections(other.build().sections()).build();
            default -> edited.body(other.build().body()).build();
        };
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            names.add(marker());
        }
        return names;
    }

    // The same keys come with other names, and names with other keys.
    private String key(String kind, String name) {
        return random.nextBoolean() ? kind + MARKERS.indexOf(name) : kind + random.nextInt(3);
    }

    private Tag tag(String name) {
        return Tag.of(key("t", name), name);
    }

    private Author author(String name) {
        return Author.of(key("a", name), name + " Desk");
    }

    private Region region(String name) {
        Region around = random.nextBoolean() ? SampleArticles.IRAQ : Region.of(key("o", name), marker());
        return new Region(key("r", name), name, around);
    }

    private Section section(String name) {
        return random.nextBoolean()
                ? Section.of(key("s", name), name)
                : new Section(key("s", name), name, SampleArticles.POLITICS);
    }

    /** Whether a search for a marker finds an article. */
    static boolean speaksOf(String marker, Article article) {
        return searched(article).anyMatch(text -> text.contains(marker));
    }

    private static Stream<String> searched(Article article) {
        return Stream.concat(
                Stream.of(article.headline(), article.standfirst(), article.body(), article.creditLine()),
                Stream.concat(
                        terms(article).map(Term::name),
                        article.authors().stream().map(Author::name)));
    }

    private static Stream<Term> terms(Article article) {
        Stream<Term> around = Stream.concat(
                article.regions().stream().flatMap(region -> region.path().stream()),
                article.sections().stream().flatMap(section -> section.path().stream()));
        return Stream.concat(article.tags().stream(), around);
    }

    /** Whether a marker stands in anything that an article prints. */
    static boolean prints(String marker, Article article) {
        Image image = article.image();
        return speaksOf(marker, article)
                || article.slug().contains(marker)
                || (image != null && image.alt().contains(marker));
    }

    @Override
    public void close() {
        search.close();
    }
}
