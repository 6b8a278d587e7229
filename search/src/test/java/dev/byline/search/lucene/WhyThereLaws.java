package dev.byline.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.article.Article;
import dev.byline.article.ArticleId;
import dev.byline.score.Reason;
import dev.byline.search.SearchExplanation;
import dev.byline.search.SearchExplanation.Standing;
import dev.byline.search.SearchQuery;
import dev.byline.search.SearchQuery.Sort;
import dev.byline.testkit.MovableClock;
import dev.byline.testkit.Rule;
import dev.byline.testkit.SampleArticles;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;

class WhyThereLaws {
    private static final List<String> WORDS =
            List.of("ferry", "bridge", "harvest", "the", "of", "Khamenei", "Khamenai", "Houthi", "Kabul", "ferrry");

    @Provide
    Arbitrary<List<Article>> articles() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 30),
                        Arbitraries.of(SampleArticles.REGIONS).list().ofMaxSize(2),
                        Arbitraries.of(WORDS.subList(0, 9)).list().ofMaxSize(6),
                        Arbitraries.integers().between(-2_000, 20))
                .as((id, regions, words, hours) -> SampleArticles.article("n" + id)
                        .headline(String.join(" ", words))
                        .body(words.isEmpty() ? "" : words.get(0))
                        .regions(regions)
                        .publishedAt(SampleArticles.NOW.plus(Duration.ofHours(hours)))
                        .build())
                .list()
                .ofMinSize(1)
                .ofMaxSize(40);
    }

    @Provide
    Arbitrary<SearchQuery> queries() {
        Arbitrary<String> word = Combinators.combine(
                        Arbitraries.of("", "", "", "-", "\"", "-\""), Arbitraries.of(WORDS))
                .as((operator, text) -> operator + text + (operator.endsWith("\"") ? "\"" : ""));
        return Combinators.combine(
                        word.list().ofMaxSize(5),
                        Arbitraries.of(Sort.class),
                        Arbitraries.of(false, false, true),
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(1, 7))
                .as((words, sort, filtered, literally, size) -> {
                    SearchQuery query =
                            SearchQuery.text(String.join(" ", words)).sort(sort).page(0, size);
                    query = filtered ? query.in(SampleArticles.REGIONS.get(0)) : query;
                    return literally ? query.literally() : query;
                });
    }

    @Property(tries = 500)
    @Rule("S-03")
    void what_is_on_a_page_is_found_and_all_else_has_an_obstacle(
            @ForAll("articles") List<Article> articles, @ForAll("queries") SearchQuery query) throws IOException {
        try (Directory directory = new ByteBuffersDirectory();
                LuceneSearch search = LuceneSearch.open(directory, MovableClock.at(SampleArticles.NOW))) {
            search.put(articles);
            int total = (int) search.find(query).total();
            // One page more than it needs, which must be empty.
            List<ArticleId> found = total == 0
                    ? List.of()
                    : IntStream.rangeClosed(0, (total - 1) / query.size() + 1)
                            .mapToObj(page -> search.find(query.page(page, query.size())))
                            .flatMap(page -> page.hits().stream())
                            .map(hit -> hit.item().id())
                            .toList();
            assertThat(found).hasSize(total);
            for (int i = 0; i < 31; i++) {
                ArticleId id = ArticleId.of("n" + i);
                SearchExplanation why = search.explain(query, id);
                assertThat(why.place()).as(why.toString()).isEqualTo(found.indexOf(id) + 1);
                assertThat(why.standing() == Standing.FOUND).isEqualTo(found.contains(id));
                assertThat(why.obstacles().isEmpty()).as(why.toString()).isEqualTo(found.contains(id));
                assertThat(why.obstacles().stream().mapToDouble(Reason::part).sum())
                        .as(why.toString())
                        .isLessThanOrEqualTo(1e-9);
            }
        }
    }
}
