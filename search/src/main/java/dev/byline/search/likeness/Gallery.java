package dev.byline.search.likeness;

import dev.byline.score.Likeness;
import java.util.Arrays;
import java.util.BitSet;
import java.util.function.DoubleSupplier;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The portraits of many articles side by side, by group, in half a kilobyte or so each. Immutable and thread-safe.
 *
 * <p>Articles are known by numbers of the engine's.
 */
public final class Gallery {
    private final int width;
    private final int broad;
    private final int[] starts;
    private final int[] numbers;
    private final int[] places;
    private final byte[] directions;
    private final long[] signs;
    private final int[] squares;
    private final int[] broadSquares;
    private final float[] crowds;
    private final float[] known;
    private final Column words;
    private final Column headlines;
    private final Prints prints;

    /** Weighed words of all, one behind the other. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Column(int[] starts, int[] hashes, byte[] weights, int[] squares) {
        static Column of(Weighed[] all) {
            int[] starts = new int[all.length + 1];
            for (int i = 0; i < all.length; i++) {
                starts[i + 1] = starts[i] + all[i].size();
            }
            int[] hashes = new int[starts[all.length]];
            byte[] weights = new byte[hashes.length];
            int[] squares = new int[all.length];
            for (int i = 0; i < all.length; i++) {
                System.arraycopy(all[i].hashes(), 0, hashes, starts[i], all[i].size());
                System.arraycopy(all[i].weights(), 0, weights, starts[i], all[i].size());
                squares[i] = all[i].square();
            }
            return new Column(starts, hashes, weights, squares);
        }

        double cosine(Weighed own, int place) {
            return own.cosine(hashes, weights, starts[place], starts[place + 1], squares[place]);
        }

        boolean isEmpty(int place) {
            return starts[place] == starts[place + 1];
        }

        long shared(Weighed own, int place) {
            return own.shared(hashes, starts[place], starts[place + 1]);
        }
    }

    /** What tells copies of all, likewise. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Prints(int[] starts, int[] runs, int[] headlines, BitSet whole) {
        static Prints of(Print[] all) {
            int[] starts = new int[all.length + 1];
            for (int i = 0; i < all.length; i++) {
                starts[i + 1] = starts[i] + all[i].runs().length;
            }
            int[] runs = new int[starts[all.length]];
            int[] headlines = new int[all.length];
            BitSet whole = new BitSet(all.length);
            for (int i = 0; i < all.length; i++) {
                System.arraycopy(all[i].runs(), 0, runs, starts[i], all[i].runs().length);
                headlines[i] = all[i].headline();
                whole.set(i, all[i].isWhole());
            }
            return new Prints(starts, runs, headlines, whole);
        }

        Print get(int place) {
            return new Print(
                    headlines[place], whole.get(place), Arrays.copyOfRange(runs, starts[place], starts[place + 1]));
        }
    }

    /**
     * Hangs portraits of this model, by the numbers of their articles.
     *
     * @param portraits null where an article has none
     */
    public Gallery(TextModel model, @Nullable Portrait[] portraits) {
        int groups = model.pilots().count() + 1;
        width = model.directions();
        broad = Portrait.broad(width);
        starts = new int[groups + 1];
        int hung = 0;
        for (@Nullable Portrait portrait : portraits) {
            if (portrait != null) {
                starts[portrait.group() + 2]++;
                hung++;
            }
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        numbers = new int[hung];
        places = new int[portraits.length];
        Arrays.fill(places, -1);
        directions = new byte[hung * width];
        signs = new long[hung * Signs.LONGS];
        squares = new int[hung];
        broadSquares = new int[hung];
        crowds = new float[hung];
        known = new float[hung];
        Print[] ownPrints = new Print[hung];
        Weighed[] ownWords = new Weighed[hung];
        Weighed[] ownHeadlines = new Weighed[hung];
        int[] next = starts.clone();
        for (int number = 0; number < portraits.length; number++) {
            Portrait portrait = portraits[number];
            if (portrait != null) {
                int place = next[portrait.group() + 1]++;
                numbers[place] = number;
                places[number] = place;
                System.arraycopy(portrait.direction(), 0, directions, place * width, width);
                Signs.write(portrait.direction(), signs, place * Signs.LONGS);
                squares[place] = portrait.square();
                broadSquares[place] = portrait.broadSquare();
                crowds[place] = portrait.crowd();
                known[place] = portrait.known();
                ownPrints[place] = portrait.print();
                ownWords[place] = portrait.words();
                ownHeadlines[place] = portrait.headline();
            }
        }
        words = Column.of(ownWords);
        headlines = Column.of(ownHeadlines);
        prints = Prints.of(ownPrints);
    }

    /** How many articles have a portrait here. */
    public int size() {
        return numbers.length;
    }

    /** Adds up in how many of an article's signs those in the groups around it differ. */
    void count(long[] own, int[] groups, IntPredicate listed, int[] distances) {
        for (int group : groups) {
            for (int place = starts[group + 1]; place < starts[group + 2]; place++) {
                if (listed.test(numbers[place])) {
                    distances[Signs.distance(own, 0, signs, place * Signs.LONGS)]++;
                }
            }
        }
    }

    /** Looks at those in the groups around an article that differ in no more signs. */
    void near(
            Portrait asked,
            long[] own,
            int within,
            int[] groups,
            IntPredicate listed,
            DoubleSupplier above,
            Surroundings.Near near) {
        byte[] direction = asked.direction();
        for (int group : groups) {
            for (int place = starts[group + 1]; place < starts[group + 2]; place++) {
                if (Signs.distance(own, 0, signs, place * Signs.LONGS) <= within && listed.test(numbers[place])) {
                    int dot = Vectors.dot(direction, 0, directions, place * width, width);
                    double cosine = Vectors.cosine(dot, asked.square(), squares[place]);
                    if (cosine > 0 && cosine >= above.getAsDouble()) {
                        near.article(numbers[place], cosine);
                    }
                }
            }
        }
    }

    /** How like the article with this number is to one; null where it has no portrait. */
    public @Nullable Likeness compare(Portrait asked, int number) {
        int place = places[number];
        if (place < 0) {
            return null;
        }
        double inWords = words.cosine(asked.words(), place);
        // Where there is no headline, the words stand for it.
        double inHeadline = asked.headline().size() == 0 || headlines.isEmpty(place)
                ? inWords
                : headlines.cosine(asked.headline(), place);
        int at = place * width;
        double whole = Vectors.cosine(
                Vectors.dot(asked.direction(), 0, directions, at, width), asked.square(), squares[place]);
        double subject = Vectors.cosine(
                Vectors.dot(asked.direction(), 0, directions, at, broad), asked.broadSquare(), broadSquares[place]);
        double meaning = Blend.meaning(whole, subject, inWords, asked.known(), known[place]);
        return new Likeness(inWords, meaning, inHeadline, crowds[place]);
    }

    Print print(int number) {
        return prints.get(places[number]);
    }

    /** Which of the weightiest words and phrases of one an article has too, a bit for each {@link TextModel.Telling#place}. */
    public long shared(Portrait asked, int number) {
        return places[number] < 0 ? 0 : words.shared(asked.words(), places[number]);
    }
}
