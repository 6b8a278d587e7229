/**
 * Bringing content in from other systems and taking it out again, through one seam for all formats.
 *
 * <p>A reader turns a source into a stream of sealed {@link dev.byline.exchange.Item}s and answers with a report of what
 * was read, what was skipped and why. Bad input is a problem in the report, never an exception.
 */
@NullMarked
package dev.byline.exchange;

import org.jspecify.annotations.NullMarked;
