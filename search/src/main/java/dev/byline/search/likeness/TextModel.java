package dev.byline.search.likeness;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a site's own articles teach about its language: how rare each word and phrase is, and which words stand beside which.
 * Immutable and thread-safe.
 *
 * <p>A pure function of the articles it was {@linkplain #fit fitted} to. Words and phrases weigh (1 + ln times) · ln of how
 * few articles have them; directions are those of latent semantic analysis (Deerwester et al. 1990) over log-entropy weights
 * (Dumais 1991), every article of length 1, at most {@value Fitting#MOST_DIRECTIONS} of them.
 */
public final class TextModel {
    /** The most articles that a model is fitted to. */
    public static final int MOST_FITTED = 20_000;

    private static final int FORMAT = 1;
    private static final int BACKGROUND = 100;
    private static final int WORDS = 64;
    private static final int HEADLINE_WORDS = 16;
    private static final int MOST_WRITTEN = 1 << 28;

    private final int fitted;
    private final int articles;
    private final int[] words;
    private final int[] wordArticles;
    private final int[] phrases;
    private final int[] phraseArticles;
    private final Directions directions;
    private final Pilots pilots;
    private final Reference reference;
    private final HashTable wordTable;
    private final HashTable phraseTable;

    TextModel(
            int fitted,
            int articles,
            int[] words,
            int[] wordArticles,
            int[] phrases,
            int[] phraseArticles,
            Directions directions,
            Pilots pilots,
            Reference reference) {
        this.fitted = fitted;
        this.articles = articles;
        this.words = words;
        this.wordArticles = wordArticles;
        this.phrases = phrases;
        this.phraseArticles = phraseArticles;
        this.directions = directions;
        this.pilots = pilots;
        this.reference = reference;
        wordTable = HashTable.of(words);
        phraseTable = HashTable.of(phrases);
    }

    /** One that has seen no article: all words are equally rare, and point nowhere. */
    public static TextModel unfitted() {
        return new TextModel(
                0,
                0,
                new int[0],
                new int[0],
                new int[0],
                new int[0],
                Directions.none(),
                Pilots.none(),
                Reference.none());
    }

    /** Articles to learn from, which are read as often as is needed, so that no more of them is held than what is learned. */
    public interface Examples {
        /** Told of each article. */
        interface Reader {
            /** An article, by its place among the ids. */
            void article(int place, Wording words);
        }

        /** Their ids, at most {@value #MOST_FITTED}; in an order that is the same for the same articles, if the model is to be. */
        long[] ids();

        /** Tells of each article once, in any order. */
        void read(Reader reader) throws IOException;
    }

    /**
     * Learns from articles; costs some seconds for thousands.
     *
     * @param articles how many articles the site has
     * @param breath taken every second or so; may throw, to give up
     */
    public static TextModel fit(Examples examples, int articles, Runnable breath) throws IOException {
        return new Fitting(examples, articles, breath).model();
    }

    /** How many articles the site had then. */
    public int articles() {
        return articles;
    }

    /** How many articles it has learned from. */
    public int fitted() {
        return fitted;
    }

    Pilots pilots() {
        return pilots;
    }

    /** How many directions it tells apart. */
    int directions() {
        return directions.width();
    }

    /** The groups in which the articles nearest to one are looked for. */
    int[] groups(Portrait asked) {
        return asked.square() == 0 ? new int[0] : pilots.nearest(asked.direction(), Pilots.LOOKED_AT);
    }

    /**
     * Draws the portrait of an article.
     *
     * @param id tells the article from those that the model has learned from, of which it may be one
     */
    public Portrait portrait(long id, Wording text) {
        byte[] direction = directions.of(text);
        int group = pilots.nearest(direction);
        float crowd = group < 0 ? 0 : reference.crowd(direction, pilots.nearest(direction, Pilots.LOOKED_AT), id);
        return new Portrait(
                direction, directions.known(text), weighed(text), headline(text), Print.of(text), group, crowd);
    }

    /** As {@link #portrait}, of an article to which others are compared: its group and how crowded that is do not matter. */
    public Portrait sketch(Wording text) {
        return new Portrait(
                directions.of(text),
                directions.known(text),
                weighed(text),
                headline(text),
                Print.of(text),
                Portrait.NO_GROUP,
                0);
    }

    /** Whether the model knows where a word points; the others alone may lead to articles that no direction leads to. */
    public boolean knows(String word) {
        return directions.knows(Hashes.of(word));
    }

    private Weighed weighed(Wording text) {
        int[][] pairs = text.phrases();
        int size = text.size() + pairs[0].length;
        int[] hashes = new int[size];
        float[] weights = new float[size];
        for (int i = 0; i < text.size(); i++) {
            hashes[i] = text.hash(i);
            weights[i] = weight(text.times(i), articles(wordTable, wordArticles, hashes[i]));
        }
        for (int i = 0; i < pairs[0].length; i++) {
            hashes[text.size() + i] = pairs[0][i];
            weights[text.size() + i] = weight(pairs[1][i], articles(phraseTable, phraseArticles, pairs[0][i]));
        }
        return Weighed.of(hashes, weights, size, WORDS);
    }

    private Weighed headline(Wording text) {
        int[] headline = text.headline();
        int[] hashes = new int[headline.length];
        float[] weights = new float[headline.length];
        for (int i = 0; i < headline.length; i++) {
            hashes[i] = text.hash(headline[i]);
            weights[i] = weight(1, articles(wordTable, wordArticles, hashes[i]));
        }
        return Weighed.of(hashes, weights, headline.length, HEADLINE_WORDS);
    }

    private static int articles(HashTable table, int[] articles, int hash) {
        int place = table.get(hash);
        // One article has it, or will: those that only one had are not kept.
        return place < 0 ? 1 : articles[place];
    }

    // Beside the site's articles some imagined ones, in one of which the word is: so weights on a site of three
    // articles
    // are like those on a large one.
    private float weight(int times, int articles) {
        double all = (double) fitted + BACKGROUND;
        return (float) ((1 + Math.log(times)) * Math.log((all + 1) / (Math.min(all, articles + 1.0) + 0.5)));
    }

    /**
     * A word, or two side by side, by which a text is told from others.
     *
     * @param place the bit by which {@link Gallery#shared} names it
     * @param second null for a single word
     */
    public record Telling(int place, String first, @Nullable String second) {}

    /** What a text is compared by, weightiest first. */
    public List<Telling> telling(Wording text, Portrait portrait) {
        Weighed weighed = portrait.words();
        @Nullable Telling[] telling = new Telling[weighed.size()];
        text.pairs((first, second, hash) -> {
            int place = weighed.place(hash);
            if (place >= 0 && telling[place] == null) {
                telling[place] = new Telling(place, text.word(first), text.word(second));
            }
        });
        for (int i = 0; i < text.size(); i++) {
            int place = weighed.place(text.hash(i));
            if (place >= 0) {
                telling[place] = new Telling(place, text.word(i), null);
            }
        }
        return Arrays.stream(telling)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .sorted(Comparator.comparingInt((Telling one) -> -weighed.weight(one.place))
                        .thenComparingInt(Telling::place))
                .toList();
    }

    /** Writes it down. */
    public void write(DataOutput out) throws IOException {
        out.writeInt(FORMAT);
        out.writeInt(fitted);
        out.writeInt(articles);
        write(out, words);
        write(out, wordArticles);
        write(out, phrases);
        write(out, phraseArticles);
        directions.write(out);
        pilots.write(out);
        reference.write(out);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IOException if that is damaged or of another version
     */
    public static TextModel read(DataInput in) throws IOException {
        int format = in.readInt();
        if (format != FORMAT) {
            throw new IOException("a model of texts of version " + format + " where " + FORMAT + " is needed");
        }
        return new TextModel(
                in.readInt(),
                in.readInt(),
                readInts(in),
                readInts(in),
                readInts(in),
                readInts(in),
                Directions.read(in),
                Pilots.read(in),
                Reference.read(in));
    }

    static void write(DataOutput out, int[] numbers) throws IOException {
        out.writeInt(numbers.length);
        for (int number : numbers) {
            out.writeInt(number);
        }
    }

    static int[] readInts(DataInput in) throws IOException {
        int[] numbers = new int[size(in)];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = in.readInt();
        }
        return numbers;
    }

    static void write(DataOutput out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    static byte[] readBytes(DataInput in) throws IOException {
        byte[] bytes = new byte[size(in)];
        in.readFully(bytes);
        return bytes;
    }

    private static int size(DataInput in) throws IOException {
        int size = in.readInt();
        if (size < 0 || size > MOST_WRITTEN) {
            throw new IOException("a damaged model of texts");
        }
        return size;
    }
}
