/**
 * The article, whoever keeps it and whoever must hear of it.
 *
 * <p>An {@link dev.byline.article.Article} is a value; an {@link dev.byline.article.ArticleSummary} is the same article
 * without its body, which is what lists hold. An {@link dev.byline.article.ArticleStore} is the seam to the host's
 * database, and an {@link dev.byline.article.ArticleSink} is anything that must hear when an article is published,
 * edited or withdrawn. Whether a reader may see an article at an instant is decided in one place,
 * {@link dev.byline.article.Listed#isPublic(java.time.Instant)}.
 *
 * <p>As JSON, the records here are the same under Jackson 2 and 3. Jackson 3 reads and writes them as it comes; Jackson 2
 * needs its module for {@code java.time} ({@code jackson-datatype-jsr310}) and nothing else. Empty text, empty lists and
 * null are left out, numbers and booleans are always written, fields are in a fixed order, and instants are ISO-8601 text
 * in UTC. Who writes JSON by hand may leave out all but the required fields: what is missing or null is empty, 0 or
 * false, so that an article takes comments only where it says so. Unknown fields are passed over.
 */
@NullMarked
package dev.byline.article;

import org.jspecify.annotations.NullMarked;
