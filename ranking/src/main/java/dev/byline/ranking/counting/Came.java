package dev.byline.ranking.counting;

import dev.byline.ranking.counting.Turnstile.Count;
import dev.byline.ranking.counting.Turnstile.Lane;
import dev.byline.ranking.counting.Turnstile.Part;

/**
 * What came of a view at a turnstile.
 *
 * @param minute of the view
 * @param before the earliest of the visitor so far, or {@link #NONE}
 * @param fallen the one that does not count any more, which may be the view's own; or {@link #NONE}
 */
record Came(int minute, int before, int fallen) {
    static final int NONE = -1;

    Part part() {
        return before != NONE ? Part.REPEATED : fallen != NONE ? Part.FLOODED : Part.COUNTED;
    }

    void report(Lane lane, int article, int sign, Count count) {
        if (before == NONE || minute < before) {
            if (before != NONE) {
                count.add(lane, fallen == NONE ? Part.COUNTED : Part.FLOODED, before, article, -sign);
            }
            if (fallen != minute) {
                count.add(lane, Part.COUNTED, minute, article, sign);
            }
            if (fallen != NONE) {
                if (fallen != minute) {
                    count.add(lane, Part.COUNTED, fallen, article, -sign);
                }
                count.add(lane, Part.FLOODED, fallen, article, sign);
            }
        }
        if (before != NONE) {
            count.add(lane, Part.REPEATED, Math.max(minute, before), article, sign);
        }
    }
}
