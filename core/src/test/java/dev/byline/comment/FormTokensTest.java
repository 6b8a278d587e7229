package dev.byline.comment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.byline.BothJacksons;
import dev.byline.article.ArticleId;
import dev.byline.comment.FormTokens.Ages;
import dev.byline.comment.FormTokens.Checked;
import dev.byline.comment.FormTokens.Reason;
import dev.byline.comment.FormTokens.Unusable;
import dev.byline.comment.FormTokens.Valid;
import dev.byline.testkit.MovableClock;
import dev.byline.testkit.Rule;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class FormTokensTest {
    private static final ArticleId BRIDGE = ArticleId.of("bridge");
    private static final CommentKey ONE = key("one", 'a');
    private static final CommentKey TWO = key("two", 'b');

    private final MovableClock clock = MovableClock.at("2026-11-01T12:00:00Z");
    private final FormTokens tokens = FormTokens.with(List.of(ONE), clock);

    @Test
    @Rule("C-90")
    void aTokenSaysWhenItsFormWasMade() {
        String token = tokens.issue(BRIDGE);
        clock.advance(Duration.ofMillis(4_500));
        Valid valid = (Valid) tokens.check(token, BRIDGE);
        assertThat(valid.age()).isEqualTo(Duration.ofMillis(4_500));
        assertThat(valid.issuedAt()).isEqualTo("2026-11-01T12:00:00Z");
        assertThat(valid.id()).matches("[0-9a-f]{24}");
        assertThat(tokens.check(token, BRIDGE)).isEqualTo(valid);
    }

    @Test
    @Rule("C-90")
    void everyTokenIsAnotherAndNeedsNoEscaping() {
        Set<String> seen = new HashSet<>();
        FormTokens longest = FormTokens.with(List.of(key("k123456789_-1234", 'x')), clock);
        for (int i = 0; i < 200; i++) {
            String token = longest.issue(BRIDGE);
            assertThat(token).matches("[A-Za-z0-9._-]+").hasSizeLessThanOrEqualTo(88);
            assertThat(longest.check(token, BRIDGE)).isInstanceOf(Valid.class);
            assertThat(seen.add(token)).isTrue();
        }
    }

    @Test
    @Rule("C-90")
    void aTokenOfAnotherArticleIsForged() {
        String token = tokens.issue(BRIDGE);
        assertThat(tokens.check(token, ArticleId.of("Bridge"))).isEqualTo(new Unusable(Reason.FORGED));
        assertThat(tokens.check(tokens.issue(ArticleId.of("\ud83d\uddde")), ArticleId.of("\ud83d\udddf")))
                .isEqualTo(new Unusable(Reason.FORGED));
    }

    @Test
    @Rule("C-90")
    void whatIsNoTokenSaysNothing() {
        assertThat(tokens.check(null, BRIDGE)).isEqualTo(new Unusable(Reason.MISSING));
        assertThat(tokens.check("", BRIDGE)).isEqualTo(new Unusable(Reason.MISSING));
        String token = tokens.issue(BRIDGE);
        String body = token.substring("1.one.".length());
        for (String sent : List.of(
                " ",
                ".",
                "..",
                "1.",
                "1..",
                "1." + body,
                "1.." + body,
                "1.one" + body,
                "2.one." + body,
                "1.two." + body,
                token + " ",
                " " + token,
                token + ".",
                token + token,
                token.substring(1),
                token.substring(0, token.length() - 1),
                token.substring(0, token.length() - 1) + "=",
                token.replace("1.one.", "1.ONE."),
                token.replace('1', '\u0661'),
                token.replace("one", "\uff4fne"),
                token.substring(0, 20) + "\ud800" + token.substring(21),
                "\udc00",
                "\u0000",
                "x".repeat(5_000_000))) {
            assertThat(tokens.check(sent, BRIDGE)).isEqualTo(new Unusable(Reason.FORGED));
        }
    }

    @Test
    @Rule("C-90")
    void aTokenFromTheFutureSaysNothingButClocksMayDifferByAMinute() {
        String token = tokens.issue(BRIDGE);
        clock.advance(Duration.ofMinutes(-1));
        assertThat(((Valid) tokens.check(token, BRIDGE)).age()).isZero();
        clock.advance(Duration.ofMillis(-1));
        assertThat(tokens.check(token, BRIDGE)).isEqualTo(new Unusable(Reason.FUTURE));
    }

    @Test
    @Rule("C-91")
    void keysChangeWhileFormsAreOpen() {
        String old = tokens.issue(BRIDGE);
        FormTokens changed = FormTokens.with(List.of(TWO, ONE), clock);
        String made = changed.issue(BRIDGE);
        assertThat(changed.check(old, BRIDGE)).isEqualTo(tokens.check(old, BRIDGE));
        assertThat(changed.check(made, BRIDGE)).isInstanceOf(Valid.class);
        assertThat(made).startsWith("1.two.");
        FormTokens without = FormTokens.with(List.of(TWO), clock);
        assertThat(without.check(old, BRIDGE)).isEqualTo(new Unusable(Reason.FORGED));
        assertThat(FormTokens.with(List.of(key("one", 'c')), clock).check(old, BRIDGE))
                .isEqualTo(new Unusable(Reason.FORGED));
    }

    @Test
    void keysAreCopiedInAndNeverShown() {
        byte[] secret = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
        CommentKey key = CommentKey.of("k", secret);
        String token = FormTokens.with(List.of(key), clock).issue(BRIDGE);
        secret[0] = 'x';
        FormTokens same = FormTokens.with(List.of(key), clock);
        assertThat(same.check(token, BRIDGE)).isInstanceOf(Valid.class);
        assertThat(key).hasToString("CommentKey[k]").isNotEqualTo(CommentKey.of("k", secret));
        assertThat(same).hasToString("FormTokens[CommentKey[k]]");
        assertThat(CommentKey.random("r")).isNotEqualTo(CommentKey.random("r"));
    }

    @Test
    void impossibleKeysAreRefused() {
        assertThatThrownBy(() -> CommentKey.of("k", new byte[31])).hasMessage("key k has at least 32 bytes, not 31");
        assertThatThrownBy(() -> CommentKey.of("a.b", new byte[32])).hasMessageContaining("not \"a.b\"");
        assertThatThrownBy(() -> CommentKey.of("", new byte[32])).hasMessageContaining("1 to 16");
        assertThatThrownBy(() -> FormTokens.with(List.of(), clock)).hasMessage("tokens need at least one key");
        assertThatThrownBy(() -> FormTokens.with(List.of(ONE, key("one", 'z')), clock))
                .hasMessageStartingWith("two keys have one id");
    }

    @Test
    @Rule({"C-92", "C-93"})
    void aFormIsNeitherTooYoungNorTooOld() {
        Ages ages = Ages.defaults();
        String token = tokens.issue(BRIDGE);
        clock.advance(Duration.ofMillis(2_999));
        assertThat(ages.against(tokens.check(token, BRIDGE)))
                .contains(CommentViolation.of("C-92", "comment_form_too_fast", "", 3, 2));
        clock.advance(Duration.ofMillis(1));
        assertThat(ages.against(tokens.check(token, BRIDGE))).isEmpty();
        clock.advance(Duration.ofSeconds(86_397));
        assertThat(ages.against(tokens.check(token, BRIDGE))).isEmpty();
        clock.advance(Duration.ofMillis(1));
        assertThat(ages.against(tokens.check(token, BRIDGE)))
                .contains(CommentViolation.of("C-93", "comment_form_expired", "", 86_400, 86_400));
    }

    @Test
    @Rule("C-90")
    void aTokenOfNoUseIsMissingOrInvalid() {
        assertThat(against(tokens.check(null, BRIDGE))).isEqualTo("comment_form_missing");
        assertThat(against(tokens.check("x", BRIDGE))).isEqualTo("comment_form_invalid");
        assertThat(against(new Unusable(Reason.FUTURE))).isEqualTo("comment_form_invalid");
    }

    @Test
    @Rule("C-94")
    void aTokenIsUsedOnceByEachSender() {
        Valid token = (Valid) tokens.check(tokens.issue(BRIDGE), BRIDGE);
        Valid other = (Valid) tokens.check(tokens.issue(BRIDGE), BRIDGE);
        String use = token.usedBy(new Sender("ann@news.example", "192.0.2.1", "agent", ""));
        assertThat(use).matches("[0-9a-f]{32}");
        assertThat(List.of(
                        new Sender(" ANN@news.example", "192.0.2.1", "other", ""),
                        new Sender("ann@news.example", "::ffff:192.0.2.1", "", "")))
                .extracting(token::usedBy)
                .containsOnly(use);
        assertThat(List.of(
                        new Sender("ben@news.example", "192.0.2.1", "agent", ""),
                        new Sender("ann@news.example", "192.0.2.2", "agent", ""),
                        new Sender("ann@news.example", "192.0.2.1", "agent", "m1"),
                        Sender.unknown()))
                .extracting(token::usedBy)
                .doesNotContain(use)
                .doesNotHaveDuplicates();
        assertThat(other.usedBy(new Sender("ann@news.example", "192.0.2.1", "agent", "")))
                .isNotEqualTo(use);
        assertThat(token.usedBy(new Sender("", "2001:db8::1", "", "")))
                .isEqualTo(token.usedBy(new Sender("", "2001:db8::ffff", "", "")))
                .isNotEqualTo(token.usedBy(new Sender("", "2001:db8:0:1::1", "", "")));
        assertThat(token.usedBy(new Sender("a@b.co", "192.0.2.1", "", "m1")))
                .isEqualTo(token.usedBy(new Sender("", "", "", "m1")));
    }

    @Test
    void agesReadAndWrite() {
        assertThat(BothJacksons.write(Ages.defaults())).isEqualTo("{\"leastSeconds\":3,\"mostSeconds\":86400}");
        assertThat(BothJacksons.read("{}", Ages.class)).isEqualTo(Ages.defaults());
        Ages ages = Ages.defaults().leastSeconds(0).mostSeconds(60);
        assertThat(BothJacksons.roundTrip(ages, Ages.class)).isEqualTo(ages);
        assertThatThrownBy(() -> ages.leastSeconds(61)).hasMessage("a form can't be from 61 to 60 seconds old");
        assertThatThrownBy(() -> ages.leastSeconds(-1)).hasMessageContaining("-1");
    }

    private static String against(Checked token) {
        return Ages.defaults().against(token).orElseThrow().code();
    }

    private static CommentKey key(String id, char with) {
        return CommentKey.of(id, String.valueOf(with).repeat(32).getBytes(StandardCharsets.US_ASCII));
    }
}
