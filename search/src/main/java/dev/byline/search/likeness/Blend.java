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
     * How near two texts are in meaning: the cosine of the parts that are known and of those that are not, put together. Of a
     * language in which the site has few articles hardly a word is known, and those few say little.
     *
     * @param whole the cosine over all directions
     * @param subject over the leading ones, which tell the broad subject: where texts are few or short, more can't be known
     * @param words the cosine of the weightiest words, for what is not known
     * @param known how much of one is known
     * @param otherKnown of the other
     */
    static double meaning(double whole, double subject, double words, double known, double otherKnown) {
        double near = (WHOLE * whole + SUBJECT * subject) / (WHOLE + SUBJECT);
        double unknown = Math.sqrt(Math.max(0, (1 - known * known) * (1 - otherKnown * otherKnown)));
        return Math.min(1, known * otherKnown * near + unknown * words);
    }
}
