/**
 * Judging search on a collection of documents, questions and judgements, beside plain Lucene in the same run.
 *
 * <p>{@link dev.byline.examples.cli.evaluate.SearchEvaluation} is the whole of it and
 * {@link dev.byline.examples.cli.evaluate.SearchReport} its answer. Both systems are a {@code SearchSystem}: they are given
 * the same documents and asked the same questions. {@code Measures} scores one answer, {@code Interval} compares two
 * systems over all questions; neither knows what was searched.
 */
@NullMarked
package dev.byline.examples.cli.evaluate;

import org.jspecify.annotations.NullMarked;
