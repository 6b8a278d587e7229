/**
 * How a site sorts its articles: regions, sections and tags, groups of regions, the menus that lead to them, and the
 * gazetteer that recognises regions in texts.
 *
 * <p>A term is known by its key; its name is what the site prints, and two terms with one key and different names are
 * the same term told twice.
 */
@NullMarked
package dev.byline.taxonomy;

import org.jspecify.annotations.NullMarked;
