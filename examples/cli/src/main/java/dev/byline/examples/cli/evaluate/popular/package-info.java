/**
 * Judging popular posts on a trace of what readers did.
 *
 * <p>{@link dev.byline.examples.cli.evaluate.popular.PopularEvaluation} is the whole of it and
 * {@link dev.byline.examples.cli.evaluate.popular.PopularReport} its answer. A {@code Trace} is what was read, a
 * {@code Replay} what of it counts, worked out from a plain list without any counter of Byline's. A {@code WindowTrial}
 * asks Byline and the replay the same; a {@code FormulaTrial} asks each order what will be read in the next hour.
 */
@NullMarked
package dev.byline.examples.cli.evaluate.popular;

import org.jspecify.annotations.NullMarked;
