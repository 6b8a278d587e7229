package dev.byline.search.testkit;

import static dev.byline.testkit.SampleArticles.NOW;
import static dev.byline.testkit.SampleArticles.story;
import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.article.Article;
import dev.byline.article.ArticleId;
import dev.byline.article.Author;
import dev.byline.score.Ranked;
import dev.byline.score.Reason;
import dev.byline.search.SearchExplanation;
import dev.byline.search.SearchExplanation.Standing;
import dev.byline.search.SearchHit;
import dev.byline.search.SearchPage;
import dev.byline.search.SearchPage.Respelled;
import dev.byline.search.SearchQuery;
import dev.byline.search.SearchQuery.Sort;
import dev.byline.taxonomy.Tag;
import dev.byline.testkit.Rule;
import dev.byline.testkit.SampleArticles;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Why an article stands where it stands, or is not found. */
abstract class ExplainingTests extends SearchTests {
    private void putNews() {
        put(
                SampleArticles.article("bridge")
                        .headline("Old bridge closed in Basra")
                        .body("Engineers found cracks in the bridge.")
                        .regions(SampleArticles.BASRA)
                        .authors(Author.of("mina", "Mina Hadid"))
                        .tags(Tag.of("bridges", "Crossings"))
                        .build(),
                story("ferry", "Ferry in the place of the bridge", "Engineers wait at the harbour."),
                story("fair", "Carpet fair opens", "Weavers came from Tabriz."));
    }

    private SearchExplanation explain(SearchQuery query, String id) {
        return search.explain(query, ArticleId.of(id));
    }

    private List<Reason> obstacles(SearchQuery query, String id, Standing standing) {
        SearchExplanation explanation = explain(query, id);
        assertThat(explanation.standing()).isEqualTo(standing);
        assertThat(explanation.hit()).isNull();
        assertThat(explanation.place()).isZero();
        assertThat(explanation.query()).isEqualTo(query);
        return explanation.obstacles();
    }

    private void assertKeptOut(SearchQuery query, String id, String rule, String text) {
        assertThat(obstacles(query, id, Standing.NOT_FOUND))
                .as(query.toString())
                .containsExactly(new Reason(rule, text, 0));
    }

    @Test
    @Rule("S-05")
    void a_hit_is_explained_as_on_its_page_whichever_was_asked_for() {
        putNews();
        for (Sort sort : Sort.values()) {
            for (String text : List.of("bridge", "engineers bridge Basra", "\"the bridge\"", "-carpet", "")) {
                SearchQuery query = SearchQuery.text(text).sort(sort);
                List<Ranked<SearchHit>> hits = search.find(query).hits();
                assertThat(hits).isNotEmpty();
                for (int i = 0; i < hits.size(); i++) {
                    SearchExplanation explanation = search.explain(
                            query.page(7, query.size()), hits.get(i).item().id());
                    assertThat(explanation.standing()).isEqualTo(Standing.FOUND);
                    assertThat(explanation.place()).isEqualTo(i + 1);
                    assertThat(explanation.hit()).isEqualTo(hits.get(i));
                    assertThat(explanation.obstacles()).isEmpty();
                }
            }
        }
    }

    @Test
    @Rule("S-01")
    void what_is_not_public_says_so() {
        putNews();
        SearchQuery query = SearchQuery.text("bridge");
        assertThat(obstacles(query, "nobody", Standing.NOT_INDEXED)).hasSize(1);
        put(SampleArticles.article("later")
                .headline("A bridge to come")
                .publishedAt(NOW.plusSeconds(60))
                .build());
        assertThat(obstacles(query, "later", Standing.NOT_PUBLIC))
                .containsExactly(new Reason("S-01", "is not public at " + NOW, 0));
        clock.advance(Duration.ofSeconds(60));
        assertThat(explain(query, "later").standing()).isEqualTo(Standing.FOUND);
        search.withdraw(ArticleId.of("later"));
        assertThat(obstacles(query, "later", Standing.NOT_INDEXED)).hasSize(1);
    }

