package dev.byline.search.likeness;

import java.util.function.DoubleSupplier;
import java.util.function.IntPredicate;

/**
 * Finds the articles that lie near one, in galleries of one model: those in the groups around it, and of these, where they are
 * many, those whose {@link Signs} differ least. All galleries are counted before the first is looked at, so that what is
 * found does not depend on how articles are spread over them. For one thread.
 */
public final class Surroundings {
    private static final int LOOKED_AT = 4;

    private final Portrait asked;
    private final int[] groups;
    private final long[] signs = new long[Signs.LONGS];
    private final int most;
    private final int[] distances = new int[Signs.COUNT + 1];

    /** Told of articles that lie near. */
    public interface Near {
        /**
         * An article.
         *
         * @param cosine how near, above 0
         */
        void article(int number, double cosine);
    }

    /**
     * Those of an article.
     *
     * @param most how many are wanted; {@value #LOOKED_AT} times as many are looked at closely
     */
    public Surroundings(TextModel model, Portrait asked, int most) {
        this.asked = asked;
        this.most = most;
        groups = model.groups(asked);
        Signs.write(asked.direction(), signs, 0);
    }

    /**
     * Counts a gallery.
     *
     * @param listed whether an article may be found
     */
    public void count(Gallery gallery, IntPredicate listed) {
        gallery.count(signs, groups, listed, distances);
    }

    /**
     * Looks at a gallery, when all have been counted.
     *
     * @param listed the same as when it was counted
     * @param above those that are not nearer are not told of; asked before each
     */
    public void look(Gallery gallery, IntPredicate listed, DoubleSupplier above, Near near) {
        gallery.near(asked, signs, within(), groups, listed, above, near);
    }

    private int within() {
        long counted = 0;
        int within = 0;
        while (within < Signs.COUNT && (counted += distances[within]) < (long) LOOKED_AT * most) {
            within++;
        }
        return within;
    }
}
