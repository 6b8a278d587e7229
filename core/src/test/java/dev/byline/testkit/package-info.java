/**
 * What tests of Byline, and of whoever implements its seams, have in common.
 *
 * <p>A seam's contract is an abstract test class here: extend it, give it your implementation, and it says whether you
 * are done. {@link dev.byline.testkit.MovableClock} and {@link dev.byline.testkit.SampleArticles} serve any test of a
 * host.
 */
@NullMarked
package dev.byline.testkit;

import org.jspecify.annotations.NullMarked;
