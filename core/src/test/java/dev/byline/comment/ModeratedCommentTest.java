package dev.byline.comment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.byline.article.ArticleId;
import dev.byline.comment.CommentDecision.Cleaned;
import dev.byline.comment.CommentDecision.Finding;
import dev.byline.comment.ModeratedComment.Action;
import dev.byline.comment.ModeratedComment.Done;
import dev.byline.comment.ModeratedComment.Refused;
import dev.byline.comment.ModeratedComment.Report;
import dev.byline.comment.ModeratedComment.Result;
import dev.byline.comment.ModeratedComment.Step;
import dev.byline.comment.ReportRules.Cause;
import dev.byline.comment.ReportRules.Standing;
import dev.byline.score.Reason;
import dev.byline.testkit.Rule;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

final class ModeratedCommentTest {
    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");
    private static final ReportRules RULES = ReportRules.defaults();

    @Test
    @Rule("C-67")
    void everyStepIsKept() {
        ModeratedComment comment = ModeratedComment.of(held("C-24", "C-22"), CommentId.of("c1"), "");
        comment = done(comment.approve("m7", at(1), "she is the mayor"));
        comment = done(comment.trash("", at(2), ""));
        assertThat(comment.state()).isEqualTo(CommentState.TRASH);
        assertThat(comment.steps())
                .containsExactly(
                        new Step(
                                Action.REVIEW,
                                CommentState.HELD,
                                CommentState.HELD,
                                "",
                                NOON,
                                "",
                                List.of("C-24", "C-22")),
                        new Step(
                                Action.APPROVE,
                                CommentState.HELD,
                                CommentState.APPROVED,
                                "m7",
                                at(1),
                                "she is the mayor",
                                List.of()),
                        new Step(Action.TRASH, CommentState.APPROVED, CommentState.TRASH, "", at(2), "", List.of()));
    }

    @Test
    @Rule("C-63")
    void whatIsDoneAlreadyIsRefused() {
        assertRefused(in(CommentState.APPROVED).approve("m", NOON, ""), "comment_already_approved");
        assertRefused(in(CommentState.HELD).hold("m", NOON, ""), "comment_already_held");
        assertRefused(in(CommentState.SPAM).spam("m", NOON, ""), "comment_already_spam");
        assertRefused(in(CommentState.TRASH).trash("m", NOON, ""), "comment_already_trash");
        assertRefused(in(CommentState.APPROVED).restore("m", NOON, ""), "comment_not_restorable");
        assertRefused(in(CommentState.HELD).restore("m", NOON, ""), "comment_not_restorable");
    }

    @Test
    @Rule("C-63")
    void theHistoryOnlyGoesForward() {
        ModeratedComment comment = done(in(CommentState.HELD).approve("m", at(5), ""));
        assertRefused(comment.trash("m", at(4), ""), "comment_changed_since");
        assertThat(done(comment.trash("m", at(5), "")).state()).isEqualTo(CommentState.TRASH);
        String longest = "x".repeat(Step.LONGEST_REASON);
        assertThat(done(comment.trash("m", at(6), longest)).steps().get(1).reason())
                .isEqualTo(longest);
        assertRefused(comment.trash("m", at(6), longest + "x"), "comment_reason_too_long");
    }

    @Test
    @Rule("C-64")
    void restoringLeadsBackStepByStep() {
        ModeratedComment comment = in(CommentState.APPROVED);
        assertThat(comment.previous()).isNull();
        comment = done(comment.trash("m", at(1), ""));
        assertThat(comment.previous()).isEqualTo(CommentState.APPROVED);
        comment = done(comment.spam("m", at(2), ""));
        assertThat(comment.previous()).isEqualTo(CommentState.TRASH);
        comment = done(comment.restore("m", at(3), ""));
        assertThat(comment.state()).isEqualTo(CommentState.TRASH);
        assertThat(comment.previous()).isEqualTo(CommentState.APPROVED);
        comment = done(comment.restore("m", at(4), ""));
        assertThat(comment.state()).isEqualTo(CommentState.APPROVED);
        comment = done(
                done(done(comment.hold("m", at(5), "")).spam("m", at(6), "")).restore("m", at(7), ""));
        assertThat(comment.state()).isEqualTo(CommentState.HELD);
    }

    @Test
    @Rule("C-64")
    void whatWasApprovedOutOfTheTrashForgetsIt() {
        ModeratedComment comment = done(in(CommentState.HELD).trash("m", at(1), ""));
        comment = done(done(comment.approve("m", at(2), "")).spam("m", at(3), ""));
        assertThat(done(comment.restore("m", at(4), "")).state()).isEqualTo(CommentState.APPROVED);
    }

