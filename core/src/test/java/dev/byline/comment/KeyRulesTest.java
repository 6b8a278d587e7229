package dev.byline.comment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.comment.CommentDecision.Approved;
import dev.byline.comment.CommentDecision.Finding;
import dev.byline.comment.CommentDecision.Held;
import dev.byline.comment.CommentDecision.Rejected;
import dev.byline.comment.CommentDecision.Spam;
import dev.byline.comment.CommentDecision.Trash;
import dev.byline.testkit.Rule;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class KeyRulesTest extends Reviewing {
    @ParameterizedTest
    @Rule("C-23")
    @ValueSource(
            strings = {
                "Buy CASINO chips",
                "ca\u200bsi\u00adno",
                "ｃａｓｉｎｏ",
                "<b>ca</b>sino",
                "\"casino\"",
                "c&#97;sino",
                "casino's",
                "<a href=http://casino.example>x</a>",
                "the\u2003casino",
                "O’REILLY",
                "free   money",
            })
    void aWordOfTheListMakesACommentWait(String text) {
        CommentRules rules = OPEN.holdKeys(List.of("casino", "o'reilly", "free money"));
        assertThat(review(rules, CommentDraft.of("Ann", "ann@news.example", text), on(article)))
                .isInstanceOf(Held.class);
    }

    @ParameterizedTest
    @Rule("C-23")
    @ValueSource(
            strings = {"WordPress", "expressed", "press_room", "192.0.2.10", "1192.0.2.1", "free of money", "a\nb"})
    void partsOfWordsAreInnocent(String text) {
        CommentRules rules = OPEN.holdKeys(List.of("press", "192.0.2.1", "free money", " ", "\u200b", ""));
        assertThat(review(
                        rules,
                        CommentDraft.of("Ann", "ann@news.example", text),
                        on(article).from(Sender.unknown())))
                .isInstanceOf(Approved.class);
    }

    @Test
    @Rule("C-23")
    void aFindingNamesTheKeyButNoAddress() {
        assertThat(finding(OPEN.holdKeys(List.of("x", "well put"))))
                .isEqualTo(new Finding(
                        "C-23",
                        CommentState.HELD,
                        "text",
                        "key 2 of the list \"moderation\": well put",
                        "well put",
                        0));
        assertThat(finding(OPEN.holdKeys(List.of("ann"))))
                .isEqualTo(new Finding(
                        "C-23", CommentState.HELD, "name", "key 1 of the list \"moderation\": ann", "ann", 0));
        assertThat(finding(OPEN.holdKeys(List.of("a\nann@news.example"))))
                .isEqualTo(new Finding("C-23", CommentState.HELD, "email", "key 2 of the list \"moderation\"", "", 0));
        assertThat(finding(OPEN.holdKeys(List.of("192.0.2."))))
                .isEqualTo(new Finding("C-23", CommentState.HELD, "ip", "key 1 of the list \"moderation\"", "", 0));
        for (String address : List.of("someone@news.example", "198.51.100.7", "2001:db8::1")) {
            clock.advance(Duration.ofMinutes(1));
            assertThat(review(
                                    OPEN.holdKeys(List.of(address)),
                                    CommentDraft.of("Ann", "ann@news.example", "ask " + address + " about it"),
                                    on(article))
                            .reasons())
                    .extracting(Finding::text)
                    .containsExactly("key 1 of the list \"moderation\"");
        }
        assertThat(finding(OPEN.holdKeys(List.of("browser"))))
                .isEqualTo(new Finding("C-23", CommentState.HELD, "agent", "key 1 of the list \"moderation\"", "", 0));
        assertThat(finding(OPEN.holdKeys(List.of("site.example"))))
                .isEqualTo(new Finding(
                        "C-23",
                        CommentState.HELD,
                        "url",
                        "key 1 of the list \"moderation\": site.example",
                        "site.example",
                        7));
    }

    @Test
    @Rule("C-25")
    void aDisallowedWordGoesWhereTheRulesSay() {
        CommentRules rules = CommentRules.defaults().disallowedKeys(List.of("casino"));
        CommentDraft draft = CommentDraft.of("Ann", "ann@news.example", "casino http://a.example http://b.example");
        assertThat(review(rules, draft, on(article)))
                .isInstanceOfSatisfying(
                        Trash.class,
                        trash -> assertThat(trash.reasons())
                                .extracting(Finding::rule)
                                .containsExactly("C-22", "C-25", "C-24"));
        clock.advance(Duration.ofMinutes(1));
        assertThat(review(rules.keys(KeyList.spam("disallowed", List.of("casino"))), draft, on(article)))
                .isInstanceOf(Spam.class);
        clock.advance(Duration.ofMinutes(1));
        CommentDraft hidden = CommentDraft.of("Ann", "ann@news.example", "look <img src=http://casino.example/x>");
        assertThat(review(rules, hidden, on(article))).isInstanceOf(Trash.class);
    }

    private Finding finding(CommentRules rules) {
        CommentReviewer reviewer = CommentReviewer.with(rules, CommentHistory.inMemory(9), clock);
        return reviewer.review(DRAFT.url("http://site.example/"), on(article))
                .reasons()
                .get(0);
    }

    @Test
    @Rule("C-57")
    void aWordThatIsNotAllowedIsRefusedAndNotNamed() {
        CommentRules rules = OPEN.keys(KeyList.reject("insults", List.of("idle", "knave")));
        CommentDecision decision = said(rules, "You KNAVE!");
        assertThat(decision.violations()).singleElement().satisfies(violation -> {
            assertThat(violation.rule() + " " + violation.code() + " " + violation.field())
                    .isEqualTo("C-57 comment_rejected text");
            assertThat(violation.matched()).isEqualTo("knave");
            assertThat(violation.offset()).isEqualTo(4);
        });
        assertThat(decision.answer().problems()).containsExactly(CommentViolation.of("", "comment_rejected", "text"));
        assertThat(said(rules, "Look <img alt=knave>")).isInstanceOf(Rejected.class);
        assertThat(said(rules, "A knavery.")).isInstanceOf(Approved.class);
    }

    @Test
    @Rule("C-57")
    void eachListThatRefusesSpeaksOnceAndTogetherWithTheForm() {
        CommentRules rules = OPEN.keys(KeyList.reject("one", List.of("knave", "rogue")))
                .keys(KeyList.reject("two", List.of("knave")));
        assertThat(fields(rules, CommentDraft.of("", "ann@news.example", "knave rogue")))
                .containsExactly("C-07 name", "C-57 text", "C-57 text");
    }

    @Test
    @Rule({"C-17", "C-57"})
    void theSenderIsNotToldThatItWasTheAddress() {
        CommentRules rules = OPEN.keys(
                        KeyList.reject("network", List.of("192.0.2.1")).in(KeyList.Field.IP))
                .keys(KeyList.reject("agents", List.of("browser")).in(KeyList.Field.AGENT));
        CommentDecision decision = said(rules, "Well.");
        assertThat(decision.violations()).extracting(CommentViolation::field).containsExactly("ip", "agent");
        assertThat(decision.violations()).extracting(CommentViolation::matched).containsOnly("");
        assertThat(decision.answer().problems())
                .extracting(CommentViolation::field)
                .containsOnly("");
    }

    @ParameterizedTest
    @Rule({"C-23", "C-25"})
    @EnumSource(KeyList.Field.class)
    void aListLooksWhereItIsToldTo(KeyList.Field field) {
        CommentDraft draft = new CommentDraft("bridge", "bridge@news.example", "http://bridge.example", "bridge", null);
        CommentContext context = on(article).from(new Sender("", "bridge", "bridge", ""));
        KeyList list = KeyList.hold("moderation", List.of("bridge"));
        assertThat(review(OPEN.keys(list.in(field)), draft, context).reasons())
                .extracting(Finding::field)
                .containsExactly(field.name().toLowerCase(Locale.ROOT));
        KeyList.Field[] others = EnumSet.complementOf(EnumSet.of(field)).toArray(KeyList.Field[]::new);
        CommentDraft next = new CommentDraft(
                field == KeyList.Field.NAME ? "bridge" : "x",
                field == KeyList.Field.EMAIL ? "bridge@news.example" : "x@news.example",
                field == KeyList.Field.URL ? "http://bridge.example" : "",
                field == KeyList.Field.TEXT ? "bridge" : "x",
                null);
        Sender sender = new Sender(
                "", field == KeyList.Field.IP ? "bridge" : "", field == KeyList.Field.AGENT ? "bridge" : "", "");
        CommentRules elsewhere = OPEN.senders(OPEN.senders().floods(List.of())).keys(list.in(others));
        assertThat(review(elsewhere, next, on(article).from(sender))).isInstanceOf(Approved.class);
    }

    @Test
    @Rule({"C-23", "C-25"})
    void ofSeveralListsTheHardestCounts() {
        CommentRules rules = OPEN.keys(KeyList.trash("a", List.of("bridge")))
                .keys(KeyList.spam("b", List.of("bridge")))
                .keys(KeyList.hold("c", List.of("bridge")));
        CommentDecision decision = said(rules, "The bridge.");
        assertThat(decision).isInstanceOf(Trash.class);
        assertThat(reasons(decision)).containsExactly("C-25 TRASH", "C-25 SPAM", "C-23 HELD");
    }

    @Test
    @Rule("C-23")
    void whatOnlyATagSaysIsHeldForNothingThatGoes() {
        CommentRules rules = OPEN.holdKeys(List.of("casino"));
        assertThat(said(rules, "look <img src=http://casino.example/x>")).isInstanceOf(Approved.class);
        assertThat(said(rules, "look <a href=http://a.example title=casino>here</a>"))
                .isInstanceOf(Held.class);
        assertThat(said(rules, "look <q cite=http://casino.example>here</q>")).isInstanceOf(Held.class);
    }
}
