package dev.byline.comment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.byline.article.ArticleId;
import dev.byline.comment.CommentThread.Page;
import dev.byline.comment.CommentThread.Votes;
import dev.byline.comment.ModeratedComment.Refused;
import dev.byline.comment.ModeratedComment.Report;
import dev.byline.comment.ModeratedComment.Result;
import dev.byline.comment.ReportRules.Cause;
import dev.byline.comment.ReportRules.Standing;
import dev.byline.comment.ThreadRules.Gone;
import dev.byline.comment.ThreadRules.Order;
import dev.byline.testkit.Rule;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What threads and moderation look like in JSON, under both Jacksons. */
final class ThreadJsonTest {
    private static final JsonMapper THREE = JsonMapper.builder().build();
    private static final ObjectMapper TWO = new ObjectMapper().registerModule(new JavaTimeModule());
    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");

    @Test
    @Rule("C-43")
    void aTombstoneIsItsIdAndNothingElse() throws Exception {
        CommentThread thread = CommentThread.of(
                List.of(comment("1", null, CommentState.SPAM, "secret"), comment("2", "1", CommentState.APPROVED, "b")),
                ThreadRules.defaults().gone(Gone.TOMBSTONE));
        String json = bothWays(new Page(1, 1, thread), Page.class);
        assertThat(json)
                .isEqualTo("{\"number\":1,\"pages\":1,\"thread\":{\"entries\":[{\"id\":\"1\",\"depth\":0},"
                        + "{\"id\":\"2\",\"comment\":{\"id\":\"2\",\"article\":\"a\",\"parent\":\"1\","
                        + "\"kind\":\"comment\",\"state\":\"approved\",\"name\":\"Name\",\"text\":\"b\","
                        + "\"at\":\"2026-11-01T12:00:00Z\"},\"depth\":1}]}}");
        assertThat(bothWays(thread, CommentThread.class)).doesNotContain("secret", "spam");
    }

    @Test
    void anEntryIsReadWithoutItsId() throws Exception {
        CommentThread thread = CommentThread.of(List.of(comment("1", null, CommentState.APPROVED, "a")));
        String json = THREE.writeValueAsString(thread).replace("{\"id\":\"1\",\"comment\"", "{\"comment\"");
        assertThat(THREE.readValue(json, CommentThread.class)).isEqualTo(thread);
        assertThat(TWO.readValue(json, CommentThread.class)).isEqualTo(thread);
    }

    @Test
    void votesAndRulesReadAndWrite() throws Exception {
        assertThat(bothWays(new Votes(3, 1), Votes.class)).isEqualTo("{\"up\":3,\"down\":1}");
        assertThat(THREE.readValue("{\"up\":2}", Votes.class)).isEqualTo(new Votes(2, 0));
        assertThat(TWO.readValue("{}", Votes.class)).isEqualTo(Votes.NONE);
        ThreadRules rules = new ThreadRules(Order.CONTROVERSY, Order.ACTIVE, Gone.PRUNE);
        assertThat(bothWays(rules, ThreadRules.class))
                .isEqualTo("{\"roots\":\"controversy\",\"replies\":\"active\",\"gone\":\"prune\"}");
        assertThat(THREE.readValue("{\"roots\":\"newest\"}", ThreadRules.class))
                .isEqualTo(ThreadRules.defaults().roots(Order.NEWEST));
    }

    @Test
    void reportRulesReadAndWrite() throws Exception {
        ReportRules rules = ReportRules.defaults()
                .weight(Cause.OFF_TOPIC, 0)
                .weight(Standing.TRUSTED, 3)
                .hideAt(7);
        assertThat(bothWays(rules, ReportRules.class))
                .isEqualTo("{\"causes\":{\"spam\":1.0,\"abuse\":1.0,\"off-topic\":0.0,\"other\":0.5},"
                        + "\"standings\":{\"reader\":1.0,\"trusted\":3.0,\"moderator\":6.0},\"hideAt\":7.0}");
        String some = "{\"causes\":{\"abuse\":9},\"hideAt\":2}";
        assertThat(THREE.readValue(some, ReportRules.class))
                .isEqualTo(ReportRules.strict().weight(Cause.ABUSE, 9));
        assertThat(TWO.readValue(some, ReportRules.class))
                .isEqualTo(ReportRules.strict().weight(Cause.ABUSE, 9));
        assertThat(THREE.readValue("{}", ReportRules.class)).isEqualTo(ReportRules.defaults());
        bothWays(ReportRules.defaults().sum(List.of(report("r", 1))), ReportRules.Sum.class);
    }

