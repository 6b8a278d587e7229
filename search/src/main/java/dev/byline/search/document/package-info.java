/**
 * What a search engine is given, without a word of any engine: how an article is written down, field by field and term by
 * term, and what a query looks for.
 *
 * <p>{@code dev.byline.search.lucene.NewsAnalysis} makes these values, by the very analysis of the embedded engine. A
 * second engine behind {@link dev.byline.search.ArticleSearch} stores {@linkplain dev.byline.search.document.SearchDocument
 * documents} with terms at their places, as {@linkplain dev.byline.search.document.SearchField the fields} say, and looks
 * for {@linkplain dev.byline.search.document.SearchTerms terms}; so it needs none of the analysis itself.
 * docs/search-engines.md tells its author the rest.
 */
@NullMarked
package dev.byline.search.document;

import org.jspecify.annotations.NullMarked;
