package dev.byline.score;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * In what ways a text is like another, each from 0 to 1.
 *
 * @param words the rare words and phrases that both have
 * @param meaning how near they are by all words that stand beside each other on this site, shared or not
 * @param headline the rare words that both headlines have
 * @param crowd how close the texts around the other one are to it: high for one that is a little like everything, and
 *     would stand in every list
 */
@JsonPropertyOrder({"words", "meaning", "headline", "crowd"})
@JsonIgnoreProperties(ignoreUnknown = true)
public record Likeness(double words, double meaning, double headline, double crowd) {
    /** Checks that all are within their scale. */
    public Likeness {
        for (double one : new double[] {words, meaning, headline, crowd}) {
            if (!(one >= 0 && one <= 1)) {
                throw new IllegalArgumentException("a likeness is from 0 to 1, not " + one);
            }
        }
    }

    /** Of one who knows a single measure: the same in every way, in no crowd. */
    public static Likeness of(double similarity) {
        return new Likeness(similarity, similarity, similarity, 0);
    }
}
