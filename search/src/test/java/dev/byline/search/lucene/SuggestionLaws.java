package dev.byline.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.article.Article;
import dev.byline.article.ArticleBuilder;
import dev.byline.article.ArticleId;
import dev.byline.article.Author;
import dev.byline.score.Ranked;
import dev.byline.search.SearchPage;
import dev.byline.search.SearchQuery;
import dev.byline.search.SuggestQuery;
import dev.byline.search.Suggestions;
import dev.byline.search.Suggestions.Kind;
import dev.byline.search.Suggestions.Suggestion;
import dev.byline.taxonomy.Tag;
import dev.byline.testkit.MovableClock;
import dev.byline.testkit.Rule;
import dev.byline.testkit.SampleArticles;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;

class SuggestionLaws {
    private static final List<String> WORDS = List.of(
            "ferry", "ferries", "ferment", "Basra", "Basel", "Khamenei", "خامنئی", "Iran", "ايران", "U.S.", "Ṣanʿāʾ");
    private static final List<String> TYPED = List.of(
            "f",
            "fe",
            "fer",
            "ferr",
            "ferrr",
            "fery",
            "b",
            "bas",
            "basra fer",
            "ferry b",
            "k",
            "kham",
            "khamn",
            "خامن",
            "i",
            "ira",
            "ای",
            "u",
            "sana",
            "ferry -basra",
            "\"ferry",
            "");

    private final MovableClock clock = MovableClock.at(SampleArticles.NOW);
    private @Nullable Directory directory;
    private @Nullable LuceneSearch search;

    @BeforeTry
    void open() {
        directory = new ByteBuffersDirectory();
        clock.set(SampleArticles.NOW);
        search = LuceneSearch.open(directory, clock);
    }

    @AfterTry
    void close() throws IOException {
        search().close();
        Objects.requireNonNull(directory).close();
    }

    private LuceneSearch search() {
        return Objects.requireNonNull(search);
    }

    private record Step(int id, int hours, List<Integer> words) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.integers().between(-3, 3),
                        Arbitraries.integers()
                                .between(0, WORDS.size() - 1)
                                .list()
                                .ofSize(4))
                .as(Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(25);
    }

    private static ArticleBuilder article(Step step) {
        List<String> words = step.words().stream().map(WORDS::get).toList();
        return SampleArticles.article("n" + step.id())
                .headline(words.get(0) + " " + words.get(1))
                .tags(Tag.of("t" + step.words().get(2) % 3, words.get(2)))
                .authors(Author.of("a" + step.words().get(3), words.get(3) + " " + words.get(0)));
    }

    private void put(Map<String, Article> truth, ArticleBuilder builder) {
        Article article = builder.build();
        search().put(article);
        truth.put(article.id().value(), article);
    }

    @Property(tries = 60)
    @Rule("S-15")
    void the_same_articles_give_the_same_reply_whatever_came_before(
            @ForAll("steps") List<Step> steps, @ForAll Random random) throws IOException {
        Map<String, Article> last = new HashMap<>();
        for (Step step : steps) {
            put(last, article(step).publishedAt(clock.instant().minus(Duration.ofHours(step.hours() + 3L))));
        }
        List<Article> shuffled = new ArrayList<>(last.values());
        Collections.shuffle(shuffled, random);
        try (Directory other = new ByteBuffersDirectory();
                LuceneSearch anew = LuceneSearch.open(other, clock)) {
            anew.put(shuffled);
            for (String typed : TYPED) {
                SuggestQuery query = SuggestQuery.typed(typed);
                assertThat(search().suggest(query).suggestions())
                        .as(typed)
                        .isEqualTo(anew.suggest(query).suggestions());
            }
        }
    }

    @Property(tries = 40)
    @Rule("S-15")
    void what_is_remembered_is_what_is_found_at_that_moment(@ForAll("steps") List<Step> steps, @ForAll Random random) {
        for (Step step : steps) {
            Instant now = clock.instant();
            switch (random.nextInt(4)) {
                case 0 -> search().withdraw(ArticleId.of("n" + step.id()));
                case 1 -> clock.set(now.plus(Duration.ofMinutes(random.nextInt(200) - 40L)));
                default ->
                    search().put(article(step)
                            .publishedAt(now.plus(Duration.ofHours(20L * step.hours())))
                            .expiresAt(step.id() == 0 ? now.plus(Duration.ofHours(4)) : null)
                            .build());
            }
            for (int i = 0; i < 8; i++) {
                SuggestQuery query = SuggestQuery.typed(TYPED.get(random.nextInt(TYPED.size())));
                Suggestions reply = search().suggest(query);
                SearchPage found = search().find(reply.all());
                assertThat(reply.total()).as(query.text()).isEqualTo(found.total());
                assertThat(reply.articles())
                        .as(query.text())
                        .isEqualTo(found.hits().stream()
                                .limit(query.articles())
                                .map(Ranked::item)
                                .toList());
            }
        }
    }

    @Property(tries = 300)
    @Rule("S-15")
    void anything_may_be_typed_and_anything_be_a_name(@ForAll("texts") String name, @ForAll("texts") String typed) {
        search().put(SampleArticles.article("a")
                .headline(name)
                .tags(name.isBlank() ? List.of() : List.of(Tag.of(name, name)))
                .build());
        for (int length = 0; length <= Math.min(12, typed.length()); length++) {
            assertWellFormed(typed.substring(0, length));
        }
        assertWellFormed(name);
        assertWellFormed(name + " " + typed);
    }

    private void assertWellFormed(String typed) {
        SuggestQuery query = SuggestQuery.typed(typed);
        Suggestions reply = search().suggest(query);
        assertThat(reply.query()).isSameAs(query);
        assertThat(reply.all()).isEqualTo(SearchQuery.text(typed).whileTyping());
        for (Suggestion suggestion : reply.suggestions()) {
            String unmarked = suggestion.html().replace("<mark>", "").replace("</mark>", "");
            assertThat(unmarked).doesNotContain("<", ">", "\"", "'");
            assertThat(suggestion.kind()).isNotEqualTo(Kind.SECTION);
        }
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> pieces = Arbitraries.of(
                "ferry",
                "f",
                "<b>",
                "&",
                "\"",
                "-",
                "\0",
                "\u0001",
                "\ud83d",
                "\udc00",
                "\ud83d\ude00",
                "日本",
                "ไทย",
                "ال",
                "\u200c",
                " ",
                "\u2029",
                "\u0301",
                "ß",
                "ﷺ",
                "'s",
                "1,000");
        return Arbitraries.oneOf(
                pieces.list().ofMaxSize(12).map(list -> String.join("", list)),
                pieces.list().ofMaxSize(12).map(list -> String.join(" ", list)),
                Arbitraries.strings().all().ofMaxLength(80));
    }
}
