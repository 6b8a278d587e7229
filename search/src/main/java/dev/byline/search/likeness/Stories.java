package dev.byline.search.likeness;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells which texts of an answer copy the one that was asked about, or one that came before; for one thread. */
public final class Stories {
    /** The place of the text that was asked about. */
    public static final int ASKED = -1;

    private final List<Print> first = new ArrayList<>();
    private final List<Integer> places = new ArrayList<>();
    private final Map<Integer, List<Integer>> byRun = new HashMap<>();
    private final Map<Integer, Integer> byHeadline = new HashMap<>();
    private int told;

    /** Begins with the text that was asked about. */
    public Stories(Portrait asked) {
        remember(asked.print(), ASKED);
    }

    /**
     * The next text: of all that came before and copy none, the first that it copies, by its place; its own place, counted
     * from 0, if there is none.
     */
    public int next(Gallery gallery, int number) {
        Print print = gallery.print(number);
        int place = told++;
        int copied = likely(print).stream()
                .filter(one -> first.get(one).copies(print))
                .mapToInt(places::get)
                .min()
                .orElse(place);
        if (copied == place) {
            remember(print, place);
        }
        return copied;
    }

    // Of others, not even a run is there.
    private Set<Integer> likely(Print print) {
        Set<Integer> likely = new HashSet<>();
        Integer sameHeadline = byHeadline.get(print.headline());
        if (sameHeadline != null) {
            likely.add(sameHeadline);
        }
        for (int run : print.runs()) {
            likely.addAll(byRun.getOrDefault(run, List.of()));
        }
        return likely;
    }

    private void remember(Print print, int place) {
        int own = first.size();
        first.add(print);
        places.add(place);
        byHeadline.putIfAbsent(print.headline(), own);
        for (int run : print.runs()) {
            byRun.computeIfAbsent(run, any -> new ArrayList<>(2)).add(own);
        }
    }
}
