/**
 * Related posts: what to read next beside an article, and why.
 *
 * <p>In two stages. A {@link dev.byline.score.TextSimilarity} names the articles whose text is like this one's, and in what
 * ways; {@link RelatedArticles} weighs them with tags, regions, sections, authors and a soft age, as a
 * {@link RelatedPolicy} says, brings the sum onto a scale of scores that means the same on every site, lets every story
 * stand once, and fills a short list. Every place in a list says which rules of docs/rules.md put it there, R-01 and
 * following, and the parts add up to its score.
 *
 * <pre>{@code
 * RelatedArticles related = RelatedArticles.with(RelatedPolicy.defaults(), search, store, clock);
 * ArticleSink desk = ArticleSink.all(store, search, related);
 * for (Ranked<ArticleSummary> next : related.to(article, 4)) {
 *     show(next.item(), next.reasons());
 * }
 * }</pre>
 *
 * <p>Several blocks of one page show a post twice only where they would be short of others if each is told of those before
 * it, and an editor may have the first word:
 *
 * <pre>{@code
 * RelatedQuery here = RelatedQuery.of(article).in(Region.of("iq")).pinned(List.of(ArticleId.of("the-dossier")));
 * RelatedQuery before = RelatedQuery.of(article).limit(3).onThePage(shown);
 * related.to(here);
 * related.by(RelatedPolicy.background()).to(before);
 * }</pre>
 *
 * <p>A test of a site's own rules needs none of this machinery: {@link RelatedArticles#rank rank} takes hand-made
 * candidates and gives the same explained list.
 */
@NullMarked
package dev.byline.ranking.related;

import org.jspecify.annotations.NullMarked;
