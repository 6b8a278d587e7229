@NullMarked
package dev.byline.examples.cli.evaluate.related;

import org.jspecify.annotations.NullMarked;
