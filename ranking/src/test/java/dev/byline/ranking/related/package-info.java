@NullMarked
package dev.byline.ranking.related;

import org.jspecify.annotations.NullMarked;
