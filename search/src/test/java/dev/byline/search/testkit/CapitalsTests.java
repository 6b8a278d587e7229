package dev.byline.search.testkit;

import static dev.byline.search.testkit.SearchAssertions.assertThat;
import static dev.byline.testkit.SampleArticles.story;
import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.search.SearchPage;
import dev.byline.search.SearchPolicy;
import dev.byline.search.SearchQuery;
import dev.byline.search.SuggestQuery;
import dev.byline.search.Suggestions.Kind;
import dev.byline.search.Suggestions.Suggestion;
import dev.byline.search.Synonyms;
import dev.byline.testkit.Rule;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is typed in capitals. */
abstract class CapitalsTests extends SearchTests {
    private void putPearls() {
        put(
                story(
                        "pearl",
                        "A pearl of the Gulf",
                        "It is the diver who finds it, and not one of us; or so they say."),
                story("iran", "Iran and the nuclear deal", "The talks of Iran and the others on a nuclear deal go on."),
                story("houthi", "A Houthi speaks", "He was asked about the port."),
                story("huthi", "Al-Huthi answers", "She asked about the road."));
    }

    @ParameterizedTest
    @Rule("S-20")
    @ValueSource(
            strings = {
                "the",
                "it",
                "us",
                "who",
                "and",
                "or",
                "not",
                "not pearl",
                "pearl or not",
                "the pearl",
                "is it us",
                "iran nuclear deal",
                "deal us",
                "houthi",
                "al-huthi",
                "who is the diver",
                "-iran the port",
                "\"the gulf\"",
                "pearls and pearl divers"
            })
    void capitals_find_what_small_letters_find_where_nothing_is_written_so(String text) {
        putPearls();
        SearchPage small = find(text);
        SearchPage capitals = find(text.toUpperCase(Locale.ROOT));
        assertThat(small.hits()).isNotEmpty();
        assertThat(capitals.hits()).isEqualTo(small.hits());
        assertThat(capitals.total()).isEqualTo(small.total());
        assertThat(capitals.withAllWords()).isEqualTo(small.withAllWords());
        assertThat(capitals.respelled())
                .extracting(SearchPage.Respelled::as)
                .isEqualTo(
                        small.respelled().stream().map(SearchPage.Respelled::as).toList());
        assertThat(capitals.respelled()).noneMatch(word -> word.typed().equalsIgnoreCase(word.as()));
        assertThat(found(SearchQuery.text(text.toUpperCase(Locale.ROOT)).literally()))
                .isEqualTo(found(SearchQuery.text(text).literally()));
    }

    @Test
    @Rule("S-20")
    void one_word_in_capitals_among_others_finds_what_it_does_in_small_letters() {
        putPearls();
        for (String text :
                List.of("NOT pearl", "pearl AND deal", "pearl OR deal", "THE pearl", "US pearl", "deal US")) {
            SearchPage page = find(text);
            assertThat(page.hits())
                    .as(text)
                    .isEqualTo(find(text.toLowerCase(Locale.ROOT)).hits());
            assertThat(page.hits()).as(text).isNotEmpty();
            assertThat(page.respelled()).as(text).isEmpty();
        }
    }

    private void putAbbreviations() {
        putPearls();
        put(
                story("us", "The US sanctions ships", "Washington named seven ships."),
                story("it", "A school of IT opens", "It teaches sums."),
                story("who", "The WHO sends a vaccine", "The boxes came by ship."),
                story("fed", "They told us of sanctions", "It was said to us."));
    }

    @Test
    @Rule("S-20")
    void an_abbreviation_that_the_archive_has_is_found_before_the_word_that_looks_like_it() {
        putAbbreviations();
        assertThat(found("US")).containsExactly("us");
        assertThat(found("U.S.")).containsExactly("us");
        assertThat(found("IT")).containsExactly("it");
        assertThat(found("WHO")).containsExactly("who");
        // Before an s, us is no Arabic article if it is in capitals.
        assertThat(found("US sanctions")).first().isEqualTo("us");
        assertThat(find("US sanctions")).hasAllWordsIn(1);
        assertThat(found("us")).contains("us", "fed", "pearl");
    }

    @Test
    @Rule("S-20")
    void all_in_capitals_an_abbreviation_is_one_where_an_article_has_it_with_the_other_words() {
        putAbbreviations();
        assertThat(find("US SANCTIONS")).hasAllWordsIn(1);
        assertThat(find("WHO VACCINE")).containsExactly("who");
        assertThat(find("THE SCHOOL OF IT")).containsExactly("it");
        assertThat(find("WHO IS THE DIVER").hits())
                .isEqualTo(find("who is the diver").hits());
        assertThat(find("WHO IS THE DIVER")).containsExactly("pearl");
        assertThat(find("WHO SENDS VACINE").respelled())
                .extracting(SearchPage.Respelled::as)
                .containsExactly("vaccine");
    }

    @Test
    @Rule({"S-04", "S-20"})
    void what_is_left_out_in_capitals_is_the_abbreviation_and_not_the_word_that_looks_like_it() {
        putPearls();
        assertThat(found("pearl -us")).doesNotContain("pearl");
        assertThat(found("pearl -US")).contains("pearl");
        assertThat(found("pearl -OF")).isEqualTo(found("pearl -of"));
        putAbbreviations();
        assertThat(found("sanctions -US")).containsExactly("fed");
    }

    @Test
    @Rule("S-20")
    void what_is_shouted_is_no_abbreviation_though_the_archive_shouts_it_too() {
        putPearls();
        put(story("loud", "THE FERRY SINKS", "Do NOT cross."));
        for (String word : List.of("THE", "NOT")) {
            assertThat(find(word).hits())
                    .as(word)
                    .isEqualTo(find(word.toLowerCase(Locale.ROOT)).hits());
        }
        assertThat(found("THE")).contains("pearl");
    }

    @Test
    @Rule({"S-19", "S-20"})
    void synonyms_name_further_abbreviations() {
        put(story("up", "Voting in Uttar Pradesh", "It rained."), story("other", "Prices go up", "It snowed."));
        search.use(SearchPolicy.defaults()
                .synonyms(Synonyms.none().and("UP", "Uttar Pradesh").and("WHO", "Geneva")));
        assertThat(found("UP")).containsExactly("up");
        assertThat(found("up")).containsExactly("other");
        // None of what it may stand for is there, so that it is the word.
        assertThat(find("WHO").respelled()).isEmpty();
    }

    @Test
    @Rule({"S-15", "S-20"})
    void live_results_read_capitals_likewise() {
        putPearls();
        put(story("who", "The WHO sends a vaccine", "The boxes came by ship."));
        for (String typed : List.of("THE nuc", "THE NUC", "AND THE NUC", "WHO PEA", "IS", "IT", "TH")) {
            String small = typed.toLowerCase(Locale.ROOT);
            assertThat(headlines(typed)).as(typed).isEqualTo(headlines(small));
            assertThat(search.suggest(SuggestQuery.typed(typed)).total())
                    .as(typed)
                    .isEqualTo(search.suggest(SuggestQuery.typed(small)).total());
        }
        assertThat(headlines("THE NUC")).containsExactly("iran");
        assertThat(headlines("WHO sen")).containsExactly("who");
    }

    private List<String> headlines(String typed) {
        return search.suggest(SuggestQuery.typed(typed)).suggestions().stream()
                .filter(one -> one.kind() == Kind.HEADLINE)
                .map(Suggestion::key)
                .toList();
    }
}
