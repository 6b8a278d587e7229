package dev.byline.ranking.counting;

/**
 * The earliest minutes of one source, in ascending order, as so many entries of a slot, all in one shard, whose monitor whoever
 * uses this holds. Each entry only ever gets earlier.
 *
 * @param slot in which they are kept
 * @param hash of the source
 * @param most how many are kept
 */
record Earliest(Visits.Slot slot, long hash, int most) {
    /** Nothing fell out, or nothing is replaced. */
    static final int NOTHING = -1;

    /** Told what to keep. */
    @FunctionalInterface
    interface Keep {
        /** An entry's minute within the slot, and the one that it had, or {@link Seen#NONE}. */
        void set(long hash, int known, int minute);
    }

    /**
     * Puts a minute among them.
     *
     * @param instead a later minute that goes, where it is among them; or {@link #NOTHING}
     * @return the minute that fell out, which may be the same one; {@link #NOTHING} if there was room
     */
    int enter(int minute, int instead, Keep keep) {
        int first = slot.firstMinute();
        int carried = minute - first;
        int last = get(most - 1);
        if (last != Seen.NONE && carried >= last) {
            return minute;
        }
        for (int place = later(carried); place < most; place++) {
            int here = get(place);
            if (here == Seen.NONE || here > carried) {
                keep.set(Visits.Slot.hash(hash, place), here, carried);
                if (here == Seen.NONE || here + first == instead) {
                    return NOTHING;
                }
                carried = here;
            }
        }
        return carried + first;
    }

    /** The first place that is free or holds a later minute: mostly one of the first. */
    private int later(int minute) {
        int from = 0;
        int to = 1;
        while (to < most && !isLater(to - 1, minute)) {
            from = to;
            to = Math.min(most, 2 * to);
        }
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (isLater(middle, minute)) {
                to = middle;
            } else {
                from = middle + 1;
            }
        }
        return from;
    }

    private boolean isLater(int place, int minute) {
        int here = get(place);
        return here == Seen.NONE || here > minute;
    }

    private int get(int place) {
        return slot.shard(hash).get(Visits.Slot.hash(hash, place));
    }
}
