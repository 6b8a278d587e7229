package dev.byline.search.testkit;

import static dev.byline.testkit.SampleArticles.NOW;
import static dev.byline.testkit.SampleArticles.story;
import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.article.ArticleId;
import dev.byline.search.SearchPage;
import dev.byline.search.SearchPage.Alternative;
import dev.byline.search.SearchPage.Outcome;
import dev.byline.search.SearchQuery;
import dev.byline.taxonomy.Tag;
import dev.byline.testkit.Rule;
import dev.byline.testkit.SampleArticles;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said where nothing is found. */
abstract class NothingTests extends SearchTests {
    private static final SearchQuery BRIDGE = SearchQuery.text("bridge");

    private void putNews() {
        put(
                SampleArticles.article("bridge")
                        .headline("Old bridge closed in Basra")
                        .body("Engineers found cracks.")
                        .regions(SampleArticles.BASRA)
                        .tags(Tag.of("bridges", "Crossings"))
                        .build(),
                SampleArticles.article("fair")
                        .headline("Carpet fair opens")
                        .body("Weavers came from Tabriz.")
                        .regions(SampleArticles.IRAN)
                        .build());
    }

    private List<SearchQuery> alternatives(SearchQuery query, Outcome outcome) {
        SearchPage page = search.find(query);
        assertThat(page.hits()).as(query.text()).isEmpty();
        assertThat(page.total()).isZero();
        assertThat(page.outcome()).as(query.text()).isEqualTo(outcome);
        assertThat(page.alternatives())
                .hasSizeLessThanOrEqualTo(3)
                .allSatisfy(alternative ->
                        assertThat(search.find(alternative.query()).total()).isEqualTo(alternative.total()));
        return page.alternatives().stream().map(Alternative::query).toList();
    }

    private List<String> texts(String text, Outcome outcome) {
        return alternatives(SearchQuery.text(text), outcome).stream()
                .map(SearchQuery::text)
                .toList();
    }

    @Test
    @Rule("S-18")
    void where_nothing_is_public_nothing_is_proposed() {
        assertThat(texts("bridge", Outcome.NO_ARTICLES)).isEmpty();
        assertThat(texts("", Outcome.NO_ARTICLES)).isEmpty();
        put(SampleArticles.article("later")
                .headline("Bridge")
                .publishedAt(NOW.plusSeconds(1))
                .build());
        assertThat(texts("bridge", Outcome.NO_ARTICLES)).isEmpty();
    }

    @Test
    @Rule("S-18")
    void what_has_no_words_or_unknown_ones_says_so() {
        putNews();
        assertThat(texts("?!", Outcome.NO_WORDS)).isEmpty();
        assertThat(texts("xylophone quartz", Outcome.UNKNOWN_WORDS)).isEmpty();
        assertThat(texts("\"xylophone quartz\"", Outcome.UNKNOWN_WORDS)).isEmpty();
        assertThat(alternatives(SearchQuery.text("brigde").literally(), Outcome.UNKNOWN_WORDS))
                .extracting(SearchQuery::text)
                .containsExactly("bridge");
    }

    @Test
    @Rule("S-18")
    void a_phrase_that_stands_nowhere_is_taken_apart() {
        putNews();
        assertThat(texts("\"closed bridge\"", Outcome.NO_SUCH_PHRASE)).containsExactly("closed bridge");
        assertThat(texts("engineers “closed bridge”", Outcome.NO_SUCH_PHRASE))
                .first()
                .isEqualTo("engineers closed bridge");
        assertThat(texts("\"old brigde\"", Outcome.NO_SUCH_PHRASE)).first().isEqualTo("\"old bridge\"");
        assertThat(texts("\"closed bridge\" -carpet", Outcome.NO_SUCH_PHRASE))
                .first()
                .isEqualTo("closed bridge -carpet");
    }

    @Test
    @Rule("S-18")
    void what_a_minus_left_out_comes_back() {
        putNews();
        assertThat(texts("bridge -cracks", Outcome.LEFT_OUT)).containsExactly("bridge");
        assertThat(texts("bridge -\"old bridge\" closed", Outcome.LEFT_OUT)).containsExactly("bridge closed");
        assertThat(texts("-bridge -carpet", Outcome.LEFT_OUT)).containsExactly("");
    }

    @Test
    @Rule("S-18")
    void filters_go_one_by_one_and_then_all() {
        putNews();
        assertThat(alternatives(BRIDGE.in(SampleArticles.IRAN), Outcome.FILTERED_OUT))
                .containsExactly(BRIDGE);
        SearchQuery two = BRIDGE.in(SampleArticles.IRAN).tag("bridges");
        assertThat(alternatives(two, Outcome.FILTERED_OUT)).containsExactly(BRIDGE.tag("bridges"), BRIDGE);
        assertThat(alternatives(BRIDGE.in(SampleArticles.IRAN).author("nobody"), Outcome.FILTERED_OUT))
                .containsExactly(BRIDGE);
        assertThat(alternatives(SearchQuery.text("").in(SampleArticles.QATAR), Outcome.FILTERED_OUT))
                .containsExactly(SearchQuery.text(""));
        assertThat(alternatives(SearchQuery.text("  ").in(SampleArticles.QATAR), Outcome.FILTERED_OUT))
                .containsExactly(SearchQuery.text(""));
        assertThat(alternatives(BRIDGE.published(NOW.plusSeconds(1), null), Outcome.FILTERED_OUT))
                .containsExactly(BRIDGE);
        SearchQuery respelled = SearchQuery.text("brigde").in(SampleArticles.IRAN);
        assertThat(alternatives(respelled, Outcome.FILTERED_OUT)).containsExactly(BRIDGE);
        SearchQuery both = SearchQuery.text("bridge -cracks").in(SampleArticles.IRAN);
        assertThat(alternatives(both, Outcome.FILTERED_OUT)).containsExactly(BRIDGE);
    }

    @Test
    @Rule("S-18")
    void of_many_words_that_stand_in_different_articles_some_are_proposed() {
        List<String> words = List.of(
                ("drought harvest railway budget theatre ballot hospital glacier textile lobster pension orchard"
                                + " museum volcano senator bicycle quarry rainfall judge harbour lantern cotton")
                        .split(" ", -1));
        for (int i = 0; i < words.size(); i++) {
            put(story("a" + i, words.get(i), i == 0 ? words.get(1) : "Nothing more."));
        }
        List<String> texts = texts(String.join(" ", words), Outcome.TOO_FEW_WORDS);
        assertThat(texts).isNotEmpty();
        assertThat(words).containsAll(List.of(texts.get(0).split(" ", -1)));
    }

    @Test
    @Rule("S-18")
    void what_is_withdrawn_is_not_proposed() {
        putNews();
        search.withdraw(ArticleId.of("bridge"));
        assertThat(alternatives(BRIDGE.in(SampleArticles.IRAN), Outcome.UNKNOWN_WORDS))
                .isEmpty();
        assertThat(texts("\"closed bridge\"", Outcome.UNKNOWN_WORDS)).isEmpty();
    }

    @Test
    @Rule("S-18")
    void what_found_something_proposes_nothing() {
        putNews();
        SearchPage page = search.find(BRIDGE);
        assertThat(page.outcome()).isEqualTo(Outcome.FOUND);
        assertThat(page.alternatives()).isEmpty();
    }
}
