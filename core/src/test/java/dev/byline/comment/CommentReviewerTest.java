package dev.byline.comment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.article.Article;
import dev.byline.article.ArticleStatus;
import dev.byline.comment.CommentContext.Account;
import dev.byline.comment.CommentContext.Role;
import dev.byline.comment.CommentDecision.Approved;
import dev.byline.comment.CommentDecision.Held;
import dev.byline.comment.CommentDecision.Kept;
import dev.byline.comment.CommentDecision.Outcome;
import dev.byline.comment.CommentDecision.Rejected;
import dev.byline.comment.CommentDecision.Trash;
import dev.byline.comment.SenderRules.Flood;
import dev.byline.testkit.Rule;
import dev.byline.testkit.SampleArticles;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

final class CommentReviewerTest extends Reviewing {
    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        assertThat(review(OPEN, DRAFT, on(article))).isInstanceOf(Approved.class);
        CommentDraft draft = new CommentDraft("", "ann", "javascript:x", "\u00a0", null);
        assertThat(review(OPEN, draft, on(article).from(SENDER))).isInstanceOfSatisfying(Rejected.class, rejected -> {
            assertThat(rejected.code()).isEqualTo("require_name_email");
            assertThat(rejected.violations())
                    .extracting(CommentViolation::rule)
                    .containsExactly("C-07", "C-08", "C-09", "C-14", "C-16");
        });
    }

    @Test
    @Rule("C-15")
    void theSameWordsTwiceAreADuplicate() {
        CommentDraft first = CommentDraft.of("Ann", "ann@news.example", "Fish & <b>chips</b>: http://news.example/a");
        assertThat(review(OPEN, first, on(article))).isInstanceOf(Approved.class);
        clock.advance(Duration.ofDays(1));
        assertThat(codes(OPEN, first, on(article))).containsExactly("C-15 comment_duplicate");
        CommentDraft again = CommentDraft.of("ann", "ANN@news.example", "FISH &amp; chips:  http://news.example/a");
        assertThat(codes(OPEN, again, on(article))).containsExactly("C-15 comment_duplicate");
        assertThat(review(
                        OPEN.senders(SenderRules.defaults().approvals(0).refuseDuplicates(false)), again, on(article)))
                .isInstanceOf(Approved.class);
        assertThat(review(
                        OPEN.senders(OPEN.senders().floods(List.of())),
                        first,
                        on(SampleArticles.article("other").build())))
                .isInstanceOf(Approved.class);
    }

    @Test
    @Rule("C-16")
    void aSenderWaitsAndAModeratorDoesNot() {
        assertThat(review(OPEN, DRAFT, on(article))).isInstanceOf(Approved.class);
        clock.advance(Duration.ofMillis(14_999));
        CommentDraft next = CommentDraft.of("Bea", "bea@news.example", "And another thing.");
        assertThat(review(OPEN, next, on(article)).violations())
                .containsExactly(new CommentViolation("C-16", "comment_flood", "", 15, null, "", null));
        assertThat(review(OPEN.senders(OPEN.senders().floods(List.of())), next, on(article)))
                .isInstanceOf(Approved.class);
        clock.advance(Duration.ofSeconds(15));
        for (int i = 0; i < 3; i++) {
            assertThat(review(OPEN, CommentDraft.of("Reply " + i), on(article).signedIn(account(Role.MODERATOR))))
                    .isInstanceOf(Approved.class);
        }
    }

    @Test
    @Rule("C-16")
    void aRejectedCommentStartsNoWaiting() {
        assertThat(fields(OPEN, CommentDraft.of("Ann", "ann@news.example", ""))).containsExactly("C-09 text");
        assertThat(review(OPEN, DRAFT, on(article))).isInstanceOf(Approved.class);
    }

    @Test
    void ofOneCommentSentByManyThreadsOneIsTaken() throws Exception {
        CommentReviewer reviewer = CommentReviewer.with(OPEN, history, clock);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<CommentDecision>> work = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                work.add(() -> reviewer.review(DRAFT, on(article)));
            }
            int kept = 0;
            for (Future<CommentDecision> decision : threads.invokeAll(work)) {
                kept += decision.get() instanceof Kept ? 1 : 0;
            }
            assertThat(kept).isOne();
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    @Rule("C-17")
    void theSenderLearnsNoRuleAndNoArticleThatIsNotPublic() {
        CommentDecision rejected = review(OPEN, CommentDraft.of("Ann", "ann@news.example", ""), on(article));
        assertThat(rejected.answer().outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(rejected.answer().problems())
                .containsExactly(CommentViolation.of("", "require_valid_comment", "text"));
        for (Article hidden : List.of(
                edited(a -> a.status(ArticleStatus.DRAFT)),
                edited(a -> a.status(ArticleStatus.DRAFT).commentsOpen(false)),
                edited(a -> a.status(ArticleStatus.WITHDRAWN)),
                edited(a -> a.expiresAt(NOW)),
                edited(a -> a.publishedAt(NOW.plusSeconds(9))
                        .passwordProtected(true)
                        .commentsOpen(false)))) {
            assertThat(review(OPEN, DRAFT, on(hidden)).answer().problems())
                    .containsExactly(CommentViolation.of("", "comment_id_not_found", ""));
        }
        assertThat(review(OPEN, DRAFT, on(edited(a -> a.passwordProtected(true))))
                        .answer()
                        .problems())
                .extracting(CommentViolation::code)
                .containsExactly("comment_on_password_protected");
    }

    @Test
    @Rule({"C-02", "C-17"})
    void aParentElsewhereDoesNotTellThatAnArticleExists() {
        CommentDraft reply = DRAFT.replyTo(CommentId.of("c1"));
        Comment elsewhere = comment("c1", "elsewhere", CommentState.APPROVED);
        Article hidden = edited(a -> a.status(ArticleStatus.DRAFT));
        CommentDecision decision = review(OPEN, reply, on(hidden).replyTo(elsewhere));
        assertThat(decision.violations()).extracting(CommentViolation::rule).containsExactly("C-02");
        assertThat(decision.answer())
                .isEqualTo(review(OPEN, reply, CommentContext.nowhere().replyTo(elsewhere))
                        .answer());
        assertThat(review(OPEN, reply, on(hidden)).answer())
                .isEqualTo(review(OPEN, reply, CommentContext.nowhere()).answer());
    }

    @Test
    @Rule({"C-15", "C-16", "C-17"})
    void theSenderDoesNotLearnWhetherAnEmailIsTheMembersWhoSpokeJustNow() {
        CommentRules rules = OPEN.senders(OPEN.senders().nearPercent(90));
        String said = "Fishermen count the pearls of the long summer harvest here.";
        Kept first = (Kept) review(rules, CommentDraft.of(said), on(article).signedIn(account(Role.READER)));
        history.remember(approved(first, "c1"), first.sender());
        CommentContext stranger = CommentContext.on(article).from(new Sender("", "198.51.100.7", "", ""));
        for (String text : List.of(said, said + " Yes.", "")) {
            CommentDecision typed = review(rules, CommentDraft.of("Mia", "mia@news.example", text), stranger);
            CommentContext another = CommentContext.on(article).from(new Sender("", "203.0.113.7", "", ""));
            CommentDecision guessed = review(rules, CommentDraft.of("Mia", "guess@news.example", text), another);
            assertThat(typed.answer()).isEqualTo(guessed.answer());
        }
    }

    @Test
    @Rule("C-17")
    void theSenderDoesNotLearnWhetherACommentWaitsOrIsSpam() {
        CommentRules spam = OPEN.disallowedKeys(List.of("well"));
        assertThat(review(spam, DRAFT, on(article)).answer())
                .isEqualTo(review(
                                OPEN.holdAll(true),
                                CommentDraft.of("Ben", "ben@news.example", "Yes."),
                                on(article).from(Sender.unknown()))
                        .answer());
    }

    @Test
    @Rule({"C-17", "C-24"})
    void nobodyIsTakenForAMemberByTypingTheirAddress() {
        Account member = account(Role.READER);
        Kept first = (Kept) review(
                CommentRules.defaults(), CommentDraft.of("One."), on(article).signedIn(member));
        history.remember(approved(first, "c1"), first.sender());
        clock.advance(Duration.ofMinutes(1));
        assertThat(review(
                        CommentRules.defaults(),
                        CommentDraft.of("Two."),
                        on(article).signedIn(member)))
                .isInstanceOf(Approved.class);
        clock.advance(Duration.ofMinutes(1));
        CommentDecision typed =
                review(CommentRules.defaults(), CommentDraft.of("Mia", member.email(), "Three."), on(article));
        clock.advance(Duration.ofMinutes(1));
        CommentDecision stranger =
                review(CommentRules.defaults(), CommentDraft.of("Mia", "new@news.example", "Four."), on(article));
        assertThat(typed).isInstanceOf(Held.class);
        assertThat(typed.answer()).isEqualTo(stranger.answer());
    }

    @Test
    @Rule("C-18")
    void theAccountGoesBeforeTheForm() {
        CommentDraft forged = new CommentDraft("The Editor", "editor@news.example", "http://bad.example", "Hm.", null);
        Kept kept = (Kept) review(OPEN, forged, on(article).signedIn(account(Role.READER)));
        assertThat(kept.cleaned().name()).isEqualTo("Mia");
        assertThat(kept.cleaned().url()).isEqualTo("http://mia.example");
        assertThat(kept.sender()).isEqualTo(new Sender("mia@news.example", "192.0.2.1", "Browser/1.0", "m1"));
    }

    @Test
    void whatIsKeptIsReadyToBeStored() {
        CommentDraft draft = new CommentDraft(
                " <i>Ann</i>\u202e  B.\u0007 ", "ann@news.example", "news.example", " <p>a < b</p> ", null);
        Kept kept = (Kept) review(OPEN, draft, on(article));
        assertThat(kept.toComment(CommentId.of("c7")))
                .isEqualTo(new Comment(
                        CommentId.of("c7"),
                        article.id(),
                        null,
                        Comment.Kind.COMMENT,
                        CommentState.APPROVED,
                        "Ann B.",
                        "http://news.example",
                        "a &lt; b",
                        NOW));
        assertThat(kept.sender()).isEqualTo(new Sender("ann@news.example", "192.0.2.1", "Browser/1.0", ""));
    }

    @Test
    @Rule("C-38")
    void wordsAndLinksAreGivenBackOnceToBeThoughtOver() {
        CommentRules rules = OPEN.nudge(true).links(LinkRules.defaults()).holdKeys(List.of("fool"));
        assertThat(said(rules, "Kind words.")).isInstanceOf(Approved.class);
        CommentDecision back = said(rules, "You fool!");
        assertThat(back.violations()).containsExactly(CommentViolation.of("C-38", "comment_reconsider", "text"));
        assertThat(back.answer().problems()).containsExactly(CommentViolation.of("", "comment_reconsider", "text"));
        CommentDraft again = CommentDraft.of("Ann", "ann@news.example", "You fool!");
        assertThat(reasons(review(rules, again, on(article).insisting()))).containsExactly("C-23 HELD");
        assertThat(said(rules, "www.a.example www.b.example")).isInstanceOf(Rejected.class);
        assertThat(said(rules.links(LinkRules.defaults().newcomersHoldAt(1)), "www.c.example"))
                .isInstanceOf(Rejected.class);
        assertThat(said(rules.nudge(false), "An old fool.")).isInstanceOf(Held.class);
    }

    @Test
    @Rule({"C-17", "C-38"})
    void whoIsGivenTheirWordsBackDoesNotLearnWhetherTheyAreSpam() {
        CommentRules rules = OPEN.nudge(true).holdKeys(List.of("fool")).disallowedKeys(List.of("casino"));
        assertThat(said(rules, "A fool in a casino.").answer())
                .isEqualTo(said(rules, "A fool.").answer());
        CommentDraft again = CommentDraft.of("Ann", "ann@news.example", "A fool in a casino.");
        assertThat(review(rules, again, on(article).insisting())).isInstanceOf(Trash.class);
    }

    @Test
    @Rule("C-38")
    void nothingElseIsGivenBack() {
        CommentRules rules = OPEN.nudge(true).holdKeys(List.of("fool"));
        assertThat(said(rules.holdAll(true), "Kind words.")).isInstanceOf(Held.class);
        assertThat(said(rules.senders(SenderRules.defaults()), "Kinder words.")).isInstanceOf(Held.class);
        assertThat(said(rules.disallowedKeys(List.of("casino")), "A kind casino."))
                .isInstanceOf(Trash.class);
        assertThat(review(rules, CommentDraft.of("Fool!"), on(article).signedIn(account(Role.MODERATOR))))
                .isInstanceOf(Approved.class);
    }

    @Test
    @Rule("C-15")
    void forHowLongTheFirstOfTwoCountsIsTheRulesToSay() {
        CommentRules rules = OPEN.senders(SenderRules.defaults().approvals(0).repeatSeconds(360));
        assertThat(review(rules, DRAFT, on(article))).isInstanceOf(Approved.class);
        clock.set(NOW.plusMillis(359_999));
        assertThat(codes(rules, DRAFT, on(article))).containsExactly("C-15 comment_duplicate");
        clock.set(NOW.plusSeconds(360));
        assertThat(review(rules, DRAFT, on(article))).isInstanceOf(Approved.class);
    }

    @Test
    @Rule("C-16")
    void severalLimitsHoldAtOnce() {
        CommentRules rules = OPEN.senders(new SenderRules(
                true, 0, 0, List.of(new Flood(Flood.By.SENDER, 1, 15), new Flood(Flood.By.NETWORK, 2, 60)), 0, 0));
        assertThat(from(rules, "192.0.2.1", "a@news.example")).isInstanceOf(Approved.class);
        assertThat(from(rules, "192.0.2.1", "b@news.example").violations())
                .containsExactly(new CommentViolation("C-16", "comment_flood", "", 15, null, "", null));
        assertThat(from(rules, "192.0.2.2", "b@news.example")).isInstanceOf(Approved.class);
        assertThat(from(rules, "192.0.2.3", "c@news.example").violations())
                .containsExactly(new CommentViolation("C-16", "comment_flood", "", 60, null, "", null));
        assertThat(from(rules, "192.0.3.3", "c@news.example")).isInstanceOf(Approved.class);
        clock.set(NOW.plusSeconds(60));
        assertThat(from(rules, "192.0.2.3", "d@news.example")).isInstanceOf(Approved.class);
    }

    private CommentDecision from(CommentRules rules, String ip, String email) {
        return review(
                rules, CommentDraft.of("Ann", email, "From " + ip), on(article).from(new Sender("", ip, "", "")));
    }

    @Test
    @Rule({"C-15", "C-16", "C-97"})
    void anEditIsReviewedLikeANewCommentButForReplyAndFlood() {
        Kept first = (Kept) review(OPEN, DRAFT, on(article));
        Comment stored = first.toComment(CommentId.of("c1"));
        history.remember(stored, first.sender());
        CommentContext edit = on(article).editing(stored, first.sender(), false);
        clock.advance(Duration.ofSeconds(1));
        CommentDraft changed =
                CommentDraft.of("Ann", "ann@news.example", "Well put indeed.").replyTo(CommentId.of("none"));
        Kept kept = (Kept) review(OPEN, changed, edit);
        assertThat(kept.cleaned().parent()).isNull();
        assertThat(kept.cleaned().at()).isEqualTo(NOW);
        history.remember(kept.toComment(stored.id()), kept.sender());
        assertThat(review(OPEN, changed, edit)).isInstanceOf(Approved.class);
        assertThat(fields(OPEN, changed.replyTo(null))).containsExactly("C-15 text", "C-16 ");
        assertThat(review(OPEN, CommentDraft.of("Ann", "ann@news.example", " "), edit)
                        .violations())
                .extracting(CommentViolation::rule)
                .containsExactly("C-09");
    }

    @Test
    @Rule("C-18")
    void whatAModeratorMendsGoesOnBeingSaidByItsSender() {
        Comment bens = comment("c1", "bridge", CommentState.APPROVED);
        Sender ben = new Sender("ben@news.example", "192.0.2.9", "Browser/2.0", "");
        CommentContext context = on(article).signedIn(account(Role.MODERATOR)).editing(bens, ben, true);
        Kept kept = (Kept) review(OPEN, CommentDraft.of("Mia", "mia@news.example", "Before, mended."), context);
        assertThat(kept.cleaned().name()).isEqualTo("Ben");
        assertThat(kept.cleaned().url()).isEmpty();
        assertThat(kept.sender()).isEqualTo(ben);
        clock.advance(Duration.ofMinutes(1));
        CommentContext nameless = on(article)
                .signedIn(account(Role.MODERATOR))
                .editing(
                        new Comment(bens.id(), bens.article(), null, bens.kind(), bens.state(), "", "", "x", NOW),
                        Sender.unknown(),
                        true);
        assertThat(review(OPEN.reservedNames(List.of("Ben")), CommentDraft.of("Mended."), nameless))
                .isInstanceOf(Approved.class);
        assertThat(review(OPEN.reservedNames(List.of("Ben")), CommentDraft.of("Mended too."), context))
                .isInstanceOf(Approved.class);
    }

    @Test
    @Rule("C-18")
    void aSignedInSenderHasNoAddressButTheAccounts() {
        CommentDraft forged = CommentDraft.of("Mia", "victim@news.example", "Hm.");
        Kept kept = (Kept) review(OPEN, forged, on(article).from(new Sender("", "192.0.2.1", "", "m7")));
        assertThat(kept.sender().email()).isEmpty();
        assertThat(kept.cleaned().name()).isEqualTo("Mia");
    }

    @Test
    void whateverThePartsOfARefusalTheyComeInTheOrderOfTheRules() {
        CommentRules rules = CommentRules.strict()
                .unusable(CommentRules.Unusable.REFUSE)
                .reservedNames(List.of("Editor"))
                .keys(KeyList.reject("no", List.of("AAA")));
        CommentDraft draft = new CommentDraft("Editor", "ann", "javascript:x", "AAA", null);
        assertThat(review(rules.text(new TextRules(4, 2, 3)), draft, on(article))
                        .violations())
                .extracting(CommentViolation::rule)
                .containsExactly("C-08", "C-14", "C-52", "C-53", "C-54", "C-55", "C-57");
    }

    @Test
    @Rule({"C-90", "C-92", "C-94"})
    void aFormIsNeededOnceForEachComment() {
        FormTokens tokens = FormTokens.with(List.of(CommentKey.of("k1", new byte[32])), clock);
        CommentReviewer reviewer = CommentReviewer.with(
                        OPEN.senders(OPEN.senders().floods(List.of())), history, clock)
                .checking(tokens);
        String token = tokens.issue(article.id());
        CommentContext context = on(article).withForm(token, "");
        assertThat(reviewer.review(DRAFT, on(article)).violations())
                .containsExactly(CommentViolation.of("C-90", "comment_form_missing", ""));
        assertThat(reviewer.review(DRAFT, context).violations())
                .extracting(CommentViolation::rule)
                .containsExactly("C-92");
        clock.advance(Duration.ofSeconds(3));
        assertThat(reviewer.review(DRAFT, context)).isInstanceOf(Approved.class);
        CommentDraft more = CommentDraft.of("Ann", "ann@news.example", "And more.");
        assertThat(reviewer.review(more, context).violations())
                .containsExactly(CommentViolation.of("C-94", "comment_form_used", ""));
        assertThat(reviewer.review(CommentDraft.of("Ben", "ben@news.example", "By the same cached form."), context))
                .isInstanceOf(Approved.class);
        CommentContext edit = on(article).editing(comment("c1", "bridge", CommentState.APPROVED), SENDER, false);
        assertThat(reviewer.review(CommentDraft.of("Ann", "ann@news.example", "Mended."), edit))
                .isInstanceOf(Approved.class);
    }
}
