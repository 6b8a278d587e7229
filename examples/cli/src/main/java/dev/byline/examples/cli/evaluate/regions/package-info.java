/**
 * Judging the regions recognised in texts against the places that editors gave them.
 *
 * <p>{@link dev.byline.examples.cli.evaluate.regions.RegionsEvaluation} is the whole of it and
 * {@link dev.byline.examples.cli.evaluate.regions.RegionsReport} its answer. A {@code Hits} counts what was suggested
 * rightly and wrongly, for Byline and for each simpler way in the same run.
 */
@NullMarked
package dev.byline.examples.cli.evaluate.regions;

import org.jspecify.annotations.NullMarked;
