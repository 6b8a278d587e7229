package dev.byline.comment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.article.ArticleId;
import dev.byline.comment.FormTokens.Reason;
import dev.byline.comment.FormTokens.Unusable;
import dev.byline.comment.FormTokens.Valid;
import dev.byline.testkit.Rule;
import dev.byline.testkit.SampleArticles;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** That nobody without a key makes a token, from a token or from nothing. */
class FormTokensLaws {
    private static final InstantSource CLOCK = InstantSource.fixed(SampleArticles.NOW);
    private static final CommentKey KEY = CommentKey.random("key-1");
    private static final FormTokens TOKENS = FormTokens.with(List.of(KEY), CLOCK);
    private static final ArticleId BRIDGE = ArticleId.of("bridge");
    private static final Unusable FORGED = new Unusable(Reason.FORGED);

    @Provide
    Arbitrary<ArticleId> articles() {
        return Arbitraries.strings()
                .ofMinLength(1)
                .ofMaxLength(20)
                .filter(text -> !text.isBlank())
                .map(ArticleId::of);
    }

    @Provide
    Arbitrary<String> tokenLike() {
        return Arbitraries.strings()
                .withChars("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
                .ofLength(68)
                .map(body -> "1.key-1." + body);
    }

    @Property
    @Rule("C-90")
    void anyChangedCharacterMakesItForged(@ForAll @IntRange(max = 75) int at, @ForAll char with) {
        String token = TOKENS.issue(BRIDGE);
        String changed = token.substring(0, at) + with + token.substring(at + 1);
        assertThat(TOKENS.check(changed, BRIDGE) instanceof Valid).isEqualTo(changed.equals(token));
    }

    @Property(tries = 20)
    @Rule("C-90")
    void anyOtherCharacterOfTheAlphabetMakesItForged() {
        String token = TOKENS.issue(BRIDGE);
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.";
        for (int at = 0; at < token.length(); at++) {
            for (int i = 0; i < alphabet.length(); i++) {
                char with = alphabet.charAt(i);
                if (token.charAt(at) != with) {
                    String changed = token.substring(0, at) + with + token.substring(at + 1);
                    assertThat(TOKENS.check(changed, BRIDGE)).isEqualTo(FORGED);
                }
            }
        }
    }

    @Property
    @Rule("C-90")
    void aTokenPassesForItsArticleAlone(@ForAll("articles") ArticleId one, @ForAll("articles") ArticleId other) {
        String token = TOKENS.issue(one);
        assertThat(TOKENS.check(token, one)).isInstanceOf(Valid.class);
        assertThat(TOKENS.check(token, other) instanceof Valid).isEqualTo(one.equals(other));
    }

    @Property
    @Rule("C-91")
    void aTokenPassesAsLongAsItsKeyIsInTheList(
            @ForAll @IntRange(max = 4) int signer, @ForAll @Size(max = 5) List<@IntRange(max = 4) Integer> left) {
        List<CommentKey> keys = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            keys.add(CommentKey.random("k" + i));
        }
        String token = FormTokens.with(List.of(keys.get(signer)), CLOCK).issue(BRIDGE);
        List<CommentKey> later = left.stream().distinct().map(keys::get).toList();
        if (!later.isEmpty()) {
            assertThat(FormTokens.with(later, CLOCK).check(token, BRIDGE) instanceof Valid)
                    .isEqualTo(left.contains(signer));
        }
    }

    @Property
    @Rule("C-90")
    void whateverIsSentNeverPassesAndNeverThrows(@ForAll String sent, @ForAll("tokenLike") String shaped) {
        assertThat(TOKENS.check(sent, BRIDGE)).isInstanceOf(Unusable.class);
        assertThat(TOKENS.check(shaped, BRIDGE)).isEqualTo(FORGED);
    }

    @Property
    @Rule("C-94")
    void aUseTellsNothingOfTheSender(@ForAll @From("addresses") String email) {
        Valid token = (Valid) TOKENS.check(TOKENS.issue(BRIDGE), BRIDGE);
        String use = token.usedBy(new Sender(email, "192.0.2.77", "", ""));
        assertThat(use).hasSize(32).doesNotContain("192.0.2");
        assertThat(token.usedBy(new Sender(email + "x", "192.0.2.77", "", ""))).isNotEqualTo(use);
    }

    @Provide
    Arbitrary<String> addresses() {
        return Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(9).map(name -> name + "@news.example");
    }
}
