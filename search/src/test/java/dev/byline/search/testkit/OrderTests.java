package dev.byline.search.testkit;

import static dev.byline.search.testkit.SearchAssertions.assertThat;
import static dev.byline.testkit.SampleArticles.NOW;
import static dev.byline.testkit.SampleArticles.story;
import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.article.Article;
import dev.byline.article.Listed;
import dev.byline.score.Ranked;
import dev.byline.score.Reason;
import dev.byline.search.SearchHit;
import dev.byline.search.SearchPage;
import dev.byline.search.SearchQuery;
import dev.byline.testkit.Rule;
import dev.byline.testkit.SampleArticles;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** In which order it shows them. */
abstract class OrderTests extends SearchTests {
    @Test
    @Rule({"S-05", "S-07"})
    void the_headline_is_stronger_than_the_body() {
        put(
                story("body", "A quiet day", "In town the ferry came late, as it does."),
                story("headline", "Ferry late", "In town it came as it does, on a quiet day."));
        SearchPage page = find("ferry");
        assertThat(page).containsExactly("headline", "body");
        assertThat(page).ranks("headline").above("body").because("S-05", "S-07");
        assertThat(page).ranks("body").hasPart("S-07", 0);
    }

    @Test
    @Rule("S-06")
    void words_that_stand_together_come_first() {
        put(
                story("apart", "Evening", "The oil was sold. Far away and much later the price of fish rose a little."),
                story(
                        "together",
                        "Evening",
                        "The fish was sold. Far away and much later the oil price rose a little."));
        SearchPage page = find("oil price");
        assertThat(page).containsExactly("together", "apart");
        assertThat(page).ranks("together").above("apart").because("S-06");
        assertThat(page).ranks("apart").hasPart("S-06", 0);
    }

    @Test
    @Rule("S-08")
    void the_newer_of_equals_comes_first_and_recency_is_bounded() {
        put(
                SampleArticles.article("month")
                        .headline("Ferry")
                        .publishedAt(NOW.minus(Duration.ofDays(30)))
                        .build(),
                SampleArticles.article("now").headline("Ferry").build(),
                SampleArticles.article("year")
                        .headline("Ferry")
                        .publishedAt(NOW.minus(Duration.ofDays(365)))
                        .build());
        SearchPage page = find("ferry");
        assertThat(page).containsExactly("now", "month", "year");
        List<Ranked<SearchHit>> hits = page.hits();
        double text = parts(hits.get(0), "S-05") + parts(hits.get(0), "S-07");
        assertThat(page).ranks("now").hasPart("S-08", text * 0.1).above("month").because("S-08");
        assertThat(page)
                .ranks("month")
                .hasPart("S-08", text * 0.05)
                .above("year")
                .because("S-08");
        assertThat(parts(hits.get(2), "S-08")).isBetween(text * 1e-9, text * 0.001);
        clock.advance(Duration.ofDays(10_000));
        SearchPage later = find("ferry");
        assertThat(later).containsExactly("now", "month", "year");
        assertThat(later)
                .places()
                .allSatisfy(hit -> assertThat(parts(hit, "S-08")).isZero());
        assertThat(later).ranks("now").above("month").onATie().above("year").onATie();
    }

    @Test
    @Rule("S-09")
    void equal_articles_stand_newer_first_then_by_id() {
        List<Article> same = new ArrayList<>();
        for (String id : List.of("b", "a", "c", "\uD83D\uDE00", "\uFF5E")) {
            same.add(SampleArticles.article(id).headline("Same").build());
        }
        same.add(SampleArticles.article("older")
                .headline("Same")
                .publishedAt(NOW.minusNanos(1))
                .build());
        search.put(same);
        List<String> expected = same.stream()
                .sorted(Listed.NEWEST_FIRST)
                .map(article -> article.id().value())
                .toList();
        assertThat(found("")).isEqualTo(expected);
        assertThat(found(SearchQuery.text("same").sort(SearchQuery.Sort.NEWEST)))
                .isEqualTo(expected);
        assertThat(search.find(SearchQuery.text("same").sort(SearchQuery.Sort.NEWEST)))
                .isTotallyOrdered();
        assertThat(found(SearchQuery.text("same"))).isEqualTo(expected);
    }

    @Test
    void newest_first_shows_all_words_and_relaxes_below_a_page() {
        put(
                SampleArticles.article("one").headline("Ferry").build(),
                SampleArticles.article("two")
                        .headline("Ferry to Fao")
                        .publishedAt(NOW.minusSeconds(9))
                        .build());
        SearchQuery query = SearchQuery.text("ferry fao").sort(SearchQuery.Sort.NEWEST);
        assertThat(found(query.page(0, 1))).containsExactly("two");
        assertThat(found(query.page(1, 1))).isEmpty();
        put(SampleArticles.article("three").headline("Fao").build());
        assertThat(found(query.page(0, 2))).containsExactly("three", "one");
    }

    private static double parts(Ranked<SearchHit> hit, String rule) {
        return hit.reasons().stream()
                .filter(reason -> reason.rule().equals(rule))
                .mapToDouble(Reason::part)
                .sum();
    }
}