    @Test
    @Rule("C-64")
    void whatTheReviewCalledSpamIsHeldWhenRestored() {
        assertThat(in(CommentState.SPAM).previous()).isEqualTo(CommentState.HELD);
        assertThat(done(in(CommentState.TRASH).restore("m", NOON, "")).state()).isEqualTo(CommentState.HELD);
    }

    @Test
    @Rule("C-65")
    void deletingLeavesNothingButTheSteps() {
        assertRefused(in(CommentState.APPROVED).delete("m", NOON, ""), "comment_not_deletable");
        assertRefused(in(CommentState.HELD).delete("m", NOON, ""), "comment_not_deletable");
        ModeratedComment comment = done(in(CommentState.APPROVED).report(report("r1", 1), RULES));
        comment = done(done(comment.trash("m", at(2), "insults")).delete("m", at(3), ""));
        assertThat(comment.deleted()).isTrue();
        assertThat(comment.comment().name()
                        + comment.comment().url()
                        + comment.comment().text())
                .isEmpty();
        assertThat(comment.comment().id()).isEqualTo(CommentId.of("c1"));
        assertThat(comment.reports()).isEmpty();
        assertThat(comment.previous()).isNull();
        assertThat(comment.steps()).extracting(Step::action).containsExactly(Action.TRASH, Action.DELETE);
        for (Result result : List.of(
                comment.approve("m", at(9), ""),
                comment.hold("m", at(9), ""),
                comment.spam("m", at(9), ""),
                comment.trash("m", at(9), ""),
                comment.restore("m", at(9), ""),
                comment.delete("m", at(9), ""),
                comment.settle("m", at(9), ""),
                comment.edit(held(), "m", at(9), ""),
                comment.report(report("r1", 9), RULES))) {
            assertRefused(result, "comment_deleted");
        }
    }

    @Test
    @Rule("C-66")
    void anEditTakesTheCleanedValuesAndTheRules() {
        ModeratedComment comment = done(in(CommentState.APPROVED).edit(held("C-22"), "r9", at(1), "a typo"));
        assertThat(comment.comment().text()).isEqualTo("<b>new</b>");
        assertThat(comment.comment().name()).isEqualTo("Ann");
        assertThat(comment.comment().at()).isEqualTo(NOON.minusSeconds(60));
        assertThat(comment.comment().parent()).isEqualTo(CommentId.of("c0"));
        assertThat(comment.steps())
                .containsExactly(new Step(
                        Action.EDIT, CommentState.APPROVED, CommentState.HELD, "r9", at(1), "a typo", List.of("C-22")));
        CommentDecision.Spam spam = new CommentDecision.Spam(cleaned("a"), Sender.unknown(), List.of());
        ModeratedComment spammed = done(in(CommentState.APPROVED).edit(spam, "", at(1), ""));
        assertThat(done(spammed.restore("m", at(2), "")).state()).isEqualTo(CommentState.APPROVED);
    }

