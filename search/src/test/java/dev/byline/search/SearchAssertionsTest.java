package dev.byline.search;

import static dev.byline.search.testkit.SearchAssertions.assertThat;
import static dev.byline.testkit.SampleArticles.NOW;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.byline.article.ArticleId;
import dev.byline.score.Ranked;
import dev.byline.score.Reason;
import dev.byline.text.Language;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class SearchAssertionsTest {
    private static final SearchQuery QUERY = SearchQuery.text("bridge closed");
    private static final SearchPage PAGE =
            SearchPage.of(QUERY, 7, 1, false, List.of(hit("old", NOW.minusSeconds(9), .5), hit("new", NOW, .4)));

    @Test
    void aPageIsAListWithItsNumbers() {
        assertThat(PAGE)
                .containsExactly("old", "new")
                .hasTotal(7)
                .hasAllWordsIn(1)
                .isNotCut()
                .addsUp()
                .isTotallyOrdered()
                .ranks("old")
                .above("new")
                .because("S-05");
        assertThat(SearchPage.of(QUERY, 0, 0, true, List.of())).isEmpty().isCut();
        assertThat(PAGE).isEqualTo(SearchPage.of(QUERY, 7, 1, false, PAGE.hits()));
    }

    @Test
    void aPageThatIsOrderedByDateIsHeldToDates() {
        SearchPage byDate = SearchPage.of(QUERY.sort(SearchQuery.Sort.NEWEST), 7, 1, false, PAGE.hits());
        broken(
                () -> assertThat(byDate).isTotallyOrdered(),
                "Expecting new to stand before old, for the newest come first and it is newer");
    }

    @Test
    void aFailurePrintsThePage() {
        broken(() -> assertThat(PAGE).hasTotal(2), """
                Expecting 2 articles to be found, but 7 were:
                  #  id   relevance  score  reasons
                  1  old  0.5        0.5    S-05 +0.5 says bridge
                  2  new  0.4        0.4    S-05 +0.4 says bridge
                page 0 for "bridge closed": 7 found, 1 with all words""");
        broken(() -> assertThat(PAGE).hasAllWordsIn(2), "Expecting all words in 2 articles, but they are in 1");
        broken(() -> assertThat(PAGE).isCut(), "Expecting the text to be cut, but it was not");
        broken(
                () -> assertThat(SearchPage.of(QUERY, 0, 0, true, List.of())).isNotCut(),
                "Expecting the text not to be cut, but it was");
    }

    private static void broken(ThrowingCallable assertion, String message) {
        assertThatThrownBy(assertion)
                .isInstanceOf(AssertionError.class)
                .message()
                .isNotNull()
                .contains(message.lines().toList());
    }

    private static Ranked<SearchHit> hit(String id, Instant at, double value) {
        SearchHit hit = new SearchHit(ArticleId.of(id), id, "Bridge", "", "", at, "", Language.of("en"), null);
        return new Ranked<>(hit, value, "relevance", value, List.of(new Reason("S-05", "says bridge", value)));
    }
}
