package dev.byline.comment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.comment.CommentContext.Account;
import dev.byline.comment.CommentContext.Role;
import dev.byline.comment.CommentDecision.Approved;
import dev.byline.comment.CommentDecision.Held;
import dev.byline.comment.CommentDecision.Kept;
import dev.byline.comment.CommentRules.Limits;
import dev.byline.comment.CommentRules.Measured;
import dev.byline.comment.CommentRules.Unusable;
import dev.byline.testkit.Rule;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FormRulesTest extends Reviewing {
    @Test
    @Rule("C-07")
    void visitorsGiveNameAndEmail() {
        assertThat(fields(OPEN, CommentDraft.of("", "", "x"))).containsExactly("C-07 name", "C-07 email");
        assertThat(fields(OPEN, CommentDraft.of("Ann", " ", "x"))).containsExactly("C-07 email");
        assertThat(fields(OPEN, CommentDraft.of("<b>\u200b</b>\u00a0", "ann@news.example", "x")))
                .containsExactly("C-07 name");
        assertThat(review(CommentRules.open(), CommentDraft.of("", "", "x"), on(article)))
                .isInstanceOf(Approved.class);
    }

    @ParameterizedTest
    @Rule("C-08")
    @ValueSource(
            strings = {
                "ann",
                "a@b.c",
                "ann@news",
                "@news.example",
                "a@b@c.example",
                "ann@-news.example",
                "ann@news-.example",
                "ann@news..example",
                "ann@.example",
                "ann@news.example.",
                "\"ann\"@news.example",
                "ann@[192.0.2.1]",
                "an n@news.example",
                "änn@news.example",
                "ann@nëws.example",
                "ann@news_x.example",
                "ann,@news.example",
            })
    void anEmailIsAnAddress(String email) {
        assertThat(fields(OPEN, CommentDraft.of("Ann", email, "x"))).containsExactly("C-08 email");
        assertThat(fields(CommentRules.open(), CommentDraft.of("Ann", email, "x")))
                .containsExactly("C-08 email");
        CommentRules dropping = CommentRules.open().unusable(Unusable.DROP);
        Kept kept = (Kept) review(dropping, CommentDraft.of("Ann", email, "x"), on(article));
        assertThat(kept.sender().email()).isEmpty();
    }

    @ParameterizedTest
    @Rule("C-08")
    @ValueSource(strings = {"a@b.co", "ann.b+c@news.example", "!#$%&'*+/=?^_`{|}~.-@x.y1", "A@EXAMPLE.ORG", "1@2.33"})
    void unusualAddressesAreAddresses(String email) {
        assertThat(((Kept) review(OPEN, CommentDraft.of("Ann", email, "x"), on(article)))
                        .sender()
                        .email())
                .isEqualTo(email);
    }

    @Test
    @Rule("C-09")
    void aTextMustBeSeen() {
        assertThat(fields(OPEN, CommentDraft.of("Ann", "ann@news.example", "<p>\u200b&nbsp;</p>")))
                .containsExactly("C-09 text");
    }

    @Test
    @Rule({"C-10", "C-11", "C-12", "C-13"})
    void everyFieldHasItsLimit() {
        CommentRules rules = CommentRules.wordPress();
        String name = "é".repeat(122);
        String email = "a".repeat(87) + "@news.example";
        String url = "http://news.example/" + "a".repeat(180);
        CommentDraft longest = new CommentDraft(name + "e", email, url, "x".repeat(65_525), null);
        assertThat(review(rules, longest, on(article))).isInstanceOf(Held.class);
        clock.advance(Duration.ofMinutes(1));
        CommentDraft longer = new CommentDraft(name + "é", "a" + email, url + "a", "x".repeat(65_526), null);
        assertThat(review(rules, longer, on(article)).violations())
                .containsExactly(
                        CommentViolation.of("C-10", "comment_author_column_length", "name", 245, 246),
                        CommentViolation.of("C-11", "comment_author_email_column_length", "email", 100, 101),
                        CommentViolation.of("C-12", "comment_author_url_column_length", "url", 200, 201),
                        CommentViolation.of("C-13", "comment_content_column_length", "text", 65_525, 65_526));
    }

    @Test
    @Rule("C-13")
    void whatIsMeasuredIsWhatTheRulesSay() {
        Limits limits = new Limits(
                Measured.SENT,
                TextLimit.ofBytes(20),
                TextLimit.ofBytes(20),
                TextLimit.ofBytes(20),
                TextLimit.ofCharacters(10));
        CommentDraft expands = CommentDraft.of("Ann", "ann@news.example", "a<<<<<<<b");
        assertThat(review(OPEN.limits(limits), expands, on(article))).isInstanceOf(Approved.class);
        Limits stored = new Limits(Measured.STORED, limits.name(), limits.email(), limits.url(), limits.text());
        clock.advance(Duration.ofMinutes(1));
        assertThat(review(OPEN.limits(stored), CommentDraft.of("Ann", "ann@news.example", "c<<<<<<<d"), on(article))
                        .violations())
                .containsExactly(CommentViolation.of("C-13", "comment_content_column_length", "text", 10, 30));
        CommentDraft shrinks = CommentDraft.of("Ann", "ann@news.example", "<p><p><p><p>short");
        assertThat(review(OPEN.limits(stored), shrinks, on(article))).isInstanceOf(Approved.class);
    }

    @ParameterizedTest
    @Rule("C-14")
    @CsvSource({
        "news.example/a, http://news.example/a",
        "https://news.example/a?b=c&d, https://news.example/a?b=c&d",
        "news.example:8080, http://news.example:8080",
        "HTTP://NEWS.EXAMPLE, HTTP://NEWS.EXAMPLE",
        "http://, ''",
        "'', ''",
    })
    void theAddressOfASiteIsStoredSoThatItCanBeLinkedTo(String sent, String stored) {
        Kept kept = (Kept) review(OPEN, DRAFT.url(sent), on(article));
        assertThat(kept.cleaned().url()).isEqualTo(stored);
    }

    @ParameterizedTest
    @Rule("C-14")
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JAVASCRIPT://news.example/%0aalert(1)",
                "java\tscript:alert(1)",
                "data:text/html,x",
                "\u0001javascript:alert(1)",
                "ftp://news.example",
                "mailto:a@news.example",
                "http:",
                "http:///x",
                "/a",
                "#a",
                ":",
                "vbscript:x",
                "javascript.x:alert(1)",
            })
    void otherAddressesAreRefusedOrDropped(String sent) {
        assertThat(fields(OPEN, DRAFT.url(sent))).containsExactly("C-14 url");
        Kept kept = (Kept) review(OPEN.unusable(Unusable.DROP), DRAFT.url(sent), on(article));
        assertThat(kept.cleaned().url()).isEmpty();
    }

    @Test
    @Rule("C-52")
    void aNameThatIsKeptForOthersIsNobodysToType() {
        CommentRules rules = OPEN.reservedNames(List.of(" The Editor ", "", "Byline News"));
        assertThat(fields(rules, CommentDraft.of("the EDITOR", "ann@news.example", "x")))
                .containsExactly("C-52 name");
        assertThat(fields(rules, CommentDraft.of("<i>The</i>\u200b  Editor", "ann@news.example", "x")))
                .containsExactly("C-52 name");
        assertThat(fields(rules, CommentDraft.of("The Editorial", "ann@news.example", "x")))
                .isEmpty();
        clock.advance(Duration.ofMinutes(1));
        assertThat(fields(OPEN, CommentDraft.of("The Editor", "ann@news.example", "y")))
                .isEmpty();
    }

    @Test
    @Rule("C-52")
    void nobodyPassesForAnotherByLettersThatLookAlikeInAName() {
        CommentRules rules = OPEN.reservedNames(List.of("Ali", "Admin", "William Paul", "*", "!"));
        for (String name : List.of(
                "AIi", "al1", "Admln", "Adrnin", "A\u200bdrnin", "VViIIiam PauI", "WilliamPaul", "Wi|liam-Paul")) {
            assertThat(fields(rules, CommentDraft.of(name, "ann@news.example", "x")))
                    .as(name)
                    .containsExactly("C-52 name");
        }
        for (String name : List.of("Alia", "Adam", "Paul Williams", "\u674e", "\ud83d\ude00")) {
            clock.advance(Duration.ofMinutes(1));
            assertThat(fields(rules, CommentDraft.of(name, "ann@news.example", name)))
                    .as(name)
                    .isEmpty();
        }
    }

    @Test
    @Rule("C-52")
    void anAccountMayBearIt() {
        CommentRules rules = OPEN.reservedNames(List.of("The Editor"));
        Account editor = new Account("m1", "The Editor", "editor@news.example", "", Role.READER);
        assertThat(review(rules, CommentDraft.of("x"), on(article).signedIn(editor)))
                .isInstanceOf(Approved.class);
        CommentDraft typed = CommentDraft.of("The Editor", "", "y");
        Account nameless = new Account("m2", " ", "ann@news.example", "", Role.READER);
        assertThat(codes(rules, typed, on(article).signedIn(nameless)))
                .containsExactly("C-52 comment_author_name_reserved");
        assertThat(codes(rules, typed, on(article).from(new Sender("", "", "", "m3"))))
                .containsExactly("C-52 comment_author_name_reserved");
    }

    @Test
    @Rule("C-53")
    void aTextIsNotTooShort() {
        CommentRules rules = OPEN.text(TextRules.defaults().leastCharacters(3));
        assertThat(fields(rules, CommentDraft.of("Ann", "ann@news.example", "a b c")))
                .isEmpty();
        CommentDraft two = CommentDraft.of("Ann", "ann@news.example", "<b>a</b> \u200b e\u0301\u00a0");
        clock.advance(Duration.ofMinutes(1));
        assertThat(review(rules, two, on(article)).violations())
                .containsExactly(CommentViolation.of("C-53", "comment_too_short", "text", 3, 2));
        assertThat(fields(rules, CommentDraft.of("Ann", "ann@news.example", " ")))
                .containsExactly("C-09 text");
        assertThat(fields(rules, CommentDraft.of("Ann", "ann@news.example", "\ud83d\ude00\ud83d\ude00\ud83d\ude00")))
                .isEmpty();
    }

    @Test
    @Rule("C-54")
    void aTextIsNotOneCharacterOverAndOver() {
        CommentRules rules = OPEN.text(TextRules.defaults().leastDistinct(3));
        assertThat(review(rules, CommentDraft.of("Ann", "ann@news.example", "AaAa bBbB"), on(article))
                        .violations())
                .containsExactly(CommentViolation.of("C-54", "comment_too_uniform", "text", 3, 2));
        assertThat(fields(rules, CommentDraft.of("Ann", "ann@news.example", "")))
                .containsExactly("C-09 text");
        assertThat(fields(rules, CommentDraft.of("Ann", "ann@news.example", "aab!")))
                .isEmpty();
    }

    @ParameterizedTest
    @Rule("C-55")
    @CsvSource({
        "ABCD 1234!, true",
        "ABC 1234!, false",
        "ABCDEFg, false",
        "ÄÖÜß, false",
        "ÄÖÜÉ, true",
        "жжжж, false",
        "ЖЖЖЖ, true",
        "שלום עולם, false",
        "<b>abcd</b>, false",
        "<B>ABC</B>, false",
        "ａＡＡＡＡ, false",
    })
    void aTextDoesNotShout(String text, boolean shouts) {
        CommentRules rules = OPEN.text(TextRules.defaults().capitalsFrom(4));
        assertThat(fields(rules, CommentDraft.of("Ann", "ann@news.example", text)))
                .isEqualTo(shouts ? List.of("C-55 text") : List.of());
        clock.advance(Duration.ofMinutes(1));
        assertThat(fields(OPEN, CommentDraft.of("Bea", "bea@news.example", text)))
                .isEmpty();
    }
}
