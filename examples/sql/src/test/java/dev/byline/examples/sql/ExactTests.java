package dev.byline.examples.sql;

import static dev.byline.testkit.SampleArticles.NOW;
import static dev.byline.testkit.SampleArticles.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.byline.article.ArchiveCursor;
import dev.byline.article.ArchiveQuery;
import dev.byline.article.Article;
import dev.byline.article.ArticleId;
import dev.byline.article.ArticleStore;
import dev.byline.article.ArticleStore.By;
import dev.byline.article.ArticleSummary;
import dev.byline.article.Author;
import dev.byline.article.Changes;
import dev.byline.article.NeighbourQuery;
import dev.byline.article.NeighbourQuery.Within;
import dev.byline.taxonomy.Region;
import dev.byline.taxonomy.RegionGroup;
import dev.byline.taxonomy.Section;
import dev.byline.taxonomy.Tag;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts and instants that databases keep in ways of their own. */
abstract class ExactTests {
    private static final List<String> TEXTS = List.of(
            "a",
            "A",
            "a ",
            " a",
            "á",
            "a\u0301",
            "İ",
            "i",
            "ı",
            "ß",
            "ss",
            "إيران",
            "O'Brien\"; DROP TABLE byline_article; --",
            "%",
            "_",
            "\\",
            "\\'",
            "?",
            "$1",
            "{fn now()}",
            "\t",
            "a\n",
            "\uD7FF",
            "\uD7FFx",
            "\uE000",
            "\uFFFD",
            "\uFFFF",
            "\uD83D\uDE00",
            "\uD83D\uDE00\uFFFD",
            "\uDBFF\uDFFF",
            "null",
            "10",
            "9");

    // What no column of a database keeps.
    private static final List<String> ODD = List.of("\u0000", "a\u0000", "\u0001", "a\u0001\u0001", "a\u0001\u0002");

    private ArticleStore store;
    private final ArticleStore memory = ArticleStore.inMemory(ZoneOffset.UTC);

    abstract TestDatabase database();

    @BeforeEach
    void open() {
        store = new JdbcArticleStore(database().tables(), ZoneOffset.UTC);
    }

    private void put(List<Article> articles) {
        store.put(articles);
        memory.put(articles);
    }

    private static List<ArticleSummary> walk(ArticleStore store, ArchiveQuery query) {
        List<ArticleSummary> all = new ArrayList<>();
        var page = store.page(query);
        all.addAll(page.articles());
        while (page.next() != null && all.size() < 1000) {
            page = store.page(query.after(page.next()));
            all.addAll(page.articles());
        }
        return all;
    }

    @Test
    void idsOfAnyTextComeInTheirOrder() {
        List<Article> articles = Stream.concat(TEXTS.stream(), ODD.stream())
                .filter(text -> !text.isBlank())
                .map(text -> Article.builder(ArticleId.of(text), "one")
                        .published(NOW)
                        .build())
                .toList();
        put(articles);
        for (int limit : new int[] {1, 4, 100}) {
            ArchiveQuery query = ArchiveQuery.at(NOW).limit(limit);
            assertThat(walk(store, query)).hasSameSizeAs(articles).isEqualTo(walk(memory, query));
        }
        for (Article article : articles) {
            assertThat(store.find(article.id())).contains(article);
            assertThat(store.neighbours(article, NeighbourQuery.at(NOW)))
                    .isEqualTo(memory.neighbours(article, NeighbourQuery.at(NOW)));
        }
        try (Stream<Article> ours = store.stream();
                Stream<Article> theirs = memory.stream()) {
            assertThat(ours.toList()).isEqualTo(theirs.toList());
        }
    }

    @Test
    void theLongestIdsFit() {
        List<Article> articles = Stream.of("x", "\u0000x", "\uD7FF", "\uD83D\uDE00", "\uFFFD", "ب")
                .map(text -> text.repeat(200 / text.length()))
                .map(text -> article("a").build().toBuilder()
                        .id(ArticleId.of(text))
                        .slug("s".repeat(Stored.LONGEST_KEY))
                        .authors(Author.of("ب".repeat(Stored.LONGEST_KEY), "Somebody"))
                        .build())
                .toList();
        put(articles);
        assertThat(walk(store, ArchiveQuery.at(NOW).limit(2))).isEqualTo(walk(memory, ArchiveQuery.at(NOW)));
        assertThat(store.counts(By.AUTHOR, NOW)).isEqualTo(memory.counts(By.AUTHOR, NOW));
    }

