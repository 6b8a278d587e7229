/**
 * The embedded search: a Lucene index in a folder of the host's.
 *
 * <p>{@link dev.byline.search.lucene.LuceneSearch} is all that a host needs. An article becomes one document. Its text
 * field holds headline (three times), standfirst (twice) and body, so that one BM25 over it weighs the fields together
 * as BM25F does; what the article is filed under is a second field. Words are indexed as they are written, folded but
 * not stemmed, so that phrases are exact; a word is looked for in all its forms instead. Visibility is filtered per
 * query by the injected clock. The folder's commits carry the format's version and the cursor into the store.
 */
@NullMarked
package dev.byline.search.lucene;

import org.jspecify.annotations.NullMarked;
