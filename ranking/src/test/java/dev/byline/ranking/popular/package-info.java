@NullMarked
package dev.byline.ranking.popular;

import org.jspecify.annotations.NullMarked;
