package dev.byline.comment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.byline.comment.CommentContext.Account;
import dev.byline.comment.CommentContext.Role;
import dev.byline.comment.CommentDecision.Kept;
import dev.byline.testkit.Rule;
import dev.byline.testkit.SampleArticles;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What the types of this package look like in JSON, under both Jacksons, and that no personal data is in it. */
final class CommentJsonTest {
    private static final JsonMapper THREE = JsonMapper.builder().build();
    private static final ObjectMapper TWO = new ObjectMapper().registerModule(new JavaTimeModule());

    private static final Sender SENDER = new Sender("", "192.0.2.77", "SecretAgent/1.0", "");
    private static final CommentDraft DRAFT =
            CommentDraft.of("Ann", "secret@news.example", "Casino at <a href=\"/a\">our</a> place");

    @Test
    void rulesReadAndWrite() throws Exception {
        CommentRules rules = CommentRules.wordPress()
                .nameAndEmailRequired(false)
                .registrationRequired(true)
                .closeAfterDays(14)
                .holdAll(true)
                .senders(SenderRules.defaults().approvals(0))
                .links(LinkRules.defaults().holdAt(3))
                .holdKeys(List.of("one\n two \n\n", "three"))
                .disallowedKeys(List.of("four"))
                .keys(KeyList.reject("insults", List.of("five")).in(KeyList.Field.TEXT))
                .senders(SenderRules.defaults().approvals(0).refuseDuplicates(false))
                .reservedNames(List.of("Editor"))
                .edits(EditRules.defaults().seconds(60))
                .replies(ReplyRules.defaults().levels(3))
                .text(TextRules.defaults().leastCharacters(2))
                .scoring(Scoring.defaults().spamAt(5).weight("C-22", 2));
        String json = THREE.writeValueAsString(rules);
        assertThat(json)
                .contains("\"keys\":[\"one\",\"two\",\"three\"]")
                .contains("{\"name\":\"insults\",\"action\":\"reject\",\"fields\":[\"text\"],\"keys\":[\"five\"]}")
                .contains("\"unusable\":\"drop\"")
                .contains("\"measured\":\"sent\",\"name\":{\"characters\":0,\"bytes\":245}");
        assertThat(TWO.writeValueAsString(rules)).isEqualTo(json);
        assertThat(THREE.readValue(json, CommentRules.class)).isEqualTo(rules);
        assertThat(TWO.readValue(json, CommentRules.class)).isEqualTo(rules);
    }

    @Test
    void whatRulesDontSayIsAsByDefault() throws Exception {
        assertThat(THREE.readValue("{}", CommentRules.class)).isEqualTo(CommentRules.defaults());
        String json = "{\"links\":{\"holdAt\":5},\"limits\":{\"name\":{\"characters\":9}}}";
        CommentRules rules = THREE.readValue(json, CommentRules.class);
        assertThat(rules.links().holdAt()).isEqualTo(5);
        assertThat(rules.limits().name().characters()).isEqualTo(9);
        assertThat(rules.limits().text())
                .isEqualTo(CommentRules.defaults().limits().text());
        assertThat(TWO.readValue(json, CommentRules.class)).isEqualTo(rules);
    }

    @Test
    void impossibleRulesAreRefused() {
        assertThatThrownBy(() -> CommentRules.defaults().closeAfterDays(-1)).hasMessage("closeAfterDays can't be -1");
        assertThatThrownBy(() -> new SenderRules.Flood(SenderRules.Flood.By.SENDER, 0, 15))
                .hasMessage("comments is 1 to 50, not 0");
    }

    @Test
    void aDecisionSaysItsStateAndReadsBack() throws Exception {
        CommentDecision decision = review(CommentRules.defaults(), DRAFT);
        String json = THREE.writeValueAsString(decision);
        assertThat(json)
                .isEqualTo("{\"state\":\"held\",\"cleaned\":{\"article\":\"bridge\",\"name\":\"Ann\","
                        + "\"text\":\"Casino at <a href=\\\"/a\\\" rel=\\\"nofollow ugc\\\">our</a> place\","
                        + "\"at\":\"2026-11-01T12:00:00Z\"},\"reasons\":[{\"rule\":\"C-24\",\"verdict\":\"held\","
                        + "\"text\":\"the sender has no approved comment yet\"}]}");
        assertThat(TWO.writeValueAsString(decision)).isEqualTo(json);
        CommentDecision read = THREE.readValue(json, CommentDecision.class);
        assertThat(TWO.readValue(json, CommentDecision.class)).isEqualTo(read);
        assertThat(((Kept) read).cleaned()).isEqualTo(((Kept) decision).cleaned());
        assertThat(read.reasons()).isEqualTo(decision.reasons());
    }

