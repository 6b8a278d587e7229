package dev.byline.score;

import dev.byline.article.Article;
import java.util.List;

/** The seam through which ranking asks whoever knows all the texts; thread-safe. */
public interface TextSimilarity {
    /**
     * The public articles whose text is most like this one's.
     *
     * @param article need not be known; it is never in the answer itself
     * @param n the most to return, at least 1
     * @return most similar first, then newer, then by id; those with nothing in common are left out
     */
    List<Similar> similarTo(Article article, int n);

    /** A number that has changed whenever an answer of {@link #similarTo} may have, apart from the clock's doing. */
    long revision();

    /**
     * How rare a word is on this site, from 0, in every article, to 1, in none.
     *
     * @param term a word as a reader writes it
     */
    double rarity(String term);
}
