package dev.byline.comment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.byline.article.Article;
import dev.byline.comment.CommentContext.Account;
import dev.byline.comment.CommentContext.Role;
import dev.byline.comment.CommentDecision.Kept;
import dev.byline.comment.CommentDecision.Outcome;
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
import tools.jackson.databind.json.JsonMapper;

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

    @Provide
    Arbitrary<CommentRules> rules() {
        return ArbitraryReviews.rules();
    }

    @Provide
    Arbitrary<CommentContext> contexts() {
        return ArbitraryReviews.contexts();
    }

    @Provide
    Arbitrary<List<Comment>> histories() {
        return ArbitraryReviews.comments().list().ofMaxSize(6);
    }

    @Provide
    Arbitrary<KeyList> lists() {
        return ArbitraryReviews.list("added");
    }

    @Property
    void whateverTheRulesTheContextAndTheHistoryAReviewDecides(
            @ForAll("drafts") CommentDraft draft,
            @ForAll("contexts") CommentContext context,
            @ForAll("rules") CommentRules rules,
            @ForAll("histories") List<Comment> stored) {
        CommentDecision decision = after(stored, rules).review(ArbitraryReviews.fitting(draft, context), context);
        assertThat(decision instanceof Rejected)
                .isEqualTo(!decision.violations().isEmpty());
        assertThat(decision.answer().outcome() == Outcome.PUBLISHED)
                .isEqualTo(decision instanceof CommentDecision.Approved);
        if (decision instanceof Kept kept) {
            assertThat(CommentText.isVisible(kept.cleaned().text())).isTrue();
            boolean harder = kept.reasons().stream().anyMatch(reason -> reason.verdict() == kept.state());
            assertThat(harder || kept.state() == CommentState.APPROVED).isTrue();
        }
    }

    @Property
    @Rule({"C-23", "C-25", "C-57"})
    void anotherListOrKeyNeverMakesAVerdictMilder(
            @ForAll("drafts") CommentDraft draft,
            @ForAll("contexts") CommentContext context,
            @ForAll("rules") CommentRules rules,
            @ForAll("lists") KeyList list,
            @ForAll("words") String key) {
        List<KeyList> more = new ArrayList<>(rules.keys());
        more.add(list);
        List<KeyList> longer = new ArrayList<>();
        for (KeyList one : more) {
            List<String> keys = new ArrayList<>(one.keys());
            keys.add(keys.size() / 2, key);
            longer.add(one.keys(keys));
        }
        int before = severity(after(List.of(), rules).review(ArbitraryReviews.fitting(draft, context), context));
        int after =
                severity(after(List.of(), rules.keys(more)).review(ArbitraryReviews.fitting(draft, context), context));
        assertThat(after).isGreaterThanOrEqualTo(before);
        assertThat(severity(
                        after(List.of(), rules.keys(longer)).review(ArbitraryReviews.fitting(draft, context), context)))
                .isGreaterThanOrEqualTo(after);
    }

    @Property
    @Rule({"C-23", "C-25", "C-57"})
    void theOrderOfListsAndKeysDoesNotMatterToTheState(
            @ForAll("drafts") CommentDraft draft,
            @ForAll("contexts") CommentContext context,
            @ForAll("rules") CommentRules rules,
            @ForAll long seed) {
        Random random = new Random(seed);
        List<KeyList> shuffled = new ArrayList<>();
        for (KeyList list : rules.keys()) {
            List<String> keys = new ArrayList<>(list.keys());
            Collections.shuffle(keys, random);
            shuffled.add(list.keys(keys));
        }
        Collections.shuffle(shuffled, random);
        CommentDecision one = after(List.of(), rules).review(ArbitraryReviews.fitting(draft, context), context);
        CommentDecision other =
                after(List.of(), rules.keys(shuffled)).review(ArbitraryReviews.fitting(draft, context), context);
        assertThat(Reviewing.state(other)).isEqualTo(Reviewing.state(one));
        assertThat(other.answer().outcome()).isEqualTo(one.answer().outcome());
    }

    @Property
    @Rule("C-17")
    void theSenderIsToldNoRuleNoKeyAndNoPlace(
            @ForAll("drafts") CommentDraft draft,
            @ForAll("contexts") CommentContext context,
            @ForAll("rules") CommentRules rules,
            @ForAll("histories") List<Comment> stored) {
        CommentDecision decision = after(stored, rules).review(ArbitraryReviews.fitting(draft, context), context);
        for (CommentViolation problem : decision.answer().problems()) {
            assertThat(problem.rule() + problem.matched()).isEmpty();
            assertThat(problem.offset()).isNull();
            assertThat(problem.field()).isIn("", "name", "email", "url", "text");
            assertThat(problem.toString()).doesNotContain("C-");
        }
        assertThat(decision.answer().problems().isEmpty()).isEqualTo(decision instanceof Kept);
    }

    @Property
    @Rule("C-17")
    void theSenderIsNotToldWhoseAnEmailIs(
            @ForAll("drafts") CommentDraft draft,
            @ForAll("contexts") CommentContext context,
            @ForAll("rules") CommentRules rules) {
        CommentHistory nobodys = CommentHistory.inMemory(9, email -> false);
        CommentHistory members = CommentHistory.inMemory(9, email -> true);
        assertThat(CommentReviewer.with(rules, members, CLOCK)
                        .review(ArbitraryReviews.fitting(draft, context), context)
                        .answer())
                .isEqualTo(CommentReviewer.with(rules, nobodys, CLOCK)
                        .review(ArbitraryReviews.fitting(draft, context), context)
                        .answer());
    }

    @Property(tries = 30)
    @Rule({"C-50", "C-51"})
    void aParentMayHaveTenThousandAboveItOrStandInACircle(
            @ForAll("rules") CommentRules rules, @ForAll boolean circle, @ForAll("histories") List<Comment> stored) {
        List<Comment> above = new ArrayList<>();
        for (int i = 10_000; i > 0; i--) {
            above.add(new Comment(
                    CommentId.of("c" + (circle ? i % 7 : i)),
                    ARTICLE.id(),
                    CommentId.of("c" + (circle ? (i + 6) % 7 : i - 1)),
                    Comment.Kind.COMMENT,
                    CommentState.APPROVED,
                    "Ben",
                    "",
                    "x",
                    SampleArticles.NOW));
        }
        Comment parent = above.get(0);
        CommentContext context = CommentContext.on(ARTICLE).replyTo(parent, above.subList(1, above.size()));
        CommentDraft draft =
                CommentDraft.of("Ann", "ann@news.example", "Deep down.").replyTo(parent.id());
        CommentDecision decision = after(stored, rules).review(draft, context);
        int levels = rules.replies().levels();
        if (decision instanceof Kept kept
                && rules.replies().tooDeep() == ReplyRules.TooDeep.MOVE
                && levels > 0
                && !circle) {
            CommentId moved = kept.cleaned().parent();
            String expected = levels > 10_000 ? "c10000" : levels == 1 ? "none" : "c" + (levels - 1);
            assertThat(moved == null ? "none" : moved.value()).isEqualTo(expected);
        }
    }

    @Property(tries = 200)
    void rulesOfEverySortReadBack(@ForAll("rules") CommentRules rules) throws Exception {
        String json = JsonMapper.builder().build().writeValueAsString(rules);
        assertThat(JsonMapper.builder().build().readValue(json, CommentRules.class))
                .isEqualTo(rules);
        assertThat(new ObjectMapper().readValue(json, CommentRules.class)).isEqualTo(rules);
    }

    private static CommentReviewer after(List<Comment> stored, CommentRules rules) {
        CommentHistory history = CommentHistory.inMemory(100, email -> email.startsWith("j"));
        stored.forEach(comment -> history.remember(comment, new Sender("ana@news.example", "192.0.2.1", "", "")));
        return CommentReviewer.with(rules, history, CLOCK);
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
