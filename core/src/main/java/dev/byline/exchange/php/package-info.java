/**
 * Reading PHP's own serialised values, scalars and arrays alone. Not exported.
 */
@NullMarked
package dev.byline.exchange.php;

import org.jspecify.annotations.NullMarked;
