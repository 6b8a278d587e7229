package dev.byline.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NewsAnalyzerTest {
    private final NewsAnalyzer analyzer = new NewsAnalyzer();

    private List<String> words(String text) {
        return analyzer.tokens(text, Integer.MAX_VALUE).stream()
                .map(NewsAnalyzer.Token::word)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "Café, cafe", "Straße, STRASSE", "Iran’s, iran", "Sana'a, Sanaa", "O’Brien, obrien", "U.S., us",
                "İstanbul, istanbul",
        "أحمد, احمد", "آلمان, المان", "مدرسة, مدرسه", "على, علي", "کتاب, كتاب", "مُحَمَّد, محمد", "محـــمد, محمد",
        "می‌خواهم, میخواهم", "۱۲۳, 123", "١٢٣, 123", "צה\"ל, צה״ל", "שָׁלוֹם, שלום"
    })
    void variants_of_writing_are_one(String one, String other) {
        assertThat(words(one)).hasSize(1).isEqualTo(words(other));
    }

    @Test
    void different_words_stay_apart() {
        assertThat(words("cat can")).doesNotHaveDuplicates();
        assertThat(words("3.5 35")).doesNotHaveDuplicates();
        assertThat(words("Ph.D. phd")).doesNotHaveDuplicates();
    }

    @Test
    void scripts_without_spaces_are_cut_into_words() {
        assertThat(words("日本語テスト")).hasSizeGreaterThan(1);
        assertThat(words("ภาษาไทย")).containsExactly("ภาษา", "ไทย");
    }

    @Test
    void monstrous_words_are_cut_at_a_character() {
        assertThat(words("x".repeat(10_000))).allMatch(word -> word.length() <= WordMarksFilter.LONGEST);
        assertThat(words("x".repeat(63) + "\ud835\udd4f".repeat(100)))
                .allMatch(word -> !Character.isHighSurrogate(word.charAt(word.length() - 1)));
        assertThat(words("\ufdfa".repeat(5000))).allMatch(word -> word.length() <= WordMarksFilter.LONGEST);
    }

    @Test
    void places_are_those_in_the_text() {
        String text = "The “Iran’s” oil";
        assertThat(analyzer.tokens(text, 9))
                .extracting(token -> text.substring(token.start(), token.end()))
                .containsExactly("The", "Iran’s", "oil");
    }
}
