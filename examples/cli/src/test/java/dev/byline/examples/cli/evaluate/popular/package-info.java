@NullMarked
package dev.byline.examples.cli.evaluate.popular;

import org.jspecify.annotations.NullMarked;
