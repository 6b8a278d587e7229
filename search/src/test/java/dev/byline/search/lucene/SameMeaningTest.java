package dev.byline.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.search.Synonyms;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SameMeaningTest {
    private final NewsAnalyzer analyzer = new NewsAnalyzer();

    private List<List<String>> beside(Synonyms synonyms, String text) {
        return new SameMeaning(analyzer, synonyms)
                .beside(analyzer.tokens(text, 100)).stream()
                        .map(others -> others.stream()
                                .map(other -> String.join(
                                        " ",
                                        other.stream()
                                                .map(NewsAnalyzer.Token::word)
                                                .toList()))
                                .toList())
                        .toList();
    }

    @Test
    void each_word_of_a_phrase_has_what_the_phrase_means() {
        Synonyms synonyms =
                Synonyms.none().and("IRGC", "Revolutionary Guards", "Sepah").and("Sepah", "army");
        assertThat(beside(synonyms, "the revolutionary guard came"))
                .containsExactly(List.of(), List.of("irgc", "sepah"), List.of("irgc", "sepah"), List.of());
        assertThat(beside(synonyms, "Sepah")).containsExactly(List.of("irgc", "revolutionary guards", "army"));
        assertThat(beside(synonyms, "revolutionary")).containsExactly(List.of());
    }

    @Test
    void an_abbreviation_is_not_the_word_that_looks_like_it() {
        Synonyms synonyms = Synonyms.none().and("US", "America");
        assertThat(beside(synonyms, "US")).containsExactly(List.of("america"));
        assertThat(beside(synonyms, "us")).containsExactly(List.of());
    }

    @Test
    void what_says_nothing_is_passed_over() {
        assertThat(beside(Synonyms.none().and("!?", "ferry", "Ferries"), "ferry"))
                .containsExactly(List.of());
        assertThat(beside(Synonyms.none().and("one two three four five six seven eight nine", "ferry"), "ferry"))
                .containsExactly(List.of());
        assertThat(beside(Synonyms.none(), "ferry")).containsExactly(List.of());
    }

    @Test
    void of_many_only_some_are_looked_for() {
        List<String> many = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            many.add("name" + i);
        }
        assertThat(beside(Synonyms.of(List.of(many)), "name999").get(0))
                .hasSize(SameMeaning.MOST)
                .startsWith("name0");
    }
}