    @Test
    @Rule("C-66")
    void anEditNeverBringsOutWhatWasHeld() {
        CommentDecision.Approved fine = new CommentDecision.Approved(cleaned("a"), Sender.unknown(), List.of());
        assertThat(done(in(CommentState.HELD).edit(fine, "r9", at(1), "")).state())
                .isEqualTo(CommentState.HELD);
        assertThat(done(in(CommentState.APPROVED).edit(fine, "r9", at(1), "")).state())
                .isEqualTo(CommentState.APPROVED);
        assertRefused(in(CommentState.SPAM).edit(fine, "r9", at(1), ""), "comment_not_editable");
        assertRefused(in(CommentState.TRASH).edit(fine, "r9", at(1), ""), "comment_not_editable");
        CommentDecision.Approved elsewhere = new CommentDecision.Approved(cleaned("b"), Sender.unknown(), List.of());
        assertThatThrownBy(() -> in(CommentState.HELD).edit(elsewhere, "", NOON, ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("an edit of comment c1 on a can't be one on b");
    }

    @Test
    @Rule("C-69")
    void theSumOfReportsExplainsItself() {
        ModeratedComment comment = in(CommentState.HELD);
        comment = done(comment.report(Report.of("r1", Cause.SPAM, Standing.READER, at(1)), RULES));
        comment = done(comment.report(Report.of("r2", Cause.OFF_TOPIC, Standing.TRUSTED, at(2)), RULES));
        comment = done(comment.report(Report.of("r3", Cause.SPAM, Standing.READER, at(3)), RULES));
        assertThat(comment.weighed(RULES))
                .isEqualTo(new ReportRules.Sum(
                        3,
                        List.of(
                                new Reason("C-69", "2 × reader for spam", 2),
                                new Reason("C-69", "1 × trusted for off-topic", 1))));
        ReportRules other = RULES.weight(Cause.SPAM, 4).weight(Standing.TRUSTED, 0);
        assertThat(comment.weighed(other).value()).isEqualTo(8);
        assertThat(comment.reported())
                .containsEntry(Cause.SPAM, 2)
                .containsEntry(Cause.OFF_TOPIC, 1)
                .hasSize(2);
    }

    @Test
    @Rule("C-70")
    void anApprovedCommentIsHeldAtTheSum() {
        ModeratedComment comment = in(CommentState.APPROVED);
        comment = done(comment.report(report("r1", 1), RULES));
        comment = done(comment.report(report("r2", 2), RULES));
        assertThat(comment.state()).isEqualTo(CommentState.APPROVED);
        comment = done(comment.report(report("r3", 3), RULES));
        assertThat(comment.state()).isEqualTo(CommentState.HELD);
        assertThat(comment.steps())
                .containsExactly(new Step(
                        Action.HOLD,
                        CommentState.APPROVED,
                        CommentState.HELD,
                        "",
                        at(3),
                        "reports add up to 3.00 of 3.00",
                        List.of("C-70")));
        Report chief = Report.of("m7", Cause.OTHER, Standing.MODERATOR, at(1));
        assertThat(done(in(CommentState.APPROVED).report(chief, RULES)).state()).isEqualTo(CommentState.HELD);
        assertThat(done(in(CommentState.APPROVED).report(chief, ReportRules.collecting()))
                        .state())
                .isEqualTo(CommentState.APPROVED);
        assertThat(done(in(CommentState.SPAM).report(chief, RULES)).state()).isEqualTo(CommentState.SPAM);
    }

    @Test
    @Rule("C-70")
    void tenthsAddUpToo() {
        ReportRules tenths =
                RULES.weight(Cause.ABUSE, .1).weight(Cause.SPAM, .2).hideAt(.3);
        ModeratedComment comment = done(in(CommentState.APPROVED).report(report("r1", 1), tenths));
        assertThat(comment.state()).isEqualTo(CommentState.APPROVED);
        assertThat(done(comment.report(Report.of("r2", Cause.SPAM, Standing.READER, at(1)), tenths))
                        .state())
                .isEqualTo(CommentState.HELD);
    }

    @Test
    @Rule("C-70")
    void aLateReportOfAnEarlierMomentDoesNotTurnTheHistoryAround() {
        ModeratedComment comment = done(in(CommentState.HELD).approve("", at(9), ""));
        comment = done(comment.report(report("r1", 1), RULES.hideAt(1)));
        assertThat(comment.state()).isEqualTo(CommentState.HELD);
        assertThat(comment.steps().get(1).at()).isEqualTo(at(9));
    }

    @Test
    @Rule("C-68")
    void eachReaderCountsOnceAndTheAuthorNever() {
        ModeratedComment comment = ModeratedComment.of(comment(CommentState.APPROVED), "author");
        assertRefused(comment.report(report("author", 1), RULES), "report_own");
        ModeratedComment once = done(comment.report(report("r1", 1), RULES));
        assertRefused(once.report(Report.of("r1", Cause.SPAM, Standing.MODERATOR, at(2)), RULES), "report_repeated");
        List<Report> stored = List.of(
                Report.of("r1", Cause.SPAM, Standing.MODERATOR, at(3)),
                report("author", 1),
                Report.of("r1", Cause.OTHER, Standing.READER, at(2)));
        assertThat(new ModeratedComment(comment(CommentState.APPROVED), "author", List.of(), stored)
                        .weighed(RULES)
                        .value())
                .isEqualTo(.5);
        assertThatThrownBy(() -> report(" ", 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @Rule("C-71")
    void whatAModeratorApprovedIsSettled() {
        ReportRules two = RULES.hideAt(2);
        ModeratedComment comment = in(CommentState.APPROVED);
        comment = done(done(comment.report(report("r1", 1), two)).report(report("r2", 2), two));
        assertThat(comment.state()).isEqualTo(CommentState.HELD);
        ModeratedComment bySite = done(comment.approve("", at(3), ""));
        assertThat(bySite.weighed(two).value()).isEqualTo(2);
        comment = done(comment.approve("m7", at(3), "it is a joke"));
        assertThat(comment.weighed(two)).isEqualTo(new ReportRules.Sum(0, List.of()));
        assertThat(comment.reported()).containsEntry(Cause.ABUSE, 2);
        assertRefused(comment.report(report("r1", 4), two), "report_repeated");
        comment = done(comment.report(report("r3", 4), two));
        assertThat(comment.state()).isEqualTo(CommentState.APPROVED);
        assertThat(done(comment.report(report("r4", 5), two)).state()).isEqualTo(CommentState.HELD);
    }

    @Test
    @Rule("C-71")
    void reportsBelowTheSumCanBeSettledToo() {
        ModeratedComment comment = done(in(CommentState.APPROVED).report(report("r1", 1), RULES));
        assertRefused(comment.settle("", at(2), ""), "comment_moderator_required");
        ModeratedComment settled = done(comment.settle("m7", at(2), ""));
        assertThat(settled.weighed(RULES).value()).isZero();
        assertThat(settled.state()).isEqualTo(CommentState.APPROVED);
        assertRefused(settled.settle("m7", at(3), ""), "comment_nothing_to_settle");
        assertRefused(in(CommentState.APPROVED).settle("m7", at(3), ""), "comment_nothing_to_settle");
    }

    @Test
    @Rule("C-71")
    void anEditedTextMayBeReportedAgain() {
        CommentDecision.Approved fine = new CommentDecision.Approved(cleaned("a"), Sender.unknown(), List.of());
        ModeratedComment comment = done(in(CommentState.APPROVED).report(report("r1", 1), RULES));
        assertRefused(done(comment.edit(fine, "", at(2), "")).report(report("r1", 3), RULES), "report_repeated");
        comment = done(done(comment.settle("m7", at(2), "")).edit(fine, "", at(3), ""));
        assertThat(done(comment.report(report("r1", 4), RULES)).weighed(RULES).value())
                .isEqualTo(1);
    }

    @Test
    @Rule("C-72")
    void noKeyIsTold() {
        ModeratedComment comment = ModeratedComment.of(comment(CommentState.APPROVED), "secret-author");
        comment = done(comment.report(report("secret-reader", 1), RULES.hideAt(1)));
        assertThat(comment + " " + comment.reports() + comment.steps() + comment.weighed(RULES)
                        + comment.approve("m", at(2), ""))
                .doesNotContain("secret");
    }

    @Test
    void refusalsAreToldInFourLanguages() {
        for (String code : List.of(
                "comment_already_approved",
                "comment_already_held",
                "comment_already_spam",
                "comment_already_trash",
                "comment_not_restorable",
                "comment_not_deletable",
                "comment_not_editable",
                "comment_moderator_required",
                "comment_nothing_to_settle",
                "comment_changed_since",
                "comment_deleted",
                "comment_reason_too_long",
                "report_own",
                "report_repeated")) {
            Refused refused = new Refused(in(CommentState.HELD), code);
            assertThat(List.of("en", "ar", "fa", "he"))
                    .extracting(language -> refused.message(Locale.forLanguageTag(language)))
                    .doesNotHaveDuplicates()
                    .noneMatch(message -> message.contains(code));
        }
    }

    @Test
    void aHistoryThatCannotBeIsAMistake() {
        Comment comment = comment(CommentState.APPROVED);
        Step trashed = new Step(Action.TRASH, CommentState.HELD, CommentState.TRASH, "", at(2), "", List.of());
        Step early = new Step(Action.RESTORE, CommentState.TRASH, CommentState.APPROVED, "", at(1), "", List.of());
        Step other = new Step(Action.APPROVE, CommentState.HELD, CommentState.APPROVED, "", at(3), "", List.of());
        for (List<Step> steps : List.of(List.of(trashed), List.of(trashed, early), List.of(trashed, other))) {
            assertThatThrownBy(() -> new ModeratedComment(comment, "", steps, List.of()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("comment c1 can't be ");
        }
        assertThatThrownBy(() -> RULES.hideAt(Double.NaN)).hasMessage("hideAt can't be NaN");
        assertThatThrownBy(() -> RULES.weight(Cause.OFF_TOPIC, -1)).hasMessage("off-topic can't weigh -1.0");
        assertThatThrownBy(() -> RULES.weight(Standing.TRUSTED, 1e9)).hasMessageStartingWith("trusted can't weigh");
    }

    private static ModeratedComment done(Result result) {
        assertThat(result).isInstanceOf(Done.class);
        return result.comment();
    }

    private static void assertRefused(Result result, String code) {
        assertThat(result)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo(code));
    }

    private static ModeratedComment in(CommentState state) {
        return ModeratedComment.of(comment(state));
    }

    private static Comment comment(CommentState state) {
        return new Comment(
                CommentId.of("c1"),
                ArticleId.of("a"),
                CommentId.of("c0"),
                Comment.Kind.COMMENT,
                state,
                "Bo",
                "https://bo.example/",
                "old",
                NOON.minusSeconds(60));
    }

    private static CommentDecision.Held held(String... rules) {
        return new CommentDecision.Held(
                cleaned("a"),
                Sender.unknown(),
                List.of(rules).stream()
                        .map(rule -> Finding.of(rule, CommentState.HELD, "", ""))
                        .toList());
    }

    private static Cleaned cleaned(String article) {
        return new Cleaned(ArticleId.of(article), null, "Ann", "", "<b>new</b>", NOON);
    }

    private static Report report(String by, int second) {
        return Report.of(by, Cause.ABUSE, Standing.READER, at(second));
    }

    private static Instant at(int second) {
        return NOON.plusSeconds(second);
    }
}
