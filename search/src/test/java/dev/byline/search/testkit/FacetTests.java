package dev.byline.search.testkit;

import static dev.byline.search.testkit.SearchAssertions.assertThat;
import static dev.byline.testkit.SampleArticles.NOW;
import static dev.byline.testkit.SampleArticles.article;
import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.article.Article;
import dev.byline.article.ArticleId;
import dev.byline.article.ArticleStatus;
import dev.byline.article.Author;
import dev.byline.search.Facets;
import dev.byline.search.Facets.Count;
import dev.byline.search.Facets.Kind;
import dev.byline.search.SearchPage;
import dev.byline.search.SearchQuery;
import dev.byline.search.SearchQuery.Sort;
import dev.byline.taxonomy.Region;
import dev.byline.taxonomy.Section;
import dev.byline.taxonomy.Tag;
import dev.byline.testkit.Rule;
import dev.byline.testkit.SampleArticles;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How it counts what was found, and what it finds by date. */
abstract class FacetTests extends SearchTests {
    @Test
    @Rule("S-14")
    void what_is_filed_is_counted_with_what_is_around_it() {
        put(
                article("a")
                        .regions(SampleArticles.BASRA, SampleArticles.IRAN)
                        .sections(SampleArticles.ELECTIONS)
                        .tags(Tag.of("oil", "Oil & Gas"), Tag.of("oil", "Oil"))
                        .authors(Author.of("mina", "Mina Hadid"))
                        .build(),
                article("b")
                        .regions(SampleArticles.IRAQ)
                        .sections(SampleArticles.POLITICS, SampleArticles.CULTURE)
                        .build());
        Facets facets = counted(SearchQuery.text("headline"));
        assertThat(facets.of(Kind.REGION))
                .containsExactly(
                        new Count("iq", "Iraq", 2),
                        new Count("middle-east", "Middle East", 2),
                        new Count("iq-ba", "Basra", 1),
                        new Count("ir", "Iran", 1));
        assertThat(facets.of(Kind.SECTION))
                .containsExactly(
                        new Count("politics", "Politics", 2),
                        new Count("culture", "Culture", 1),
                        new Count("elections", "Elections", 1));
        assertThat(facets.of(Kind.TAG)).containsExactly(new Count("oil", "Oil & Gas", 1));
        assertThat(facets.of(Kind.AUTHOR)).containsExactly(new Count("mina", "Mina Hadid", 1));
        assertThat(find("headline").facets()).isEqualTo(Facets.NONE);
        assertThat(counted(SearchQuery.text("nowhere")).of(Kind.TAG)).isEmpty();
    }

    @Test
    @Rule({"S-03", "S-14"})
    void a_filter_finds_nothing_that_is_not_found_without_it() {
        put(article("both")
                .headline("Khamenei gives a speech")
                .regions(SampleArticles.IRAN)
                .build());
        for (int i = 0; i < 6; i++) {
            put(article("speech" + i)
                    .headline("Another speech")
                    .regions(SampleArticles.IRAQ)
                    .build());
        }
        for (int i = 0; i < 20; i++) {
            put(article("other" + i).headline("A quiet day").build());
        }
        for (SearchQuery query : List.of(
                SearchQuery.text("Khamenei speech"),
                SearchQuery.text("Khamenei spech"),
                SearchQuery.text("Khamenei speech").sort(Sort.NEWEST).page(0, 1))) {
            assertThat(search.find(query)).containsExactly("both").hasTotal(1);
            assertThat(counted(query).of(Kind.REGION))
                    .containsExactly(new Count("ir", "Iran", 1), new Count("middle-east", "Middle East", 1));
            assertThat(counted(query.regions(Set.of("iq"))).of(Kind.REGION))
                    .isEqualTo(counted(query).of(Kind.REGION));
            SearchPage elsewhere = search.find(query.regions(Set.of("iq")));
            assertThat(elsewhere).hasTotal(0);
            assertThat(elsewhere.outcome()).isEqualTo(SearchPage.Outcome.FILTERED_OUT);
        }
        // Where nobody has all, each is asked for less.
        assertThat(find("Khamenei speech -gives")).hasTotal(6);
    }

    @Test
    @Rule("S-14")
    void the_name_is_the_one_that_most_of_the_articles_print() {
        put(
                article("a").tags(Tag.of("oil", "Petroleum")).build(),
                article("b").tags(Tag.of("oil", "Oil")).build());
        assertThat(counted(SearchQuery.text("")).of(Kind.TAG)).containsExactly(new Count("oil", "Oil", 2));
        put(article("c").tags(Tag.of("oil", "Petroleum")).build());
        assertThat(counted(SearchQuery.text("")).of(Kind.TAG)).containsExactly(new Count("oil", "Petroleum", 3));
    }

    @Test
    @Rule({"S-14", "S-01"})
    void what_is_not_public_is_not_counted_and_leaves_no_name() {
        put(
                article("kept").tags(Tag.of("oil", "Oil")).build(),
                article("gone")
                        .tags(Tag.of("oil", "Secret"), Tag.of("gone", "Gone"))
                        .build(),
                article("edited").tags(Tag.of("typo", "Typo")).build(),
                article("later")
                        .tags(Tag.of("later", "Later"))
                        .status(ArticleStatus.SCHEDULED)
                        .publishedAt(NOW.plusNanos(1))
                        .build(),
                article("offer")
                        .tags(Tag.of("offer", "Offer"))
                        .expiresAt(NOW.plusNanos(1))
                        .build());
        search.withdraw(ArticleId.of("gone"));
        put(article("edited").build());
        assertThat(counted(SearchQuery.text("")).of(Kind.TAG))
                .containsExactly(new Count("offer", "Offer", 1), new Count("oil", "Oil", 1));
        clock.advance(Duration.ofNanos(1));
        assertThat(counted(SearchQuery.text("")).of(Kind.TAG))
                .containsExactly(new Count("later", "Later", 1), new Count("oil", "Oil", 1));
    }

