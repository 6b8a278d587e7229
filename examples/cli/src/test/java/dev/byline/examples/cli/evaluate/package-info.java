@NullMarked
package dev.byline.examples.cli.evaluate;

import org.jspecify.annotations.NullMarked;
