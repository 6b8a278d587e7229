@NullMarked
package dev.byline.search.likeness;

import org.jspecify.annotations.NullMarked;
