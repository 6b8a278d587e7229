package dev.byline.search.likeness;

import dev.byline.search.likeness.Subspace.Rows;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Learns a {@link TextModel} from articles. */
final class Fitting {
    /** The most directions that are told apart. */
    static final int MOST_DIRECTIONS = 200;

    // Of fewer texts hardly anything can be learned: each would be alone in its direction.
    private static final int FEWEST = 10;
    private static final int MOST_WORDS = 50_000;
    private static final long SEED = 20110511;

    // Of what is counted, held at once: a small part of the heap, since other threads need it meanwhile.
    private static final long PART = 128;
    private static final long LEAST_AT_ONCE = 1 << 18;
    private static final long MOST_AT_ONCE = 1 << 25;
    private static final int BREATH = 256;

    private final TextModel.Examples examples;
    private final long[] ids;
    private final int articles;
    private final Runnable breath;
    private final int atOnce;
    private long pairs;

    Fitting(TextModel.Examples examples, int articles, Runnable breath) {
        this(examples, articles, breath, (int) Math.max(
                LEAST_AT_ONCE, Math.min(MOST_AT_ONCE, Runtime.getRuntime().maxMemory() / PART)));
    }

    /** With so many phrases counted at once, on which nothing depends but what it costs. */
    Fitting(TextModel.Examples examples, int articles, Runnable breath, int atOnce) {
        this.atOnce = atOnce;
        this.examples = examples;
        ids = examples.ids();
        if (ids.length > TextModel.MOST_FITTED) {
            throw new IllegalArgumentException(
                    "a model is fitted to " + TextModel.MOST_FITTED + " articles at most, not " + ids.length);
        }
        this.articles = articles;
        this.breath = breath;
    }

    TextModel model() throws IOException {
        Counted words = words();
        Counted phrases = phrases();
        int[] known = ids.length < FEWEST ? new int[0] : commonest(words);
        char[][] rows = rows(HashTable.of(known));
        Directions directions = ids.length < FEWEST ? Directions.none() : directions(known, rows);
        byte[][] texts = Arrays.stream(rows).map(directions::of).toArray(byte[][]::new);
        Pilots pilots = directions.width() == 0 ? Pilots.none() : Pilots.among(texts, articles, breath);
        return new TextModel(
                ids.length,
                articles,
                words.hashes(),
                words.articles(),
                phrases.hashes(),
                phrases.articles(),
                directions,
                pilots,
                Reference.of(texts, ids, pilots));
    }

    private void read(TextModel.Examples.Reader reader) throws IOException {
        int[] told = {0};
        examples.read((place, words) -> {
            if (++told[0] % BREATH == 0) {
                breath.run();
            }
            reader.article(place, words);
        });
    }

    /**
     * Words or phrases that two articles have at least.
     *
     * @param hashes in ascending order
     * @param articles how many have each
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Counted(int[] hashes, int[] articles) {
        /** Counts some hashes, of which each is there once for every article. */
        static Counted of(int[] all, int size) {
            Arrays.sort(all, 0, size);
            int[] hashes = new int[size / 2];
            int[] articles = new int[size / 2];
            int kept = 0;
            for (int start = 0; start < size; ) {
                int end = start + 1;
                while (end < size && all[end] == all[start]) {
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

        /** These and others, all of which are greater. */
        Counted and(Counted others) {
            return new Counted(joined(hashes, others.hashes), joined(articles, others.articles));
        }

        private static int[] joined(int[] first, int[] second) {
            int[] all = Arrays.copyOf(first, first.length + second.length);
            System.arraycopy(second, 0, all, first.length, second.length);
            return all;
        }
    }

    private Counted words() throws IOException {
        HashTable numbers = new HashTable(1 << 12);
        int[][] counts = {new int[1 << 12], new int[1 << 12]};
        int[] size = {0};
        read((place, text) -> {
            pairs += text.pairs();
            for (int hash : words(text)) {
                int number = numbers.get(hash);
                if (number < 0) {
                    number = size[0]++;
                    numbers.put(hash, number);
                    if (number == counts[0].length) {
                        counts[0] = Arrays.copyOf(counts[0], 2 * number);
                        counts[1] = Arrays.copyOf(counts[1], 2 * number);
                    }
                    counts[0][number] = hash;
                }
                counts[1][number]++;
            }
        });
        long[] ordered = IntStream.range(0, size[0])
                .filter(number -> counts[1][number] > 1)
                .mapToLong(number -> ((long) counts[0][number] << 32) | counts[1][number])
                .sorted()
                .toArray();
        return new Counted(
                Arrays.stream(ordered).mapToInt(one -> (int) (one >> 32)).toArray(),
                Arrays.stream(ordered).mapToInt(one -> (int) one).toArray());
    }

    /** So many at once, the least first: most phrases are one article's alone, and there are as many as words in all texts. */
    private Counted phrases() throws IOException {
        int parts = (int) (pairs / atOnce) + 1;
        Counted counted = new Counted(new int[0], new int[0]);
        for (int part = 0; part < parts; part++) {
            long from = part;
            int[][] all = {new int[(int) (pairs / parts + pairs / parts / 8) + 16]};
            int[] size = {0};
            read((place, text) -> {
                for (int hash : text.phrases()[0]) {
                    if ((((long) hash - Integer.MIN_VALUE) * parts) >>> 32 == from) {
                        if (size[0] == all[0].length) {
                            all[0] = Arrays.copyOf(all[0], 2 * size[0]);
                        }
                        all[0][size[0]++] = hash;
                    }
                }
            });
            counted = counted.and(Counted.of(all[0], size[0]));
        }
        return counted;
    }

    private static int[] words(Wording text) {
        int[] hashes = new int[text.size()];
        for (int i = 0; i < hashes.length; i++) {
            hashes[i] = text.hash(i);
        }
        return Arrays.stream(hashes).sorted().distinct().toArray();
    }

    /** Of each article in turn, the column of each word that has one, and how often it is there, in the order of the text. */
    private char[][] rows(HashTable columns) throws IOException {
        char[][] rows = new char[ids.length][];
        read((place, text) -> {
            char[] row = new char[2 * text.size()];
            int size = 0;
            for (int i = 0; i < text.size(); i++) {
                int column = columns.get(text.hash(i));
                if (column >= 0) {
                    row[size++] = (char) column;
                    row[size++] = (char) Math.min(text.times(i), Character.MAX_VALUE);
                }
            }
            rows[place] = Arrays.copyOf(row, size);
        });
        return rows;
    }

    private Directions directions(int[] words, char[][] rows) {
        float[] telling = telling(words.length, rows);
        int most = Math.min(MOST_DIRECTIONS, (int) (5 * Math.sqrt(rows.length)));
        return Directions.of(
                words,
                telling,
                Subspace.directions(Rows.of(rows, telling), Math.min(most, rows.length - 2), SEED, breath));
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
    private static float[] telling(int words, char[][] rows) {
        double[] sums = new double[words];
        double[] logs = new double[words];
        for (char[] row : rows) {
            for (int at = 0; at < row.length; at += 2) {
                double times = row[at + 1];
                sums[row[at]] += times;
                logs[row[at]] += times * Math.log(times);
            }
        }
        float[] telling = new float[words];
        double all = Math.log(rows.length);
        for (int i = 0; i < telling.length; i++) {
            double entropy = Math.log(sums[i]) - logs[i] / sums[i];
            telling[i] = (float) Math.max(0, 1 - entropy / all);
        }
        return telling;
    }
}
