/**
 * Judging related posts on articles and judgements, beside simpler ways to choose them in the same run.
 *
 * <p>{@link dev.byline.examples.cli.evaluate.related.RelatedEvaluation} is the whole of it and
 * {@link dev.byline.examples.cli.evaluate.related.RelatedReport} its answer. Byline and each baseline is a
 * {@code RelatedSystem}, which is given the same posts and asked the same by a {@code RelatedTrial}. {@code RankScores}
 * scores one ranking, {@code TopLists} all lists together; neither knows who made them.
 */
@NullMarked
package dev.byline.examples.cli.evaluate.related;

import org.jspecify.annotations.NullMarked;
