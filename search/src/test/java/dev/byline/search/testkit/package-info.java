/**
 * What tests of search have in common: {@link dev.byline.search.testkit.ArticleSearchContract}, which whoever implements
 * {@link dev.byline.search.ArticleSearch} extends.
 */
@NullMarked
package dev.byline.search.testkit;

import org.jspecify.annotations.NullMarked;
