/**
 * What tests of search have in common; published in the test-jar of {@code byline-search}.
 *
 * <p>{@link dev.byline.search.testkit.SearchAssertions}, assertions about pages of results, need AssertJ.
 * {@link dev.byline.search.testkit.ArticleSearchContract}, which whoever implements
 * {@link dev.byline.search.ArticleSearch} extends, needs JUnit Jupiter and AssertJ. Both need the test-jar of
 * {@code byline-core}. Maven does not follow what a test-jar needs: name these as test dependencies too.
 */
@NullMarked
package dev.byline.search.testkit;

import org.jspecify.annotations.NullMarked;
