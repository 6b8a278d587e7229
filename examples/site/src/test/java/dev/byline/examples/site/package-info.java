@NullMarked
package dev.byline.examples.site;

import org.jspecify.annotations.NullMarked;
