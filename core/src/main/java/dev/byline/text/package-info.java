/**
 * What a news page does to text: sanitising, plain text, excerpts, reading time, slugs and writing direction.
 *
 * <p>Everything here is linear in the length of its input, bounded in memory and safe to call with a stranger's bytes.
 */
@NullMarked
package dev.byline.text;

import org.jspecify.annotations.NullMarked;
