package dev.byline.examples.cli.evaluate.popular;

import dev.byline.ranking.audience.Reader;
import dev.byline.ranking.popular.Engagement;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * The views that count, one by one: what a plain list of them says is what counters must say.
 *
 * <p>Knows the rules of who counts and nothing of Byline's counters.
 */
final class Replay {
    private final int items;
    private final long[] at;
    private final int[] item;
    private final int[] weight;
    private final long repeats;

    /** A view of an article by a visitor. */
    private record Visit(int item, String visitor) {}

    /**
     * Tells what of a trace counts.
     *
     * @param slot within which a visitor's further views of an item do not count; zero lets every view count
     * @param everybody whether others than persons count too
     */
    Replay(Trace trace, Duration slot, boolean everybody) {
        items = trace.items().size();
        int most = trace.events().size();
        long[] times = new long[most];
        int[] of = new int[most];
        int[] weights = new int[most];
        int count = 0;
        long again = 0;
        long running = Long.MIN_VALUE;
        Set<Visit> seen = new HashSet<>();
        for (Trace.Entry event : trace.events()) {
            if (event.kind() != Engagement.Kind.VIEW || !(everybody || event.reader() == Reader.PERSON)) {
                continue;
            }
            if (!slot.isZero() && !event.visitor().isEmpty()) {
                long own = Math.floorDiv(event.at(), slot.toMillis());
                if (own != running) {
                    seen.clear();
                    running = own;
                }
                if (!seen.add(new Visit(event.item(), event.visitor()))) {
                    again++;
                    continue;
                }
            }
            times[count] = event.at();
            of[count] = event.item();
            weights[count] = event.weight();
            count++;
        }
        at = Arrays.copyOf(times, count);
        item = Arrays.copyOf(of, count);
        weight = Arrays.copyOf(weights, count);
        repeats = again;
    }

    /** How many views were repeats. */
    long repeats() {
        return repeats;
    }

    /** How many views count. */
    int views() {
        return at.length;
    }

    /** The views of each item that came after one time and no later than another. */
    long[] counts(long after, long until) {
        long[] counts = new long[items];
        for (int i = behind(after); i < at.length && at[i] <= until; i++) {
            counts[item[i]] += weight[i];
        }
        return counts;
    }

    /** The time of the first view after a time; the greatest number if there is none. */
    long firstAfter(long time) {
        int first = behind(time);
        return first < at.length ? at[first] : Long.MAX_VALUE;
    }

    /** The number of the first view after a time. */
    private int behind(long time) {
        int low = 0;
        int high = at.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (at[middle] <= time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