    @Test
    void aRefusalSaysWhatIsWrongAndWhatTheSenderIsTold() throws Exception {
        CommentDecision decision = review(CommentRules.defaults(), CommentDraft.of("", "secret@news.example", "x"));
        String json = THREE.writeValueAsString(decision);
        assertThat(json)
                .isEqualTo("{\"state\":\"rejected\",\"violations\":[{\"rule\":\"C-07\","
                        + "\"code\":\"require_name_email\",\"field\":\"name\"}],\"answer\":{\"outcome\":\"refused\","
                        + "\"problems\":[{\"code\":\"require_name_email\",\"field\":\"name\"}]}}");
        assertThat(TWO.writeValueAsString(decision)).isEqualTo(json);
        assertThat(THREE.readValue(json, CommentDecision.class)).isEqualTo(decision);
        assertThat(TWO.readValue(json, CommentDecision.class)).isEqualTo(decision);
    }

    @Test
    @Rule("C-17")
    void nothingTellsEmailAddressOrAgent() throws Exception {
        CommentRules keys = CommentRules.defaults();
        List<CommentRules> all = List.of(
                CommentRules.defaults(),
                CommentRules.open(),
                keys.holdKeys(List.of("secret@news.example")),
                keys.holdKeys(List.of("192.0.2.77")),
                keys.holdKeys(List.of("secretagent/1.0")),
                keys.disallowedKeys(List.of("192.0.2.77")),
                keys.keys(KeyList.spam("spam", List.of("casino"))),
                keys.limits(new CommentRules.Limits(
                        CommentRules.Measured.SENT,
                        TextLimit.ofBytes(1),
                        TextLimit.ofBytes(1),
                        TextLimit.ofBytes(1),
                        TextLimit.ofBytes(1))),
                keys.registrationRequired(true));
        for (CommentRules rules : all) {
            CommentDecision decision = review(rules, DRAFT);
            for (String told : List.of(
                    THREE.writeValueAsString(decision),
                    THREE.writeValueAsString(decision.answer()),
                    decision.toString(),
                    String.valueOf(decision.violations()),
                    decision instanceof Kept kept
                            ? THREE.writeValueAsString(kept.toComment(CommentId.of("c"))) + kept.sender()
                            : "")) {
                assertThat(told).doesNotContainIgnoringCase("secret").doesNotContain("192.0.2");
            }
        }
        Account account = new Account("m1", "Ann", "secret@news.example", "", Role.READER);
        CommentContext context = CommentContext.on(
                        SampleArticles.article("bridge").build())
                .from(new Sender("secret@news.example", "192.0.2.77", "SecretAgent/1.0", "m1"))
                .signedIn(account);
        assertThat(THREE.writeValueAsString(DRAFT) + TWO.writeValueAsString(DRAFT) + DRAFT + " " + context + " "
                        + account + " " + attempt())
                .doesNotContainIgnoringCase("secret")
                .doesNotContain("192.0.2");
    }

    @Test
    void aDraftIsReadFromJson() throws Exception {
        String json = "{\"name\":\" Ann \",\"email\":\"a@b.co\",\"text\":\"x\",\"parent\":\"c1\",\"more\":1}";
        CommentDraft draft = CommentDraft.of("Ann", "a@b.co", "x").replyTo(CommentId.of("c1"));
        assertThat(THREE.readValue(json, CommentDraft.class)).isEqualTo(draft);
        assertThat(TWO.readValue(json, CommentDraft.class)).isEqualTo(draft);
    }

    @Test
    void threadAndFormReadBack() throws Exception {
        Kept kept = (Kept) review(CommentRules.open(), DRAFT);
        CommentThread thread = CommentThread.of(List.of(kept.toComment(CommentId.of("c1"))));
        CommentForm form = CommentForm.of(CommentRules.defaults());
        assertThat(THREE.readValue(THREE.writeValueAsString(thread), CommentThread.class))
                .isEqualTo(thread);
        assertThat(TWO.readValue(THREE.writeValueAsString(thread), CommentThread.class))
                .isEqualTo(thread);
        assertThat(THREE.readValue(TWO.writeValueAsString(form), CommentForm.class))
                .isEqualTo(form);
        assertThat(THREE.writeValueAsString(form)).isEqualTo(TWO.writeValueAsString(form));
    }

    private static CommentHistory.Attempt attempt() {
        return new CommentHistory.Attempt(
                SampleArticles.article("bridge").build().id(),
                null,
                "Ann",
                new Sender("secret@news.example", "192.0.2.77", "", ""),
                "f",
                "s",
                CommentState.HELD,
                SampleArticles.NOW,
                SenderRules.defaults(),
                "",
                null);
    }

    private static CommentDecision review(CommentRules rules, CommentDraft draft) {
        return CommentReviewer.with(rules, CommentHistory.inMemory(10), InstantSource.fixed(SampleArticles.NOW))
                .review(
                        draft,
                        CommentContext.on(SampleArticles.article("bridge").build())
                                .from(SENDER));
    }
}
