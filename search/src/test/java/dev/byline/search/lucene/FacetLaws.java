package dev.byline.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.article.Article;
import dev.byline.article.ArticleBuilder;
import dev.byline.article.Author;
import dev.byline.search.Facets;
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
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;

class FacetLaws {
    private static final List<Tag> TAGS =
            List.of(Tag.of("oil", "Oil"), Tag.of("oil", "Petroleum"), Tag.of("gas", "Gas"), Tag.of("o", "il"));
    private static final List<Author> AUTHORS =
            List.of(Author.of("mina", "Mina"), Author.of("mina", "M. Hadid"), Author.of("jon", "Jon"));
    private static final List<String> WORDS =
            List.of("ferry", "bridge", "harvest", "the", "of", "Khamenei", "Khamenai", "Houthi");

    @Provide
    Arbitrary<List<Article>> articles() {
        Arbitrary<ArticleBuilder> filed = Combinators.combine(
                        Arbitraries.integers().between(0, 30),
                        Arbitraries.of(SampleArticles.REGIONS).list().ofMaxSize(3),
                        Arbitraries.of(SampleArticles.SECTIONS).list().ofMaxSize(2),
                        Arbitraries.of(TAGS).list().ofMaxSize(3),
                        Arbitraries.of(AUTHORS).list().ofMaxSize(2),
                        Arbitraries.of(WORDS).list().ofMaxSize(5),
                        Arbitraries.integers().between(-2_000, 20))
                .as((id, regions, sections, tags, authors, words, hours) -> SampleArticles.article("n" + id)
                        .headline(String.join(" ", words))
                        .regions(regions)
                        .sections(sections)
                        .tags(tags)
                        .authors(authors)
                        .publishedAt(SampleArticles.NOW.plus(Duration.ofHours(hours))));
        return filed.map(ArticleBuilder::build).list().ofMinSize(1).ofMaxSize(40);
    }

    private static final List<String> MISSPELT = List.of("feryr", "brigde", "harvset", "Khamneei", "HARVSET");

    @Provide
    Arbitrary<SearchQuery> queries() {
        return queries(Arbitraries.of(WORDS).list().ofMaxSize(4));
    }

    @Provide
    Arbitrary<SearchQuery> misspelt() {
        return queries(Combinators.combine(
                        Arbitraries.of(MISSPELT), Arbitraries.of(WORDS).list().ofMaxSize(3))
                .as((slip, words) ->
                        Stream.concat(Stream.of(slip), words.stream()).toList()));
    }

    private static Arbitrary<SearchQuery> queries(Arbitrary<List<String>> texts) {
        Arbitrary<SearchQuery> filtered = Combinators.combine(
                        texts,
                        Arbitraries.of("", "", "iq", "is", "middle-east"),
                        Arbitraries.of("", "", "politics"),
                        Arbitraries.of("", "", "oil"),
                        Arbitraries.of("", "", "mina"),
                        Arbitraries.integers().between(-2_000, 0).injectNull(.7),
                        Arbitraries.integers().between(-1_000, 0).injectNull(.7))
                .as((words, region, section, tag, author, from, until) -> SearchQuery.text(String.join(" ", words))
                        .regions(region.isEmpty() ? Set.of() : Set.of(region))
                        .section(section)
                        .tag(tag)
                        .author(author)
                        .published(
                                from == null ? null : SampleArticles.NOW.plus(Duration.ofHours(from)),
                                until == null ? null : SampleArticles.NOW.plus(Duration.ofHours(until))));
        return Combinators.combine(
                        filtered,
                        Arbitraries.of(Sort.class),
                        Arbitraries.integers().between(1, 6))
                .as((query, sort, size) -> query.sort(sort).page(0, size).facets(Kind.values()));
    }

    // Where a filter finds nothing, a tolerant search looks for what else may be meant: most of what this law takes.
    @Provide
    Arbitrary<Boolean> tolerance() {
        return Arbitraries.of(true, false, false);
    }

    @Property(tries = 200)
    @Rule({"S-14", "S-17"})
    void a_count_is_what_its_filter_finds(
            @ForAll("articles") List<Article> articles,
            @ForAll("queries") SearchQuery query,
            @ForAll("tolerance") boolean tolerant)
            throws IOException {
        assertLaws(articles, query, tolerant);
    }

    @Property(tries = 60)
    @Rule({"S-12", "S-14"})
    void a_count_of_a_query_that_was_respelled_is_what_its_filter_finds(
            @ForAll("articles") List<Article> articles, @ForAll("misspelt") SearchQuery query) throws IOException {
        Statistics.collect(assertLaws(articles, query, true) ? "respelled" : "as typed");
        Statistics.coverage(coverage -> coverage.check("respelled").percentage(part -> part > 30));
    }

    /** Returns whether the query was respelled. */
    private static boolean assertLaws(List<Article> articles, SearchQuery query, boolean tolerant) throws IOException {
        MovableClock clock = MovableClock.at(SampleArticles.NOW);
        try (Directory directory = new ByteBuffersDirectory();
                LuceneSearch search = LuceneSearch.open(directory, clock)) {
            search.use(SearchPolicy.defaults().zone(ZoneId.of("Asia/Tehran")).tolerant(tolerant));
            int half = articles.size() / 2;
            search.put(articles.subList(0, half));
            search.put(articles.subList(half, articles.size()));
            SearchPage page = search.find(query);
            Facets facets = page.facets();
            // What the filters find is only counted, so no facets of it are asked for.
            SearchQuery counted = query.facets(new Kind[0]);
            assertCounts(
                    search,
                    facets.of(Kind.REGION),
                    keys("iq", "iq-ba", "ir", "bh", "qa", "is", "middle-east")
                            .map(key -> counted.regions(Set.of(key))));
            assertCounts(
                    search,
                    facets.of(Kind.SECTION),
                    keys("politics", "elections", "business", "culture").map(counted::section));
            assertCounts(search, facets.of(Kind.TAG), keys("oil", "gas", "o").map(counted::tag));
            assertCounts(search, facets.of(Kind.AUTHOR), keys("mina", "jon").map(counted::author));
            long dated = 0;
            for (Facets.Period month : facets.months()) {
                assertThat(search.find(counted.published(month.from(), month.until()))
                                .total())
                        .isEqualTo(month.articles());
                dated += month.articles();
            }
            assertThat(dated).isEqualTo(total(search, counted.published(null, null), page));
            for (Kind kind : Kind.values()) {
                long unfiltered = total(search, FacetCounts.without(counted, kind), page);
                assertThat(facets.of(kind)).allMatch(count -> count.articles() <= unfiltered);
            }
            for (Count count : facets.of(Kind.TAG)) {
                assertThat(TAGS).contains(Tag.of(count.key(), count.name()));
            }
            return !page.respelled().isEmpty();
        }
    }

    private static long total(LuceneSearch search, SearchQuery query, SearchPage page) {
        return query.equals(page.query().facets(new Kind[0]))
                ? page.total()
                : search.find(query).total();
    }

    private static Stream<String> keys(String... keys) {
        return Stream.of(keys);
    }

    private static void assertCounts(LuceneSearch search, List<Count> counts, Stream<SearchQuery> filtered) {
        List<Long> totals = filtered.map(query -> search.find(query).total())
                .filter(total -> total > 0)
                .sorted()
                .toList();
        assertThat(counts.stream().map(Count::articles).sorted().toList()).isEqualTo(totals);
    }
}
