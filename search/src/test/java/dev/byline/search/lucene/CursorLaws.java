package dev.byline.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.article.Article;
import dev.byline.article.ArticleBuilder;
import dev.byline.article.ArticleId;
import dev.byline.article.ArticleStatus;
import dev.byline.search.Facets.Count;
import dev.byline.search.Facets.Kind;
import dev.byline.search.SearchPage;
import dev.byline.search.SearchPolicy;
import dev.byline.search.SearchQuery;
import dev.byline.search.SearchQuery.Sort;
import dev.byline.taxonomy.Tag;
import dev.byline.testkit.MovableClock;
import dev.byline.testkit.Rule;
import dev.byline.testkit.SampleArticles;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;

class CursorLaws {
    private static final int ARTICLES = 12;
    private static final Tag TAG = Tag.of("all", "All");

    private final MovableClock clock = MovableClock.at(SampleArticles.NOW);
    private final Map<String, Article> truth = new HashMap<>();

    private record Step(int id, int deed, int hours, boolean turn) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, ARTICLES + 3),
                        Arbitraries.integers().between(0, 8),
                        Arbitraries.integers().between(-3, 3),
                        Arbitraries.of(true, false))
                .as(Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(40);
    }

    @Property(tries = 200)
    @Rule({"S-16", "S-01", "S-14"})
    void each_that_stayed_public_is_visited_once_and_no_other(
            @ForAll("steps") List<Step> steps, @ForAll Sort sort, @ForAll @IntRange(min = 1, max = 4) int size)
            throws IOException {
        clock.set(SampleArticles.NOW);
        truth.clear();
        try (Directory directory = new ByteBuffersDirectory();
                LuceneSearch search = LuceneSearch.open(directory, clock)) {
            search.use(SearchPolicy.defaults().cursors(Duration.ofDays(1_000), 2));
            for (int id = 0; id < ARTICLES; id++) {
                step(search, new Step(id, id % 4, id % 3 - 2, false));
            }
            String text = sort == Sort.RELEVANCE ? "headline" : "";
            SearchQuery query =
                    SearchQuery.text(text).sort(sort).facets(Kind.TAG).page(0, size);
            Set<String> then = new HashSet<>(ids(search.find(query.page(0, SearchQuery.MOST))));
            assertThat(then).isEqualTo(visible());
            Set<String> stayed = new HashSet<>(then);
            List<String> visited = new ArrayList<>();
            SearchPage page = search.find(query);
            visit(page, then, visited);
            for (Step step : steps) {
                step(search, step);
                stayed.retainAll(visible());
                if (step.turn() && !page.next().isEmpty()) {
                    page = search.find(query.after(page.next()));
                    visit(page, then, visited);
                }
            }
            while (!page.next().isEmpty()) {
                page = search.find(query.after(page.next()));
                visit(page, then, visited);
            }
            assertThat(visited).doesNotHaveDuplicates().containsAll(stayed);
            assertThat(then).containsAll(visited);
        }
    }

    private void visit(SearchPage page, Set<String> then, List<String> visited) {
        Set<String> present = visible();
        assertThat(present).containsAll(ids(page));
        present.retainAll(then);
        // Where all that was found has gone since, there is nothing to go on with.
        assertThat(page.outcome() == SearchPage.Outcome.CURSOR_EXPIRED)
                .isEqualTo(present.isEmpty() && !page.query().after().isEmpty());
        assertThat(page.total()).isEqualTo(present.size());
        assertThat(page.facets().of(Kind.TAG).stream()
                        .mapToLong(Count::articles)
                        .sum())
                .isEqualTo(present.size());
        visited.addAll(ids(page));
        if (!page.next().isEmpty()) {
            assertThat(page.hits()).hasSize(page.query().size());
        }
    }

    private void step(LuceneSearch search, Step step) {
        String id = "n" + step.id();
        ArticleBuilder article =
                SampleArticles.article(id).tags(TAG).publishedAt(clock.instant().plus(Duration.ofHours(step.hours())));
        switch (step.deed()) {
            case 0, 1 -> put(search, article);
            case 2 -> put(search, article.status(ArticleStatus.SCHEDULED));
            case 3 -> put(search, article.expiresAt(clock.instant().plus(Duration.ofHours(1))));
            case 4 -> put(search, article.status(ArticleStatus.PRIVATE));
            case 5 -> put(search, article.passwordProtected(true));
            case 6 -> {
                search.withdraw(ArticleId.of(id));
                truth.remove(id);
            }
            case 7 -> clock.advance(Duration.ofHours(step.hours()));
            default -> search.commit();
        }
    }

    private void put(LuceneSearch search, ArticleBuilder builder) {
        Article article = builder.build();
        search.put(article);
        truth.put(article.id().value(), article);
    }

    private Set<String> visible() {
        Set<String> visible = new HashSet<>();
        truth.values().stream()
                .filter(article -> article.isPublic(clock.instant()))
                .forEach(article -> visible.add(article.id().value()));
        return visible;
    }

    private static List<String> ids(SearchPage page) {
        return page.hits().stream().map(hit -> hit.item().id().value()).toList();
    }
}
