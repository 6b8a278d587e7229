@NullMarked
package dev.byline.examples.embed;

import org.jspecify.annotations.NullMarked;
