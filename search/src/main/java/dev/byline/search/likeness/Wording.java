package dev.byline.search.likeness;

import java.util.Arrays;
import java.util.List;

/**
 * The words of a text in their order, as an engine has cut and stemmed them, without function words. Immutable.
 *
 * <p>A word of the headline counts three times, one of the standfirst twice.
 */
public final class Wording {
    /** How many words of a text are looked at; what comes behind them counts no more. */
    public static final int MOST = 20_000;

    private static final int[] WEIGHTS = {3, 2, 1};

    private final String[] words;
    private final int[] hashes;
    private final int[] times;
    private final int[][] parts;

    /** Told of phrases. */
    interface Phrases {
        /** Two words side by side, by number. */
        void phrase(int first, int second, int hash);
    }

    /**
     * A text of these words.
     *
     * @param words each once, and each somewhere in the text
     * @param headline its words in their order, by their places among all
     * @param standfirst likewise
     * @param body likewise
     */
    public Wording(List<String> words, int[] headline, int[] standfirst, int[] body) {
        this.words = words.toArray(String[]::new);
        parts = new int[][] {headline.clone(), standfirst.clone(), body.clone()};
        hashes = new int[this.words.length];
        for (int i = 0; i < hashes.length; i++) {
            hashes[i] = Hashes.of(this.words[i]);
        }
        times = new int[hashes.length];
        for (int part = 0; part < parts.length; part++) {
            for (int word : parts[part]) {
                times[word] += WEIGHTS[part];
            }
        }
    }

    /** How many different words there are. */
    int size() {
        return words.length;
    }

    /** A word. */
    String word(int number) {
        return words[number];
    }

    int hash(int number) {
        return hashes[number];
    }

    /** How often a word is there, by weight. */
    int times(int number) {
        return times[number];
    }

    /** The words of the headline by number, each once. */
    int[] headline() {
        return Arrays.stream(parts[0]).distinct().toArray();
    }

    /** The words of the body in their order, by number. */
    int[] body() {
        return parts[2];
    }

    /** How many phrases are there, each as often as it is. */
    int pairs() {
        int pairs = 0;
        for (int[] order : parts) {
            pairs += Math.max(0, order.length - 1);
        }
        return pairs;
    }

    /** Tells of all phrases, as often as they are there. */
    void pairs(Phrases listener) {
        for (int[] order : parts) {
            for (int i = 1; i < order.length; i++) {
                int first = order[i - 1];
                listener.phrase(first, order[i], Hashes.of(hashes[first], hashes[order[i]]));
            }
        }
    }

    /** All phrases with how often each is there, by weight: the hashes in ascending order, then the numbers. */
    int[][] phrases() {
        long[] all = new long[pairs()];
        int size = 0;
        for (int part = 0; part < parts.length; part++) {
            int[] order = parts[part];
            for (int i = 1; i < order.length; i++) {
                long hash = Hashes.of(hashes[order[i - 1]], hashes[order[i]]);
                all[size++] = (hash << 32) | WEIGHTS[part];
            }
        }
        Arrays.sort(all);
        int[] found = new int[size];
        int[] counts = new int[size];
        int last = -1;
        for (long one : all) {
            int hash = (int) (one >> 32);
            if (last < 0 || found[last] != hash) {
                found[++last] = hash;
            }
            counts[last] += (int) one;
        }
        return new int[][] {Arrays.copyOf(found, last + 1), Arrays.copyOf(counts, last + 1)};
    }

    /** Runs of so many words of the body, hashed, in ascending order, each once: to tell copies by. */
    int[] runs(int length) {
        int[] order = parts[2];
        int[] runs = new int[Math.max(0, order.length - length + 1)];
        for (int i = 0; i < runs.length; i++) {
            int run = 1;
            for (int j = 0; j < length; j++) {
                run = Hashes.of(run, hashes[order[i + j]]);
            }
            runs[i] = run;
        }
        return Arrays.stream(runs).sorted().distinct().toArray();
    }

    /** The headline's words in their order as one number; 0 where it has none. */
    int wholeHeadline() {
        int whole = 0;
        for (int word : parts[0]) {
            whole = Hashes.of(whole, hashes[word]);
        }
        return whole;
    }
}
