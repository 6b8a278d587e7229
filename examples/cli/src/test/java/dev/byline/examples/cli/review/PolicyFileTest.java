package dev.byline.examples.cli.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.byline.comment.CommentRules;
import dev.byline.comment.KeyList;
import dev.byline.comment.LinkRules;
import dev.byline.comment.ReplyRules;
import dev.byline.comment.SenderRules;
import dev.byline.comment.TextLimit;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class PolicyFileTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    Path folder;

    private static CommentRules json(String text) throws BadInput {
        return PolicyFile.rules(text, true);
    }

    private static CommentRules yaml(String text) throws BadInput {
        return PolicyFile.rules(text, false);
    }

    private static void refused(String text, String message) {
        assertThatThrownBy(() -> json(text)).isInstanceOf(BadInput.class).hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource({
        "defaults",
        "DEFAULTS()",
        "wordPress",
        "wordpress",
        "WP",
        "wordPress()",
        "strict",
        "Strict()",
        "open",
        "' open '",
    })
    void a_preset_is_named_alone_or_in_an_object(String name) throws BadInput {
        CommentRules preset = switch (name.strip().substring(0, 1).toLowerCase(java.util.Locale.ROOT)) {
            case "d" -> CommentRules.defaults();
            case "w" -> CommentRules.wordPress();
            case "s" -> CommentRules.strict();
            default -> CommentRules.open();
        };
        assertThat(json("{\"preset\":\"" + name + "\"}")).isEqualTo(preset);
        assertThat(json("\"" + name + "\"")).isEqualTo(preset);
        assertThat(yaml("preset: " + name)).isEqualTo(preset);
        assertThat(json("{\"preset\":\"" + name + "\",\"overrides\":{},\"links\":null}"))
                .isEqualTo(preset);
    }

    @Test
    void without_a_preset_the_defaults_count() throws BadInput {
        assertThat(json("{}")).isEqualTo(CommentRules.defaults());
        assertThat(json("{\"holdAll\":true}")).isEqualTo(CommentRules.defaults().holdAll(true));
    }

    @Test
    void what_is_written_as_json_reads_the_same_over_any_preset() throws BadInput {
        CommentRules rules = CommentRules.strict()
                .holdKeys(List.of("casino"))
                .disallowedKeys(List.of("loans"))
                .keys(KeyList.reject("insults", List.of("fool")).in(KeyList.Field.TEXT))
                .reservedNames(List.of("Editor"));
        String written = JSON.writeValueAsString(rules);
        assertThat(json(written)).isEqualTo(rules);
        assertThat(yaml(written)).isEqualTo(rules);
        ObjectNode over = (ObjectNode) JSON.readTree(written);
        assertThat(json(over.put("preset", "open").toString())).isEqualTo(rules);
        assertThat(json("{\"preset\":\"wordPress\",\"overrides\":" + written + "}"))
                .isEqualTo(rules);
    }

    /** Every component of the rules, in whatever record it stands, changes alone what it names. */
    @Test
    void every_component_is_a_field() throws Exception {
        List<String> paths = new ArrayList<>();
        leaves(CommentRules.class, "", paths);
        assertThat(paths)
                .contains("closeAfterDays", "links.holdAt", "limits.text.bytes")
                .hasSizeGreaterThan(30);
        JsonNode strict = JSON.valueToTree(CommentRules.strict());
        for (String path : paths) {
            String pointer = "/" + path.replace('.', '/');
            JsonNode other = other(strict.at(pointer), path);
            ObjectNode document = JSON.createObjectNode().put("preset", "strict");
            ObjectNode place = document;
            String[] names = path.split("\\.", -1);
            for (int i = 0; i < names.length - 1; i++) {
                place = place.putObject(names[i]);
            }
            place.set(names[names.length - 1], other);
            JsonNode changed = JSON.valueToTree(json(document.toString()));
            assertThat(changed.at(pointer)).as(path).isNotEqualTo(strict.at(pointer));
            for (String rest : paths) {
                String unchanged = "/" + rest.replace('.', '/');
                if (!rest.equals(path)) {
                    assertThat(changed.at(unchanged)).as(path + " and " + rest).isEqualTo(strict.at(unchanged));
                }
            }
        }
    }

    static void leaves(Class<?> type, String above, List<String> paths) {
        for (RecordComponent component : type.getRecordComponents()) {
            String path = Values.path(above, component.getName());
            if (component.getType().isRecord()) {
                leaves(component.getType(), path, paths);
            } else {
                paths.add(path);
            }
        }
    }

    private static JsonNode other(JsonNode value, String path) {
        return JSON.readTree(
                switch (path) {
                    case "unusable" -> "\"drop\"";
                    case "limits.measured" -> "\"sent\"";
                    case "replies.tooDeep" -> "\"flatten\"";
                    case "reservedNames", "links.allowed", "links.denied" -> "[\"one.example\"]";
                    case "keys" -> "[{\"name\":\"more\",\"action\":\"spam\",\"keys\":[\"pills\"]}]";
                    case "senders.floods" -> "[{\"by\":\"network\",\"comments\":4,\"seconds\":60}]";
                    case "scoring.weights" -> "{\"C-22\":4}";
                    default -> {
                        int one = path.endsWith(".bytes") ? -1 : 1;
                        yield value.isBoolean() ? "" + !value.booleanValue() : "" + (value.intValue() + one);
                    }
                });
    }

    @Test
    void what_an_object_does_not_name_stays_as_in_the_preset() throws BadInput {
        LinkRules strict = CommentRules.strict().links();
        assertThat(json("{\"preset\":\"strict\",\"links\":{\"holdAt\":3}}").links())
                .isEqualTo(strict.holdAt(3))
                .isNotEqualTo(LinkRules.defaults().holdAt(3));
        assertThat(json("{\"limits\":{\"text\":{\"characters\":500}}}").limits().text())
                .isEqualTo(new TextLimit(500, 65_535));
        CommentRules weights = json("{\"overrides\":{\"scoring\":{\"spamAt\":5,\"weights\":{\"C-22\":3,\"C-23\":4}}}}");
        assertThat(weights.scoring().weights()).isEqualTo(Map.of("C-22", 3, "C-23", 4));
        assertThat(json("{\"senders\":{\"floods\":[]}}").senders())
                .isEqualTo(SenderRules.defaults().floods(List.of()));
        assertThat(json("{\"replies\":{\"tooDeep\":\"REFUSE\"}}").replies().tooDeep())
                .isEqualTo(ReplyRules.TooDeep.REFUSE);
    }

    @Test
    void lists_of_words_go_by_their_names() throws BadInput {
        CommentRules rules = json("""
                {"keys": [
                  {"name": "moderation", "keys": "casino\\ncheap pills"},
                  {"name": "insults", "action": "reject", "fields": ["text", "name"], "keys": ["fool", 666]},
                  {"name": "quiet", "action": "hold"}
                ], "disallowedKeys": "loans\\r\\nwatches"}
                """);
        assertThat(rules.keys())
                .containsExactlyInAnyOrder(
                        KeyList.hold("moderation", List.of("casino", "cheap pills")),
                        KeyList.trash("disallowed", List.of("loans", "watches")),
                        KeyList.reject("insults", List.of("fool", "666")).in(KeyList.Field.TEXT, KeyList.Field.NAME),
                        KeyList.hold("quiet", List.of()));
        assertThat(json("{\"keys\":[{\"name\":\"disallowed\",\"action\":\"spam\"}]}")
                        .keys())
                .contains(KeyList.spam("disallowed", List.of()));
        assertThat(json("{\"holdKeys\":[\"casino\"]}"))
                .isEqualTo(CommentRules.defaults().holdKeys(List.of("casino")));
    }

    @Test
    void options_of_wordpress_go_with_components_of_byline() throws BadInput {
        CommentRules rules = json("""
                {"preset": "wordPress", "close_comments_for_old_posts": 1, "comment_max_links": "3",
                 "overrides": {"moderation_keys": "casino\\ncheap pills", "links": {"spamAt": 9}, "edits": {"seconds": 60},
                               "keys": [{"name": "moderators", "action": "spam", "keys": ["pills"]}]}}
                """);
        assertThat(rules.closeAfterDays()).isEqualTo(14);
        assertThat(rules.links())
                .isEqualTo(CommentRules.wordPress().links().holdAt(3).spamAt(9));
        assertThat(rules.edits().seconds()).isEqualTo(60);
        assertThat(rules.keys())
                .contains(KeyList.hold("moderation", List.of("casino", "cheap pills")))
                .contains(KeyList.spam("moderators", List.of("pills")));
        assertThat(json("{\"preset\":\"wp\",\"comment_whitelist\":\"\",\"blacklist_keys\":[\"x\"]}"))
                .isEqualTo(CommentRules.wordPress(Map.of("comment_previously_approved", 0, "disallowed_keys", "x")));
        assertThat(json("{\"preset\":\"wp\",\"comment_max_links\":null}")).isEqualTo(CommentRules.wordPress());
    }

    @Test
    void what_can_not_be_is_told_with_its_path() {
        refused(
                "{\"preset\":\"wordpres\"}",
                "preset: must be one of defaults, wordPress, strict, open, not \"wordpres\"");
        refused("{\"preset\":7}", "preset: must be one of defaults, wordPress, strict, open, not 7");
        refused("{\"preset\":null}", "preset: must be one of defaults, wordPress, strict, open, not null");
        refused("[]", "must be an object with a preset, not a list");
        refused("{\"overrides\":[]}", "overrides: must be an object, not a list");
        refused("{\"links\":2}", "links: must be an object, not 2");
        refused("{\"links\":{\"holdAt\":\"many\"}}", "links.holdAt: must be a whole number, not \"many\"");
        refused(
                "{\"overrides\":{\"links\":{\"holdAt\":1.5}}}",
                "overrides.links.holdAt: must be a whole number, not 1.5");
        refused("{\"links\":{\"holdAt\":-1}}", "links.holdAt: can't be -1");
        refused("{\"closeAfterDays\":-3}", "closeAfterDays: can't be -3");
        refused(
                "{\"closeAfterDays\":99999999999}",
                "closeAfterDays: must be a number up to 2147483647, not 99999999999");
        refused("{\"senders\":{\"nearPercent\":101}}", "senders.nearPercent: is 0 to 100, not 101");
        refused("{\"holdAll\":\"1\"}", "holdAll: must be true or false, not \"1\"");
        refused("{\"unusable\":\"burn\"}", "unusable: must be one of refuse, drop, not \"burn\"");
        refused(
                "{\"limits\":{\"name\":{\"bytes\":5000}}}",
                "limits.name: the limit of name is at most 1020 bytes, not 5000");
        refused(
                "{\"links\":{\"hold_at\":1}}",
                "links.hold_at: is unknown here, where there are holdAt, spamAt, newcomersHoldAt, bbcode, site, allowed, denied");
        refused("{\"links\":{\"denied\":\"a.example\"}}", "links.denied: must be a list, not text");
        refused("{\"links\":{\"denied\":[\"a.example\",null]}}", "links.denied[1]: must be text, not null");
        refused(
                "{\"senders\":{\"floods\":[{\"by\":\"sender\",\"comments\":1}]}}",
                "senders.floods[0].seconds: is missing");
        refused(
                "{\"senders\":{\"floods\":[{\"by\":\"sender\",\"comments\":0,\"seconds\":3}]}}",
                "senders.floods[0].comments: is 1 to 50, not 0");
        refused(
                "{\"senders\":{\"floods\":[{\"by\":\"ip\",\"comments\":1,\"seconds\":3}]}}",
                "senders.floods[0].by: must be one of sender, network, not \"ip\"");
        refused(
                "{\"senders\":{\"floods\":[{\"per\":1}]}}",
                "senders.floods[0].per: is unknown here, where there are by, comments, seconds");
        refused(
                "{\"scoring\":{\"weights\":{\"C-22\":\"x\"}}}",
                "scoring.weights.C-22: must be a whole number, not \"x\"");
        refused("{\"scoring\":{\"weights\":{\"C-22\":-1}}}", "scoring.weights: C-22 can't be -1");
        refused("{\"keys\":[{\"action\":\"hold\"}]}", "keys[0].name: is missing");
        refused("{\"keys\":[{\"name\":\"a\"}]}", "keys[0].action: is missing");
        refused(
                "{\"keys\":[{\"name\":\"a\",\"action\":\"block\"}]}",
                "keys[0].action: must be one of hold, spam, trash, reject, not \"block\"");
        refused(
                "{\"keys\":[{\"name\":\" \",\"action\":\"hold\"}]}",
                "keys[0]: the name of a list of words is not blank");
        refused(
                "{\"keys\":[{\"name\":\"a\",\"action\":\"hold\"},{\"name\":\"a\",\"action\":\"spam\"}]}",
                "keys[1].name: is the name of another list too");
        refused("{\"links\":{\"holdAt\":1,\"holdAt\":2}}", "column 30: has a field twice");
    }

    @Test
    void options_that_can_not_be_are_told_with_their_path() {
        refused(
                "{\"preset\":\"wordPress\",\"comment_max_links\":\"many\"}",
                "comment_max_links: must be a whole number from 0 to 999999999, not \"many\"");
        refused(
                "{\"preset\":\"wordPress\",\"overrides\":{\"comment_moderation\":\"on\"}}",
                "overrides.comment_moderation: must be 1 or 0, not \"on\"");
        refused(
                "{\"preset\":\"strict\",\"comment_max_links\":2}",
                "comment_max_links: is an option of WordPress and goes with the preset wordPress alone");
        assertThatThrownBy(() -> json("{\"preset\":\"wordPress\",\"comment_max_link\":2}"))
                .hasMessageStartingWith("comment_max_link: is unknown here, where there are ")
                .hasMessageContaining("comment_max_links, ");
        refused(
                "{\"preset\":\"wp\",\"blacklist_keys\":\"\",\"disallowed_keys\":\"\"}",
                "disallowed_keys: is the same option as blacklist_keys");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "comment_max_links: 3, links: {holdAt: 2}|comment_max_links|links.holdAt",
                "closeAfterDays: 3, close_comments_days_old: 3|close_comments_days_old|closeAfterDays",
                "thread_comments: 1, replies: {levels: 2}|thread_comments|replies.levels",
                "comment_moderation: 1, holdAll: true|comment_moderation|holdAll",
                "moderation_keys: a, holdKeys: b|moderation_keys|holdKeys",
                "disallowedKeys: a, keys: [{name: disallowed}]|disallowedKeys|the list \"disallowed\" of keys",
            })
    void what_is_said_twice_is_refused(String fields, String path, String other) {
        assertThatThrownBy(() -> yaml("{preset: wordPress, " + fields + "}"))
                .hasMessage(path + ": says the same as " + other + "; leave one of them out");
        assertThatThrownBy(() -> yaml("{preset: wordPress, overrides: {" + fields + "}}"))
                .hasMessage("overrides." + path + ": says the same as " + other + "; leave one of them out");
    }

    @Test
    void a_field_stands_beside_the_overrides_or_in_them() {
        refused(
                "{\"holdAll\":true,\"overrides\":{\"holdAll\":true}}",
                "overrides.holdAll: stands beside \"overrides\" and in it");
        assertThatThrownBy(() -> json("{\"nobody\":null}")).hasMessageStartingWith("nobody: is unknown here");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"preset\":\"wordPress\",\"moderation_keys\":{\"secret\":1}}",
                "{\"preset\":\"wordPress\",\"disallowed_keys\":[[\"secret\"]]}",
                "{\"holdKeys\":{\"secret\":1}}",
                "{\"holdKeys\":[\"secret\",{}]}",
                "{\"keys\":\"secret\"}",
                "{\"keys\":[\"secret\"]}",
                "{\"keys\":[{\"name\":\"a\",\"action\":\"hold\",\"keys\":[[\"secret\"]]}]}",
                "{\"keys\":[{\"name\":\"a\",\"action\":\"hold\",\"keys\":{\"secret\":1}}]}",
            })
    void keys_are_never_told(String text) {
        assertThatThrownBy(() -> json(text))
                .isInstanceOf(BadInput.class)
                .message()
                .containsAnyOf("keys", "Keys")
                .doesNotContain("secret");
    }

    @Test
    void yaml_says_what_json_says() throws BadInput {
        CommentRules rules = yaml("""
                # our rules
                preset: strict
                nudge: False
                closeAfterDays: 30
                reservedNames: [The Harbour Post, 007, yes]
                links: {holdAt: 3, denied: [spam.example], allowed: ~}
                keys:
                  - name: moderation
                    keys: |
                      casino
                      cheap pills
                  - {name: 'insults', action: reject, fields: [text], keys: [fool, 666, "1.50"]}
                """);
        assertThat(rules)
                .isEqualTo(CommentRules.strict()
                        .nudge(false)
                        .closeAfterDays(30)
                        .reservedNames(List.of("The Harbour Post", "007", "yes"))
                        .links(CommentRules.strict().links().holdAt(3).denied(List.of("spam.example")))
                        .holdKeys(List.of("casino", "cheap pills"))
                        .keys(List.of(
                                KeyList.hold("moderation", List.of("casino", "cheap pills")),
                                KeyList.trash("disallowed", List.of()),
                                KeyList.reject("insults", List.of("fool", "666", "1.50"))
                                        .in(KeyList.Field.TEXT))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a: &x 1|line 1: has an anchor or an alias, which a policy does not",
                "a: *x|line 1: has an anchor or an alias, which a policy does not",
                "a: !!int 3|line 1: has a tag, which a policy does not",
                "a: !!java.net.URL [x]|line 1: has a tag, which a policy does not",
                "? [a]|line 1: has a field whose name is no text",
                "? {a: b}|line 1: has a field whose name is no text",
                "closeAfterDays: 1.5|closeAfterDays: must be a whole number, not 1.5",
                "closeAfterDays: '3'|closeAfterDays: must be a whole number, not \"3\"",
                "closeAfterDays: 0x10|closeAfterDays: must be a whole number, not \"0x10\"",
                "closeAfterDays: .nan|closeAfterDays: must be a whole number, not \".nan\"",
                "holdAll: yes|holdAll: must be true or false, not \"yes\"",
                "# nothing|must be an object with a preset, not null",
            })
    void yaml_that_can_not_be_is_told(String text, String message) {
        assertThatThrownBy(() -> yaml(text)).isInstanceOf(BadInput.class).hasMessage(message);
    }

    @Test
    void yaml_that_is_none_is_told_by_line() {
        assertThatThrownBy(() -> yaml("a: 1\na: 2")).hasMessage("line 2: has the field \"a\" twice");
        assertThatThrownBy(() -> yaml("holdAll: true\n---\nholdAll: true"))
                .hasMessage("line 3: begins another document");
        assertThatThrownBy(() -> yaml("holdAll: true\nlinks: {holdAt: [}"))
                .hasMessageStartingWith("line 2: is no YAML");
        assertThatThrownBy(() -> yaml("holdAll: \u0000")).hasMessageStartingWith("is no YAML");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- ", "? ", "a: [", "'", "\"", "%", "|", "&a ", "a:\n", "{a: {", "x: y: "})
    void much_of_the_worst_is_refused_in_yaml(String piece) {
        String text = piece.repeat((1 << 19) / piece.length());
        assertThatThrownBy(() -> yaml(text))
                .isInstanceOf(BadInput.class)
                .message()
                .hasSizeLessThan(300);
        assertThatThrownBy(() -> yaml("links: " + text)).isInstanceOf(BadInput.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":", "[[],", "\"", "1", "-", "{\"preset\":\"", "\\"})
    void much_of_the_worst_is_refused_in_json(String piece) {
        String text = piece.repeat((1 << 19) / piece.length());
        assertThatThrownBy(() -> json(text))
                .isInstanceOf(BadInput.class)
                .message()
                .hasSizeLessThan(300);
        assertThatThrownBy(() -> json("{\"links\":" + text)).isInstanceOf(BadInput.class);
    }

    @Test
    void files_are_read_by_their_names_or_their_beginnings() throws Exception {
        CommentRules held = CommentRules.defaults().holdAll(true);
        for (String name : List.of("p.json", "p.JSON", "policy", "p.txt")) {
            Path file = Files.writeString(folder.resolve(name), "\uFEFF {\"holdAll\": true}\n");
            assertThat(PolicyFile.read(file)).as(name).isEqualTo(held);
        }
        for (String name : List.of("p.yaml", "p.yml", "p.YML", "policy", "p.txt")) {
            Path file = Files.writeString(folder.resolve(name), "holdAll: true\n");
            assertThat(PolicyFile.read(file)).as(name).isEqualTo(held);
        }
        Path file = Files.writeString(folder.resolve("p.json"), "holdAll: true\n");
        assertThatThrownBy(() -> PolicyFile.read(file)).hasMessage("line 1, column 1: is no JSON");
    }

    @Test
    void files_that_can_not_be_read_are_told() throws IOException {
        for (Path none : new Path[] {folder, folder.resolve("nothing.json")}) {
            assertThatThrownBy(() -> PolicyFile.read(none)).hasMessage("there is no such file that can be read");
        }
        Path latin = Files.write(
                folder.resolve("latin.yaml"), "holdKeys: [caf\u00e9]".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> PolicyFile.read(latin)).hasMessage("is not UTF-8");
        Path large = Files.writeString(folder.resolve("large.json"), " ".repeat(PolicyFile.MOST + 1));
        assertThatThrownBy(() -> PolicyFile.read(large)).hasMessage("holds more than 4 MiB");
        Path empty = Files.writeString(folder.resolve("empty.json"), "");
        assertThatThrownBy(() -> PolicyFile.read(empty)).isInstanceOf(BadInput.class);
    }
}
