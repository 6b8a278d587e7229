@NullMarked
package dev.byline.ranking;

import org.jspecify.annotations.NullMarked;
