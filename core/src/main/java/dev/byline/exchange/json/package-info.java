/**
 * Reading JSON of strangers, within bounds; knows nothing of what it means. Not exported.
 */
@NullMarked
package dev.byline.exchange.json;

import org.jspecify.annotations.NullMarked;
