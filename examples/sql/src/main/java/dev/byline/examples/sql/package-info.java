/** Articles, and what a review asks of comments, in a database. */
@NullMarked
package dev.byline.examples.sql;

import org.jspecify.annotations.NullMarked;
