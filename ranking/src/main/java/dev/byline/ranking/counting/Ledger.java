package dev.byline.ranking.counting;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * All that was counted: in all, and by minute, hour and day as long as each is kept. Not thread-safe.
 *
 * <p>Minutes are numbered from 1970 on. Those of the last eight days are kept, hours for ninety-one days, days for ever, counted
 * back from the newest event that is not ahead of the clock.
 */
public final class Ledger {
    private static final int MOST_RUNNING = 16;
    private static final int TRACKS = 3;

    private final Horizon horizon = new Horizon();
    private final Cells totals = new Cells();
    private final Track minutes = new Track();
    private final Track hours = new Track();
    private final Track days = new Track();
    private final List<Running> running = new ArrayList<>();
    private int droppedBefore;

    /**
     * Adds to what was counted in a minute.
     *
     * @param now the present minute
     */
    public void add(int minute, Cells amounts, int now) {
        horizon.see(minute, now);
        // One table after the other, so that each stays near while it is added to.
        amounts.each(totals::add);
        days.add(minute / Horizon.DAY, amounts);
        if (minute / Horizon.HOUR >= horizon.hours()) {
            hours.add(minute / Horizon.HOUR, amounts);
        }
        if (minute >= horizon.minutes()) {
            minutes.add(minute, amounts);
        }
        for (Running one : running) {
            one.see(minute, amounts);
        }
        // Now and then is enough: what lies before the horizon is not looked at.
        if (horizon.minutes() >= droppedBefore + Horizon.HOUR) {
            drop();
        }
    }

    private void drop() {
        droppedBefore = horizon.minutes();
        minutes.dropBefore(droppedBefore);
        hours.dropBefore(horizon.hours());
        // Windows that reach back so far have moved on to hours, and those to days.
        running.forEach(Running::forget);
    }

    /** The first minute of what is kept as one with this minute. */
    public int down(int minute) {
        return horizon.down(minute);
    }

    /** Tells of what was counted from one minute up to, without, another, as closely as is kept; keys come more than once. */
    public void each(int from, int to, Cells.Each each) {
        int begin = horizon.down(from);
        int end = horizon.up(to);
        if (begin >= end) {
            return;
        }
        int firstHour = Math.min(up(begin, Horizon.HOUR), end);
        int lastHour = Math.max(end / Horizon.HOUR * Horizon.HOUR, firstHour);
        int firstDay = Math.min(up(firstHour, Horizon.DAY), lastHour);
        int lastDay = Math.max(lastHour / Horizon.DAY * Horizon.DAY, firstDay);
        minutes.each(begin, firstHour, each);
        hours.each(firstHour / Horizon.HOUR, firstDay / Horizon.HOUR, each);
        days.each(firstDay / Horizon.DAY, lastDay / Horizon.DAY, each);
        hours.each(lastDay / Horizon.HOUR, lastHour / Horizon.HOUR, each);
        minutes.each(lastHour, end, each);
    }

    private static int up(int minute, int grain) {
        return (int) (((long) minute + grain - 1) / grain * grain);
    }

    /** What was counted of all time by key, not to be changed. */
    public Cells totals() {
        return totals;
    }

    /** Tells of what was counted of all time up to a minute; keys come more than once, and with numbers below 0. */
    public void eachUpTo(int to, Cells.Each each) {
        totals.each(each);
        if (to <= horizon.newest()) {
            each(horizon.up(to), horizon.newest() + 1, (key, amount) -> each.cell(key, -amount));
        }
    }

    /**
     * The sums of a window by key, which are kept up from now on: the next time, only what came and went is looked at. Not to be
     * changed.
     *
     * @param end the minute before which it ends
     * @param length in minutes
     */
    public Cells running(int end, int length) {
        Running window = null;
        for (Running one : running) {
            // One that begins with the nearest minute is one longer in the first half of a minute.
            window = Math.abs(one.length() - length) <= 1 ? one : window;
        }
        if (window == null) {
            if (running.size() == MOST_RUNNING) {
                running.remove(0);
            }
            window = new Running(length);
            running.add(window);
        }
        return window.move(end, length, this);
    }

    /** The newest minute in which anything happened. */
    public int newest() {
        return horizon.newest();
    }

    /** Told where what is kept of one time in two ways is not the same. */
    @FunctionalInterface
    public interface Differences {
        /**
         * One of them.
         *
         * @param minute the first of the time
         * @param length of the time in minutes; 0 for all time
         * @param kept the number that is kept of it
         * @param sum that of its hours, or of its minutes, or of all days
         */
        void differs(int key, int minute, int length, long kept, long sum);
    }

