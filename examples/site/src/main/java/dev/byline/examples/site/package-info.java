/** A news site on Spring Boot that embeds Byline. */
@NullMarked
package dev.byline.examples.site;

import org.jspecify.annotations.NullMarked;
