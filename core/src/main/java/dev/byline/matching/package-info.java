/** Finding many words in one pass: what word lists of comments and the gazetteer share. Not exported. */
@NullMarked
package dev.byline.matching;

import org.jspecify.annotations.NullMarked;
