package dev.byline.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a site that moves from WordPress finds again, from policy file to decision. */
class WordPressOutcomesTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String EARLIER =
            "\"author\":\"Ann\",\"email\":\"ann@news.example\",\"ip\":\"192.0.2.1\"," + "\"text\":\"Said before.\"";

    @TempDir
    Path folder;

    private final ObjectNode options = JSON.createObjectNode().put("preset", "wordPress");
    private ObjectNode line = JSON.createObjectNode();

    @BeforeEach
    void line() {
        line = (ObjectNode) JSON.readTree("""
                {"draft": {"name": "Ann", "email": "ann@news.example", "url": "", "text": "Well said.", "parent": 0},
                 "article": {"id": 7, "state": "publish", "type": "post", "author": 2, "age": 3600},
                 "comments": [{"id": 1, "age": 90000, "author": "Ann", "email": "ann@news.example", "text": "First."}],
                 "members": [{"id": 2, "name": "Bo", "email": "bo@news.example", "role": "author"},
                             {"id": 3, "name": "Cy", "email": "cy@news.example", "role": "author"},
                             {"id": 4, "name": "Di", "email": "di@news.example", "role": "editor"},
                             {"id": 5, "name": "Ed", "email": "ed@news.example", "role": "subscriber"},
                             {"id": 6, "name": "Fi", "email": "fi@news.example", "role": "administrator"}],
                 "sender": {"ip": "192.0.2.1", "agent": "Browser", "member": 0}}
                """);
    }

    private void say(String object, String json) {
        line.withObject("/" + object).setAll((ObjectNode) JSON.readTree("{" + json + "}"));
    }

    private void comment(String json) {
        line.withArray("/comments").add(JSON.readTree("{" + json + "}"));
    }

    private JsonNode decision() {
        try {
            Path policy = Files.writeString(folder.resolve("policy.json"), options.toString());
            return Run.with(line.toString(), "comment", "--policy", policy.toString(), "--json")
                    .succeeds()
                    .json();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The code where it is rejected, else the state. */
    private String outcome() {
        JsonNode decision = decision();
        assertThat(decision.has("error")).as(decision.toString()).isFalse();
        JsonNode code = decision.path("code");
        return code.isNull() ? decision.path("state").asString() : code.asString();
    }

    @Test
    void who_was_approved_before_is_approved() {
        assertThat(outcome()).isEqualTo("approved");
        say("draft", "\"name\":\"Anna\"");
        assertThat(outcome()).isEqualTo("held");
        options.put("comment_previously_approved", "");
        assertThat(outcome()).isEqualTo("approved");
        options.put("comment_moderation", 1);
        assertThat(outcome()).isEqualTo("held");
    }

    @ParameterizedTest
    @CsvSource({
        "post, 1209600, approved",
        "post, 1209601, comment_closed",
        "page, 99999999, approved",
        "article, 1209601, comment_closed",
    })
    void old_posts_close_after_exactly_fourteen_days(String type, long age, String outcome) {
        options.put("close_comments_for_old_posts", "1");
        say("article", "\"type\":\"" + type + "\",\"age\":" + age);
        assertThat(outcome()).isEqualTo(outcome);
        options.put("close_comments_for_old_posts", "0");
        assertThat(outcome()).isEqualTo("approved");
    }

    @ParameterizedTest
    @CsvSource({
        "publish, 60, approved",
        "published, 60, approved",
        "draft, 60, comment_on_draft",
        "draft, 9999999, comment_on_draft",
        "pending, 60, comment_on_draft",
        "future, -60, comment_on_draft",
        "future, 60, comment_on_draft",
        "scheduled, -60, comment_on_draft",
        "scheduled, 60, approved",
        "scheduled, null, comment_on_draft",
        "trash, 60, comment_on_trash",
        "trash, 9999999, comment_closed",
        "private, 60, comment_id_not_found",
    })
    void only_what_is_public_takes_comments(String state, String age, String outcome) {
        options.put("close_comments_for_old_posts", 1);
        say("article", "\"state\":\"" + state + "\",\"age\":" + age);
        assertThat(outcome()).isEqualTo(outcome);
    }

    @Test
    void without_an_article_there_is_none() {
        line.putNull("article");
        assertThat(outcome()).isEqualTo("comment_id_not_found");
        line.remove("article");
        assertThat(outcome()).isEqualTo("comment_id_not_found");
        say("draft", "\"parent\":99");
        assertThat(outcome()).isEqualTo("comment_reply_to_unapproved_comment");
    }

    @ParameterizedTest
    @CsvSource({
        "0, comment_id_not_found",
        "5, comment_id_not_found",
        "3, comment_id_not_found",
        "2, approved",
        "4, approved",
        "6, approved",
    })
    void a_private_article_is_its_authors_and_the_editors(int member, String outcome) {
        say("article", "\"state\":\"private\"");
        say("sender", "\"member\":" + member);
        assertThat(outcome()).isEqualTo(outcome);
    }

    @Test
    void a_password_is_asked_for_where_there_is_one() {
        say("article", "\"passwordGiven\":false");
        assertThat(outcome()).isEqualTo("comment_on_password_protected");
        say("article", "\"passwordGiven\":true");
        assertThat(outcome()).isEqualTo("approved");
        say("article", "\"passwordGiven\":null");
        assertThat(outcome()).isEqualTo("approved");
    }

    @Test
    void members_alone_where_registration_is_required() {
        options.put("comment_registration", true);
        assertThat(outcome()).isEqualTo("not_logged_in");
        say("sender", "\"member\":\"5\"");
        assertThat(outcome()).isEqualTo("held");
    }

    @Test
    void the_account_goes_before_the_form() {
        say("sender", "\"member\":4");
        say("draft", "\"name\":\"Somebody\",\"email\":\"nothing\"");
        JsonNode decision = decision();
        assertThat(decision.path("state").asString()).isEqualTo("approved");
        assertThat(decision.path("cleaned").path("name").asString()).isEqualTo("Di");
    }

    @Test
    void name_and_email_are_required_unless_the_option_is_off() {
        say("draft", "\"name\":\"\",\"email\":\"no\"");
        assertThat(outcome()).isEqualTo("require_name_email");
        say("draft", "\"name\":\"Ann\"");
        assertThat(outcome()).isEqualTo("require_valid_email");
        options.put("require_name_email", 0);
        assertThat(outcome()).isEqualTo("held");
    }

    @ParameterizedTest
    @CsvSource({
        "name, 245, comment_author_column_length",
        "url, 200, comment_author_url_column_length",
        "text, 65525, comment_content_column_length",
    })
    void lengths_are_in_bytes_of_what_was_sent(String field, int most, String code) {
        String beginning = field.equals("url") ? "http://a.example/" : "";
        options.put("comment_previously_approved", 0);
        say("draft", "\"" + field + "\":\"" + beginning + "a".repeat(most - beginning.length()) + "\"");
        assertThat(outcome()).isEqualTo("approved");
        say("draft", "\"" + field + "\":\"" + beginning + "a".repeat(most + 1 - beginning.length()) + "\"");
        assertThat(outcome()).isEqualTo(code);
    }

    @Test
    void a_parent_is_approved_and_on_the_same_article() {
        comment("\"id\":10,\"age\":50,\"author\":\"Gil\",\"email\":\"gil@news.example\"");
        comment("\"id\":11,\"age\":40,\"state\":\"held\"");
        comment("\"id\":12,\"age\":30,\"article\":8");
        comment("\"id\":13,\"age\":20,\"state\":\"trash\"");
        Map.of(10, "approved", 11, "", 12, "", 13, "", 14, "").forEach((parent, outcome) -> {
            say("draft", "\"parent\":" + parent);
            assertThat(outcome())
                    .as("" + parent)
                    .isEqualTo(outcome.isEmpty() ? "comment_reply_to_unapproved_comment" : outcome);
        });
        say("draft", "\"parent\":\"10\"");
        assertThat(decision().path("cleaned").path("parent").asString()).isEqualTo("10");
    }

    @Test
    void the_same_again_is_a_duplicate_unless_it_lies_in_the_trash() {
        say("draft", "\"text\":\"Said before.\"");
        comment("\"id\":10,\"age\":600," + EARLIER + ",\"state\":\"spam\"");
        assertThat(outcome()).isEqualTo("comment_duplicate");
        say("draft", "\"parent\":1");
        assertThat(outcome()).as("in reply to another").isEqualTo("approved");
        say("draft", "\"parent\":0");
        line.withArray("/comments").remove(1);
        comment("\"id\":10,\"age\":600," + EARLIER + ",\"state\":\"trash\"");
        assertThat(outcome()).isEqualTo("approved");
    }

    @ParameterizedTest
    @CsvSource({"14, comment_flood", "15, approved", "14.5, comment_flood", "-3, comment_flood"})
    void fifteen_seconds_lie_between_two_comments(String age, String outcome) {
        comment("\"id\":10,\"age\":" + age + ",\"article\":8,\"ip\":\"192.0.2.1\"");
        assertThat(outcome()).isEqualTo(outcome);
        say("sender", "\"member\":4");
        assertThat(outcome()).as("an editor may").isEqualTo("approved");
    }

    @Test
    void two_links_wait_and_keys_decide() {
        say("draft", "\"text\":\"<a href='http://a.example'>a</a> and www.b.example\"");
        assertThat(outcome()).isEqualTo("held");
        options.put("comment_max_links", "3");
        assertThat(outcome()).isEqualTo("approved");
        options.put("comment_max_links", "");
        options.put("moderation_keys", "casino\r\n192.0.2.1");
        assertThat(outcome()).isEqualTo("held");
        options.put("disallowed_keys", "browser");
        assertThat(outcome()).as("trash goes over held").isEqualTo("trash");
        say("sender", "\"member\":2");
        assertThat(outcome()).as("but not over the author").isEqualTo("approved");
    }

    @Test
    void a_members_email_typed_by_a_visitor_gains_nothing() {
        comment("\"id\":10,\"age\":600,\"author\":\"Ed\",\"email\":\"ed@news.example\",\"member\":5");
        say("draft", "\"name\":\"Ed\",\"email\":\"ED@news.example\"");
        JsonNode decision = decision();
        assertThat(decision.path("state").asString()).isEqualTo("held");
        assertThat(decision.path("reasons"))
                .extracting(reason -> reason.path("rule").asString())
                .contains("C-59");
        assertThat(decision.path("answer").toString()).isEqualTo("{\"outcome\":\"waiting\"}");
        say("sender", "\"member\":5");
        assertThat(outcome()).isEqualTo("approved");
    }

    @Test
    void replies_as_deep_as_one_likes_are_stored_as_they_were_sent() {
        for (int i = 2; i <= 9; i++) {
            comment("\"id\":" + i + ",\"age\":" + (1_000 - i) + ",\"parent\":" + (i - 1) + ",\"author\":\"B\"");
        }
        say("draft", "\"parent\":9");
        options.put("thread_comments_depth", 3);
        assertThat(decision().path("cleaned").path("parent").asString()).isEqualTo("9");
        options.withObject("/replies").put("tooDeep", "move");
        assertThat(decision().path("cleaned").path("parent").asString()).isEqualTo("2");
        options.withObject("/replies").put("tooDeep", "refuse");
        assertThat(outcome()).isEqualTo("comment_too_deep");
    }
}