    @Test
    @Rule("C-72")
    void moderationIsToldWithoutKeys() throws Exception {
        ReportRules rules = ReportRules.strict();
        ModeratedComment comment = ModeratedComment.of(comment("1", null, CommentState.APPROVED, "a"), "secret-author");
        comment = comment.report(report("secret-1", 1), rules).comment();
        comment = comment.report(report("secret-2", 2), rules).comment();
        comment = comment.trash("m7", NOON.plusSeconds(3), "insults").comment();
        String json = THREE.writeValueAsString(comment);
        assertThat(json)
                .doesNotContain("secret")
                .endsWith("\"deleted\":false,\"previous\":\"held\",\"steps\":["
                        + "{\"action\":\"hold\",\"from\":\"approved\",\"to\":\"held\",\"at\":\"2026-11-01T12:00:02Z\","
                        + "\"reason\":\"reports add up to 2.00 of 2.00\",\"rules\":[\"C-70\"]},"
                        + "{\"action\":\"trash\",\"from\":\"held\",\"to\":\"trash\",\"by\":\"m7\","
                        + "\"at\":\"2026-11-01T12:00:03Z\",\"reason\":\"insults\"}],\"reported\":{\"abuse\":2}}");
        assertThat(TWO.writeValueAsString(comment)).isEqualTo(json);
        assertThat(THREE.writeValueAsString(comment.reports())).doesNotContain("secret");
        assertThat(TWO.writeValueAsString(comment.reports())).doesNotContain("secret");
        ModeratedComment read = new ModeratedComment(comment.comment(), "", comment.steps(), List.of());
        assertThat(THREE.readValue(json, ModeratedComment.class)).isEqualTo(read);
        assertThat(TWO.readValue(json, ModeratedComment.class)).isEqualTo(read);
    }

    @Test
    @Rule("C-72")
    void keysAreReadFromAHostsOwnJson() throws Exception {
        String json = "{\"comment\":"
                + THREE.writeValueAsString(comment("1", null, CommentState.APPROVED, "a"))
                + ",\"author\":\"k9\",\"reports\":[{\"by\":\"k1\",\"cause\":\"off-topic\",\"standing\":\"trusted\","
                + "\"at\":\"2026-11-01T12:00:01Z\",\"settled\":true}]}";
        ModeratedComment expected = new ModeratedComment(
                comment("1", null, CommentState.APPROVED, "a"),
                "k9",
                List.of(),
                List.of(new Report("k1", Cause.OFF_TOPIC, Standing.TRUSTED, NOON.plusSeconds(1), true)));
        assertThat(THREE.readValue(json, ModeratedComment.class)).isEqualTo(expected);
        assertThat(TWO.readValue(json, ModeratedComment.class)).isEqualTo(expected);
    }

    @Test
    void resultsSayWhichTheyAre() throws Exception {
        ModeratedComment comment = ModeratedComment.of(comment("1", null, CommentState.APPROVED, "a"));
        Result refused = comment.approve("m", NOON, "");
        assertThat(bothWays(refused, Result.class))
                .startsWith("{\"result\":\"refused\",\"code\":\"comment_already_approved\",\"comment\":{");
        assertThat(refused).isInstanceOf(Refused.class);
        assertThat(bothWays(comment.hold("m", NOON, ""), Result.class))
                .startsWith("{\"result\":\"done\",\"comment\":{");
    }

    private static <T> String bothWays(T value, Class<T> type) throws Exception {
        String json = THREE.writeValueAsString(value);
        assertThat(TWO.writeValueAsString(value)).isEqualTo(json);
        assertThat(THREE.readValue(json, type)).isEqualTo(value);
        assertThat(TWO.readValue(json, type)).isEqualTo(value);
        return json;
    }

    private static Report report(String by, int second) {
        return Report.of(by, Cause.ABUSE, Standing.READER, NOON.plusSeconds(second));
    }

    private static Comment comment(String id, @Nullable String parent, CommentState state, String text) {
        return new Comment(
                CommentId.of(id),
                ArticleId.of("a"),
                parent == null ? null : CommentId.of(parent),
                Comment.Kind.COMMENT,
                state,
                "Name",
                "",
                text,
                NOON);
    }
}
