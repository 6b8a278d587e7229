/**
 * Places in a list that explain themselves, and the seam through which texts are compared.
 *
 * <p>Search finds which texts are like one, ranking weighs them with everything else; they know each other by these
 * types alone.
 */
@NullMarked
package dev.byline.score;

import org.jspecify.annotations.NullMarked;
