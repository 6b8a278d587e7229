package dev.byline.ranking.popular;

import java.time.Instant;

/**
 * The formulas of popularity, each once, as their authors published them. All of them are pure, take any numbers, and
 * give finite ones.
 */
final class Formulas {
    /** The epoch of Reddit's formula: 8 December 2005, 07:46:43 UTC. */
    private static final long REDDIT_EPOCH = 1_134_028_003L;

    private static final double REDDIT_SECONDS = 45_000;
    private static final double LEMMY_HOURS = 168;
    private static final int LEAST_HALF_LIVES = -1000;

    private Formulas() {}

    /**
     * Reddit hot: {@code sign(s) * log10(max(|s|, 1)) + (t - 1134028003) / 45000}, rounded to seven digits, where s is the
     * votes up less those down. A post of 12.5 hours later stands as if it had ten times the votes.
     *
     * <p>Source: {@code r2/r2/lib/db/_sorts.pyx} of reddit, as published in 2017.
     */
    static double redditHot(double up, double down, Instant submitted) {
        double seconds = (double) submitted.getEpochSecond() + submitted.getNano() / 1e9 - REDDIT_EPOCH;
        double hot = redditVotes(up, down) + seconds / REDDIT_SECONDS;
        double rounded = Math.rint(hot * 1e7) / 1e7;
        return Double.isFinite(rounded) ? rounded : hot;
    }

    /** The part of {@link #redditHot} that votes have. */
    static double redditVotes(double up, double down) {
        double votes = up - down;
        return Math.signum(votes) * Math.log10(Math.max(Math.abs(votes), 1));
    }

    /**
     * Hacker News: {@code (score - 1)^0.8 / ((minutes + 120) / 60)^1.8 * factor}, where the score holds the vote of who
     * submitted the post.
     *
     * <p>Source: {@code news.arc} as published with Arc 3.1; the exponent and the factors as in Shirriff, "How Hacker News
     * ranking really works" (2013).
     */
    static double hackerNews(double score, double minutes, double factor) {
        return Math.pow(Math.max(0, score - 1), .8) / Math.pow((Math.max(0, minutes) + 120) / 60, 1.8) * factor;
    }

    /**
     * Lemmy hot: {@code log10(max(2, score + 2)) / (hours + 2)^1.8}, and 0 from a week on.
     *
     * <p>Source: {@code r.hot_rank} in the migrations of Lemmy 0.19.
     */
    static double lemmyHot(double score, double hours) {
        double age = Math.max(0, hours);
        return age >= LEMMY_HOURS ? 0 : Math.log10(Math.max(2, score + 2)) / Math.pow(age + 2, 1.8);
    }

    /**
     * The lower bound of the Wilson interval: the share of readers who liked it that the numbers vouch for.
     *
     * <p>Source: Wilson, "Probable inference, the law of succession, and statistical inference" (1927); for ranking, Miller,
     * "How not to sort by average rating" (2009).
     *
     * @param liked how many liked it
     * @param rest how many did not
     * @param z how sure it is to be, in standard deviations: 1.959963984540054 for 97.5 % on its side,
     *     1.281551565545 for 90 %
     */
    static double wilson(double liked, double rest, double z) {
        double n = liked + rest;
        if (n <= 0) {
            return 0;
        }
        double share = liked / n;
        double bound = (share + z * z / (2 * n) - z * Math.sqrt((share * (1 - share) + z * z / (4 * n)) / n))
                / (1 + z * z / n);
        return Math.max(0, Math.min(1, bound));
    }

    /**
     * Mastodon trends: {@code (observed - expected)^2 / expected}, with at least 1 expected; 0 unless more were observed than
     * expected, and at least so many.
     *
     * <p>Source: {@code app/models/trends/links.rb} of Mastodon 4, where the threshold is 5 and the score is halved every eight
     * hours ({@link #halved}).
     */
    static double trend(double observed, double expected, double threshold) {
        double past = Math.max(1, expected);
        double more = observed - past;
        return more <= 0 || observed < threshold ? 0 : more / past * more;
    }

    /** What is left of 1 after so many hours, of which each half-life halves it. */
    static double halved(double hours, double halfLife) {
        return Math.pow(2, Math.max(LEAST_HALF_LIVES, -hours / halfLife));
    }

    /**
     * Forward exponential decay: the sum of {@code count * 2^((i - L) / h)} over buckets, the one of number L weighing 1.
     *
     * <p>A weight is a power of two below 2, by where the bucket lies in its half-life as counted from the epoch, times a whole
     * power of two. What has passed since only changes the latter, which is exact, so that the order of articles needs no
     * clock and lists of integer buckets are the same to the last bit wherever they were counted.
     *
     * <p>Source: Cormode, Shkapenyuk, Srivastava and Xu, "Forward decay: a practical time decay model for streaming systems"
     * (2009).
     */
    static final class Decay {
        private final double[] weights;
        private final double scale;

        /**
         * The weights of buckets.
         *
         * @param last the number L of the last bucket since the epoch
         * @param buckets how many weigh anything
         * @param halfLife in buckets
         */
        Decay(long last, int buckets, double halfLife) {
            long landmark = (long) Math.floor(last / halfLife);
            scale = Math.pow(2, landmark - last / halfLife);
            weights = new double[buckets];
            for (int back = 0; back < buckets; back++) {
                double halves = (last - back) / halfLife;
                long whole = (long) Math.floor(halves);
                weights[back] =
                        Math.scalb(Math.pow(2, halves - whole), (int) Math.max(LEAST_HALF_LIVES, whole - landmark));
            }
        }

        /** The sum of counts, oldest first; those before the first bucket weigh nothing. */
        double of(long[] counts) {
            double sum = 0;
            for (int i = Math.max(0, counts.length - weights.length); i < counts.length; i++) {
                sum += counts[i] * weights[counts.length - 1 - i];
            }
            return sum * scale;
        }
    }

    /**
     * WordPress Popular Posts' average: views by {@code max(1, calendar days)}.
     *
     * <p>Source: {@code Query.php} of WordPress Popular Posts 7, {@code order_by} avg.
     */
    static double average(double number, long days) {
        return number / Math.max(1, days);
    }
}
