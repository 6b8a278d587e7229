package dev.byline.comment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.article.Article;
import dev.byline.article.ArticleStatus;
import dev.byline.comment.CommentContext.Account;
import dev.byline.comment.CommentContext.Role;
import dev.byline.comment.CommentDecision.Approved;
import dev.byline.comment.CommentDecision.Kept;
import dev.byline.comment.ReplyRules.TooDeep;
import dev.byline.testkit.Rule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class GateRulesTest extends Reviewing {
    @Test
    @Rule("C-01")
    void aReplyNeedsAnApprovedParent() {
        CommentId id = CommentId.of("c1");
        assertThat(codes(OPEN, DRAFT.replyTo(id), on(article)))
                .containsExactly("C-01 comment_reply_to_unapproved_comment");
        for (CommentState state : List.of(CommentState.HELD, CommentState.SPAM, CommentState.TRASH)) {
            assertThat(codes(OPEN, DRAFT.replyTo(id), on(article).replyTo(comment("c1", "bridge", state))))
                    .containsExactly("C-01 comment_reply_to_unapproved_comment");
        }
        assertThat(codes(
                        OPEN,
                        DRAFT.replyTo(id),
                        on(article).replyTo(comment("another", "bridge", CommentState.APPROVED))))
                .containsExactly("C-01 comment_reply_to_unapproved_comment");
        Kept kept = (Kept)
                review(OPEN, DRAFT.replyTo(id), on(article).replyTo(comment("c1", "bridge", CommentState.APPROVED)));
        assertThat(kept.toComment(CommentId.of("c2")).parent()).isEqualTo(id);
    }

    @Test
    @Rule("C-02")
    void aReplyStaysOnTheArticleOfItsParent() {
        CommentContext context = on(article).replyTo(comment("c1", "elsewhere", CommentState.APPROVED));
        assertThat(codes(OPEN, DRAFT.replyTo(CommentId.of("c1")), context))
                .containsExactly("C-02 comment_reply_to_unapproved_comment");
    }

    @Test
    @Rule("C-03")
    void anArticleThatIsMissingOrPrivateIsNotThere() {
        Article hidden = edited(a -> a.status(ArticleStatus.PRIVATE).commentsOpen(false));
        assertThat(codes(OPEN, DRAFT, CommentContext.nowhere())).containsExactly("C-03 comment_id_not_found");
        assertThat(codes(OPEN, DRAFT, on(hidden))).containsExactly("C-03 comment_id_not_found");
        assertThat(review(OPEN, DRAFT, on(hidden)).answer())
                .isEqualTo(review(OPEN, DRAFT, CommentContext.nowhere()).answer());
        Article readable = edited(a -> a.status(ArticleStatus.PRIVATE));
        assertThat(review(OPEN, DRAFT, on(readable).signedIn(account(Role.AUTHOR))))
                .isInstanceOf(Approved.class);
    }

    @Test
    @Rule("C-04")
    void closedMeansClosed() {
        Article closed = edited(a -> a.commentsOpen(false));
        assertThat(codes(OPEN, DRAFT, on(closed))).containsExactly("C-04 comment_closed");
        assertThat(codes(OPEN, DRAFT, CommentContext.on(article.summary(), false)))
                .containsExactly("C-04 comment_closed");
    }

    @Test
    @Rule("C-04")
    void anArticleClosesAfterSoManyDaysButNotOnTheVeryLastInstant() {
        CommentRules rules = OPEN.closeAfterDays(14);
        clock.advance(Duration.ofDays(14));
        assertThat(review(rules, DRAFT, on(article))).isInstanceOf(Approved.class);
        clock.advance(Duration.ofMillis(1));
        assertThat(review(rules, DRAFT, on(article)).violations())
                .containsExactly(CommentViolation.of("C-04", "comment_closed", "", 14, 14));
        assertThat(review(OPEN, DRAFT, on(article)).violations()).isNotEmpty();
    }

    @Test
    @Rule("C-05")
    void onlyWhatCanBeReadTakesComments() {
        assertThat(codes(OPEN, DRAFT, on(edited(a -> a.status(ArticleStatus.WITHDRAWN)))))
                .containsExactly("C-05 comment_on_trash");
        assertThat(codes(OPEN, DRAFT, on(edited(a -> a.expiresAt(NOW))))).containsExactly("C-05 comment_on_trash");
        assertThat(codes(OPEN, DRAFT, on(edited(a -> a.status(ArticleStatus.DRAFT)))))
                .containsExactly("C-05 comment_on_draft");
        assertThat(codes(
                        OPEN,
                        DRAFT,
                        on(edited(a -> a.status(ArticleStatus.SCHEDULED).publishedAt(NOW.plusSeconds(1))))))
                .containsExactly("C-05 comment_on_draft");
        assertThat(review(OPEN, DRAFT, on(edited(a -> a.status(ArticleStatus.SCHEDULED)))))
                .isInstanceOf(Approved.class);
    }

    @Test
    @Rule("C-05")
    void aPasswordMustBeGiven() {
        Article locked = edited(a -> a.passwordProtected(true));
        assertThat(codes(OPEN, DRAFT, on(locked))).containsExactly("C-05 comment_on_password_protected");
        assertThat(review(OPEN, DRAFT, on(locked).withPassword())).isInstanceOf(Approved.class);
    }

    @Test
    @Rule("C-06")
    void membersOnlyMeansSignedIn() {
        CommentRules rules = OPEN.registrationRequired(true);
        assertThat(codes(rules, DRAFT, on(article))).containsExactly("C-06 not_logged_in");
        assertThat(review(rules, DRAFT, on(article).signedIn(account(Role.READER))))
                .isInstanceOf(Approved.class);
        assertThat(review(rules, CommentDraft.of("More."), on(article).from(new Sender("", "", "", "m7"))))
                .isInstanceOf(Approved.class);
    }

    @Test
    void theFirstGateThatIsShutEndsTheReview() {
        CommentRules rules = CommentRules.defaults().registrationRequired(true);
        Article closed = edited(a -> a.commentsOpen(false).status(ArticleStatus.WITHDRAWN));
        assertThat(codes(rules, CommentDraft.of("").replyTo(CommentId.of("c1")), on(closed)))
                .containsExactly("C-01 comment_reply_to_unapproved_comment");
        assertThat(codes(rules, CommentDraft.of(""), on(closed))).containsExactly("C-04 comment_closed");
        assertThat(codes(rules, CommentDraft.of(""), on(article))).containsExactly("C-06 not_logged_in");
    }

    @Test
    @Rule("C-05")
    void aPrivateArticleTakesTheCommentsOfThoseWhoReadItWhateverItsDate() {
        Article early = edited(a -> a.status(ArticleStatus.PRIVATE).publishedAt(NOW.plusSeconds(9)));
        assertThat(review(OPEN, DRAFT, on(early).signedIn(account(Role.MODERATOR))))
                .isInstanceOf(Approved.class);
        Article late = edited(a -> a.status(ArticleStatus.PRIVATE).expiresAt(NOW));
        assertThat(codes(OPEN, DRAFT, on(late).signedIn(account(Role.MODERATOR))))
                .containsExactly("C-05 comment_on_trash");
    }

    @ParameterizedTest
    @Rule("C-50")
    @EnumSource(
            value = CommentState.class,
            names = {"SPAM", "TRASH"})
    void nothingIsSaidBelowWhatWasRefused(CommentState state) {
        Comment parent = comment("c3", "bridge", CommentState.APPROVED);
        Comment held = comment("c2", "bridge", CommentState.HELD);
        Comment refused = comment("c1", "bridge", state);
        CommentDraft draft = DRAFT.replyTo(parent.id());
        assertThat(review(OPEN, draft, on(article).replyTo(parent, List.of(held))))
                .isInstanceOf(Approved.class);
        CommentContext below = on(article).replyTo(parent, List.of(held, refused));
        assertThat(codes(OPEN, draft, below)).containsExactly("C-50 comment_reply_to_unapproved_comment");
        clock.advance(Duration.ofMinutes(1));
        CommentRules taken = OPEN.replies(OPEN.replies().belowRefused(true));
        assertThat(review(
                        taken, CommentDraft.of("Ann", "ann@news.example", "So?").replyTo(parent.id()), below))
                .isInstanceOf(Approved.class);
    }

    @Test
    @Rule("C-50")
    void whatIsAboveCountsOnlyForReplies() {
        Comment parent = comment("c2", "bridge", CommentState.APPROVED);
        CommentContext below = on(article).replyTo(parent, List.of(comment("c1", "bridge", CommentState.SPAM)));
        assertThat(review(OPEN, DRAFT, below)).isInstanceOf(Approved.class);
    }

    @Test
    @Rule("C-51")
    void aReplyBelowTheLastLevelIsRefused() {
        CommentRules rules = OPEN.replies(new ReplyRules(3, TooDeep.REFUSE, false));
        assertThat(parentOf(rules, 2)).isEqualTo("c2");
        assertThat(review(rules, DRAFT.replyTo(CommentId.of("c3")), deep(3)).violations())
                .containsExactly(CommentViolation.of("C-51", "comment_too_deep", "", 3, 4));
        assertThat(codes(
                        OPEN.replies(new ReplyRules(1, TooDeep.REFUSE, false)),
                        DRAFT.replyTo(CommentId.of("c1")),
                        deep(1)))
                .containsExactly("C-51 comment_too_deep");
    }

    @Test
    @Rule("C-51")
    void aReplyBelowTheLastLevelMovesUpJustAsFarAsItMust() {
        CommentRules rules = OPEN.replies(new ReplyRules(3, TooDeep.MOVE, false));
        assertThat(parentOf(rules, 1)).isEqualTo("c1");
        assertThat(parentOf(rules, 2)).isEqualTo("c2");
        assertThat(parentOf(rules, 3)).isEqualTo("c2");
        assertThat(parentOf(rules, 9)).isEqualTo("c2");
        assertThat(parentOf(OPEN.replies(new ReplyRules(1, TooDeep.MOVE, false)), 1))
                .isEqualTo("none");
        assertThat(parentOf(OPEN.replies(new ReplyRules(0, TooDeep.MOVE, false)), 9))
                .isEqualTo("c9");
    }

    @Test
    @Rule("C-51")
    void aReplyBelowTheLastLevelStaysWhereThePageFlattensIt() {
        assertThat(parentOf(OPEN.replies(new ReplyRules(3, TooDeep.FLATTEN, false)), 9))
                .isEqualTo("c9");
        assertThat(parentOf(OPEN.replies(new ReplyRules(0, TooDeep.REFUSE, false)), 9))
                .isEqualTo("c9");
    }

    @Test
    @Rule("C-51")
    void parentsInACircleAreCountedOnce() {
        Comment one = comment("c1", "bridge", CommentState.APPROVED);
        Comment two = comment("c2", "bridge", CommentState.APPROVED);
        CommentContext circle = on(article).replyTo(one, List.of(two, one, two, one, two));
        assertThat(review(OPEN.replies(new ReplyRules(2, TooDeep.REFUSE, false)), DRAFT.replyTo(one.id()), circle)
                        .violations())
                .containsExactly(CommentViolation.of("C-51", "comment_too_deep", "", 2, 3));
    }

    @Test
    @Rule("C-96")
    void aMembersCommentIsChangedByThatMemberAlone() {
        Comment mine = comment("c1", "bridge", CommentState.APPROVED);
        Sender member = new Sender("mia@news.example", "192.0.2.7", "", "m1");
        CommentContext own = on(article).signedIn(account(Role.READER)).editing(mine, member, false);
        assertThat(review(OPEN, DRAFT, own)).isInstanceOf(Approved.class);
        assertThat(codes(OPEN, DRAFT, on(article).editing(mine, member, false)))
                .containsExactly("C-96 comment_edit_not_yours");
        for (Role role : List.of(Role.READER, Role.AUTHOR)) {
            Account other = new Account("m2", "Noa", "noa@news.example", "", role);
            assertThat(codes(OPEN, DRAFT, on(article).signedIn(other).editing(mine, member, false)))
                    .containsExactly("C-96 comment_edit_not_yours");
            assertThat(codes(OPEN, DRAFT, on(article).signedIn(other).editing(mine, SENDER, false)))
                    .containsExactly("C-96 comment_edit_not_yours");
        }
        assertThat(review(
                        OPEN,
                        CommentDraft.of("Ann", "ann@news.example", "Mended."),
                        on(article).editing(mine, SENDER, false)))
                .isInstanceOf(Approved.class);
    }

    @Test
    @Rule("C-96")
    void aCommentIsChangedOnItsOwnArticle() {
        Comment elsewhere = comment("c1", "elsewhere", CommentState.APPROVED);
        assertThat(codes(OPEN, DRAFT, on(article).editing(elsewhere, SENDER, false)))
                .containsExactly("C-96 comment_edit_not_yours");
        assertThat(codes(
                        OPEN,
                        DRAFT,
                        on(article).signedIn(account(Role.MODERATOR)).editing(elsewhere, SENDER, false)))
                .containsExactly("C-96 comment_edit_not_yours");
    }

    @Test
    @Rule("C-97")
    void aCommentCanBeChangedForAsLongAsTheRulesAllow() {
        Comment comment = comment("c1", "bridge", CommentState.APPROVED);
        CommentContext edit = on(article).editing(comment, SENDER, false);
        clock.advance(Duration.ofMinutes(5).minusNanos(1));
        assertThat(review(OPEN, DRAFT, edit)).isInstanceOf(Approved.class);
        clock.set(NOW.plusSeconds(300));
        assertThat(codes(OPEN, DRAFT, edit)).containsExactly("C-97 comment_edit_closed");
        assertThat(review(
                        OPEN.edits(OPEN.edits().seconds(301)),
                        CommentDraft.of("Ann", "ann@news.example", "Later."),
                        edit))
                .isInstanceOf(Approved.class);
        assertThat(review(OPEN, DRAFT, edit.signedIn(account(Role.MODERATOR)))).isInstanceOf(Approved.class);
        clock.set(NOW);
        Comment future = new Comment(
                comment.id(),
                comment.article(),
                null,
                comment.kind(),
                comment.state(),
                "Ben",
                "",
                "x",
                NOW.plusSeconds(1));
        assertThat(codes(OPEN.edits(OPEN.edits().seconds(0)), DRAFT, on(article).editing(future, SENDER, false)))
                .containsExactly("C-97 comment_edit_closed");
    }

    @Test
    @Rule("C-97")
    void aReplyEndsWhatCanBeChanged() {
        CommentContext replied = on(article).editing(comment("c1", "bridge", CommentState.APPROVED), SENDER, true);
        assertThat(codes(OPEN, DRAFT, replied)).containsExactly("C-97 comment_edit_closed");
        assertThat(review(OPEN, DRAFT, replied.signedIn(account(Role.MODERATOR))))
                .isInstanceOf(Approved.class);
        assertThat(review(
                        OPEN.edits(OPEN.edits().afterReplies(true)),
                        CommentDraft.of("Ann", "ann@news.example", "Again."),
                        replied))
                .isInstanceOf(Approved.class);
    }

    @Test
    @Rule({"C-05", "C-97"})
    void theGatesOfTheArticleStandBeforeTheEdit() {
        Comment comment = comment("c1", "bridge", CommentState.APPROVED);
        Article closed = edited(a -> a.commentsOpen(false));
        assertThat(codes(OPEN, DRAFT, on(closed).editing(comment, SENDER, true)))
                .containsExactly("C-04 comment_closed");
        Article hidden = edited(a -> a.status(ArticleStatus.DRAFT));
        assertThat(review(OPEN, DRAFT, on(hidden).editing(comment, SENDER, true))
                        .answer()
                        .problems())
                .containsExactly(CommentViolation.of("", "comment_id_not_found", ""));
    }

    /** A reply to the comment on this level of a thread in which each replies to the one before: c1, c2 and so on. */
    private String parentOf(CommentRules rules, int level) {
        clock.advance(Duration.ofMinutes(1));
        CommentDraft draft = CommentDraft.of("Ann", "ann@news.example", "Reply at " + clock.instant())
                .replyTo(CommentId.of("c" + level));
        CommentId parent = ((Kept) review(rules, draft, deep(level))).cleaned().parent();
        return parent == null ? "none" : parent.value();
    }

    private CommentContext deep(int level) {
        List<Comment> nearestFirst = new ArrayList<>();
        for (int i = level; i > 0; i--) {
            nearestFirst.add(comment("c" + i, "bridge", CommentState.APPROVED));
        }
        return on(article).replyTo(nearestFirst.get(0), nearestFirst.subList(1, level));
    }
}
