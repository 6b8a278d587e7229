/**
 * What {@code byline comment --policy} reads: a policy file and drafts with all that a review must know of them.
 *
 * <p>{@link dev.byline.examples.cli.review.PolicyFile} makes {@link dev.byline.comment.CommentRules} of JSON or YAML,
 * {@link dev.byline.examples.cli.review.DraftReview} decides on one line after the other. Both say by
 * {@link dev.byline.examples.cli.review.BadInput} what can't be read, and where.
 */
@NullMarked
package dev.byline.examples.cli.review;

import org.jspecify.annotations.NullMarked;
