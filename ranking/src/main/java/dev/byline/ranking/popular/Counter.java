package dev.byline.ranking.popular;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** How often one thing happened to one article: in all, by minute, by hour and by day. */
final class Counter {
    private static final int ALWAYS = 0;

    private long total;
    private int newest;
    private Slots minutes = new Slots();
    private Slots hours = new Slots();
    private Slots days = new Slots();

    /** Adds one; the horizon has seen the minute already. */
    void add(int minute, Horizon horizon) {
        total++;
        newest = Math.max(newest, minute);
        days.add(minute / Horizon.DAY, ALWAYS);
        if (minute / Horizon.HOUR >= horizon.hours()) {
            hours.add(minute / Horizon.HOUR, horizon.hours());
        }
        if (minute >= horizon.minutes()) {
            minutes.add(minute, horizon.minutes());
        }
    }

    /**
     * The count from one minute up to, without, another.
     *
     * @param from 0 for the beginning
     */
    long between(int from, int to, Horizon horizon) {
        long since = from == 0 ? total : since(from, false, horizon);
        return Math.max(0, since - since(to, true, horizon));
    }

    /** The count at or after a minute; where minutes are gone, from the beginning of its hour or day or from its end. */
    private long since(int minute, boolean fromEnd, Horizon horizon) {
        if (minute >= horizon.minutes()) {
            return minute > newest ? 0 : minutes.from(minute);
        }
        if (minute / Horizon.HOUR >= horizon.hours()) {
            return hours.from((minute + (fromEnd ? Horizon.HOUR - 1 : 0)) / Horizon.HOUR);
        }
        return days.from((minute + (fromEnd ? Horizon.DAY - 1 : 0)) / Horizon.DAY);
    }

    void write(DataOutput out, Horizon horizon) throws IOException {
        minutes.dropBefore(horizon.minutes());
        hours.dropBefore(horizon.hours());
        out.writeLong(total);
        out.writeInt(newest);
        minutes.write(out);
        hours.write(out);
        days.write(out);
    }

    static Counter read(DataInput in) throws IOException {
        Counter counter = new Counter();
        counter.total = in.readLong();
        counter.newest = in.readInt();
        counter.minutes = Slots.read(in);
        counter.hours = Slots.read(in);
        counter.days = Slots.read(in);
        return counter;
    }
}
