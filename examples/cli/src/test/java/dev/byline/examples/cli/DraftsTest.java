package dev.byline.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code byline comment --policy}: drafts in, decisions out. */
class DraftsTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String DRAFT = "{\"name\":\"Ann\",\"email\":\"ann@news.example\",\"text\":\"Well said.\"}";
    private static final String FINE = "{\"draft\":" + DRAFT + ",\"article\":{\"id\":7,\"age\":60}}";

    @TempDir
    Path folder;

    private Path policy = Path.of("");

    @BeforeEach
    void policy() throws IOException {
        policy = Files.writeString(folder.resolve("policy.json"), "{\"preset\":\"wordPress\"}");
    }

    private Run run(String lines) {
        return Run.with(lines, "comment", "--policy", policy.toString(), "--json");
    }

    private List<JsonNode> decisions(String lines) {
        return run(lines).out().lines().map(JSON::readTree).toList();
    }

    private JsonNode decision(String line) {
        List<JsonNode> all = decisions(line);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private String error(String line) {
        Run run = run(line + "\n" + FINE + "\n");
        assertThat(run.code()).isEqualTo(Byline.REFUSED);
        assertThat(run.err()).isEmpty();
        List<JsonNode> out = run.out().lines().map(JSON::readTree).toList();
        assertThat(out).hasSize(2);
        assertThat(out.get(0).propertyNames()).containsExactly("line", "error");
        assertThat(out.get(1).path("state").asString()).as("what comes after").isEqualTo("held");
        return out.get(0).path("error").asString();
    }

    @Test
    void one_decision_a_line_in_order() {
        Run run = run("\uFEFF" + FINE + "\r\n\n  \nnonsense\n" + FINE);
        assertThat(run.code()).isEqualTo(Byline.REFUSED);
        List<JsonNode> out = run.out().lines().map(JSON::readTree).toList();
        assertThat(out).extracting(line -> line.path("line").asInt()).containsExactly(1, 4, 5);
        assertThat(out.get(1)).isEqualTo(JSON.readTree("{\"line\":4,\"error\":\"column 1: is no JSON\"}"));
        assertThat(run(FINE).code()).isEqualTo(Byline.DONE);
        assertThat(run("").out()).isEmpty();
    }

    @Test
    void a_decision_is_whole() {
        assertThat(run("{\"draft\":{\"name\":\"Ann\",\"email\":\"ann@news.example\",\"url\":\"ann.example\","
                                + "\"text\":\"A <b>casino</b><script>x</script>\",\"parent\":3},"
                                + "\"article\":{\"id\":7,\"age\":60},\"comments\":[{\"id\":3,\"age\":30}]}")
                        .succeeds()
                        .out())
                .isEqualTo(
                        "{\"line\":1,\"state\":\"held\",\"code\":null,\"violations\":[],\"reasons\":[{\"rule\":\"C-24\","
                                + "\"verdict\":\"held\",\"text\":\"the sender has no approved comment yet\"}],"
                                + "\"cleaned\":{\"article\":\"7\",\"parent\":\"3\",\"name\":\"Ann\",\"url\":\"http://ann.example\","
                                + "\"text\":\"A <b>casino</b>x\",\"at\":\"2026-11-20T12:00:00Z\"},"
                                + "\"answer\":{\"outcome\":\"waiting\"}}\n");
        JsonNode rejected = decision("{\"draft\":{\"text\":\" \"},\"article\":{}}");
        assertThat(rejected.propertyNames())
                .containsExactly("line", "state", "code", "violations", "reasons", "cleaned", "answer");
        assertThat(rejected.path("state").asString()).isEqualTo("rejected");
        assertThat(rejected.path("code").asString()).isEqualTo("require_name_email");
        assertThat(rejected.path("violations"))
                .extracting(violation -> violation.path("code").asString())
                .containsExactly("require_name_email", "require_name_email", "require_valid_comment");
        assertThat(rejected.path("violations").get(2).path("rule").asString()).isEqualTo("C-09");
        assertThat(rejected.path("reasons")).isEmpty();
        assertThat(rejected.path("cleaned").isNull()).isTrue();
        assertThat(rejected.path("answer").path("outcome").asString()).isEqualTo("refused");
        assertThat(rejected.path("answer").path("problems").toString()).doesNotContain("C-09");
    }

    @Test
    void without_json_a_person_can_read_it() {
        Run run = Run.with(
                FINE + "\n{\"draft\":{\"text\":\"\"},\"article\":{}}\n7\n", "comment", "--policy", policy.toString());
        assertThat(run.code()).isEqualTo(Byline.REFUSED);
        assertThat(run.out())
                .startsWith("line 1: held\n  C-24  held  the sender has no approved comment yet\nline 2: rejected\n"
                        + "  C-07  require_name_email  ")
                .endsWith("\nline 3: must be an object, not a number\n");
    }

    @Test
    void every_field_is_read() {
        ObjectNode all = (ObjectNode) JSON.readTree("""
                {"draft": {"name": "Ann", "email": "ann@news.example", "url": "https://ann.example", "text": "Hm.", "parent": 4},
                 "article": {"id": "7", "state": "published", "type": "article", "author": 1, "commentsOpen": true, "age": 60,
                             "passwordGiven": true},
                 "comments": [{"id": 4, "age": 50, "state": "approved", "author": "Bo", "email": "bo@news.example",
                               "ip": "192.0.2.4", "agent": "b", "parent": null, "member": null, "text": "x", "url": "",
                               "article": 7}],
                 "members": [{"id": 1, "name": "Cy", "email": "cy@news.example", "url": "", "role": "author"}],
                 "sender": {"ip": "192.0.2.9", "agent": "a", "member": 0},
                 "form": {"token": "", "trap": "", "insisted": false}}
                """);
        assertThat(decision(all.toString()).path("state").asString()).isEqualTo("held");
        all.withObject("/sender").put("member", 1);
        assertThat(decision(all.toString()).path("reasons").get(0).path("rule").asString())
                .isEqualTo("C-20");
        all.withObject("/sender").put("member", "");
        all.withObject("/form").put("trap", "x");
        assertThat(decision(all.toString()).path("state").asString()).isEqualTo("spam");
        all.withObject("/article").put("passwordGiven", false);
        assertThat(decision(all.toString()).path("code").asString()).isEqualTo("comment_on_password_protected");
        all.withObject("/article").put("commentsOpen", false);
        assertThat(decision(all.toString()).path("code").asString()).isEqualTo("comment_closed");
        ((ObjectNode) all.path("comments").get(0)).put("state", "unapproved");
        assertThat(decision(all.toString()).path("code").asString()).isEqualTo("comment_reply_to_unapproved_comment");
    }

    @Test
    void form_fields_reach_the_rules() throws IOException {
        Files.writeString(policy, "{\"preset\":\"wordPress\",\"nudge\":true,\"moderation_keys\":\"casino\"}");
        String line =
                "{\"draft\":{\"name\":\"Ann\",\"email\":\"ann@news.example\",\"text\":\"A casino.\"},\"article\":{}";
        assertThat(decision(line + "}").path("code").asString()).isEqualTo("comment_reconsider");
        assertThat(decision(line + ",\"form\":{\"insisted\":true}}")
                        .path("state")
                        .asString())
                .isEqualTo("held");
    }

    @Test
    void fields_that_nobody_knows_are_passed_over() {
        assertThat(decision("{\"case\":12,\"draft\":" + DRAFT + ",\"article\":{\"title\":\"x\"}}")
                        .path("state")
                        .asString())
                .isEqualTo("held");
        assertThat(error("{\"draft\":" + DRAFT + ",\"article\":{\"comments_open\":false}}"))
                .isEqualTo("article.comments_open: is unknown; did you mean commentsOpen?");
        assertThat(error("{\"Draft\":{},\"draft\":" + DRAFT + "}")).startsWith("Draft: is unknown");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|draft: is missing",
                "[]|must be an object, not a list",
                "\"x\"|must be an object, not text",
                "{\"draft\":[]}|draft: must be an object, not a list",
                "{\"draft\":{\"text\":5}}|draft.text: must be text, not a number",
                "{\"draft\":{\"parent\":1.5}}|draft.parent: must be an id, which is text or a whole number, not a number",
                "{\"draft\":{},\"article\":\"7\"}|article: must be an object, not text",
                "{\"draft\":{},\"article\":{\"type\":\"poem\"}}|article.type: must be one of article, page, post, not \"poem\"",
                "{\"draft\":{},\"article\":{\"commentsOpen\":1}}|article.commentsOpen: must be true or false, not a number",
                "{\"draft\":{},\"article\":{\"passwordGiven\":\"x\"}}|article.passwordGiven: must be true or false, not text",
                "{\"draft\":{},\"article\":{\"age\":\"60\"}}|article.age: must be a number of seconds, not text",
                "{\"draft\":{},\"article\":{\"age\":1e400}}|article.age: must be a number of seconds, at most 100000000000",
                "{\"draft\":{},\"article\":{\"age\":-1e12}}|article.age: must be a number of seconds, at most 100000000000",
                "{\"draft\":{},\"article\":{\"age\":NaN}}|column 33: is no JSON",
                "{\"draft\":{},\"comments\":{}}|comments: must be a list, not an object",
                "{\"draft\":{},\"comments\":[3]}|comments[0]: must be an object, not a number",
                "{\"draft\":{},\"comments\":[{\"id\":1}]}|comments[0].age: is missing",
                "{\"draft\":{},\"comments\":[{\"age\":0,\"ip\":1}]}|comments[0].ip: must be text, not a number",
                "{\"draft\":{},\"comments\":[{\"id\":1,\"age\":1},{\"id\":\"1\",\"age\":1}]}|comments[1].id: is the id of another comment too",
                "{\"draft\":{},\"members\":[{\"name\":\"x\"}]}|members[0].id: is missing",
                "{\"draft\":{},\"members\":[{\"id\":1},{\"id\":1}]}|members[1].id: is the id of another member too",
                "{\"draft\":{},\"members\":[{\"id\":true}]}|members[0].id: must be an id, which is text or a whole number, not true or false",
                "{\"draft\":{},\"sender\":{\"member\":9}}|sender.member: is the id of no member on this line",
                "{\"draft\":{},\"sender\":{\"ip\":{}}}|sender.ip: must be text, not an object",
                "{\"draft\":{},\"form\":{\"insisted\":\"yes\"}}|form.insisted: must be true or false, not text",
                "{\"draft\":{},\"draft\":{}}|column 20: has a field twice",
            })
    void what_can_not_be_is_told_with_its_path(String line, String error) {
        assertThat(error(line)).isEqualTo(error);
    }

    @Test
    void unknown_states_and_roles_are_told() {
        assertThat(error("{\"draft\":{},\"article\":{\"state\":\"publised\"}}"))
                .startsWith("article.state: must be one of published, scheduled, draft,")
                .endsWith("not \"publised\"");
        assertThat(error("{\"draft\":{},\"comments\":[{\"age\":1,\"state\":\"gone\"}]}"))
                .startsWith("comments[0].state: must be one of approved, held, spam, trash,");
        assertThat(error("{\"draft\":{},\"members\":[{\"id\":1,\"role\":\"boss\"}]}"))
                .startsWith("members[0].role: must be one of reader, author, moderator, administrator,");
    }

    @Test
    void what_is_too_much_is_refused_and_the_next_line_read() {
        assertThat(error("{\"draft\":{\"text\":\"" + "a".repeat(Drafts.LONGEST) + "\"}}"))
                .isEqualTo("is longer than 16 MiB");
        assertThat(error("{\"draft\":" + "[".repeat(100_000))).contains("nested deeper than 20 levels");
        assertThat(error("{\"draft\":{},\"x\":[" + "1,".repeat(1_000_000) + "1]}"))
                .contains("more than 1000000 values");
        assertThat(error("{\"draft\":{\"parent\":\"" + "a".repeat(201) + "\"}}"))
                .isEqualTo("draft.parent: must be an id of at most 200 characters");
        assertThat(error("{\"draft\":{\"parent\":" + "9".repeat(5_000) + "}}")).isNotEmpty();
        assertThat(error("{\"draft\":{},\"" + "x".repeat(100_000) + "\":\u0001}"))
                .hasSizeLessThan(200);
    }

    @Test
    void personal_data_is_in_no_answer() {
        String secret = "secret@news.example";
        String lines = "{\"draft\":{\"name\":\"A\",\"email\":\"" + secret + "\",\"text\":\"x\"},\"article\":{},"
                + "\"sender\":{\"ip\":\"192.0.2.77\",\"agent\":\"Agent/77\"}}\n"
                + "{\"draft\":{\"email\":\"" + secret + "\" nonsense}}\n"
                + "{\"draft\":{\"email\":[\"" + secret + "\"]}}\n"
                + "{\"draft\":{},\"sender\":{\"member\":\"" + secret + "\"}}\n";
        Run run = run(lines);
        assertThat(run.out().lines()).hasSize(4);
        assertThat(run.out()).doesNotContain("secret", "192.0.2", "Agent/77");
    }

    @Test
    void hostile_text_is_only_text() {
        for (String piece :
                List.of("<", "&", "<a ", "www.a.b ", "\\ud800", "\\u0000", "\\u202e", "[url]", "a\\u0301")) {
            String text = piece.repeat((1 << 16) / piece.length());
            JsonNode decision = decision("{\"draft\":{\"name\":\"Ann\",\"email\":\"ann@news.example\",\"text\":\""
                    + text + "\"},\"article\":{\"age\":60},\"comments\":[{\"age\":9,\"text\":\"" + text + "\"}]}");
            assertThat(decision.path("state").asString()).as(piece).isIn("held", "rejected");
        }
    }

    @Test
    void ten_thousand_comments_and_parents_in_a_circle() {
        ObjectNode line = JSON.createObjectNode();
        line.set("draft", ((ObjectNode) JSON.readTree(DRAFT)).put("parent", 10_000));
        line.putObject("article").put("age", 60);
        ArrayNode comments = line.putArray("comments");
        for (int i = 1; i <= 10_000; i++) {
            comments.addObject()
                    .put("id", i)
                    .put("age", 100_000 - i)
                    .put("parent", i == 1 ? 10_000 : i - 1)
                    .put("author", "B" + i)
                    .put("email", "b" + i + "@news.example")
                    .put("ip", "198.51.100." + i % 256)
                    .put("text", "No. " + i);
        }
        assertThat(decision(line.toString()).path("cleaned").path("parent").asString())
                .isEqualTo("10000");
        // The oldest of ten thousand still speaks for its sender, and the latest still counts for floods.
        line.set("draft", JSON.readTree("{\"name\":\"B1\",\"email\":\"b1@news.example\",\"text\":\"And no. 10001\"}"));
        assertThat(decision(line.toString()).path("state").asString()).isEqualTo("approved");
        ((ObjectNode) comments.get(9_999)).put("age", 3).put("ip", "203.0.113.7");
        line.putObject("sender").put("ip", "203.0.113.7");
        assertThat(decision(line.toString()).path("code").asString()).isEqualTo("comment_flood");
    }

    @Test
    void each_line_is_a_world_of_its_own() {
        assertThat(decisions((FINE + "\n").repeat(3)))
                .extracting(line -> line.path("state").asString())
                .containsExactly("held", "held", "held");
    }

    @Test
    void comments_without_ids_are_comments_too() {
        JsonNode decision = decision(
                "{\"draft\":" + DRAFT + ",\"article\":{\"age\":9},\"comments\":[{\"age\":500},"
                        + "{\"id\":\"unnamed 1\",\"age\":400},{\"age\":300,\"author\":\"ann\",\"email\":\"ANN@news.example\"}]}");
        assertThat(decision.path("state").asString()).isEqualTo("approved");
    }

    @Test
    void time_is_what_the_command_line_says() {
        Run run = Run.with(FINE, "comment", "--policy", policy.toString(), "--json", "--now", "2020-02-03T04:05:06Z");
        assertThat(run.json().path("cleaned").path("at").asString()).isEqualTo("2020-02-03T04:05:06Z");
        Run end = Run.with(
                FINE.replace("60", "-60"),
                "comment",
                "--policy",
                policy.toString(),
                "--json",
                "--now",
                "+1000000000-12-31T23:59:59Z");
        assertThat(end.json().path("error").asString()).isEqualTo("article.age: lies before or after all time");
    }

    @Test
    void each_decision_is_out_before_the_next_line_is_read() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<Integer> printed = new ArrayList<>();
        byte[] line = (FINE + "\n").getBytes(StandardCharsets.UTF_8);
        InputStream in = new InputStream() {
            @Override
            public int read() {
                throw new UnsupportedOperationException();
            }

            @Override
            public int read(byte[] buffer, int from, int length) {
                printed.add((int) out.toString(StandardCharsets.UTF_8).lines().count());
                if (printed.size() > 3) {
                    return -1;
                }
                System.arraycopy(line, 0, buffer, from, line.length);
                return line.length;
            }
        };
        String[] args = {"comment", "--policy", policy.toString(), "--json"};
        int code =
                Byline.run(args, in, out, OutputStream.nullOutputStream(), InstantSource.fixed(Instant.EPOCH), false);
        assertThat(code).isEqualTo(Byline.DONE);
        assertThat(printed).containsExactly(0, 1, 2, 3);
    }

    @Test
    void an_output_that_nobody_reads_ends_it() {
        OutputStream closed = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("closed");
            }
        };
        ByteArrayInputStream in =
                new ByteArrayInputStream((FINE + "\n").repeat(1_000).getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Byline.run(
                new String[] {"comment", "--policy", policy.toString()},
                in,
                closed,
                err,
                InstantSource.fixed(Instant.EPOCH),
                false);
        assertThat(code).isEqualTo(Byline.FAILED);
        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("byline: the output can't be written\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--text=x", "--name=x", "--email=x", "--url=x", "--ip=x", "--reply-to=1"})
    void what_is_sent_stands_on_the_lines(String option) {
        Run run = Run.with(FINE, "comment", "--policy", policy.toString(), option);
        assertThat(run.code()).isEqualTo(Byline.USAGE);
        assertThat(run.err()).isEqualTo("byline: what is sent stands on standard input, or a SLUG is missing\n");
    }

    @Test
    void a_bad_policy_is_a_bad_command_line() throws IOException {
        Files.writeString(policy, "{\"links\":{\"holdAt\":\"many\"}}");
        Run run = Run.with(FINE, "comment", "--policy", policy.toString(), "--json");
        assertThat(run.code()).isEqualTo(Byline.USAGE);
        assertThat(run.err()).isEqualTo("byline: " + policy + ": links.holdAt: must be a whole number, not \"many\"\n");
        assertThat(run.json().path("error").asString()).endsWith("links.holdAt: must be a whole number, not \"many\"");
        Run site = Run.of(
                "comment",
                "--policy",
                policy.toString(),
                "--site",
                folder.resolve("none").toString(),
                "slug");
        assertThat(site.code()).as("before the site is opened").isEqualTo(Byline.USAGE);
        assertThat(Run.of("comment").code()).isEqualTo(Byline.USAGE);
        assertThat(Run.of("comment", "--policy").code()).isEqualTo(Byline.USAGE);
        assertThat(Run.of("comment", "--help").succeeds().out()).contains("--policy=FILE", "docs/comments.md");
    }

    @Test
    void a_comment_on_a_site_goes_by_the_policy_too() throws IOException {
        Files.writeString(policy, "\"open\"");
        assertThat(onSample("ships-drawn-by-eye").succeeds().out()).startsWith("approved  #");
        Files.writeString(policy, "{\"replies\":{\"levels\":3,\"tooDeep\":\"refuse\"}}");
        Run refused = onSample("tablet-nobody-can-explain", "--reply-to", "c-317");
        assertThat(refused.code()).isEqualTo(Byline.REFUSED);
        assertThat(refused.out()).as("two stand above it").startsWith("rejected\n  C-51  comment_too_deep");
    }

    private Run onSample(String... more) {
        List<String> args = new ArrayList<>(List.of("comment", "--sample", "--policy", policy.toString()));
        args.addAll(List.of("--name", "Ana", "--email", "ana@news.example", "--text", "Which wood is it?"));
        args.addAll(List.of(more));
        return Run.of(args.toArray(String[]::new));
    }
}
