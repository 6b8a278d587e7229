@NullMarked
package dev.byline.ranking.counting;

import org.jspecify.annotations.NullMarked;
