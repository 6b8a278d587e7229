@NullMarked
package dev.byline.ranking.audience;

import org.jspecify.annotations.NullMarked;
