package dev.byline.ranking.counting;

/** What is counted of which article, in one number: keys of one series lie side by side, in the order of articles. */
public final class Keys {
    /** The number of articles that can be told apart. */
    public static final int MOST_ARTICLES = 1 << 24;

    /** The number of series that can be told apart. */
    public static final int MOST_SERIES = 1 << 7;

    private static final int SHIFT = 24;

    private Keys() {}

    /** The key of an article in a series. */
    public static int of(int series, int article) {
        return (series << SHIFT) | article;
    }

    /** The series of a key. */
    public static int series(int key) {
        return key >>> SHIFT;
    }

    /** The article of a key. */
    public static int article(int key) {
        return key & (MOST_ARTICLES - 1);
    }

    /**
     * Some series that follow each other.
     *
     * @param first the first
     * @param last the last
     */
    public record Range(int first, int last) {
        /** One alone. */
        public static Range of(int series) {
            return new Range(series, series);
        }

        /** Whether a key is of one of these. */
        public boolean has(int key) {
            int series = series(key);
            return series >= first && series <= last;
        }
    }
}
