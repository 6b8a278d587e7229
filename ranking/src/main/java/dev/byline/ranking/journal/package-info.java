/**
 * Outliving the process: a journal of records with checksums, folded into snapshots, and the visits that are remembered beside it.
 *
 * <p>What the records say is their writer's business ({@link dev.byline.ranking.journal.Journal.Contents}).
 */
@NullMarked
package dev.byline.ranking.journal;

import org.jspecify.annotations.NullMarked;
