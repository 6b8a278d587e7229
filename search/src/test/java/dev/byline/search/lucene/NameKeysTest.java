package dev.byline.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameKeysTest {
    private static boolean same(String a, String b) {
        return !Collections.disjoint(NameKeys.of(a), NameKeys.of(b)) && NameKeys.sameName(a, b);
    }

    @ParameterizedTest
    @CsvSource({
        "nasrallah, nasrollah",
        "rafsanjani, rafsandjani",
        "hizbullah, hezbollah",
        "gaddafi, qaddafi",
        "gadhafi, kadhafi",
        "qom, ghom",
        "kum, qum",
        "djamel, gamal",
        "othman, osman",
        "noureddine, nuraddin",
        "chanukah, hanukkah",
        "selenskyj, zelenskyy",
        "tchaikovsky, chaikovsky",
        "basra, basrah",
        "ennahda, nahda",
        "aljazeera, jazira",
        "wahhabite, wahhabi",
        "روحاني, rouhani",
        "البصره, basra",
        "جمال, gamal",
        "חיפה, haifa"
    })
    void spellings_of_one_name_find_each_other(String one, String other) {
        assertThat(same(one, other)).isTrue();
        assertThat(same(other, one)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "hamas, homs",
        "hamas, hims",
        "fatah, fattah",
        "iran, iraq",
        "sana, sina",
        "oman, amman",
        "mali, mil",
        "lebanon, libya",
        "kum, kim",
        "hussein, hassan",
        "salman, salim",
        "كتاب, كاتب"
    })
    void names_that_are_nearly_alike_stay_apart(String one, String other) {
        assertThat(same(one, other)).isFalse();
        assertThat(same(other, one)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a", "to", "government", "walked", "houses", "websites", "theyre", "1987", "a1b", "nhs", "日本"
            })
    void what_cannot_be_a_name_has_no_key(String word) {
        assertThat(NameKeys.of(word)).isEmpty();
    }

    @Test
    void nearer_spellings_are_more_alike() {
        assertThat(NameKeys.likeness("khamenei", "khamenei")).isEqualTo(1);
        assertThat(NameKeys.likeness("khamenei", "khamanei"))
                .isGreaterThan(NameKeys.likeness("khamenei", "kamonei"))
                .isGreaterThan(NameKeys.SAME);
        assertThat(NameKeys.likeness("khamenei", "khatami")).isLessThan(NameKeys.SAME);
    }

    @Test
    void names_are_found_in_other_spellings_than_they_are_written() throws IOException {
        List<List<String>> names = new ArrayList<>();
        try (InputStream in = NameKeysTest.class.getResourceAsStream("names.txt")) {
            assertThat(in).isNotNull();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> Stream.of(line.split("\\|", -1))
                            .map(String::strip)
                            .distinct()
                            .toList())
                    .forEach(names::add);
        }
        assertFound(names, 0.92);
    }

    @Test
    void names_of_the_news_are_found_in_other_spellings() throws IOException {
        List<List<String>> names = new ArrayList<>();
        for (String line : Files.readAllLines(data("names/variants-dev.jsonl"))) {
            JsonNode name = new ObjectMapper().readTree(line);
            Set<String> spellings = new LinkedHashSet<>();
            name.get("variants").forEach(spelling -> spellings.add(spelling.textValue()));
            name.get("script").forEach(spelling -> spellings.add(spelling.textValue()));
            names.add(List.copyOf(spellings));
        }
        assertFound(names, 0.95);
    }

    private static void assertFound(List<List<String>> names, double share) {
        NameSearch search = new NameSearch();
        NameSearch.Figures latin = search.measure(names, true);
        NameSearch.Figures all = search.measure(names, false);
        assertThat(latin.recall()).isGreaterThanOrEqualTo(share);
        assertThat(latin.precision()).isGreaterThanOrEqualTo(0.97);
        assertThat(all.recall()).isGreaterThanOrEqualTo(share);
        assertThat(all.precision()).isGreaterThanOrEqualTo(0.97);
    }

    @Test
    void ordinary_words_are_not_spellings_of_each_other() throws IOException {
        NewsAnalyzer analyzer = new NewsAnalyzer();
        Map<String, Integer> counts = new HashMap<>();
        try (Reader posts = new InputStreamReader(
                        new GZIPInputStream(Files.newInputStream(data("digitalgov/articles.jsonl.gz"))),
                        StandardCharsets.UTF_8);
                BufferedReader lines = new BufferedReader(posts)) {
            lines.lines()
                    .flatMap(line -> analyzer.tokens(line.replace("\\n", " "), Integer.MAX_VALUE).stream())
                    .forEach(token -> counts.merge(token.word(), 1, Integer::sum));
        }
        List<String> frequent = counts.keySet().stream()
                .filter(word -> word.chars().allMatch(c -> c >= 'a' && c <= 'z'))
                .sorted(Comparator.<String>comparingInt(counts::get).reversed().thenComparing(word -> word))
                .limit(5000)
                .toList();
        Map<String, List<String>> behind = new HashMap<>();
        for (String word : frequent) {
            NameKeys.of(word)
                    .forEach(key ->
                            behind.computeIfAbsent(key, k -> new ArrayList<>()).add(word));
        }
        Set<String> confused = new TreeSet<>();
        for (String word : frequent) {
            for (String key : NameKeys.of(word)) {
                for (String other : behind.getOrDefault(key, List.of())) {
                    if (!WordForms.stem(word).equals(WordForms.stem(other)) && NameKeys.sameName(word, other)) {
                        confused.add(word);
                    }
                }
            }
        }
        // Those that are left are names and abbreviations.
        assertThat(confused).hasSizeLessThan(50);
    }

    private static Path data(String file) {
        String data = System.getProperty("byline.data", "");
        assumeTrue(!data.isBlank(), "no folder of real content in byline.data");
        Path path = Path.of(data).resolve(file);
        assumeTrue(Files.isReadable(path), "no " + file + " in byline.data");
        return path;
    }
}
