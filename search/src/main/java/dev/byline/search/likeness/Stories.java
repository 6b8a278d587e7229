package dev.byline.search.likeness;

import java.util.ArrayList;
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
    private final List<Integer> leaders = new ArrayList<>();
    // The first of those that have the same runs.
    private final Map<Object, Integer> alike = new HashMap<>();
    private final Map<Integer, List<Integer>> byRun = new HashMap<>();
    private final Map<Integer, List<Integer>> byHeadline = new HashMap<>();

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
        leaders.add(own);
        prints.add(print);
        if (print.headline() != 0) {
            List<Integer> others = byHeadline.computeIfAbsent(print.headline(), any -> new ArrayList<>(2));
            compare(own, others);
            others.add(own);
        }
        @Nullable Integer same = alike.putIfAbsent(print.sample(), own);
        if (same != null && prints.get(same).copies(print)) {
            // Whatever shares runs with that one shares them with this one.
            join(same, own);
            return;
        }
        for (int run : print.runs()) {
            List<Integer> others = byRun.computeIfAbsent(run, any -> new ArrayList<>(2));
            compare(own, others);
            others.add(own);
        }
    }

    // Of others, not even a run is there.
    private void compare(int own, List<Integer> others) {
        for (int other : others) {
            if (leader(other) != leader(own) && prints.get(other).copies(prints.get(own))) {
                join(other, own);
            }
        }
    }

    private void join(int text, int other) {
        int one = leader(text);
        int two = leader(other);
        leaders.set(Math.max(one, two), Math.min(one, two));
    }

    private int leader(int text) {
        int leader = text;
        while (leaders.get(leader) != leader) {
            leader = leaders.get(leader);
        }
        return leader;
    }
}
