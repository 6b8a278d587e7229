@NullMarked
package dev.byline.publish;

import org.jspecify.annotations.NullMarked;
