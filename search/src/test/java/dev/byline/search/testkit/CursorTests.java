package dev.byline.search.testkit;

import static dev.byline.search.testkit.SearchAssertions.assertThat;
import static dev.byline.testkit.SampleArticles.NOW;
import static dev.byline.testkit.SampleArticles.article;
import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.article.Article;
import dev.byline.article.ArticleId;
import dev.byline.article.ArticleStatus;
import dev.byline.search.ArticleSearch;
import dev.byline.search.Facets.Count;
import dev.byline.search.Facets.Kind;
import dev.byline.search.SearchPage;
import dev.byline.search.SearchPage.Outcome;
import dev.byline.search.SearchQuery;
import dev.byline.search.SearchQuery.Sort;
import dev.byline.taxonomy.Tag;
import dev.byline.testkit.Rule;
import dev.byline.testkit.SampleArticles;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How it leads from page to page while others write. */
abstract class CursorTests extends SearchTests {
    private static final String ALL = "farmers engineers teachers bridge railway market";

    @Test
    @Rule("S-16")
    void pages_by_cursor_are_the_pages_by_number() {
        search.put(SampleArticles.published(300, 5));
        for (String text : List.of("", ALL, "bridge", "\"old bridge\"")) {
            for (Sort sort : Sort.values()) {
                SearchQuery query = SearchQuery.text(text).sort(sort).page(0, 17);
                List<String> numbered = new ArrayList<>();
                for (int page = 0; page <= search.find(query).total() / 17; page++) {
                    numbered.addAll(found(query.page(page, 17)));
                }
                assertThat(paged(query)).isEqualTo(numbered);
                SearchPage second = search.find(query.page(1, 17));
                if (!second.next().isEmpty()) {
                    assertThat(found(query.after(second.next()))).isEqualTo(found(query.page(2, 17)));
                }
            }
        }
    }

    @Test
    @Rule("S-16")
    void who_pages_sees_what_there_was_and_is_still() {
        for (Sort sort : Sort.values()) {
            search.put(SampleArticles.published(40, 5));
            SearchQuery query = SearchQuery.text(sort == Sort.RELEVANCE ? ALL : "")
                    .sort(sort)
                    .facets(Kind.TAG)
                    .page(0, 5);
            List<String> before = paged(query);
            SearchPage first = search.find(query);
            String gone = before.get(7);
            String edited = before.get(12);
            String hidden = before.get(21);
            search.withdraw(ArticleId.of(gone));
            put(
                    article(edited)
                            .headline("Another headline")
                            .tags(Tag.of("new", "New"))
                            .build(),
                    article(hidden).status(ArticleStatus.PRIVATE).build(),
                    article("appeared-" + sort).headline(ALL).body(ALL).build());
            List<String> after = new ArrayList<>(ids(first));
            for (SearchPage page = next(query, first); ; page = next(query, page)) {
                after.addAll(ids(page));
                assertThat(page).hasTotal(before.size() - 2L);
                assertThat(page.facets().of(Kind.TAG)).contains(new Count("new", "New", 1));
                if (ids(page).contains(edited)) {
                    assertThat(page.hits())
                            .anyMatch(hit -> hit.item().headline().equals("Another headline"));
                }
                if (page.next().isEmpty()) {
                    break;
                }
                assertThat(page.hits()).hasSize(5);
            }
            before.remove(gone);
            before.remove(hidden);
            assertThat(after).isEqualTo(before);
            search.withdraw(List.of(ArticleId.of("appeared-" + sort)));
        }
    }

    @Test
    @Rule({"S-16", "S-01"})
    void the_clock_hides_and_does_not_add() {
        for (int i = 0; i < 6; i++) {
            put(article("a" + i).build());
        }
        put(
                article("offer").expiresAt(NOW.plusSeconds(1)).build(),
                article("embargo")
                        .status(ArticleStatus.SCHEDULED)
                        .publishedAt(NOW.plusSeconds(1))
                        .build());
        SearchQuery query = SearchQuery.text("").page(0, 2);
        SearchPage first = search.find(query);
        assertThat(first).containsExactly("offer", "a5").hasTotal(7);
        clock.advance(Duration.ofSeconds(1));
        SearchPage second = next(query, first);
        assertThat(second).containsExactly("a4", "a3").hasTotal(6);
        assertThat(found(query)).startsWith("embargo");
        clock.set(NOW.minusNanos(1));
        assertThat(next(query, second)).hasTotal(0);
    }

    @Test
    @Rule("S-16")
    void a_cursor_lives_for_a_time_and_with_its_search() {
        search.put(SampleArticles.published(30, 5));
        SearchQuery query = SearchQuery.text("").page(0, 5);
        String cursor = search.find(query).next();
        assertThat(search.find(query.after(cursor)).outcome()).isEqualTo(Outcome.FOUND);
        try (ArticleSearch other = open(folder.resolve("other"), clock)) {
            other.put(SampleArticles.published(30, 5));
            assertThat(other.find(query).next()).isNotEmpty();
            assertExpired(other, query.after(cursor));
        }
        clock.advance(Duration.ofDays(1));
        assertExpired(search, query.after(cursor));
        String second = search.find(query).next();
        reopen();
        assertExpired(search, query.after(second));
    }

