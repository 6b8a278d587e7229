@NullMarked
package dev.byline.examples.cli.site;

import org.jspecify.annotations.NullMarked;
