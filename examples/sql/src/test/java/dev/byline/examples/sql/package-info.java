/** How articles in a database are tested. */
@NullMarked
package dev.byline.examples.sql;

import org.jspecify.annotations.NullMarked;