    @Test
    @Rule("S-16")
    void a_cursor_is_of_its_query_alone_and_any_text_is_one() {
        search.put(SampleArticles.published(30, 5));
        SearchQuery query = SearchQuery.text("").page(0, 5);
        String cursor = search.find(query).next();
        assertThat(cursor).matches("[A-Za-z0-9_-]{1,80}");
        for (SearchQuery other : List.of(
                query.withText("bridge"),
                query.in(SampleArticles.IRAN),
                query.section("politics"),
                query.tag("oil"),
                query.author("the-desk"),
                query.published(NOW, null),
                query.published(null, NOW),
                query.literally(),
                query.whileTyping(),
                query.sort(Sort.OLDEST),
                query.page(0, 6))) {
            assertExpired(search, other.after(cursor));
        }
        assertThat(search.find(query.facets(Kind.TAG).after(cursor)).outcome()).isEqualTo(Outcome.FOUND);
        for (int at = 0; at < cursor.length(); at++) {
            char changed = cursor.charAt(at) == 'A' ? 'B' : 'A';
            String garbled = cursor.substring(0, at) + changed + cursor.substring(at + 1);
            assertThat(search.find(query.after(garbled)).outcome())
                    .as("character %s", at)
                    .isIn(
                            at == cursor.length() - 1
                                    ? List.of(Outcome.CURSOR_EXPIRED, Outcome.FOUND)
                                    : List.of(Outcome.CURSOR_EXPIRED));
        }
        for (String text :
                List.of(" ", "x", cursor + "A", cursor.substring(1), "\ud800", "\0", "=", "A".repeat(5000))) {
            assertExpired(search, query.after(text));
        }
    }

    @Test
    @Rule("S-16")
    void the_order_of_many_holds_whatever_goes() {
        search.put(SampleArticles.published(1_800, 5));
        SearchQuery query = SearchQuery.text(ALL).page(0, 40);
        List<String> before = paged(query);
        assertThat(before).hasSizeGreaterThan(1_100).doesNotHaveDuplicates();
        SearchPage page = search.find(query);
        List<ArticleId> gone = new ArrayList<>();
        for (int i = 40; i < before.size(); i++) {
            if (i % 7 == 0 || (i > 930 && i < 1_090)) {
                gone.add(ArticleId.of(before.get(i)));
            }
        }
        search.withdraw(gone);
        List<String> after = new ArrayList<>(ids(page));
        while (!page.next().isEmpty()) {
            page = next(query, page);
            after.addAll(ids(page));
            assertThat(page.hits().size() == 40 || page.next().isEmpty()).isTrue();
            assertThat(page.hits()).isNotEmpty();
        }
        before.removeAll(gone.stream().map(ArticleId::value).toList());
        assertThat(after).isEqualTo(before);
    }

    @Test
    @Rule("S-16")
    void there_is_no_bound_behind_a_cursor() {
        List<Article> articles = new ArrayList<>();
        for (int i = 0; i < SearchQuery.DEEPEST + 250; i++) {
            articles.add(article("n" + i).build());
        }
        search.put(articles);
        SearchQuery query = SearchQuery.text("headline").page(SearchQuery.DEEPEST / 100 - 1, 100);
        SearchPage last = search.find(query);
        assertThat(search.find(query.page(SearchQuery.DEEPEST / 100, 100)).hits())
                .isEmpty();
        List<String> rest = new ArrayList<>();
        for (SearchPage page = last; !page.next().isEmpty(); ) {
            page = next(query, page);
            rest.addAll(ids(page));
        }
        assertThat(rest).hasSize(250).doesNotHaveDuplicates().doesNotContainAnyElementsOf(ids(last));
    }

    private static void assertExpired(ArticleSearch search, SearchQuery query) {
        SearchPage page = search.find(query);
        assertThat(page.outcome()).isEqualTo(Outcome.CURSOR_EXPIRED);
        assertThat(page.query()).isEqualTo(query);
        assertThat(page.hits()).isEmpty();
        assertThat(page.total()).isZero();
        assertThat(page.next()).isEmpty();
    }

    private SearchPage next(SearchQuery query, SearchPage page) {
        return search.find(query.after(page.next()));
    }

    /** The ids on all pages by cursor. */
    private List<String> paged(SearchQuery query) {
        SearchPage page = search.find(query);
        List<String> ids = new ArrayList<>(ids(page));
        while (!page.next().isEmpty()) {
            page = next(query, page);
            ids.addAll(ids(page));
        }
        return ids;
    }

    private static List<String> ids(SearchPage page) {
        return page.hits().stream().map(hit -> hit.item().id().value()).toList();
    }
}
