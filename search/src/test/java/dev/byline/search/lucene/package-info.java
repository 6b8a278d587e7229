@NullMarked
package dev.byline.search.lucene;

import org.jspecify.annotations.NullMarked;
