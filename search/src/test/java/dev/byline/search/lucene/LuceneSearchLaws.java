package dev.byline.search.lucene;

import static dev.byline.search.testkit.SearchAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.article.Article;
import dev.byline.article.ArticleId;
import dev.byline.score.Ranked;
import dev.byline.search.SearchHit;
import dev.byline.search.SearchPage;
import dev.byline.search.SearchQuery;
import dev.byline.testkit.MovableClock;
import dev.byline.testkit.Rule;
import dev.byline.testkit.SampleArticles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.lifecycle.BeforeTry;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;

class LuceneSearchLaws {
    private static final Instant NOW = SampleArticles.NOW;
    private static @Nullable Path folder;
    private static @Nullable LuceneSearch filled;

    private final MovableClock clock = MovableClock.at(NOW);
    private @Nullable Directory directory;
    private @Nullable LuceneSearch fresh;

    @BeforeContainer
    static void fill() throws IOException {
        folder = Files.createTempDirectory("search-laws");
        filled = LuceneSearch.open(folder, MovableClock.at(NOW));
        filled.put(SampleArticles.published(50, 1));
    }

    @AfterContainer
    static void empty() throws IOException {
        filled().close();
        Path used = Objects.requireNonNull(folder);
        try (Stream<Path> files = Files.list(used)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(used);
    }

    @BeforeTry
    void open() {
        directory = new ByteBuffersDirectory();
        clock.set(NOW);
        fresh = LuceneSearch.open(directory, clock);
    }

    @AfterTry
    void close() throws IOException {
        fresh().close();
        Objects.requireNonNull(directory).close();
    }

    private static LuceneSearch filled() {
        return Objects.requireNonNull(filled);
    }

    private LuceneSearch fresh() {
        return Objects.requireNonNull(fresh);
    }

    @Provide
    Arbitrary<String> typed() {
        Arbitrary<String> pieces = Arbitraries.of(
                "bridge",
                "farmers",
                "\"",
                "“",
                "»",
                "-",
                "--",
                "−",
                "+",
                "*",
                "?",
                "~",
                "^",
                ":",
                "(",
                ")",
                "[",
                "]",
                "{",
                "}",
                "\\",
                "/",
                "AND",
                "OR",
                "NOT",
                " ",
                "\u00a0",
                "\u2029",
                "\0",
                "\ud83d",
                "\udc00",
                "\ud83d\ude00",
                "إيران",
                "צה\"ל",
                "日本",
                "ไทย",
                "\u0301",
                "\u200c",
                "\ufdfa",
                "'",
                "’s",
                "u.s.",
                "1,000");
        return Arbitraries.oneOf(
                pieces.list().ofMaxSize(30).map(list -> String.join("", list)),
                pieces.list().ofMaxSize(30).map(list -> String.join(" ", list)),
                Arbitraries.strings().all().ofMaxLength(300));
    }

    @Property(tries = 500)
    @Rule({"S-03", "S-04", "S-09"})
    void any_text_is_a_query(@ForAll("typed") String text, @ForAll SearchQuery.Sort sort) {
        SearchQuery query = SearchQuery.text(text).sort(sort);
        SearchPage page = filled().find(query);
        assertThat(page.query()).isSameAs(query);
        assertThat(page.total()).isBetween((long) page.hits().size(), 50L);
        assertThat(page.withAllWords()).isBetween(0L, page.total());
        for (Ranked<SearchHit> hit : page.hits()) {
            assertSafe(hit.item().headlineHtml());
            assertSafe(hit.item().snippetHtml());
        }
        if (sort == SearchQuery.Sort.RELEVANCE) {
            List<Boolean> complete = page.hits().stream()
                    .map(hit -> hit.reasons().stream()
                            .anyMatch(reason -> reason.rule().equals("S-03")))
                    .toList();
            assertThat(complete).isSortedAccordingTo(Comparator.reverseOrder());
        }
        assertThat(page).isTotallyOrdered().addsUp();
        assertThat(filled().rarity(text)).isBetween(0.0, 1.0);
    }

    @Property(tries = 200)
    void any_text_is_an_article(@ForAll("typed") String headline, @ForAll("typed") String body) {
        Article article = SampleArticles.article("a")
                .headline(headline)
                .standfirst(body)
                .body(body)
                .build();
        fresh().put(article);
        assertThat(fresh().find(SearchQuery.text("")).total()).isEqualTo(1);
        for (Ranked<SearchHit> hit : fresh().find(SearchQuery.text(headline)).hits()) {
            assertThat(wellFormed(hit.item().headline())).isEqualTo(wellFormed(headline));
            assertSafe(hit.item().headlineHtml());
            assertSafe(hit.item().snippetHtml());
        }
        assertThat(fresh().similarTo(article, 3)).isEmpty();
        fresh().similarTo(article.toBuilder().id(ArticleId.of("b")).build(), 3)
                .forEach(similar -> assertThat(similar.similarity()).isBetween(0.999, 1.0));
    }

    @Property(tries = 200)
    @Rule("S-04")
    void two_words_that_stand_side_by_side_are_a_phrase(@ForAll("words") List<String> words, @ForAll int at) {
        Assume.that(words.size() > 1);
        int first = Math.floorMod(at, words.size() - 1);
        fresh().put(SampleArticles.article("a").body(String.join(" ", words)).build());
        String phrase = "\"" + words.get(first) + " " + words.get(first + 1) + "\"";
        assertThat(fresh().find(SearchQuery.text(phrase)).total()).isEqualTo(1);
        assertThat(fresh().find(SearchQuery.text("-" + phrase)).total()).isZero();
    }

    @Provide
    Arbitrary<List<String>> words() {
        return Arbitraries.of("oil", "price", "prices", "إيران", "النفط", "תקציב", "Straße", "U.S.", "l'eau", "42")
                .list()
                .ofMaxSize(12);
    }

    // Half a surrogate pair is no text and can't be kept.
    private static String wellFormed(String text) {
        return text.codePoints()
                .map(c -> Character.getType(c) == Character.SURROGATE ? 0xFFFD : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static void assertSafe(String html) {
        String unmarked = html.replace("<mark>", "\u0001").replace("</mark>", "\u0002");
        assertThat(unmarked).doesNotContain("<", ">", "\"", "'");
        assertThat(unmarked.replace("&amp;", "")
                        .replace("&lt;", "")
                        .replace("&gt;", "")
                        .replace("&quot;", "")
                        .replace("&#39;", ""))
                .doesNotContain("&");
    }
}
