package dev.byline.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordFormsTest {
    @ParameterizedTest
    @CsvSource({
        "bridge, bridges",
        "city, cities",
        "movie, movies",
        "church, churches",
        "house, houses",
        "box, boxes",
        "prize, prizes",
        "class, classes",
        "bus, buses",
        "saudi, saudis",
        "tie, ties",
        "day, days",
        "oil, oils",
        "نفط, النفط",
        "حكومه, والحكومه"
    })
    void forms_of_one_word_find_each_other(String one, String other) {
        assertThat(WordForms.of(one)).startsWith(one).contains(other);
        assertThat(WordForms.of(other)).startsWith(other).contains(one);
    }

    @ParameterizedTest
    @CsvSource({
        "new, news",
        "hama, hamas",
        "arm, arms",
        "good, goods",
        "us, use",
        "plan, plane",
        "car, care",
        "دين, والدين",
        "university, universe",
        "bus, bu",
        "תקציב, תקציבs"
    })
    void different_words_stay_apart(String one, String other) {
        assertThat(WordForms.of(one)).doesNotContain(other);
        assertThat(WordForms.of(other)).doesNotContain(one);
    }
}
