package dev.byline.search.likeness;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells which texts of an answer tell one story: those that copy the one that was asked about, or each other, or a common
 * third. For one thread.
 */
public final class Stories {
    /** The place of the text that was asked about. */
    public static final int ASKED = -1;

    private final List<Print> prints = new ArrayList<>();
    private final List<Integer> leaders = new ArrayList<>();
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
        for (int other : likely(print)) {
            if (leader(other) != leader(own) && prints.get(other).copies(print)) {
                int one = leader(other);
                int two = leader(own);
                leaders.set(Math.max(one, two), Math.min(one, two));
            }
        }
        prints.add(print);
        if (print.headline() != 0) {
            byHeadline
                    .computeIfAbsent(print.headline(), any -> new ArrayList<>(2))
                    .add(own);
        }
        for (int run : print.runs()) {
            byRun.computeIfAbsent(run, any -> new ArrayList<>(2)).add(own);
        }
    }

    private int leader(int text) {
        int leader = text;
        while (leaders.get(leader) != leader) {
            leader = leaders.get(leader);
        }
        return leader;
    }

    // Of others, not even a run is there.
    private Set<Integer> likely(Print print) {
        Set<Integer> likely = new HashSet<>(byHeadline.getOrDefault(print.headline(), List.of()));
        for (int run : print.runs()) {
            likely.addAll(byRun.getOrDefault(run, List.of()));
        }
        return likely;
    }
}
