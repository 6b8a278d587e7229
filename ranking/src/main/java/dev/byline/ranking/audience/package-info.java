/**
 * Who reads: people, or programs, browsers ahead of their readers and the house itself.
 *
 * <p>An {@link Audience} tells a {@link Reader} from what a web application knows of a {@link Request}, as its
 * {@link AudiencePolicy} says. What was read by whom is counted by {@code dev.byline.ranking.popular}.
 */
@NullMarked
package dev.byline.ranking.audience;

import org.jspecify.annotations.NullMarked;