    @Test
    @Rule("S-02")
    void the_filters_that_keep_it_out_are_named() {
        putNews();
        SearchQuery query = SearchQuery.text("bridge");
        assertKeptOut(query.in(SampleArticles.IRAN), "bridge", "S-02", "does not lie in ir");
        assertKeptOut(query.section("sport"), "bridge", "S-02", "is not in the section sport");
        assertKeptOut(query.tag("oil"), "bridge", "S-02", "does not have the tag oil");
        assertKeptOut(query.author("jon"), "bridge", "S-02", "is not by jon");
        assertThat(obstacles(query.tag("oil").author("jon"), "bridge", Standing.NOT_FOUND))
                .hasSize(2);
        assertThat(explain(query.in(SampleArticles.IRAQ).tag("bridges").author("mina"), "bridge")
                        .place())
                .isEqualTo(1);
    }

    @Test
    @Rule("S-17")
    void so_are_times() {
        putNews();
        SearchQuery query = SearchQuery.text("bridge");
        assertKeptOut(
                query.published(NOW.plusSeconds(1), null),
                "bridge",
                "S-17",
                "was published before " + NOW.plusSeconds(1));
        assertKeptOut(
                query.published(null, NOW.minus(Duration.ofDays(900))),
                "bridge",
                "S-17",
                "was not published before " + NOW.minus(Duration.ofDays(900)));
    }

    @Test
    @Rule("S-04")
    void so_are_operators() {
        putNews();
        assertKeptOut(SearchQuery.text("bridge -crack"), "bridge", "S-04", "has crack, which is left out");
        assertKeptOut(
                SearchQuery.text("bridge -\"old bridge\""), "bridge", "S-04", "says \"old bridge\", which is left out");
        assertKeptOut(SearchQuery.text("\"old bridge\""), "ferry", "S-04", "does not say \"old bridge\"");
    }

    @Test
    @Rule("S-03")
    void words_are_told_with_their_share() {
        List<Article> many = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            many.add(story("common" + i, "Engineers meet", "Nothing more."));
        }
        search.put(many);
        putNews();
        List<Reason> told = obstacles(SearchQuery.text("engineers Basra crack"), "common7", Standing.NOT_FOUND);
        assertThat(told).extracting(Reason::rule).containsOnly("S-03");
        assertThat(told)
                .extracting(Reason::text)
                .containsExactly(
                        "has engineers", "lacks basra", "lacks crack", "needs this share of what the words tell");
        assertThat(told.get(0).part()).isPositive();
        assertThat(told.stream().mapToDouble(Reason::part).sum()).isNegative();
        assertKeptOut(SearchQuery.text("zeppelin").literally(), "bridge", "S-03", "no public article has zeppelin");
        assertKeptOut(SearchQuery.text("!"), "bridge", "S-03", "there is no word to look for");
    }

    @Test
    @Rule("S-03")
    void by_date_all_words_are_needed_where_they_fill_a_page() {
        putNews();
        SearchQuery query =
                SearchQuery.text("engineers harbour").sort(Sort.NEWEST).page(0, 1);
        assertThat(obstacles(query, "bridge", Standing.NOT_FOUND))
                .extracting(Reason::text)
                .containsExactly("has engineers", "lacks harbour", "needs all words, since enough others have them");
        SearchPage page = search.find(query);
        assertThat(page.total()).isEqualTo(1);
    }

    @Test
    @Rule("S-12")
    void what_was_respelled_is_told() {
        putNews();
        SearchQuery query = SearchQuery.text("brigde");
        assertThat(explain(query, "bridge").respelled()).containsExactly(new Respelled("brigde", "bridge"));
        assertThat(explain(query, "bridge").hit())
                .isEqualTo(search.find(query).hits().get(0));
        assertKeptOut(query.literally(), "bridge", "S-03", "no public article has brigde");
    }
}
