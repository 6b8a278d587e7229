package dev.byline.search.likeness;

import dev.byline.search.likeness.Subspace.Rows;
import java.util.Arrays;
import java.util.List;

/** Learns a {@link TextModel} from articles. */
final class Fitting {
    /** The most directions that are told apart. */
    static final int MOST_DIRECTIONS = 200;

    // Of fewer texts hardly anything can be learned: each would be alone in its direction.
    private static final int FEWEST = 10;
    private static final int MOST_WORDS = 50_000;
    private static final long SEED = 20110511;

    private final List<TextModel.Example> examples;
    private final int articles;
    private final Runnable breath;

    Fitting(List<TextModel.Example> examples, int articles, Runnable breath) {
        if (examples.size() > TextModel.MOST_FITTED) {
            throw new IllegalArgumentException(
                    "a model is fitted to " + TextModel.MOST_FITTED + " articles at most, not " + examples.size());
        }
        this.examples = examples;
        this.articles = articles;
        this.breath = breath;
    }

    TextModel model() {
        Counted words = Counted.of(all(false));
        Counted phrases = Counted.of(all(true));
        Directions directions = directions(words);
        byte[][] texts =
                examples.stream().map(example -> directions.of(example.words())).toArray(byte[][]::new);
        long[] ids = examples.stream().mapToLong(TextModel.Example::id).toArray();
        Pilots pilots = directions.width() == 0 ? Pilots.none() : Pilots.among(texts, articles, breath);
        return new TextModel(
                examples.size(),
                articles,
                words.hashes(),
                words.articles(),
                phrases.hashes(),
                phrases.articles(),
                directions,
                pilots,
                Reference.of(texts, ids, pilots));
    }

    /**
     * Words or phrases that two articles have at least.
     *
     * @param hashes in ascending order
     * @param articles how many have each
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Counted(int[] hashes, int[] articles) {
        /** Counts hashes, of which each is there once for every article. */
        static Counted of(int[] all) {
            Arrays.sort(all);
            int[] hashes = new int[all.length / 2];
            int[] articles = new int[all.length / 2];
            int kept = 0;
            for (int start = 0; start < all.length; ) {
                int end = start + 1;
                while (end < all.length && all[end] == all[start]) {
                    end++;
                }
                if (end - start > 1) {
                    hashes[kept] = all[start];
                    articles[kept++] = end - start;
                }
                start = end;
            }
            return new Counted(Arrays.copyOf(hashes, kept), Arrays.copyOf(articles, kept));
        }
    }

    private int[] all(boolean phrases) {
        int[] all = new int[1 << 12];
        int size = 0;
        for (TextModel.Example example : examples) {
            int[] own = phrases ? example.words().phrases()[0] : words(example.words());
            if (size + own.length > all.length) {
                all = Arrays.copyOf(all, Math.max(2 * all.length, size + own.length));
            }
            System.arraycopy(own, 0, all, size, own.length);
            size += own.length;
        }
        return Arrays.copyOf(all, size);
    }

    private static int[] words(Wording text) {
        int[] hashes = new int[text.size()];
        for (int i = 0; i < hashes.length; i++) {
            hashes[i] = text.hash(i);
        }
        return Arrays.stream(hashes).sorted().distinct().toArray();
    }

    private Directions directions(Counted counted) {
        if (examples.size() < FEWEST) {
            return Directions.none();
        }
        int[] words = commonest(counted);
        HashTable columns = HashTable.of(words);
        float[] telling = telling(words, columns);
        Rows rows = rows(columns, telling);
        int most = Math.min(MOST_DIRECTIONS, (int) (5 * Math.sqrt(examples.size())));
        return Directions.of(
                words, telling, Subspace.directions(rows, Math.min(most, examples.size() - 2), SEED, breath));
    }

    // In the order of their hashes.
    private static int[] commonest(Counted counted) {
        if (counted.hashes().length <= MOST_WORDS) {
            return counted.hashes();
        }
        int[] sorted = counted.articles().clone();
        Arrays.sort(sorted);
        int least = sorted[sorted.length - MOST_WORDS];
        int[] words = new int[MOST_WORDS];
        int kept = 0;
        // Of those that as many articles have as the last that finds room, the first by hash.
        int spare = MOST_WORDS
                - (int) Arrays.stream(sorted)
                        .filter(articles -> articles > least)
                        .count();
        for (int i = 0; i < counted.hashes().length; i++) {
            if (counted.articles()[i] > least || (counted.articles()[i] == least && spare-- > 0)) {
                words[kept++] = counted.hashes()[i];
            }
        }
        return Arrays.copyOf(words, kept);
    }

    /** From 1 for a word of one article down to 0 for one that is evenly in all: 1 less its entropy as a share of the greatest. */
    private float[] telling(int[] words, HashTable columns) {
        double[] sums = new double[words.length];
        double[] logs = new double[words.length];
        for (TextModel.Example example : examples) {
            Wording text = example.words();
            for (int i = 0; i < text.size(); i++) {
                int column = columns.get(text.hash(i));
                if (column >= 0) {
                    double times = text.times(i);
                    sums[column] += times;
                    logs[column] += times * Math.log(times);
                }
            }
        }
        float[] telling = new float[words.length];
        double all = Math.log(examples.size());
        for (int i = 0; i < telling.length; i++) {
            double entropy = Math.log(sums[i]) - logs[i] / sums[i];
            telling[i] = (float) Math.max(0, 1 - entropy / all);
        }
        return telling;
    }

    /** The articles as rows, each of length 1. */
    private Rows rows(HashTable columns, float[] telling) {
        int[] starts = new int[examples.size() + 1];
        int most = examples.stream().mapToInt(example -> example.words().size()).sum();
        int[] entries = new int[most];
        float[] values = new float[most];
        int size = 0;
        for (int row = 0; row < examples.size(); row++) {
            Wording text = examples.get(row).words();
            double squares = 0;
            for (int i = 0; i < text.size(); i++) {
                int column = columns.get(text.hash(i));
                if (column >= 0 && telling[column] > 0) {
                    entries[size] = column;
                    values[size] = Directions.weight(text.times(i), telling[column]);
                    squares += (double) values[size] * values[size];
                    size++;
                }
            }
            for (int i = starts[row]; i < size; i++) {
                values[i] /= (float) Math.sqrt(squares);
            }
            starts[row + 1] = size;
        }
        return new Rows(starts, Arrays.copyOf(entries, size), Arrays.copyOf(values, size), telling.length);
    }
}
