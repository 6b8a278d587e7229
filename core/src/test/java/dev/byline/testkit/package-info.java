/**
 * What tests of Byline, and of whoever embeds it or implements its seams, have in common; published in the test-jar of
 * {@code byline-core}. docs/testing.md shows a host at work with it.
 *
 * <ul>
 *   <li>{@link dev.byline.testkit.SampleArticles}, {@link dev.byline.testkit.MovableClock},
 *       {@link dev.byline.testkit.CountingArticleStore} and {@link dev.byline.testkit.WordsInCommon} need nothing but
 *       {@code byline-core};
 *   <li>{@link dev.byline.testkit.RankedAssertions}, assertions about lists that explain themselves, need AssertJ;
 *   <li>{@link dev.byline.testkit.ArbitraryContent} and {@link dev.byline.testkit.ArbitraryComments} need jqwik;
 *   <li>{@link dev.byline.testkit.ArticleStoreContract} and {@link dev.byline.testkit.CommentHistoryContract} need JUnit
 *       Jupiter with its parameterised tests, and AssertJ. A seam's contract is an abstract test class: extend it, give it
 *       your implementation, and it says whether you are done.
 * </ul>
 *
 * <p>Maven does not follow what a test-jar needs: whoever depends on this one names these as test dependencies too.
 */
@NullMarked
package dev.byline.testkit;

import org.jspecify.annotations.NullMarked;