    @Test
    @Rule("S-14")
    void a_count_is_what_its_filter_finds() {
        search.put(SampleArticles.mixed(400, 3));
        List<SearchQuery> queries = List.of(
                SearchQuery.text(""),
                SearchQuery.text("bridge"),
                SearchQuery.text("farmers repair the old bridge railway library"),
                SearchQuery.text("\"old bridge\" -farmers"),
                SearchQuery.text("bridge").in(SampleArticles.IRAN).section("politics"),
                SearchQuery.text("").tag("oil").author("the-desk"),
                SearchQuery.text("weavers bridge").published(NOW.minus(Duration.ofHours(30)), NOW));
        for (SearchQuery query : queries) {
            for (Sort sort : Sort.values()) {
                for (int size : new int[] {1, 20, 100}) {
                    assertAgree(query.sort(sort).page(0, size));
                }
            }
        }
    }

    private void assertAgree(SearchQuery query) {
        Facets facets = counted(query);
        for (Count count : facets.of(Kind.REGION)) {
            assertThat(search.find(query.regions(Set.of(count.key()))))
                    .as("%s", count)
                    .hasTotal(count.articles());
        }
        for (Count count : facets.of(Kind.SECTION)) {
            assertThat(search.find(query.section(count.key()))).as("%s", count).hasTotal(count.articles());
        }
        for (Count count : facets.of(Kind.TAG)) {
            assertThat(search.find(query.tag(count.key()))).as("%s", count).hasTotal(count.articles());
        }
        for (Count count : facets.of(Kind.AUTHOR)) {
            assertThat(search.find(query.author(count.key()))).as("%s", count).hasTotal(count.articles());
        }
        for (Facets.Period month : facets.months()) {
            assertThat(search.find(query.published(month.from(), month.until())))
                    .as("%s", month)
                    .hasTotal(month.articles());
        }
        for (Region region : SampleArticles.REGIONS) {
            if (facets.of(Kind.REGION).stream().noneMatch(count -> count.key().equals(region.key()))) {
                assertThat(search.find(query.regions(Set.of(region.key())))).hasTotal(0);
            }
        }
        for (Section section : SampleArticles.SECTIONS) {
            if (facets.of(Kind.SECTION).stream().noneMatch(count -> count.key().equals(section.key()))) {
                assertThat(search.find(query.section(section.key()))).hasTotal(0);
            }
        }
    }

    @Test
    @Rule("S-14")
    void months_come_newest_first() {
        put(
                dated("a", "2026-09-30T23:59:59.999999999Z"),
                dated("b", "2026-10-01T00:00:00Z"),
                dated("c", "2026-10-31T12:00:00Z"),
                dated("old", "1605-07-01T00:00:00Z"),
                dated("ancient", "-0400-01-01T00:00:00Z"));
        List<Facets.Period> months = counted(SearchQuery.text("")).months();
        assertThat(months)
                .contains(period("2026-10-01T00:00:00Z", "2026-11-01T00:00:00Z", 2))
                .contains(period("2026-09-01T00:00:00Z", "2026-10-01T00:00:00Z", 1))
                .hasSize(4);
        assertAgree(SearchQuery.text(""));
    }

    private static Facets.Period period(String from, String until, long articles) {
        return new Facets.Period(Instant.parse(from), Instant.parse(until), articles);
    }

    @Test
    @Rule("S-17")
    void dates_are_exact_to_the_nanosecond() {
        Instant second = Instant.parse("2026-10-01T00:00:00Z");
        put(
                dated("before", "2026-09-30T23:59:59.999999999Z"),
                dated("at", "2026-10-01T00:00:00Z"),
                dated("after", "2026-10-01T00:00:00.000000001Z"),
                dated("later", "2026-10-01T00:00:01Z"));
        SearchQuery all = SearchQuery.text("").sort(Sort.OLDEST);
        assertThat(found(all.published(second, null))).containsExactly("at", "after", "later");
        assertThat(found(all.published(null, second))).containsExactly("before");
        assertThat(found(all.published(second.plusNanos(1), second.plusSeconds(1))))
                .containsExactly("after");
        assertThat(found(all.published(second, second))).isEmpty();
        assertThat(found(all.published(Instant.MIN, Instant.MAX))).hasSize(4);
        assertThat(found(all.published(Instant.MAX, Instant.MIN))).isEmpty();
    }

    @Test
    @Rule("S-17")
    void oldest_is_newest_from_the_other_end() {
        search.put(SampleArticles.published(200, 5));
        for (String text : List.of("", "bridge", "farmers bridge")) {
            SearchQuery query = SearchQuery.text(text).page(0, 100);
            SearchPage oldest = search.find(query.sort(Sort.OLDEST));
            assertThat(oldest).isTotallyOrdered();
            long pages = (oldest.total() + 99) / 100;
            List<String> newest = new ArrayList<>();
            for (int page = 0; page < pages; page++) {
                newest.addAll(found(query.page(page, 100).sort(Sort.NEWEST)));
            }
            Collections.reverse(newest);
            assertThat(found(query.sort(Sort.OLDEST)))
                    .isNotEmpty()
                    .isEqualTo(newest.subList(0, oldest.hits().size()));
        }
    }

    private static Article dated(String id, String at) {
        return article(id).publishedAt(Instant.parse(at)).build();
    }

    private Facets counted(SearchQuery query) {
        return search.find(query.facets(Kind.values())).facets();
    }
}
