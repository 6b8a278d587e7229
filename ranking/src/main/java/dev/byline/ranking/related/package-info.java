/**
 * Related posts: what to read next beside an article, and why.
 *
 * <p>In two stages. A {@link dev.byline.score.TextSimilarity} names the articles whose text is like this one's;
 * {@link RelatedArticles} weighs them with tags, regions, sections, authors and a soft age, as a {@link RelatedPolicy}
 * says, and fills a short list with the newest of the section, the regions and the site. Every place in a list says
 * which rules of docs/rules.md put it there, R-01 and following, and the parts add up to its score.
 *
 * <pre>{@code
 * RelatedArticles related = RelatedArticles.with(RelatedPolicy.defaults(), search, store, clock);
 * for (Ranked<ArticleSummary> next : related.to(article, 4)) {
 *     show(next.item(), next.reasons());
 * }
 * }</pre>
 *
 * <p>A test of a site's own rules needs none of this machinery: {@link RelatedArticles#rank rank} takes hand-made
 * candidates and gives the same explained list.
 */
@NullMarked
package dev.byline.ranking.related;

import org.jspecify.annotations.NullMarked;
