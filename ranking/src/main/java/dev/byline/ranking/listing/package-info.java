/** What lists of posts have in common: which posts a question lets in, and lists that were worked out already. */
@NullMarked
package dev.byline.ranking.listing;

import org.jspecify.annotations.NullMarked;
