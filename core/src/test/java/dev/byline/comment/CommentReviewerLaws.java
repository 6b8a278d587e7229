package dev.byline.comment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.article.Article;
import dev.byline.comment.CommentContext.Account;
import dev.byline.comment.CommentContext.Role;
import dev.byline.comment.CommentDecision.Kept;
import dev.byline.comment.CommentDecision.Rejected;
import dev.byline.testkit.ArbitraryComments;
import dev.byline.testkit.Rule;
import dev.byline.testkit.SampleArticles;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class CommentReviewerLaws {
    private static final Article ARTICLE = SampleArticles.article("bridge").build();
    private static final InstantSource CLOCK = InstantSource.fixed(SampleArticles.NOW);
    private static final List<CommentRules> PRESETS =
            List.of(CommentRules.defaults(), CommentRules.wordPress(), CommentRules.open());

    @Provide
    Arbitrary<String> anything() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(60),
                Arbitraries.bytes().array(byte[].class).ofMaxSize(60).map(b -> new String(b, StandardCharsets.UTF_8)),
                Arbitraries.bytes().array(byte[].class).ofMaxSize(60).map(b -> new String(b, StandardCharsets.UTF_16)),
                words());
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.of(
                        "ann",
                        "@",
                        "news.example",
                        ".",
                        " ",
                        "casino",
                        "pre",
                        "ss",
                        "<b>",
                        "</b>",
                        "\u200b",
                        "\u0301",
                        "http://",
                        "www.",
                        "ß",
                        "ﬁ",
                        "Σ",
                        "İ",
                        "_",
                        "'",
                        "1",
                        "\ud800",
                        "&amp;",
                        "ca",
                        "sino")
                .list()
                .ofMaxSize(12)
                .map(words -> String.join("", words));
    }

    @Property
    void aReviewAlwaysDecides(
            @ForAll("anything") String name,
            @ForAll("anything") String email,
            @ForAll("anything") String url,
            @ForAll("anything") String text,
            @ForAll("anything") String agent) {
        for (CommentRules rules : PRESETS) {
            CommentDecision decision = review(
                    rules.holdKeys(List.of("casino", name, text)).disallowedKeys(List.of("press", agent)),
                    new CommentDraft(name, email, url, text, null),
                    new Sender(email, agent, agent, ""));
            assertThat(decision instanceof Rejected)
                    .isEqualTo(!decision.violations().isEmpty());
            if (decision instanceof Kept kept) {
                Comment comment = kept.toComment(CommentId.of("c"));
                assertThat(CommentText.clean(comment.text())).isEqualTo(comment.text());
                assertThat(CommentText.isVisible(comment.text())).isTrue();
                assertThat(comment.url()).matches("(?is)(https?://.+)?");
            }
        }
    }

    @Provide
    Arbitrary<CommentDraft> drafts() {
        return ArbitraryComments.drafts();
    }

    @Provide
    Arbitrary<CommentDraft> plainDrafts() {
        return ArbitraryComments.plainDrafts();
    }

    @Property
    void whateverIsSentIsDecidedAndWhatIsKeptIsSafe(@ForAll("drafts") CommentDraft draft) {
        for (CommentRules rules : PRESETS) {
            CommentDecision decision = review(rules, draft, Sender.unknown());
            assertThat(decision instanceof Rejected)
                    .isEqualTo(!decision.violations().isEmpty());
            if (decision instanceof Kept kept) {
                assertThat(kept.toComment(CommentId.of("c")).text())
                        .doesNotContain("<script", "<img", "javascript:", "\u0000");
            }
        }
    }

    @Property
    void whatIsPlainIsKept(@ForAll("plainDrafts") CommentDraft draft) {
        for (CommentRules rules : PRESETS) {
            assertThat(review(rules, draft, Sender.unknown())).isInstanceOf(Kept.class);
        }
    }

    @Property
    @Rule({"C-23", "C-25"})
    void anotherKeyNeverMakesAVerdictMilder(
            @ForAll("words") String text,
            @ForAll("words") String name,
            @ForAll("words") String key,
            @ForAll("words") String other) {
        CommentRules rules = CommentRules.open().holdKeys(List.of(other));
        CommentDraft draft = CommentDraft.of(name, "", text);
        CommentDecision before = review(rules, draft, Sender.unknown());
        CommentDecision held = review(rules.holdKeys(List.of(other, key)), draft, Sender.unknown());
        CommentDecision trash = review(rules.disallowedKeys(List.of(key)), draft, Sender.unknown());
        assertThat(severity(held)).isGreaterThanOrEqualTo(severity(before));
        assertThat(severity(trash)).isGreaterThanOrEqualTo(severity(before));
    }

    @Property
    @Rule("C-23")
    void aTextHasItsOwnWords(@ForAll("words") String text) {
        CommentDecision open = review(CommentRules.open(), CommentDraft.of("", "", text), Sender.unknown());
        if (open instanceof Kept) {
            CommentRules rules = CommentRules.open().holdKeys(List.of(CommentText.plain(text)));
            assertThat(severity(review(rules, CommentDraft.of("", "", text), Sender.unknown())))
                    .isOne();
        }
    }

    @Property
    void theOrderOfAListDoesNotMatter(
            @ForAll("words") String text, @ForAll List<@From("words") String> keys, @ForAll long seed) {
        List<String> shuffled = new ArrayList<>(keys);
        Collections.shuffle(shuffled, new Random(seed));
        CommentDraft draft = CommentDraft.of("", "", text);
        assertThat(severity(review(CommentRules.open().holdKeys(shuffled), draft, Sender.unknown())))
                .isEqualTo(severity(review(CommentRules.open().holdKeys(keys), draft, Sender.unknown())));
    }

    @Property
    void whoeverIsSignedInIsNeverAskedForANameOrEmail(
            @ForAll("anything") String name, @ForAll("anything") String email) {
        CommentContext context = CommentContext.on(ARTICLE).signedIn(new Account("m1", name, email, name, Role.READER));
        CommentDecision decision = CommentReviewer.with(CommentRules.defaults(), CommentHistory.inMemory(1), CLOCK)
                .review(CommentDraft.of("x"), context);
        assertThat(decision.violations()).extracting(CommentViolation::rule).doesNotContain("C-07", "C-08", "C-14");
    }

    private static int severity(CommentDecision decision) {
        if (!(decision instanceof Kept kept)) {
            return 3;
        }
        return switch (kept.state()) {
            case APPROVED -> 0;
            case HELD -> 1;
            case SPAM, TRASH -> 2;
        };
    }

    private static CommentDecision review(CommentRules rules, CommentDraft draft, Sender sender) {
        return CommentReviewer.with(rules, CommentHistory.inMemory(1), CLOCK)
                .review(draft, CommentContext.on(ARTICLE).from(sender));
    }
}
