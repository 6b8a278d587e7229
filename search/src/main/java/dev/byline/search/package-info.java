/**
 * Finding articles: what a reader types into the search box, and which texts are like one.
 *
 * <p>{@link dev.byline.search.ArticleSearch} is both: what a host calls, and the seam behind which an engine stands. The
 * embedded one is {@code dev.byline.search.lucene.LuceneSearch}. It is an {@link dev.byline.article.ArticleSink} and
 * must hear of every change; what it missed, it learns from the store:
 *
 * <pre>{@code
 * try (ArticleSearch search = LuceneSearch.open(directory, clock)) {
 *   search.catchUp(store);
 *   SearchPage page = search.find(SearchQuery.text("bridge closed").in(Region.of("iq")).page(0, 20));
 *   for (Ranked<SearchHit> hit : page.hits()) {
 *     print(hit.item().headlineHtml(), hit.item().snippetHtml(), hit.reasons());
 *   }
 * }
 * }</pre>
 *
 * <p>The rules by which articles are found and ranked are the S-rules of docs/rules.md. Whether an article is public is
 * asked anew for each query, so that what appears or expires by the clock alone is right without a call.
 *
 * <p>Types are immutable and safe in any thread. Whatever a reader types is a query and has an answer; a machine's fault
 * is a {@link dev.byline.search.SearchException}.
 */
@NullMarked
package dev.byline.search;

import org.jspecify.annotations.NullMarked;
