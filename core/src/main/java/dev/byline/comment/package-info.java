/**
 * What readers write below an article: the form and its limits, the review of each comment, and the thread.
 *
 * <p>A {@link dev.byline.comment.Comment} is what everybody may see. Who sent it stands apart in a
 * {@link dev.byline.comment.Sender}, which no JSON and no {@code toString} shows.
 *
 * <p>One policy, {@link dev.byline.comment.CommentRules}, says what the site asks for. From it come the form that a page
 * prints ({@link dev.byline.comment.CommentForm}) and the review of what comes back
 * ({@link dev.byline.comment.CommentReviewer}), whose {@link dev.byline.comment.CommentDecision} names every rule that
 * spoke. What the site has already is asked of the host's {@link dev.byline.comment.CommentHistory}. What is stored is
 * printed as a {@link dev.byline.comment.CommentThread}, each text through
 * {@link dev.byline.comment.CommentText#clean}.
 *
 * <p>What moderators and readers do about a comment is a {@link dev.byline.comment.ModeratedComment}, which remembers every
 * step; what readers' reports weigh, {@link dev.byline.comment.ReportRules} say. How a thread is ordered, and what stands
 * in the place of a comment that is not shown, {@link dev.byline.comment.ThreadRules} say.
 *
 * <p>A host that validates with Jakarta Validation can annotate its own beans with the constraints here, or take a
 * {@link dev.byline.comment.CommentDraft} as {@code @Valid}; the review itself needs no provider.
 */
@NullMarked
package dev.byline.comment;

import org.jspecify.annotations.NullMarked;
