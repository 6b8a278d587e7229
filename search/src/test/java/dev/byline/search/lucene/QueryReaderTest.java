package dev.byline.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.search.Synonyms;
import dev.byline.search.lucene.QueryReader.Read;
import java.util.List;
import org.junit.jupiter.api.Test;

class QueryReaderTest {
    private final NewsAnalyzer analyzer = new NewsAnalyzer();

    private Read read(String text) {
        return QueryReader.read(
                analyzer, new FunctionWords(analyzer), new SameMeaning(analyzer, Synonyms.none()), text);
    }

    private List<String> words(String text) {
        return typed(read(text));
    }

    private static List<String> typed(Read read) {
        return read.words().stream().map(QueryReader.Typed::word).toList();
    }

    private static List<String> text(List<NewsAnalyzer.Token> tokens) {
        return tokens.stream().map(NewsAnalyzer.Token::word).toList();
    }

    private static List<List<String>> words(List<List<NewsAnalyzer.Token>> phrases) {
        return phrases.stream()
                .map(phrase -> phrase.stream().map(NewsAnalyzer.Token::word).toList())
                .toList();
    }

    @Test
    void words_phrases_and_exclusions_stand_in_any_order() {
        Read read = read("-Basra bridge \"oil price\" -\"old city\" closed");
        assertThat(typed(read)).containsExactly("bridge", "closed");
        assertThat(words(read.phrases())).containsExactly(List.of("oil", "price"));
        assertThat(text(read.excludedWords())).containsExactly("basra");
        assertThat(words(read.excludedPhrases())).containsExactly(List.of("old", "city"));
        assertThat(read.cut()).isFalse();
        assertThat(read.all()).isFalse();
    }

    @Test
    void a_word_is_looked_for_once_whatever_its_form() {
        assertThat(words("bridge Bridges BRIDGE")).containsExactly("bridge");
    }

    @Test
    void quotation_marks_of_any_kind_pair_up() {
        assertThat(words(read("„oil price“ «c b» ＂c d”").phrases()))
                .containsExactly(List.of("oil", "price"), List.of("c", "b"), List.of("c", "d"));
    }

    @Test
    void what_is_unbalanced_is_passed_over() {
        assertThat(words("bridge \"closed")).containsExactly("bridge", "closed");
        assertThat(read("\"\"\"").phrases()).isEmpty();
        assertThat(words("bridge\" closed")).containsExactly("bridge", "closed");
        assertThat(words("- -- bridge-")).containsExactly("bridge");
        assertThat(words("\"bridge\"closed")).containsExactly("bridge", "closed");
    }

    @Test
    void a_hyphen_inside_a_word_leaves_nothing_out() {
        Read read = read("al-Houthi covid-19");
        assertThat(typed(read)).containsExactly("houthi", "covid", "19");
        assertThat(read.excludedWords()).isEmpty();
        assertThat(words(read("x -al-Houthi").excludedPhrases())).containsExactly(List.of("al", "houthi"));
    }

    @Test
    void a_hebrew_abbreviation_is_a_word() {
        assertThat(read("דובר צה\"ל מסר").words()).hasSize(3);
    }

    @Test
    void only_blank_text_and_bare_exclusions_mean_everything() {
        assertThat(read("").all()).isTrue();
        assertThat(read(" \t").all()).isTrue();
        assertThat(read("-basra").all()).isTrue();
        assertThat(read("!?").all()).isFalse();
        assertThat(read("\"\"").all()).isFalse();
    }

    @Test
    void what_is_too_long_is_cut_at_a_character() {
        assertThat(read("a".repeat(QueryReader.LONGEST)).cut()).isFalse();
        assertThat(read("a".repeat(QueryReader.LONGEST) + "b").cut()).isTrue();
        assertThat(read("a".repeat(QueryReader.LONGEST - 1) + "\ud83d\ude00").cut())
                .isTrue();
        Read many = read("w1 w2 w3 ".repeat(QueryReader.MOST_WORDS));
        assertThat(many.cut()).isTrue();
        assertThat(typed(many)).containsExactly("w1", "w2", "w3");
    }
}
