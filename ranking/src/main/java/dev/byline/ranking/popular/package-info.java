/**
 * Popular posts: counting what readers do, and listing what they do most.
 *
 * <p>An {@link Engagement} is a view, a share, a comment or a reaction. {@link PopularArticles} counts it as its
 * {@link PopularPolicy} says and lists the posts that come first by the policy's {@link Order} in a {@link Window}, or of a
 * section, region, author and more by a {@link PopularQuery}; every place says why, by the rules P-01 and following of
 * docs/rules.md. The numbers live behind the seam {@link EngagementStore}: in memory, in a folder with a journal, or
 * wherever a host keeps them.
 *
 * <pre>{@code
 * try (var popular = PopularArticles.with(
 *         PopularPolicy.defaults(), EngagementStore.open(folder, clock), store, clock)) {
 *     popular.record(Engagement.view(article.id(), sessionId, clock.instant()));
 *     List<Ranked<ArticleSummary>> top = popular.top(5, Window.last(Duration.ofDays(7)));
 * }
 * }</pre>
 *
 * <p>Who reads what is nobody's business: a visitor's key is hashed under a random key of its slot of half an hour, which
 * is forgotten one slot later, in memory and in a file of its own that only its owner may read. Journal and snapshot hold numbers alone.
 *
 * <p>A test of a site's own rules needs no counters: {@link PopularArticles#rank rank} takes hand-made numbers and gives
 * the same explained list.
 */
@NullMarked
package dev.byline.ranking.popular;

import org.jspecify.annotations.NullMarked;
