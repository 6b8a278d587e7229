package dev.byline.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.byline.score.Reason;
import dev.byline.search.SearchExplanation;
import dev.byline.search.SearchExplanation.Standing;
import dev.byline.search.SearchPage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SearchCommandTest {
    @TempDir
    static Path site;

    @TempDir
    Path folder;

    @BeforeAll
    static void sampleSite() {
        Run.of("import", "--site", site.toString(), "../sample/site.jsonl").succeeds();
    }

    private static Run sample(String command, String... args) {
        List<String> line = new ArrayList<>(List.of(command, "--site", site.toString()));
        line.addAll(List.of(args));
        return Run.of(line.toArray(String[]::new));
    }

    private static String search(String... args) {
        return sample("search", args).succeeds().out();
    }

    private static void assertRefused(int code, String message, String... args) {
        Run run = sample("search", args);
        assertThat(run.code()).as(run.out()).isEqualTo(code);
        assertThat(run.err()).startsWith("byline: " + message).doesNotContain("Exception");
        assertThat(run.err().lines().count()).isLessThanOrEqualTo(2);
    }

    private String synonyms(String text) throws IOException {
        return Files.writeString(folder.resolve("synonyms"), text).toString();
    }

    @Test
    void search_finds_words_phrases_and_regions() {
        assertThat(sample("search", "falcon").succeeds().out()).contains("falcon season opens in Qatar");
        assertThat(sample("search", "\"paste of lime\"").succeeds().out()).contains("Ships drawn by eye", "1 result");
        assertThat(sample("search", "sea", "--region", "bh").succeeds().out())
                .contains("pearl divers of Muharraq")
                .doesNotContain("Ships drawn by eye");
        assertThat(sample("search", "zeppelin").succeeds().out())
                .isEqualTo("No Result\nNo article has any of the words.\n");
        JsonNode found = sample("search", "falcon", "--json").succeeds().json();
        assertThat(found.path("total").asLong()).isEqualTo(found.path("hits").size());
    }

    @Test
    void search_filters_sorts_counts_and_goes_on() {
        JsonNode counted =
                sample("search", "sea", "--facets", "--json").succeeds().json();
        JsonNode count = counted.path("facets").path("counts").path("region").path(0);
        long articles = count.path("articles").asLong();
        assertThat(articles).isPositive();
        assertThat(sample("search", "sea", "--facets").succeeds().out())
                .contains(
                        "By region",
                        "     " + articles + "  " + count.path("name").asString() + " ("
                                + count.path("key").asString() + ")");
        assertThat(sample("search", "sea", "--region", count.path("key").asString(), "--json")
                        .succeeds()
                        .json()
                        .path("total")
                        .asLong())
                .isEqualTo(articles);
        JsonNode oldest = sample("search", "", "--sort", "oldest", "--all", "--json")
                .succeeds()
                .json();
        assertThat(oldest.path("hits").size()).isEqualTo(oldest.path("total").asInt());
        String first =
                oldest.path("hits").path(0).path("item").path("publishedAt").asString();
        JsonNode one = sample("search", "", "--until", first.substring(0, 10), "--json")
                .succeeds()
                .json();
        assertThat(one.path("total").asInt()).isBetween(1, oldest.path("total").asInt() - 1);
        assertThat(sample("search", "", "--until", first, "--json")
                        .succeeds()
                        .json()
                        .path("total")
                        .asInt())
                .isZero();
        assertThat(sample("search", "sea", "--author", "nobody").succeeds().out())
                .contains("No article is by the author \"nobody\".");
        assertThat(sample("search", "sea", "--from", "soon").code()).isEqualTo(Byline.USAGE);
        assertThat(sample("search", "sea", "--sort", "loudest").code()).isEqualTo(Byline.USAGE);
    }

    @Test
    void what_is_being_typed_is_completed() {
        assertThat(sample("suggest", "falc").succeeds().out())
                .contains("falcon season opens in Qatar", "(headline, 1 article)", "View All Result (");
        assertThat(sample("suggest", "qat", "-n", "1").succeeds().out()).startsWith("Qatar (region, ");
        assertThat(sample("suggest", "zeppel").succeeds().out()).isEqualTo("No Result\n");
        JsonNode reply = sample("suggest", "falc", "--json").succeeds().json();
        assertThat(reply.path("query").path("text").asString()).isEqualTo("falc");
        assertThat(reply.path("suggestions").get(0).path("html").asString())
                .containsIgnoringCase("<mark>falc</mark>on");
        assertThat(sample("suggest", "falc", "-n", "0").code()).isEqualTo(Byline.USAGE);
    }

    @Test
    void a_minus_leaves_a_word_out() {
        assertThat(sample("search", "sea", "-coffee").succeeds().out())
                .contains("Ships drawn by eye")
                .doesNotContain("What ‘mocha’ means");
        assertThat(sample("search", "sea", "--region", "zz").succeeds().out())
                .contains("No Result", "No article is filed under the region \"zz\".");
    }

    @Test
    void a_page_says_which_part_of_all_it_is() {
        SearchPage all = JsonMapper.shared().readValue(search("sea", "--all", "--json"), SearchPage.class);
        long total = all.total();
        assertThat(all.hits()).hasSize((int) total);
        assertThat(total).isGreaterThan(20);
        assertThat(search("sea")).endsWith("\n\n1 to 10 of " + total + " results; --page 2 goes on, --all shows all\n");
        assertThat(search("sea", "-n", "1"))
                .endsWith("\n1 of " + total + " results; --page 2 goes on, --all shows all\n");
        assertThat(search("sea", "-n10", "--page", "3")).endsWith("\n21 to " + total + " of " + total + " results\n");
        assertThat(search("sea", "--page", "50")).isEqualTo(total + " results, but none on page 50\n");
        assertThat(search("sea", "--all")).endsWith("\n\n" + total + " results\n");
        assertThat(search("sea pearl camel", "-n", "100")).contains(" of them with all words");
    }

    @Test
    void without_words_all_that_the_options_let_through_is_listed() {
        assertThat(search("--region", "bh,QA", "--all").lines().filter(line -> line.startsWith("  /")))
                .hasSizeGreaterThan((int) search("--region", "qa", "--all")
                        .lines()
                        .filter(line -> line.startsWith("  /"))
                        .count());
        assertThat(search("--newest", "-n", "1")).contains("1 of ");
        assertRefused(Byline.USAGE, "say what to look for, or a filter such as --region iq\n");
    }

    @Test
    void what_was_respelled_is_told_and_can_be_undone() {
        assertThat(search("falkon"))
                .startsWith("Looked for \"falcon\" in the place of \"falkon\".\nFor what was typed, add --literally.\n")
                .contains("falcon season opens in Qatar");
        assertThat(search("falkon", "--literally"))
                .isEqualTo("No Result\nNo article has any of the words.\nDid you mean: falcon (1)\n");
        JsonNode page = JsonMapper.shared().readTree(search("falkon", "--json"));
        assertThat(page.path("respelled").path(0).path("as").asString()).isEqualTo("falcon");
    }

    @Test
    void where_nothing_is_found_the_reason_and_others_are_told() {
        assertThat(search("?!")).isEqualTo("No Result\nThere is no word in what was typed.\n");
        assertThat(search("qatar \"mews of kuwait\""))
                .startsWith("No Result\nNo article has the phrase exactly so.\nDid you mean: ");
        assertThat(search("falcon -hood")).contains("left out by a minus", "Did you mean: falcon (1)");
        assertThat(search("falcon \"it's nowhere\" -desert", "--region", "ir")).contains("No Result", "exactly so");
        String filtered = search("falcon", "--region", "ir", "--until", "2026-11-19T00:00:00Z");
        assertThat(filtered).contains("Without the filters there are results.", "\nDid you mean: falcon");
        JsonNode page = JsonMapper.shared().readTree(search("falcon", "--region", "ir", "--json"));
        assertThat(page.path("outcome").asString()).isEqualTo("filtered-out");
        assertThat(page.path("alternatives").path(0).path("total").asInt()).isPositive();
    }

    @Test
    void an_alternative_can_be_typed_as_it_is_printed() {
        String nothing = search("falcon -\"hood\" -season \"sand\"", "--region", "ir");
        assertThat(nothing).contains("Did you mean: '").doesNotContain("Did you mean: falcon -\"");
    }

    @Test
    void each_hit_says_why_it_stands_there() {
        String explained = search("falcon", "--explain");
        assertThat(explained).contains(" relevance (score ", "S-03  has all that was typed", "S-05  speaks of falcon");
        double value = Double.NaN;
        double sum = 0;
        for (String line : explained.lines().toList()) {
            String[] words = line.strip().split(" ", -1);
            if (line.contains(" relevance (score ")) {
                value = Double.parseDouble(words[0]);
            } else if (line.startsWith("    +")) {
                sum += Double.parseDouble(words[0]);
            }
        }
        assertThat(sum).isCloseTo(value, within(0.001));
    }

    @Test
    void one_article_says_why_it_is_found() {
        assertThat(search("falcon", "--why", "falcon-season-opens"))
                .startsWith("1. ‘A reason to return’")
                .contains("S-05  speaks of falcon");
        SearchPage page = JsonMapper.shared().readValue(search("sea", "--json"), SearchPage.class);
        SearchExplanation third = JsonMapper.shared()
                .readValue(
                        search(
                                "sea",
                                "--json",
                                "--why",
                                page.hits().get(2).item().slug()),
                        SearchExplanation.class);
        assertThat(third.place()).isEqualTo(3);
        assertThat(third.hit()).isEqualTo(page.hits().get(2));
    }

    @Test
    void one_article_says_why_it_is_not_found() {
        assertThat(search("falcon", "--region", "ir", "--why", "falcons")).isEqualTo("""
                        ‘A reason to return’: falcon season opens in Qatar
                          /falcon-season-opens
                          is not found:
                            S-02  does not lie in ir
                        """);
        assertThat(search("sea", "--why", "falcons"))
                .contains("+0.0000  S-03  lacks sea", "-0.1000  S-03  needs this share of what the words tell");
        assertThat(search("dates", "--why", "five-dates-to-know")).contains("S-01  is not public at 2026-11-20T");
        assertThat(search("dragon", "--why", "notes-on-dragon-trees")).contains("S-01", "Its status is draft.");
        assertThat(JsonMapper.shared()
                        .readValue(search("sea", "--json", "--why", "five-dates"), SearchExplanation.class)
                        .standing())
                .isEqualTo(Standing.NOT_PUBLIC);
        assertThat(JsonMapper.shared()
                        .readValue(search("falcon -season", "--json", "--why", "falcons"), SearchExplanation.class)
                        .obstacles())
                .extracting(Reason::rule)
                .containsExactly("S-04");
        assertRefused(Byline.REFUSED, "there is no article \"nothing\"\n", "sea", "--why", "nothing");
        assertRefused(Byline.REFUSED, "there is no article \"", "sea", "--why", "x".repeat(1_000));
    }

    @Test
    void synonyms_are_looked_for_too() throws IOException {
        assertThat(search("raptor", "--literally")).contains("No Result");
        for (String text : List.of(
                "# birds\n\nkestrel، hobby\nFalcon, raptor , bird of prey",
                "\uFEFF[[\"kestrel\",\"hobby\"],\n [\"falcon\",\"raptor\"]]")) {
            assertThat(search("raptor", "--synonyms", synonyms(text)))
                    .as(text)
                    .contains("falcon season opens in Qatar")
                    .doesNotContain("in the place of");
        }
        assertThat(search("raptor", "--synonyms", synonyms(""), "--literally")).contains("No Result");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "falcon                | line 1: names fewer than two different words",
                "a, b\\nc,                 | line 2: names fewer than two different words",
                "a, b => c             | line 1: \"=>\" is not known: all words of a line mean the same",
                "[[\"a\",\"b\"],          | line 1, column 12: is no JSON",
                "[[\"a\",\"b\"],\"c\"]      | set 2: is no array of words",
                "[[\"a\",\"b\"],[\"c\",1]]  | set 2: holds what is no text",
                "[[\"a\",\"b\"],[\"c\"]]    | set 2: names fewer than two different words"
            })
    void a_wrong_file_of_synonyms_says_where(String text, String message) throws IOException {
        String file = synonyms(text.replace("\\n", "\n"));
        assertRefused(Byline.USAGE, file + ", " + message + "\n", "raptor", "--synonyms", file);
    }

    @Test
    void a_file_of_synonyms_that_cannot_be_read_is_told() throws IOException {
        assertRefused(Byline.REFUSED, "there is no readable file nowhere\n", "a", "--synonyms", "nowhere");
        assertRefused(Byline.REFUSED, "there is no readable file " + folder, "a", "--synonyms", folder.toString());
        String file = synonyms("[".repeat(100_000));
        assertRefused(Byline.USAGE, file + ": is nested deeper than 10 levels", "a", "--synonyms", file);
        Files.write(Path.of(file), new byte[] {'a', ',', 'b', '\n', (byte) 0xff});
        assertRefused(Byline.REFUSED, file + " is not UTF-8: see line 2\n", "a", "--synonyms", file);
        Files.write(Path.of(file), new byte[SmallFile.MOST + 1]);
        assertRefused(Byline.REFUSED, file + " holds more than 4 MiB\n", "a", "--synonyms", file);
        Files.writeString(Path.of(file), "a,b\n".repeat(10_001));
        assertRefused(Byline.USAGE, file + ": at most 10000 sets of synonyms", "a", "--synonyms", file);
    }

    @Test
    void what_begins_with_a_minus_is_left_out_whatever_options_begin_so() {
        for (String word : List.of("-season", "-hood", "-Vulture", "-north", "-n5x")) {
            assertThat(JsonMapper.shared()
                            .readTree(search("falcon", word, "--json"))
                            .path("query")
                            .path("text")
                            .asString())
                    .isEqualTo("falcon " + word);
        }
        assertThat(search("falcon", "-season")).startsWith("No Result");
        assertThat(search("-\"falcon season\"", "--all", "-n3")).doesNotContain("falcon season opens");
        assertThat(search("@../sample/site.jsonl", "--json")).contains("\"text\" : \"@../sample/site.jsonl\"");
        assertThat(sample("suggest", "-falc").succeeds().out()).contains("Falconry");
    }

    @Test
    void any_text_is_searched_for() {
        String long1 = "falcon " + "x".repeat(1 << 20);
        assertThat(search(long1))
                .startsWith("That is too long: only its beginning was looked for.\n")
                .contains("falcon season opens");
        assertThat(sample("suggest", long1).succeeds().out()).isNotEmpty();
        String broken = new String(
                "falcon \ud800 \u0000\u001b[31m\u202e".getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        assertThat(search(broken)).contains("falcon season opens").doesNotContain("\u001b", "\u202e");
        assertThat(search("zeppelinx\u001b[31m")).doesNotContain("\u001b");
    }

    @Test
    void a_wrong_command_line_is_told_in_two_lines_at_most() {
        assertRefused(
                Byline.USAGE,
                "there is no option --regon; byline search --help tells what there is\n",
                "--regon",
                "qa");
        assertRefused(Byline.USAGE, "-n is 1 to 100, not 101\n", "sea", "-n", "101");
        assertRefused(Byline.USAGE, "-n is 1 to 100, not -5\n", "sea", "-n", "-5");
        assertRefused(Byline.USAGE, "Invalid value for option '-n': 'x' is not an int\n", "sea", "-n", "x");
        assertRefused(Byline.USAGE, "--page is 1 to 1000, not 0; --all goes on beyond\n", "sea", "--page", "0");
        assertRefused(Byline.USAGE, "--page is 1 to 1000, not 1001", "sea", "--page", "1001");
        assertRefused(Byline.USAGE, "Invalid value for option '--page'", "sea", "--page", "99999999999");
        assertRefused(Byline.USAGE, "--all shows every page: leave --page out\n", "sea", "--all", "--page", "2");
        assertRefused(Byline.USAGE, "nothing lies between", "sea", "--from", "2026-02-01", "--until", "2026-01-01");
        assertRefused(Byline.USAGE, "--from is a day as", "sea", "--from", "2026-02-30");
        assertRefused(Byline.USAGE, "Missing required parameter for option '--tag'", "sea", "--tag");
        Run json = sample("search", "sea", "-n", "x", "--json");
        assertThat(json.code()).isEqualTo(Byline.USAGE);
        assertThat(json.json().path("error").asString()).contains("'x' is not an int");
        Run suggest = sample("suggest", "sea", "--page", "2");
        assertThat(suggest.code()).isEqualTo(Byline.USAGE);
        assertThat(suggest.err())
                .isEqualTo("byline: there is no option --page; byline suggest --help tells what there is\n");
    }
}
