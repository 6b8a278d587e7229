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
 * <p>A {@link CountingPolicy} says which views count: one of a visitor in half an hour, and of those from one source twenty in a
 * day, so that nobody with the addresses of one network lifts an article into the list. It takes an
 * {@link dev.byline.ranking.audience.Origin} for that: {@code popular.record(view.from(Origin.of(address, agent)))}. Where pages
 * report their views themselves, {@link Engagement#beacon} makes them.
 *
 * <p>Who reads what is nobody's business: visitors and sources are hashed under a random key of their slot, half an hour or a day,
 * which is forgotten a slot later, at most an hour, in memory and in a file of its own that only its owner may read. Journal and
 * snapshot hold numbers alone.
 *
 * <p>A test of a site's own rules needs no counters: {@link PopularArticles#rank rank} takes hand-made numbers and gives
 * the same explained list.
 */
@NullMarked
package dev.byline.ranking.popular;

import org.jspecify.annotations.NullMarked;
