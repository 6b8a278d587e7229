/** JMH benchmarks; their figures stand in docs/benchmarks.md. */
@NullMarked
package dev.byline.examples.benchmarks;

import org.jspecify.annotations.NullMarked;
