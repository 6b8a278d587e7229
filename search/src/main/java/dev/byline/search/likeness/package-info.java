/**
 * How like two texts are, by the words of the site's own articles: a model beside any engine.
 *
 * <p>An engine cuts its articles into {@link dev.byline.search.likeness.Wording words}. From them, or from some thousands of
 * them, {@link dev.byline.search.likeness.TextModel} learns how rare each word and phrase is and which words stand beside
 * which, and draws a {@link dev.byline.search.likeness.Portrait} of every article, some hundreds of bytes. Portraits are
 * compared; whoever keeps many hangs them in a {@link dev.byline.search.likeness.Gallery}. Knows no engine, and is exported
 * to none but Byline's own.
 */
@NullMarked
package dev.byline.search.likeness;

import org.jspecify.annotations.NullMarked;