    @Test
    void slugsAndKeysAreTakenToTheLetter() {
        List<Article> articles = IntStream.range(0, TEXTS.size())
                .filter(i -> !TEXTS.get(i).isBlank())
                .mapToObj(i -> Article.builder(ArticleId.of("n" + i), TEXTS.get(i))
                        .oldSlugs(List.of("old " + TEXTS.get(i)))
                        .regions(Region.of(TEXTS.get(i), ""))
                        .sections(Section.of(TEXTS.get(i), ""))
                        .tags(Tag.of(TEXTS.get(i), ""))
                        .authors(Author.of(TEXTS.get(i), "Somebody"))
                        .translationGroup(TEXTS.get(i))
                        .published(NOW)
                        .build())
                .toList();
        put(articles);
        for (By by : By.values()) {
            assertThat(store.counts(by, NOW)).isEqualTo(memory.counts(by, NOW));
        }
        for (String text : Stream.concat(TEXTS.stream(), ODD.stream()).toList()) {
            assertThat(store.bySlug(text, NOW)).isEqualTo(memory.bySlug(text, NOW));
            assertThat(store.bySlug("old " + text, NOW)).isEqualTo(memory.bySlug("old " + text, NOW));
            ArchiveQuery all = ArchiveQuery.at(NOW);
            for (ArchiveQuery query : List.of(
                    all.tag(text),
                    all.section(text),
                    all.author(text),
                    all.translationGroup(text),
                    all.tag(text).author(text),
                    all.section("a").tag(text))) {
                assertThat(store.page(query)).isEqualTo(memory.page(query));
                assertThat(store.count(query)).isEqualTo(memory.count(query));
            }
            NeighbourQuery neighbours = NeighbourQuery.at(NOW).excluding(text, "nothing");
            assertThat(store.neighbours(articles.get(7), neighbours))
                    .isEqualTo(memory.neighbours(articles.get(7), neighbours));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "a\uD800", "\uDC00a", "x\uD83D", "\uDE00\uD83D"})
    void whatNoColumnKeepsIsKeptInTexts(String text) {
        Article article =
                article("a").headline(text).body("<p>" + text + text + "</p>").build();
        put(List.of(article));
        assertThat(store.find(article.id())).contains(article);
        assertThat(store.page(ArchiveQuery.at(NOW))).isEqualTo(memory.page(ArchiveQuery.at(NOW)));
        assertThat(store.changedSince(Changes.START, 5).articles()).containsExactly(article);
        String cursor = store.changedSince(Changes.START, 5).cursor();
        store.put(article);
        assertThat(store.changedSince(cursor, 5).articles()).isEmpty();
    }

    @Test
    void whatNoColumnKeepsIsNoQuestion() {
        store.put(article("a").build());
        for (String text : List.of("\u0000", "\uD800", "x".repeat(100_000))) {
            assertThat(store.bySlug(text, NOW)).isEmpty();
            ArchiveQuery query = ArchiveQuery.at(NOW).tag(text);
            assertThat(store.page(query).articles()).isEmpty();
            assertThat(store.count(query)).isZero();
            ArchiveQuery inRegion = new ArchiveQuery(NOW, Set.of(text), "", "", "", "", null, null, 20, null);
            assertThat(store.page(inRegion).articles()).isEmpty();
            assertThat(store.count(inRegion)).isZero();
            assertThat(store.changedSince(text, 5).fromStart()).isTrue();
        }
        ArchiveCursor odd = new ArchiveCursor(NOW.plusSeconds(1), ArticleId.of("\u0000"));
        assertThat(store.page(ArchiveQuery.at(NOW).after(odd)).articles()).hasSize(1);
    }

