package dev.byline.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommonWordsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "house",
                "houses",
                "walked",
                "running",
                "quickly",
                "department",
                "active",
                "reopened",
                "women",
                "went",
                "email",
                "optimized"
            })
    void forms_of_english_words_are_known(String word) {
        assertThat(CommonWords.contains(word)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "s", "khamenei", "tehran", "hamas", "hassan", "zelensky", "sharia", "تهران"})
    void names_are_not(String word) {
        assertThat(CommonWords.contains(word)).isFalse();
    }
}
