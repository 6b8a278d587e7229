package dev.byline.examples.cli.evaluate.related;

import dev.byline.examples.cli.evaluate.related.RelatedSystem.Scored;
import java.util.List;

/**
 * What the lists of all posts look like together, down to the first five.
 *
 * @param never of each post 1 if it is in no list, else 0
 * @param copies of each list 1 if it holds a copy of its post, or two of each other, else 0
 * @param ties of each list 1 if the next post behind it has the score of its last, else 0
 * @param mostListed which share of the lists holds the post that most of them hold
 */
@SuppressWarnings("ArrayRecordComponent") // passed on once, within the package
record TopLists(double[] never, double[] copies, double[] ties, double mostListed) {
    /** How far down a list must be asked for: the block and the next behind it. */
    static final int DEEP = RankScores.BLOCK + 1;

    /**
     * Looks at them.
     *
     * @param lists of each post by number, {@link #DEEP} or as long as there is more
     */
    static TopLists of(List<List<Scored>> lists, Copies copies) {
        int count = lists.size();
        int[] listed = new int[count];
        double[] withCopies = new double[count];
        double[] tied = new double[count];
        for (int post = 0; post < count; post++) {
            List<Scored> whole = lists.get(post);
            List<Scored> list = whole.subList(0, Math.min(RankScores.BLOCK, whole.size()));
            list.forEach(one -> listed[one.post()]++);
            withCopies[post] = holdsCopies(post, list, copies) ? 1 : 0;
            boolean tie = whole.size() > RankScores.BLOCK
                    && whole.get(RankScores.BLOCK).score()
                            == list.get(RankScores.BLOCK - 1).score();
            tied[post] = tie ? 1 : 0;
        }
        double[] never = new double[count];
        int most = 0;
        for (int post = 0; post < count; post++) {
            never[post] = listed[post] == 0 ? 1 : 0;
            most = Math.max(most, listed[post]);
        }
        return new TopLists(never, withCopies, tied, (double) most / count);
    }

    private static boolean holdsCopies(int post, List<Scored> list, Copies copies) {
        for (int i = 0; i < list.size(); i++) {
            int one = list.get(i).post();
            if (copies.are(post, one)) {
                return true;
            }
            for (int j = 0; j < i; j++) {
                if (copies.are(list.get(j).post(), one)) {
                    return true;
                }
            }
        }
        return false;
    }
}
