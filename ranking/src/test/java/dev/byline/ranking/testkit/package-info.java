/** What implementers of the seams of ranking inherit: their contract tests. */
@NullMarked
package dev.byline.ranking.testkit;

import org.jspecify.annotations.NullMarked;
