/** A sports site that embeds Byline, and tests its own rules with what Byline tests itself with. */
@NullMarked
package dev.byline.examples.testing;

import org.jspecify.annotations.NullMarked;
