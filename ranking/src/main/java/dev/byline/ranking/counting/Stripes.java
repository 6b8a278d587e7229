package dev.byline.ranking.counting;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where threads count without waiting for each other, until somebody takes what they have counted. Thread-safe. */
public final class Stripes {
    private static final int MOST_CELLS = 1 << 17;

    private final Stripe[] stripes;

    /** What was counted in a minute. */
    public record Dated(int minute, Cells cells) {}

    /** One for a thread or some. */
    private static final class Stripe {
        private static final int OPEN = 4;

        private final @Nullable Dated[] open = new Dated[OPEN];
        private List<Dated> others = new ArrayList<>();
        private int size;

        synchronized boolean add(int minute, int key, long amount) {
            Cells cells = cells(minute);
            int before = cells.size();
            cells.add(key, amount);
            size += cells.size() - before;
            return size > MOST_CELLS;
        }

        private Cells cells(int minute) {
            // Minutes that follow each other are open at the same time, for events that come a little late.
            Dated dated = open[minute & (OPEN - 1)];
            if (dated == null || dated.minute != minute) {
                if (dated != null) {
                    others.add(dated);
                }
                dated = new Dated(minute, new Cells());
                open[minute & (OPEN - 1)] = dated;
                // An object or two.
                size += 4;
            }
            return dated.cells;
        }

        synchronized void take(List<Dated> to) {
            to.addAll(others);
            others = new ArrayList<>();
            for (int i = 0; i < OPEN; i++) {
                Dated dated = open[i];
                if (dated != null) {
                    to.add(dated);
                    open[i] = null;
                }
            }
            size = 0;
        }
    }

    /** With room for so many threads at a time. */
    public Stripes(int threads) {
        stripes = new Stripe[Integer.highestOneBit(Math.max(1, threads) * 2 - 1)];
        for (int i = 0; i < stripes.length; i++) {
            stripes[i] = new Stripe();
        }
    }

    /** Counts; true if it is time to take. */
    public boolean add(int minute, int key, long amount) {
        return stripes[(int) Thread.currentThread().getId() & (stripes.length - 1)].add(minute, key, amount);
    }

    /** All that was counted since the last time. */
    public List<Dated> take() {
        List<Dated> all = new ArrayList<>();
        for (Stripe stripe : stripes) {
            stripe.take(all);
        }
        return all;
    }
}
