package dev.byline.comment;

import dev.byline.article.ArticleStatus;
import dev.byline.article.Listed;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What must hold before anything that the sender typed is looked at; each answers null where it lets pass. */
final class GateRules {
    private GateRules() {}

    /** C-01: the comment replied to exists and is approved. */
    static @Nullable CommentViolation parentApproved(Submission comment) {
        CommentId wanted = comment.draft.parent();
        Comment parent = comment.context.parent();
        boolean fine = wanted == null
                || comment.context.edit() != null
                || (parent != null && parent.id().equals(wanted) && parent.state() == CommentState.APPROVED);
        return fine ? null : CommentViolation.of("C-01", "comment_reply_to_unapproved_comment", "");
    }

    /** C-02: it is on the same article. */
    static @Nullable CommentViolation parentHere(Submission comment) {
        Comment parent = comment.above.isEmpty() ? null : comment.above.get(0);
        Listed article = comment.context.article();
        boolean fine = parent == null || article == null || parent.article().equals(article.id());
        return fine ? null : CommentViolation.of("C-02", "comment_reply_to_unapproved_comment", "");
    }

    /** C-03: the article exists and is not kept for the newsroom. */
    static @Nullable CommentViolation articleExists(Submission comment) {
        Listed article = comment.context.article();
        boolean fine = article != null && (article.status() != ArticleStatus.PRIVATE || comment.isStaff());
        return fine ? null : CommentViolation.of("C-03", "comment_id_not_found", "");
    }

    /** C-04: the article takes comments, and not for too long already. */
    static @Nullable CommentViolation commentsOpen(Submission comment) {
        int days = comment.rules.closeAfterDays();
        Listed article = comment.context.article();
        Instant published = article == null ? null : article.publishedAt();
        if (!comment.context.commentsOpen()) {
            return CommentViolation.of("C-04", "comment_closed", "");
        }
        if (days == 0 || published == null || !comment.context.closes()) {
            return null;
        }
        Duration age = Duration.between(published, comment.now);
        return age.compareTo(Duration.ofDays(days)) <= 0
                ? null
                : CommentViolation.of("C-04", "comment_closed", "", days, (int) Math.min(age.toDays(), 1_000_000));
    }

    /** C-05: the article can be read: it is no draft, not taken back, and its password was given. */
    static @Nullable CommentViolation articlePublic(Submission comment) {
        Listed article = comment.context.article();
        if (article == null || article.isPublic(comment.now)) {
            return null;
        }
        String code;
        if (article.status() == ArticleStatus.WITHDRAWN || isExpired(article, comment.now)) {
            code = "comment_on_trash";
        } else if (article.status() != ArticleStatus.PRIVATE && !isPublished(article, comment.now)) {
            code = "comment_on_draft";
        } else if (article.passwordProtected() && !comment.context.passwordGiven()) {
            code = "comment_on_password_protected";
        } else {
            return null;
        }
        return CommentViolation.of("C-05", code, "");
    }

    /** C-06: where only members may comment, the sender is signed in. */
    static @Nullable CommentViolation signedIn(Submission comment) {
        boolean fine = !comment.rules.registrationRequired() || comment.signedIn();
        return fine ? null : CommentViolation.of("C-06", "not_logged_in", "");
    }

    /** C-50: nothing above the comment replied to was refused. */
    static @Nullable CommentViolation nothingRefusedAbove(Submission comment) {
        if (comment.rules.replies().belowRefused()) {
            return null;
        }
        boolean refused = comment.above.stream()
                .anyMatch(above -> above.state() == CommentState.SPAM || above.state() == CommentState.TRASH);
        return refused ? CommentViolation.of("C-50", "comment_reply_to_unapproved_comment", "") : null;
    }

    /** C-51: a reply below the last level is refused where the rules say so. */
    static @Nullable CommentViolation notTooDeep(Submission comment) {
        int levels = comment.rules.replies().levels();
        int level = comment.above.size() + 1;
        boolean refused = comment.rules.replies().tooDeep() == ReplyRules.TooDeep.REFUSE && levels > 0;
        return refused && level > levels ? CommentViolation.of("C-51", "comment_too_deep", "", levels, level) : null;
    }

    /** C-96: a comment is changed on its article; a member's by that member, or by a moderator. */
    static @Nullable CommentViolation ownEdit(Submission comment) {
        CommentContext.Edit edit = comment.context.edit();
        Listed article = comment.context.article();
        boolean here =
                edit == null || article == null || edit.comment().article().equals(article.id());
        boolean fine =
                edit == null || comment.isModerator() || edit.author().member().equals(comment.sender.member());
        return here && fine ? null : CommentViolation.of("C-96", "comment_edit_not_yours", "");
    }

    /** C-97: a comment can be changed for as long as the rules allow, and once it has replies only where they do. */
    static @Nullable CommentViolation editOpen(Submission comment) {
        CommentContext.Edit edit = comment.context.edit();
        if (edit == null || comment.isModerator()) {
            return null;
        }
        EditRules rules = comment.rules.edits();
        Duration age = Duration.between(edit.comment().at(), comment.now);
        boolean inTime = rules.seconds() > 0 && age.compareTo(Duration.ofSeconds(rules.seconds())) < 0;
        return inTime && (rules.afterReplies() || !edit.replied())
                ? null
                : CommentViolation.of("C-97", "comment_edit_closed", "");
    }

    /** Whether nothing but its password keeps an article from being public. */
    static boolean asksForPassword(Listed article, Instant now) {
        return article.passwordProtected() && isPublished(article, now) && !isExpired(article, now);
    }

    private static boolean isPublished(Listed article, Instant now) {
        Instant published = article.publishedAt();
        return (article.status() == ArticleStatus.PUBLISHED || article.status() == ArticleStatus.SCHEDULED)
                && published != null
                && !published.isAfter(now);
    }

    private static boolean isExpired(Listed article, Instant now) {
        Instant expires = article.expiresAt();
        return expires != null && !expires.isAfter(now);
    }
}
