/** Articles in a database. */
@NullMarked
package dev.byline.examples.sql;

import org.jspecify.annotations.NullMarked;
