package dev.byline.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.search.SearchPage;
import dev.byline.search.SearchPolicy;
import dev.byline.search.SearchQuery;
import dev.byline.testkit.MovableClock;
import dev.byline.testkit.Rule;
import dev.byline.testkit.SampleArticles;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.jspecify.annotations.Nullable;

class TypoLaws {
    private static @Nullable LuceneSearch filled;

    @BeforeContainer
    static void fill() {
        filled = LuceneSearch.open(new ByteBuffersDirectory(), MovableClock.at(SampleArticles.NOW));
        filled.put(SampleArticles.published(60, 3));
    }

    @AfterContainer
    static void close() {
        filled().close();
    }

    private static LuceneSearch filled() {
        return Objects.requireNonNull(filled);
    }

    @Provide
    Arbitrary<String> typed() {
        Arbitrary<String> pieces = Arbitraries.of(
                "brigde",
                "bridge",
                "farmrs",
                "\"",
                "“",
                "»",
                "-",
                "−",
                "'",
                "=bridge",
                "~bridge",
                "^us",
                "\u0000",
                "oldbridge",
                "ra ilway",
                "x".repeat(64),
                "بحرن",
                "מוסד",
                "мост",
                "桥",
                "สะพาน",
                "\ud83d",
                "\u200c",
                "  ",
                "\n");
        return Arbitraries.oneOf(
                Arbitraries.strings().all().ofMaxLength(60),
                pieces.list().ofMaxSize(12).map(parts -> String.join(" ", parts)),
                pieces.list().ofMaxSize(12).map(parts -> String.join("", parts)));
    }

    @Property(tries = 400)
    @Rule({"S-12", "S-18"})
    void any_text_is_answered_and_what_is_proposed_finds_as_much_as_it_says(@ForAll("typed") String text) {
        for (SearchQuery query : List.of(
                SearchQuery.text(text),
                SearchQuery.text(text).in(SampleArticles.QATAR).sort(SearchQuery.Sort.NEWEST),
                SearchQuery.text(text).literally())) {
            SearchPage page = filled().find(query);
            assertThat(page.outcome() == SearchPage.Outcome.FOUND).isEqualTo(page.total() > 0);
            assertThat(page.alternatives()).hasSizeLessThanOrEqualTo(page.total() > 0 ? 0 : 3);
            page.alternatives()
                    .forEach(other -> assertThat(filled().find(other.query()).total())
                            .as(other.query().text())
                            .isEqualTo(other.total()));
            page.respelled().forEach(word -> {
                SearchPage meant = filled().find(SearchQuery.text(word.as()).literally());
                assertThat(meant.total()).as(word.as()).isPositive();
                assertThat(text).contains(word.typed());
            });
        }
    }

    @Property(tries = 60)
    @Rule("S-12")
    void what_is_spelled_right_is_answered_alike_with_tolerance_and_without(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int articles) {
        MovableClock clock = MovableClock.at(SampleArticles.NOW);
        try (LuceneSearch search = LuceneSearch.open(new ByteBuffersDirectory(), clock)) {
            var news = SampleArticles.published(articles, seed);
            search.put(news);
            SplittableRandom random = new SplittableRandom(seed);
            for (int i = 0; i < 20; i++) {
                String[] words = news.get(random.nextInt(articles)).headline().split(" ", -1);
                List<String> some = new ArrayList<>();
                for (int n = random.nextInt(4); n >= 0; n--) {
                    some.add(words[random.nextInt(words.length)]);
                }
                assertAlike(search, SearchQuery.text(String.join(" ", some)));
            }
        }
    }

    /** Asserts that tolerance makes no difference. */
    static void assertAlike(LuceneSearch search, SearchQuery query) {
        SearchPage tolerant = search.use(SearchPolicy.defaults()).find(query);
        SearchPage asTyped = search.find(query.literally());
        SearchPage strict = search.use(SearchPolicy.defaults().tolerant(false)).find(query);
        assertThat(contents(strict)).isEqualTo(contents(tolerant));
        assertThat(contents(asTyped)).isEqualTo(contents(tolerant));
        assertThat(tolerant.respelled()).isEmpty();
    }

    // All but the query and the sealed cursor.
    private static List<Object> contents(SearchPage page) {
        return List.of(page.outcome(), page.total(), page.withAllWords(), page.hits(), page.alternatives());
    }
}
