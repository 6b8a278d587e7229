package dev.byline.search.likeness;

import dev.byline.score.Likeness;

/** How the ways in which texts are alike make one number, the same on every site. */
public final class Blend {
    private static final double WORDS = 0.65;
    private static final double MEANING = 0.35;
    private static final double HEADLINE = 0.05;
    private static final double WHOLE = 0.3;
    private static final double SUBJECT = 0.05;

    private Blend() {}

    /** The similarity of two texts, from 0, nothing in common, to 1, the same text. */
    public static double similarity(Likeness likeness) {
        double sum = WORDS * likeness.words() + MEANING * likeness.meaning() + HEADLINE * likeness.headline();
        return Math.min(1, sum / (WORDS + MEANING + HEADLINE));
    }

    /**
     * How near two texts are in meaning.
     *
     * @param whole the cosine over all directions
     * @param subject over the leading ones, which tell the broad subject: where texts are few or short, more can't be known
     */
    static double meaning(double whole, double subject) {
        return Math.min(1, (WHOLE * whole + SUBJECT * subject) / (WHOLE + SUBJECT));
    }
}