    @Test
    void anArticleWhoseKeyDoesNotFitIsRefusedWithAllOfItsBatch() {
        String cursor = store.changedSince(Changes.START, 5).cursor();
        String tooLong = "x".repeat(Stored.LONGEST_KEY + 1);
        for (Article refused : List.of(
                article("b").slug(tooLong).build(),
                article("b").oldSlugs(List.of("\u0000")).build(),
                article("b").authors(Author.of(tooLong, "Somebody")).build(),
                article("b").tags(Tag.of("\uD800", "")).build(),
                article("b").translationGroup(tooLong).build(),
                article("b").regions(Region.of("a\u0000", "")).build())) {
            assertThatThrownBy(() -> store.put(List.of(article("a").build(), refused)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("article b");
        }
        assertThat(store.find(ArticleId.of("a"))).isEmpty();
        assertThat(store.changedSince(cursor, 5).articles()).isEmpty();
    }

    @Test
    void instantsAreKeptToTheNanosecondAndInAllYears() {
        List<Instant> instants = new ArrayList<>(List.of(
                Instant.MIN,
                Instant.MIN.plusNanos(1),
                Instant.parse("-0001-11-30T00:00:00Z"),
                Instant.parse("0000-01-01T00:00:00Z"),
                Instant.parse("1582-10-10T00:00:00Z"),
                Instant.EPOCH,
                Instant.EPOCH.minusNanos(1),
                Instant.EPOCH.plusNanos(1),
                Instant.EPOCH.minusSeconds(1),
                Instant.parse("9999-12-31T23:59:59.999999999Z"),
                Instant.MAX.minusNanos(1),
                Instant.MAX));
        IntStream.range(0, 5).forEach(nanos -> instants.add(NOW.plusNanos(nanos)));
        List<Article> articles = IntStream.range(0, instants.size())
                .mapToObj(i -> article("n" + i)
                        .published(instants.get(i))
                        .expiresAt(i % 3 == 0 ? NOW.plusNanos(3) : null)
                        .build())
                .toList();
        put(articles);
        instants.add(NOW.minusNanos(1));
        for (Instant at : instants) {
            ArchiveQuery query = ArchiveQuery.at(at).limit(1);
            assertThat(walk(store, query)).as("%s", at).isEqualTo(walk(memory, query));
            ArchiveQuery span = query.published(at.equals(Instant.MIN) ? at : at.minusNanos(1), at);
            assertThat(walk(store, span)).as("%s", at).isEqualTo(walk(memory, span));
            assertThat(store.counts(By.MONTH, at)).as("%s", at).isEqualTo(memory.counts(By.MONTH, at));
            for (Article article : articles) {
                NeighbourQuery neighbours = NeighbourQuery.at(at);
                assertThat(store.neighbours(article, neighbours)).isEqualTo(memory.neighbours(article, neighbours));
            }
        }
    }

    @Test
    void manyIdsAreFoundInTheOrderAskedForAndAsOftenAsAsked() {
        put(IntStream.range(0, 50).mapToObj(i -> article("n" + i).build()).toList());
        List<ArticleId> asked = IntStream.range(0, 20_000)
                .mapToObj(i -> ArticleId.of("n" + (i * 7919 % 20_000)))
                .toList();
        assertThat(store.summaries(asked)).isEqualTo(memory.summaries(asked)).hasSize(50);
        assertThat(store.find(asked.subList(0, 10_000))).isEqualTo(memory.find(asked.subList(0, 10_000)));
        List<ArticleId> twice = List.of(ArticleId.of("n3"), ArticleId.of("n1"), ArticleId.of("n3"));
        assertThat(store.find(twice)).hasSize(3).isEqualTo(memory.find(twice));
    }

    @Test
    void wideQuestionsAreAnswered() {
        List<Region> regions =
                IntStream.range(0, 300).mapToObj(i -> Region.of("r" + i, "")).toList();
        put(List.of(
                article("b").regions(regions).build(),
                article("a").regions(regions.get(299)).build()));
        ArchiveQuery query =
                ArchiveQuery.at(NOW).in(new RegionGroup("all", "", regions)).limit(1);
        assertThat(walk(store, query)).isEqualTo(walk(memory, query)).hasSize(2);
        assertThat(store.count(query)).isEqualTo(2);
        Article all = memory.find(ArticleId.of("b")).orElseThrow();
        NeighbourQuery within = NeighbourQuery.at(NOW).within(Within.REGION);
        assertThat(store.neighbours(all, within)).isEqualTo(memory.neighbours(all, within));
    }
}
