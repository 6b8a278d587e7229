package dev.byline.search.likeness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells which texts of an answer tell one story: those that copy the one that was asked about, or each other, or a common
 * third. For one thread.
 */
public final class Stories {
    /** The place of the text that was asked about. */
    public static final int ASKED = -1;

    private final List<Print> prints = new ArrayList<>();
    private int[] leaders = new int[16];
    // The first of those that have the same runs.
    private final Map<Object, Integer> alike = new HashMap<>();
    private final Chains byRun = new Chains();
    private final Chains byHeadline = new Chains();

    /** The texts that have a hash, newest first, in a few arrays. */
    private static final class Chains {
        private final HashTable newest = new HashTable(1 << 10);
        private int[] texts = new int[1 << 10];
        private int[] older = new int[1 << 10];
        private int size;

        void add(int hash, int text) {
            if (size == texts.length) {
                texts = Arrays.copyOf(texts, size * 2);
                older = Arrays.copyOf(older, size * 2);
            }
            texts[size] = text;
            older[size] = newest.get(hash);
            newest.put(hash, size++);
        }
    }

    /** Begins with the text that was asked about. */
    public Stories(Portrait asked) {
        add(asked.print());
    }

    /** The next text, by its number in a gallery. */
    public void add(Gallery gallery, int number) {
        add(gallery.print(number));
    }

    /** The place of the first text, counted from 0, that tells the story of the one at a place; {@link #ASKED} for that one's. */
    public int story(int place) {
        return leader(place + 1) - 1;
    }

    private void add(Print print) {
        int own = prints.size();
        if (own == leaders.length) {
            leaders = Arrays.copyOf(leaders, own * 2);
        }
        leaders[own] = own;
        prints.add(print);
        if (print.headline() != 0) {
            compare(own, byHeadline, print.headline());
        }
        @Nullable Integer same = alike.putIfAbsent(print.sample(), own);
        if (same != null && prints.get(same).copies(print)) {
            // Whatever shares runs with that one shares them with this one.
            join(same, own);
            return;
        }
        for (int run : print.runs()) {
            compare(own, byRun, run);
        }
    }

    // Of others, not even a run is there.
    private void compare(int own, Chains chains, int hash) {
        for (int link = chains.newest.get(hash); link >= 0; link = chains.older[link]) {
            int other = chains.texts[link];
            if (leader(other) != leader(own) && prints.get(other).copies(prints.get(own))) {
                join(other, own);
            }
        }
        chains.add(hash, own);
    }

    private void join(int text, int other) {
        int one = leader(text);
        int two = leader(other);
        leaders[Math.max(one, two)] = Math.min(one, two);
    }

    private int leader(int text) {
        int leader = text;
        while (leaders[leader] != leader) {
            leaders[leader] = leaders[leaders[leader]];
            leader = leaders[leader];
        }
        return leader;
    }
}
