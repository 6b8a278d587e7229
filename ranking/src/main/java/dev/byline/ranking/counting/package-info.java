/**
 * Counting without losing count: what happened to which article in which minute, hour and day, in sparse columns.
 *
 * <p>Articles are known by small numbers ({@link dev.byline.ranking.counting.Names}), and so is what is counted of them, a
 * series; both together are a key ({@link dev.byline.ranking.counting.Keys}). Whoever records adds to
 * {@link dev.byline.ranking.counting.Cells} of its own ({@link dev.byline.ranking.counting.Stripes}); now and then all are put
 * together in the {@link dev.byline.ranking.counting.Ledger}, which keeps a {@link dev.byline.ranking.counting.Column} for each
 * minute, hour and day in which anything happened. Sums do not depend on the order of their parts, so neither do counts.
 */
@NullMarked
package dev.byline.ranking.counting;

import org.jspecify.annotations.NullMarked;