    /** Compares days with all time, hours with days and minutes with hours, as far as each is kept. */
    public void compare(Differences differences) {
        Cells all = new Cells();
        days.each(0, Integer.MAX_VALUE, all::add);
        compare(totals, all, 0, 0, differences);
        compare(days, hours, Horizon.DAY, Horizon.HOUR, up(horizon.hours() * Horizon.HOUR, Horizon.DAY), differences);
        compare(hours, minutes, Horizon.HOUR, 1, up(horizon.minutes(), Horizon.HOUR), differences);
    }

    private static void compare(Track coarse, Track fine, int grain, int part, int from, Differences differences) {
        NavigableSet<Integer> slots = new TreeSet<>(coarse.numbers(from / grain));
        fine.numbers(from / part).forEach(number -> slots.add(number / (grain / part)));
        for (int slot : slots) {
            Cells kept = new Cells();
            coarse.each(slot, slot + 1, kept::add);
            Cells sum = new Cells();
            fine.each(slot * (grain / part), (slot + 1) * (grain / part), sum::add);
            compare(kept, sum, slot * grain, grain, differences);
        }
    }

    private static void compare(Cells kept, Cells sum, int minute, int length, Differences differences) {
        Cells both = new Cells();
        kept.each((key, amount) -> both.add(key, 1));
        sum.each((key, amount) -> both.add(key, 1));
        for (int key : both.sortedKeys()) {
            if (kept.get(key) != sum.get(key)) {
                differences.differs(key, minute, length, kept.get(key), sum.get(key));
            }
        }
    }

    /** A column of a slot of time. */
    public record Dated(int number, Column column) {}

    /**
     * All that a ledger holds, which does not change with it. Immutable.
     *
     * @param tracks those of minutes, hours and days
     */
    public record Image(int newest, int base, Column totals, List<List<Dated>> tracks) {
        /** Writes it. */
        public void write(DataOutputStream out) throws IOException {
            out.writeInt(newest);
            out.writeInt(base);
            totals.write(out);
            for (List<Dated> track : tracks) {
                out.writeInt(track.size());
                for (Dated one : track) {
                    out.writeInt(one.number);
                    one.column.write(out);
                }
            }
        }

        /** How many bytes of it are on the heap, but for the totals. */
        public long onHeap() {
            return tracks.stream()
                    .flatMap(List::stream)
                    .mapToLong(one -> one.column.onHeap())
                    .sum();
        }

        /**
         * Reads what {@link #write} wrote.
         *
         * @throws IOException if that is damaged
         */
        public static Image read(DataInputStream in) throws IOException {
            int newest = in.readInt();
            int base = in.readInt();
            Column totals = Column.read(in);
            List<List<Dated>> tracks = new ArrayList<>();
            for (int i = 0; i < TRACKS; i++) {
                List<Dated> track = new ArrayList<>();
                for (int left = in.readInt(); left > 0; left--) {
                    track.add(new Dated(in.readInt(), Column.read(in)));
                }
                tracks.add(track);
            }
            return new Image(newest, base, totals, tracks);
        }
    }

    /** All that is here; costs no more than what was added to lately. */
    public Image image() {
        drop();
        List<List<Dated>> tracks = new ArrayList<>();
        for (Track track : List.of(minutes, hours, days)) {
            List<Dated> columns = new ArrayList<>();
            track.columns((number, column) -> columns.add(new Dated(number, column)));
            tracks.add(columns);
        }
        return new Image(horizon.newest(), horizon.base(), Column.of(totals), tracks);
    }

    /** How many bytes of closed minutes, hours and days are on the heap. */
    public long onHeap() {
        return minutes.onHeap() + hours.onHeap() + days.onHeap();
    }

    /** Takes the columns of an image from where it was written to, so that they leave the heap. */
    public void replace(Image image, Image written) {
        List<Track> tracks = List.of(minutes, hours, days);
        for (int i = 0; i < TRACKS; i++) {
            tracks.get(i).replace(image.tracks.get(i), written.tracks.get(i));
        }
    }

    /** Takes up an image, before anything was added. */
    public void restore(Image image) {
        horizon.restore(image.newest, image.base);
        image.totals.each(totals::add);
        List<Track> tracks = List.of(minutes, hours, days);
        for (int i = 0; i < TRACKS; i++) {
            for (Dated one : image.tracks.get(i)) {
                tracks.get(i).restore(one.number, one.column);
            }
        }
        droppedBefore = horizon.minutes();
    }
}
