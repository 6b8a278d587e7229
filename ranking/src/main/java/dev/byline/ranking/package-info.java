/**
 * Weighing signals: which posts belong beside an article, and which are read most.
 *
 * <p>{@link dev.byline.ranking.related} and {@link dev.byline.ranking.popular} follow one grammar: a policy, an engine
 * made {@code with} it, and lists that explain themselves. Each engine has a pure form, a static {@code rank}, which
 * takes hand-made candidates, a policy and an instant, and touches no index, store or disk. This package holds what
 * the two have in common.
 */
@NullMarked
package dev.byline.ranking;

import org.jspecify.annotations.NullMarked;
