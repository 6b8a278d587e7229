package dev.byline.ranking.counting;

/** The sums by key over a window that moves on with the clock, kept up with every event. Not thread-safe. */
final class Running {
    private final int length;
    private Cells sums = new Cells();
    private int from;
    private int to;
    private boolean known;

    /**
     * Over a window.
     *
     * @param length in minutes, about
     */
    Running(int length) {
        this.length = length;
    }

    int length() {
        return length;
    }

    /** What the tracks have got. */
    void see(int minute, Cells amounts) {
        if (known && minute >= from && minute < to) {
            amounts.each(sums::add);
        }
    }

    /** Something was let go of that it may stand on. */
    void forget() {
        known = false;
    }

    /** Moves the window; it ends before a minute. */
    Cells move(int end, int length, Ledger ledger) {
        int begin = ledger.down(Math.max(0, end - length));
        // What was told by the minute and is kept by the hour since can't be taken away again.
        boolean isWhole = ledger.down(from) == from && ledger.down(to) == to && ledger.down(end) == end;
        if (known && isWhole && begin >= from && end >= to && begin < to) {
            ledger.each(from, begin, (key, amount) -> sums.add(key, -amount));
            ledger.each(to, end, sums::add);
        } else if (!known || begin != from || end != to) {
            sums = new Cells();
            ledger.each(begin, end, sums::add);
        }
        from = begin;
        to = end;
        known = true;
        return sums;
    }
}
