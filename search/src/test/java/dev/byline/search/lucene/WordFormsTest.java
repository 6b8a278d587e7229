package dev.byline.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
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
        assertThat(finds(one, other)).isTrue();
        assertThat(finds(other, one)).isTrue();
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
        "university, universe",
        "bus, bu",
        "תקציב, תקציבs"
    })
    void different_words_stay_apart(String one, String other) {
        assertThat(finds(one, other)).isFalse();
        assertThat(finds(other, one)).isFalse();
    }

    private static boolean finds(String typed, String written) {
        Set<String> terms = WordForms.of(typed).keySet();
        return terms.contains(written)
                || WordForms.beside(written.toCharArray(), written.length())
                        .marks(WordForms.Forms.PLAIN, false)
                        .stream()
                        .anyMatch(terms::contains)
                || WordForms.beside(written.toCharArray(), written.length())
                        .marks(WordForms.Forms.PERSIAN, false)
                        .stream()
                        .anyMatch(terms::contains);
    }
}
