/** What Byline costs: imports, the store in memory, texts. */
@NullMarked
package dev.byline.examples.benchmarks;

import org.jspecify.annotations.NullMarked;
