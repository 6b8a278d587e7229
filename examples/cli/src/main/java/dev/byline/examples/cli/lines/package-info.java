/** Foreign bytes, line by line, for whatever reads JSON lines. */
@NullMarked
package dev.byline.examples.cli.lines;

import org.jspecify.annotations.NullMarked;
