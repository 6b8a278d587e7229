package dev.byline.search.lucene;

import static dev.byline.testkit.SampleArticles.story;
import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.search.SearchPage.Respelled;
import dev.byline.search.SearchQuery;
import dev.byline.testkit.MovableClock;
import dev.byline.testkit.Rule;
import dev.byline.testkit.SampleArticles;
import java.util.List;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken for a slip, and what for a word that the site lacks. */
class RespellingTest {
    private final LuceneSearch search =
            LuceneSearch.open(new ByteBuffersDirectory(), MovableClock.at(SampleArticles.NOW));

    @BeforeEach
    void fill() {
        search.put(List.of(
                story(
                        "harbour",
                        "Harbour closed",
                        "The island lies far off the coast, rather quiet, and so does its port."),
                story("market", "Market opens late", "Traders thus waited from first light; some of them went home."),
                story("school", "School gets a library", "Pupils carry the books, and their teacher reads."),
                story("council", "Council raises rents", "Members voted; the mayor was certain of the case."),
                story("theatre", "Theatre plays again", "Actors spent the winter at home, but the stage is ready.")));
    }

    @AfterEach
    void close() {
        search.close();
    }

    private List<String> respelled(String text) {
        return search.find(SearchQuery.text(text)).respelled().stream()
                .map(Respelled::as)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ferrry",
                "ferry",
                "raptor",
                "trust",
                "hut",
                "porter",
                "kettle",
                "surgeon",
                "council raptor",
                "captain of the harbour",
                "school forest library",
                "curry at the market",
                "winner in the council",
                "the mayor and council members trust",
                "a cape by the stage of the theatre",
                "traders waited with trust for the council of the market"
            })
    @Rule("S-12")
    void a_right_word_that_the_site_lacks_is_left(String text) {
        assertThat(respelled(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "thier, their",
        "harborr, harbour",
        "harbbbbour, harbour",
        "libary, library",
        "theater, theatre",
        "teecher, teacher",
        "counsil, council",
        "mmarket, market",
        "thier teacher, their",
        "council membres, members"
    })
    @Rule("S-12")
    void a_slip_is_still_read_as_what_was_meant(String typed, String meant) {
        assertThat(respelled(typed)).containsExactly(meant);
    }

    @Test
    @Rule("S-12")
    void what_the_other_words_are_found_with_may_be_farther_away() {
        assertThat(respelled("winte")).containsExactly("winter");
        assertThat(respelled("actors wintre stage")).containsExactly("winter");
        assertThat(respelled("library winde")).isEmpty();
    }

    @Test
    @Rule("S-12")
    void a_site_that_has_the_word_gets_it() {
        search.put(List.of(story("ferry", "Ferry sinks", "Off Basra.")));
        assertThat(respelled("ferrry")).containsExactly("ferry");
        assertThat(respelled("ferrrrry to the island")).containsExactly("ferry");
    }
}
