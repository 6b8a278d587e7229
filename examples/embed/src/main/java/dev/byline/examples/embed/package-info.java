/** A news site in one file. */
@NullMarked
package dev.byline.examples.embed;

import org.jspecify.annotations.NullMarked;
