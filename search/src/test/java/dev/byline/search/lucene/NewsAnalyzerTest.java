package dev.byline.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
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
        "۱۲۳, 123", "١٢٣, 123", "צה\"ל, צה״ל", "שָׁלוֹם, שלום"
    })
    void variants_of_writing_are_one(String one, String other) {
        assertThat(words(one)).hasSize(1).isEqualTo(words(other));
    }

    @Test
    void linked_words_are_words_of_their_own_and_one_besides() {
        assertThat(words("می‌خواهم")).isEqualTo(words("می خواهم")).hasSize(2);
        assertThat(words("al-Houthi")).isEqualTo(words("al Houthi")).containsExactly("al", "houthi");
        assertThat(terms("Ahmadi-Nejad spoke"))
                .contains("ahmadi", "nejad", "=ahmadinejad")
                .doesNotContain("=nejadspoke");
        assertThat(terms("می‌خواهم")).contains("=ميخواهم");
        assertThat(words("2024-25 9/11")).containsExactly("2024", "25", "9", "11");
    }

    @Test
    void abbreviations_that_look_like_function_words_are_marked() {
        assertThat(terms("The US said so")).contains("us", "^us");
        assertThat(terms("U.S. troops")).contains("us", "^us");
        assertThat(terms("It told us so")).contains("us").doesNotContain("^us");
        assertThat(terms("THE TALKS WITH US GO ON")).doesNotContain("^us");
    }

    private List<String> terms(String text) {
        List<String> terms = new ArrayList<>();
        try (TokenStream stream = analyzer.forms(text, false)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                terms.add(term.toString());
            }
            stream.end();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return terms;
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
