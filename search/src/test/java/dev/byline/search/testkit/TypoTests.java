package dev.byline.search.testkit;

import static dev.byline.search.testkit.SearchAssertions.assertThat;
import static dev.byline.testkit.SampleArticles.NOW;
import static dev.byline.testkit.SampleArticles.story;
import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.article.ArticleId;
import dev.byline.search.SearchPage;
import dev.byline.search.SearchPage.Outcome;
import dev.byline.search.SearchPage.Respelled;
import dev.byline.search.SearchQuery;
import dev.byline.testkit.Rule;
import dev.byline.testkit.SampleArticles;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a mistyped word finds. */
abstract class TypoTests extends SearchTests {
    private void putNews() {
        put(
                story("bridge", "Government closes the old bridge", "Engineers in Basra found cracks in the bridge."),
                story("airport", "Airport of Sanaa reopens", "The first aeroplane brought necessary medicine."),
                story("fridge", "A fridge full of cheese", "Weavers discovered it behind the market."),
                story("persian", "حکومت ایران درباره نفت سخن گفت", "رئیس مجلس در تهران بود."),
                story("hebrew", "הממשלה אישרה תקציב חדש", "ירושלים ותל אביב."),
                story("russian", "Правительство закрыло мост", "Инженеры нашли трещины."));
    }

    private void assertRespelled(String typed, String as, String first) {
        SearchPage page = find(typed);
        assertThat(page.respelled()).as(typed).extracting(Respelled::as).containsExactly(as);
        assertThat(page.hits().get(0).item().id().value()).as(typed).isEqualTo(first);
        assertThat(page.outcome()).isEqualTo(Outcome.FOUND);
        assertThat(page.alternatives()).isEmpty();
    }

    @Test
    @Rule("S-12")
    void a_word_that_no_article_has_is_respelled() {
        putNews();
        assertRespelled("goverment", "government", "bridge");
        assertRespelled("Brigde", "bridge", "bridge");
        assertRespelled("nesesery medicine", "necessary", "airport");
        assertRespelled("enjineers", "engineers", "bridge");
        assertRespelled("حکموت ایران", "حكومت", "persian");
        assertRespelled("תקציף", "תקציב", "hebrew");
        assertRespelled("Правителство", "правительство", "russian");
        assertThat(find("Old Brigde closes").respelled()).containsExactly(new Respelled("Brigde", "bridge"));
    }

    @Test
    @Rule("S-12")
    void a_word_that_all_articles_have_is_not_meant_for_that() {
        for (int i = 0; i < 30; i++) {
            put(story("filler" + i, "What became of it", "What was said of number " + i));
        }
        put(story("wheat", "The price of wheat", "Farmers spoke."));
        assertRespelled("wehat", "wheat", "wheat");
    }

    @Test
    @Rule("S-12")
    void articles_that_are_not_public_count_for_nothing() {
        for (int i = 0; i < 300; i++) {
            if (i < 10) {
                put(story("public" + i, "Police at the gate", "Number " + i));
            }
            put(SampleArticles.article("expired" + i)
                    .headline("Weather of the day")
                    .published(NOW.minusSeconds(60))
                    .expiresAt(NOW)
                    .build());
        }
        assertRespelled("olice", "police", "public9");
    }

    @Test
    @Rule("S-12")
    void the_other_words_decide_what_was_meant() {
        put(
                story("brook", "Floods at the brook", "A brook and its mill."),
                story("broom", "A broom of straw", "Broom makers meet."));
        assertRespelled("brooj mill", "brook", "brook");
        assertRespelled("brooj straw", "broom", "broom");
    }

    @Test
    @Rule("S-12")
    void words_are_split_and_joined() {
        putNews();
        assertRespelled("oldbridge", "old bridge", "bridge");
        assertThat(found("airp ort")).containsExactly("airport");
        assertRespelled("airp ort of sanaa medecine", "medicine", "airport");
    }

    @Test
    @Rule("S-12")
    void what_every_word_of_is_known_is_answered_alike() {
        putNews();
        for (String text : List.of("bridge", "Bridges of Basra", "cheese fridge", "Sana'a", "\"old bridge\" -fridge")) {
            SearchQuery query = SearchQuery.text(text);
            SearchPage page = search.find(query);
            SearchPage literal = search.find(query.literally());
            assertThat(page.respelled()).isEmpty();
            assertThat(literal.hits()).isEqualTo(page.hits());
            assertThat(literal).hasTotal(page.total()).hasAllWordsIn(page.withAllWords());
        }
    }

    @Test
    @Rule("S-12")
    void who_asks_for_what_was_typed_gets_that() {
        putNews();
        SearchPage page = search.find(SearchQuery.text("brigde").literally());
        assertThat(page.hits()).isEmpty();
        assertThat(page.respelled()).isEmpty();
        assertThat(page.outcome()).isEqualTo(Outcome.UNKNOWN_WORDS);
    }

    @Test
    @Rule("S-12")
    void numbers_and_what_is_quoted_or_left_out_stay() {
        put(story("a", "Budget of 2026", "In the old bridge."), story("b", "Bridge", "x"));
        for (String text : List.of("2027 budget", "bridge -budgte", "bridge \"budgte\"")) {
            assertThat(find(text).respelled()).as(text).isEmpty();
        }
    }

    @Test
    @Rule("S-12")
    void only_words_of_public_articles_stand_in() {
        put(
                story("kept", "Ferry sinks", "Off Basra."),
                SampleArticles.article("embargo")
                        .headline("Parliament dissolved")
                        .publishedAt(NOW.plusSeconds(60))
                        .build(),
                SampleArticles.article("offer")
                        .headline("Cheap lemonade")
                        .expiresAt(NOW.plusSeconds(30))
                        .build(),
                story("gone", "Minister resigns", "Nothing more."));
        assertThat(find("lemonaid").respelled()).hasSize(1);
        assertThat(find("ministre").respelled()).hasSize(1);
        assertThat(find("parlament").respelled()).isEmpty();
        search.withdraw(ArticleId.of("gone"));
        assertThat(find("ministre").respelled()).isEmpty();
        clock.advance(Duration.ofSeconds(60));
        assertThat(find("lemonaid").respelled()).isEmpty();
        assertThat(find("parlament").respelled()).extracting(Respelled::as).containsExactly("parliament");
        // Nor does an article that is not public keep a word from being respelled.
        put(story("parley", "Parleys", "Nothing."));
        clock.set(NOW);
        assertThat(find("parliament").hits()).isEmpty();
    }

    @Test
    @Rule("S-12")
    void of_many_unknown_words_the_first_are_respelled() {
        putNews();
        StringBuilder typed = new StringBuilder();
        for (char c = 'b'; c < 'v'; c++) {
            typed.append("governm").append(c).append("nt ");
        }
        SearchPage page = find(typed + "x".repeat(64) + ' ' + "y".repeat(1 << 20));
        assertThat(page).isCut();
        assertThat(page.respelled())
                .hasSizeBetween(1, 8)
                .allSatisfy(word -> assertThat(word.as()).isEqualTo("government"));
        assertThat(find("xyz ".repeat(1 << 18)).outcome()).isEqualTo(Outcome.UNKNOWN_WORDS);
    }
}
