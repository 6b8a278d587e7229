package dev.byline.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class ThreadCommandTest {
    /** 1 with a reply that waits, which has a reply; 4. */
    private static final String TALK = String.join(
            "\n",
            line(1, null, "approved", "One <b>bold</b> word", ",\"votes\":{\"up\":1,\"down\":1}"),
            line(2, "1", "held", "hidden words", ""),
            "",
            line(3, "2", "approved", "Three", ",\"votes\":{\"up\":2}"),
            line(4, null, "approved", "Four", ",\"votes\":{\"up\":9,\"down\":0}"));

    @TempDir
    Path folder;

    @Test
    void a_thread_of_the_site_is_indented() {
        String thread =
                Run.of("thread", "--sample", "ships-drawn-by-eye").succeeds().out();
        assertThat(thread).startsWith("Ships drawn by eye\n3 comments, oldest first\n---");
        assertThat(thread.lines().filter(line -> line.contains("  #c-")).map(ThreadCommandTest::indent))
                .containsExactly(0, 4, 8);
        JsonNode json = Run.of("thread", "--sample", "ships-drawn-by-eye", "--json")
                .succeeds()
                .json();
        assertThat(json.path("pages").asInt()).isEqualTo(1);
        assertThat(json.path("thread").path("entries")).hasSize(3);
        assertThat(json.path("thread").path("entries").get(2).path("depth").asInt())
                .isEqualTo(2);
    }

    @Test
    void comments_come_from_standard_input_or_a_file() throws IOException {
        String thread = Run.with(TALK, "thread", "-").succeeds().out();
        assertThat(thread)
                .isEqualTo("standard input\n3 comments, oldest first\n" + "-".repeat(80)
                        + "\nName 1, 1 November 2026, 12:00  #1  +1 -1  score 0.095, controversy 2.0\n"
                        + "  One bold word\n\n"
                        + "    Name 3, 3 November 2026, 12:00  #3  +2 -0  score 0.342, controversy 0.0\n"
                        + "      Three\n\n"
                        + "Name 4, 4 November 2026, 12:00  #4  +9 -0  score 0.701, controversy 0.0\n"
                        + "  Four\n\n");
        Path file = Files.writeString(folder.resolve("talk.jsonl"), TALK);
        assertThat(Run.of("thread", "--input", file.toString()).succeeds().out())
                .isEqualTo(thread.replace("standard input", file.toString()));
    }

    @ParameterizedTest
    @CsvSource({
        "--order oldest, 1 3 4",
        "--order newest, 4 1 3",
        "--order active, 4 1 3",
        "--order SCORE, 4 1 3",
        "--order controversy, 1 3 4",
        "--gone tombstone, 1 2 3 4",
        "--gone prune, 1 4",
        "--all, 1 2 3 4",
        "--per-page 1 --page 2, 4",
        "--per-page 1, 1 3",
        "--page 9, ''",
        "--page 0, ''",
        "--depth 0, 1 3 4"
    })
    void options_order_prune_and_page(String options, String ids) {
        List<String> args = new ArrayList<>(List.of("thread", "-", "--json"));
        args.addAll(List.of(options.split(" ")));
        JsonNode entries = Run.with(TALK, args.toArray(String[]::new))
                .succeeds()
                .json()
                .path("thread")
                .path("entries");
        assertThat(IntStream.range(0, entries.size())
                        .mapToObj(i -> entries.get(i).path("id").asString())
                        .collect(Collectors.joining(" ")))
                .isEqualTo(ids);
    }

    @Test
    void tombstones_and_states_are_told() {
        String tombs =
                Run.with(TALK, "thread", "-", "--gone", "tombstone").succeeds().out();
        assertThat(tombs)
                .contains("\n    This comment is no longer shown.  #2\n\n        Name 3,")
                .doesNotContain("hidden words");
        assertThat(Run.with(TALK, "thread", "-", "--gone", "tombstone", "--json")
                        .succeeds()
                        .out())
                .doesNotContain("hidden words", "Name 2");
        assertThat(Run.with(TALK, "thread", "-", "--all").succeeds().out())
                .contains("4 comments", "#2  [held]\n      hidden words\n", "#4  [approved]");
        assertThat(Run.with(TALK, "thread", "-", "--page", "2", "--per-page", "1")
                        .succeeds()
                        .out())
                .contains("3 comments, oldest first, page 2 of 2\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nonsense | it is no JSON",
                "[1] | it is no JSON object",
                "{\"id\":\"9\"} | \"article\" is missing",
                "{\"id\":\"9\",\"article\":\"a\",\"state\":\"nowhere\"} | \"state\" can't be that",
                "{\"id\":\"\",\"article\":\"a\"} | a comment id has 1 to 200 characters, not \"\"",
            })
    void a_bad_line_is_one_clear_error(String bad, String reason) {
        Run refused = Run.with(TALK + "\n" + bad + "\n" + TALK, "thread", "-", "--json");
        assertThat(refused.code()).isEqualTo(Byline.REFUSED);
        assertThat(refused.err()).isEqualTo("byline: line 6 is no comment: " + reason + "\n");
        assertThat(refused.json().path("error").asString()).isEqualTo("line 6 is no comment: " + reason);
    }

    @Test
    void votes_are_not_negative_and_lines_not_endless() {
        Run votes = Run.with(line(1, null, "approved", "x", ",\"votes\":{\"up\":-1}"), "thread", "-");
        assertThat(votes.err()).isEqualTo("byline: line 1 is no comment: votes can't be -1 for and 0 against\n");
        Run endless = Run.with("x".repeat(ThreadInput.LONGEST_LINE + 1), "thread", "-");
        assertThat(endless.err()).isEqualTo("byline: line 1 is no comment: it is longer than 524288 bytes\n");
        String text = "\\u0001\\u00e9".repeat(30_000) + "z";
        assertThat(Run.with(line(1, null, "approved", text, ""), "thread", "-", "--json")
                        .succeeds()
                        .out())
                .contains("éz\"");
    }

    @Test
    void hostile_comments_print_tame() {
        String hostile = line(1, null, "approved", "a\\u001b[2Jb <script>x</script>\\n2\\n\\n3\\n4\\n5", "")
                .replace("Name 1", "N\\n\\u202eame");
        String out = Run.with(hostile, "thread", "-").succeeds().out();
        assertThat(out).contains("\nN  ame, 1 November", "\n  3 …\n").doesNotContain("\u001b", "\u202e", "  4");
        String deep = IntStream.rangeClosed(1, 5_000)
                .mapToObj(i -> line(i % 28 + 1, i == 1 ? null : String.valueOf(i - 1), "approved", "x", "")
                        .replace("\"id\":\"" + (i % 28 + 1) + "\"", "\"id\":\"" + i + "\""))
                .collect(Collectors.joining("\n"));
        assertThat(Run.with(deep, "thread", "-").succeeds().out()).contains("5,000 comments");
        assertThat(Run.with("", "thread", "-").succeeds().out()).contains("0 comments");
    }

    @Test
    void the_command_line_is_checked() {
        for (String[] wrong : new String[][] {
            {"thread"},
            {"thread", "-", "--input", "x"},
            {"thread", "-", "--per-page", "0"},
            {"thread", "-", "--depth", "-1"},
            {"thread", "-", "--order", "best"}
        }) {
            assertThat(Run.with("", wrong).code()).isEqualTo(Byline.USAGE);
        }
        Run nothing = Run.of("thread", "--sample", "no-such-article");
        assertThat(nothing.code()).isEqualTo(Byline.REFUSED);
        assertThat(nothing.err()).isEqualTo("byline: there is no article \"no-such-article\"\n");
        assertThat(Run.of("thread", "--input", "nothing.jsonl").err())
                .isEqualTo("byline: there is no readable file nothing.jsonl\n");
    }

    @Test
    void what_is_exported_prints_too() {
        String exported = "{\"type\":\"comment\",\"comment\":" + line(1, null, "approved", "x", "") + ",\"sender\":{}}";
        assertThat(Run.with(exported, "thread", "-").succeeds().out()).contains("Name 1");
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }

    private static String line(int id, @Nullable String parent, String state, String text, String more) {
        return "{\"id\":\"" + id + "\",\"article\":\"a\"," + (parent == null ? "" : "\"parent\":\"" + parent + "\",")
                + "\"state\":\"" + state + "\",\"name\":\"Name " + id + "\",\"text\":\"" + text
                + "\",\"at\":\"2026-11-" + (id < 10 ? "0" : "") + id + "T12:00:00Z\"" + more + "}";
    }
}
