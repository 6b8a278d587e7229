/**
 * What tests of ranking have in common; published in the test-jar of {@code byline-ranking}.
 *
 * <ul>
 *   <li>{@link dev.byline.ranking.testkit.Candidates} and {@link dev.byline.ranking.testkit.Readers} need nothing but
 *       {@code byline-ranking};
 *   <li>{@link dev.byline.ranking.testkit.RankingAssertions}, assertions about related and popular posts, need AssertJ;
 *   <li>{@link dev.byline.ranking.testkit.ArbitraryEvents} needs jqwik;
 *   <li>{@link dev.byline.ranking.testkit.EngagementStoreContract}, which whoever implements
 *       {@link dev.byline.ranking.popular.EngagementStore} extends, needs JUnit Jupiter and AssertJ.
 * </ul>
 *
 * <p>Assertions and contract need the test-jar of {@code byline-core}. Maven does not follow what a test-jar needs: name
 * these as test dependencies too.
 */
@NullMarked
package dev.byline.ranking.testkit;

import org.jspecify.annotations.NullMarked;
