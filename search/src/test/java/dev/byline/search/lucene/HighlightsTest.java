package dev.byline.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.search.Synonyms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HighlightsTest {
    private final NewsAnalysis analysis = NewsAnalysis.with(Synonyms.none());

    private String headline(String query, String headline) {
        return analysis.headlineHtml(analysis.query(query), headline);
    }

    private String snippet(String query, String story) {
        return analysis.snippetHtml(analysis.query(query), story);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bridge | Two bridges, one Bridge-builder | Two <mark>bridges</mark>, one <mark>Bridge</mark>-builder",
                "\"flood wall\" | Flood walls: a flood wall is no wall | Flood walls: a <mark>flood wall</mark> is no wall",
                "\"flood wall\" wall | A flood wall and a wall | A <mark>flood wall</mark> and a <mark>wall</mark>",
                "\"wall wall wall\" | wall wall wall wall | <mark>wall wall wall wall</mark>",
                "US | The US and us | The <mark>US</mark> and us",
                "ahmadinejad | Ahmadi-Nejad spoke | <mark>Ahmadi-Nejad</mark> spoke",
                "nuraldin | The mosque of Nur al-Din fell | The mosque of <mark>Nur al-Din</mark> fell",
                "کتاب | کتاب‌های تازه | <mark>کتاب</mark>‌های تازه",
                "حكومة | والحكومة الجديدة | <mark>والحكومة</mark> الجديدة",
                "ממשלה | הממשלה אישרה | <mark>הממשלה</mark> אישרה",
                "nothing | A flood wall | A flood wall"
            })
    void what_was_looked_for_is_marked_in_any_form(String query, String headline, String marked) {
        assertThat(headline(query, headline)).isEqualTo(marked);
    }

    @Test
    void a_synonym_of_two_words_is_marked_whole() {
        NewsAnalysis synonyms = NewsAnalysis.with(Synonyms.none().and("un", "united nations"));
        assertThat(synonyms.headlineHtml(synonyms.query("un"), "The United Nations met; nations united"))
                .isEqualTo("The <mark>United Nations</mark> met; nations united");
    }

    @Test
    void a_snippet_is_the_sentences_that_have_most_of_it() {
        String story =
                "Nobody came. The ferry sank. It rained all day. The ferry and the bridge were closed. It was late.";
        assertThat(snippet("ferry bridge", story))
                .isEqualTo("…The <mark>ferry</mark> sank. … The <mark>ferry</mark> and the <mark>bridge</mark> were"
                        + " closed.…");
    }

    @Test
    void nothing_is_looked_for_far_down_in_a_book() {
        String story = "Chapter one. ".repeat(5_000) + "The ferry sank.";
        assertThat(snippet("ferry", story)).startsWith("Chapter one.").doesNotContain("<mark>");
        assertThat(snippet("chapter", story)).startsWith("<mark>Chapter</mark> one.");
    }

    @Test
    void what_is_read_of_a_book_ends_with_a_word() {
        String story = "x".repeat(24_000) + " " + "y".repeat(25_995) + " foobar foo.";
        assertThat(snippet("foo", story)).doesNotContain("<mark>");
    }
}
