package dev.byline.examples.cli.evaluate.popular;

import java.util.LinkedHashMap;
import java.util.Map;

/** A way to choose the ten that will be read most in the next hour. */
interface Ranker {
    /** So many half-lives ago a view is worth less than a millionth. */
    int FADED = 20;

    /** Ten items at the most, the best first, each once. */
    int[] top(Hours.State state);

    /** The scores of a formula, one for each item; only those above zero are listed. */
    interface Formula {
        /** Scores all items. */
        double[] scores(Hours.State state);
    }

    /** The greatest scores first; of equals the one that was first read last, as the newer post. */
    static Ranker by(Formula formula) {
        return state -> Ten.greatest(formula.scores(state), state::firstSeen);
    }

    /** The views of the last hours. */
    static Ranker views(int hours) {
        return by(state -> state.weighed(hours, ago -> 1));
    }

    /** Views that are worth half after so many hours. */
    static Ranker halved(int halfLife) {
        return by(state -> state.weighed(FADED * halfLife, ago -> Math.pow(2, -(ago - 1.0) / halfLife)));
    }

    /** Those that need nothing but the trace. */
    static Map<String, Ranker> standard() {
        Map<String, Ranker> all = new LinkedHashMap<>();
        for (int hours : new int[] {1, 6, 24}) {
            all.put("views-" + hours + "h", views(hours));
        }
        for (int halfLife : new int[] {1, 2, 4, 6, 8, 12, 24}) {
            all.put("half-life-" + halfLife + "h", halved(halfLife));
        }
        return all;
    }
}
