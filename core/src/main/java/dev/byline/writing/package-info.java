/** Markup and data as they are written, with everything escaped for where it stands. */
@NullMarked
package dev.byline.writing;

import org.jspecify.annotations.NullMarked;
