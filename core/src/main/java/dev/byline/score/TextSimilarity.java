package dev.byline.score;

import dev.byline.article.Article;
import java.time.Instant;
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
     * The first instant behind this one at which an answer may change by the clock alone, since an article appears or
     * expires; until then {@link #revision} tells all. The instant itself where that is not known, which is the default.
     */
    default Instant steadyUntil(Instant at) {
        return at;
    }

    /**
     * How rare a word is on this site, from 0, in every article, to 1, in none.
     *
     * @param term a word as a reader writes it
     */
    double rarity(String term);
}
