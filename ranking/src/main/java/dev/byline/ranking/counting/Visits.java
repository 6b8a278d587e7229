package dev.byline.ranking.counting;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLongArray;
import org.jspecify.annotations.Nullable;

/**
 * Which visitor has seen which article in which slot of time, and in which minute first, and how many came from one source: as
 * hashes under a random key of the slot, so that nothing can be followed from one slot to the next. Thread-safe.
 *
 * <p>A slot is forgotten one slot after its end but at most an hour, or so long after its first visit where that came later. A
 * visit takes 8 bytes in a table that is at least a third full.
 */
public final class Visits {
    /** Each slot has a key of its own, and views of any time may come. */
    private static final int MOST_SLOTS = 4096;

    private static final long LONGEST_GRACE = 3600;

    private static final Comparator<Slot> FIRST_TO_GO =
            Comparator.<Slot>comparingLong(slot -> slot.expires).thenComparing(slot -> slot.id);

    private final SecureRandom random = new SecureRandom();
    private final Map<SlotId, Slot> slots = new ConcurrentHashMap<>();
    private final AtomicLongArray sizes = new AtomicLongArray(What.KINDS);
    // One lost to a race is looked up again.
    private final @Nullable Slot[] latest = new Slot[What.KINDS];
    private final int most;
    private volatile long nextToGo = Long.MAX_VALUE;
    private boolean anyGone;

    /** What is remembered of visits. */
    public enum What {
        /** The first of a visitor's views of an article. */
        VIEWS(0),

        /** The earliest of the views of an article from one source. */
        SOURCES(1),

        /** The first view of an article by a visitor in a day. */
        VISITORS(2),

        /** The earliest visitors of an article from one source. */
        VISITOR_SOURCES(3),

        /** The earliest of the shares of an article on one network from one source. */
        SHARE_SOURCES(4);

        /** How many kinds there are. */
        public static final int KINDS = 5;

        private final int number;

        What(int number) {
            this.number = number;
        }

        /** Its number, on disk too, so none is ever used for something else. */
        public int number() {
            return number;
        }

        /** What has a number, from 0 up to, without, {@link #KINDS}. */
        public static What of(int number) {
            for (What what : values()) {
                if (what.number == number) {
                    return what;
                }
            }
            throw new IllegalArgumentException("nothing has the number " + number);
        }
    }

    /** A slot by its first second and its length. */
    public record SlotId(What what, long start, int seconds) implements Comparable<SlotId> {
        @Override
        public int compareTo(SlotId other) {
            int byTime =
                    start != other.start ? Long.compare(start, other.start) : Integer.compare(seconds, other.seconds);
            return byTime != 0 ? byTime : what.compareTo(other.what);
        }

        /** The slot of this length in which a second lies. */
        static long start(long second, int seconds) {
            return Math.floorDiv(second, (long) seconds) * seconds;
        }
    }

    /**
     * Visits of a slot as they are written down.
     *
     * @param expires the second from which on they are forgotten
     * @param visits hashes with minutes; of two for one visit the earlier minute counts
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Written(SlotId id, long expires, long firstKey, long secondKey, long[] visits) {}

    /** With room for so many of each kind; when there are more, the slots of that kind that would go first go early. */
    public Visits(int most) {
        this.most = most;
    }

    /** What was seen in one slot. */
    public static final class Slot {
        private static final int SHARDS = 8;
        private static final int SHARD = 60;

        final SlotId id;
        private final long expires;
        private final SipHash hash;
        private final Seen[] shards = new Seen[SHARDS];
        volatile boolean gone;

        private Slot(SlotId id, long expires, SipHash hash) {
            this.id = id;
            this.expires = expires;
            this.hash = hash;
            Arrays.setAll(shards, any -> new Seen());
        }

        int firstMinute() {
            return (int) (id.start / 60);
        }

        /** The hash of a visitor, or of a source where there is none. */
        long hash(int article, String source, String visitor) {
            // The number tells where the source ends.
            return hash.hash(article | source.length() << 24, source, visitor);
        }

        /** Another hash, which lies in the same shard. */
        static long hash(long hash, int number) {
            // Mix of SplitMix64 (Steele, Lea and Flood 2014).
            long mixed = hash + number * 0x9E3779B97F4A7C15L;
            mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
            mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
            mixed ^= mixed >>> 31;
            return (mixed >>> (Long.SIZE - SHARD)) | (hash >>> SHARD << SHARD);
        }

        Seen shard(long hash) {
            return shards[(int) (hash >>> SHARD) & (SHARDS - 1)];
        }

        Written written(long[] visits) {
            return new Written(id, expires, hash.first(), hash.second(), visits);
        }
    }

    /** Takes note of what was remembered in a slot that is not forgotten. */
    void added(Slot slot, int visits) {
        sizes.addAndGet(slot.id.what.number, visits);
    }

    /** Forgets slots of the kind of this one where there is no room; nobody who calls holds a shard. */
    void makeRoom(Slot slot) {
        int what = slot.id.what.number;
        if (sizes.get(what) > most) {
            makeRoom(what);
        }
    }

    /** Has everything written anew, since something of it was taken back. */
    synchronized void changed() {
        anyGone = true;
    }

    private synchronized void anyGone(boolean any) {
        anyGone |= any;
    }

    /**
     * A slot, which is made if there is none.
     *
     * @param now the present second
     */
    Slot slot(What what, long start, int seconds, long now) {
        if (now >= nextToGo) {
            anyGone(expire(now));
        }
        Slot last = latest[what.number];
        if (last != null && !last.gone && last.id.start == start && last.id.seconds == seconds) {
            return last;
        }
        SlotId id = new SlotId(what, start, seconds);
        Slot slot = slots.get(id);
        if (slot == null) {
            slot = make(id, Math.max(start + seconds, now) + Math.min(seconds, LONGEST_GRACE));
        }
        latest[what.number] = slot;
        return slot;
    }

    private synchronized Slot make(SlotId id, long expires) {
        Slot known = slots.get(id);
        if (known != null) {
            return known;
        }
        Slot slot = new Slot(id, expires, new SipHash(random.nextLong(), random.nextLong()));
        // First, so that it is not the new one that goes.
        if (slots.size() >= MOST_SLOTS) {
            slots.values().stream().min(FIRST_TO_GO).ifPresent(this::remove);
        }
        slots.put(id, slot);
        nextToGo = Math.min(nextToGo, expires);
        return slot;
    }

    private synchronized void makeRoom(int what) {
        while (sizes.get(what) > most) {
            Optional<Slot> first = slots.values().stream()
                    .filter(slot -> slot.id.what.number == what)
                    .min(FIRST_TO_GO);
            if (first.isEmpty()) {
                return;
            }
            remove(first.get());
        }
    }

    private void remove(Slot slot) {
        slots.remove(slot.id);
        slot.gone = true;
        anyGone = true;
        long visits = 0;
        for (Seen shard : slot.shards) {
            synchronized (shard) {
                shard.forget();
                visits += shard.size();
            }
        }
        sizes.addAndGet(slot.id.what.number, -visits);
    }

    /** Forgets the slots whose time has come; true if any was forgotten since the last time. */
    public synchronized boolean expire(long now) {
        long next = Long.MAX_VALUE;
        for (Slot slot : slots.values()) {
            if (slot.expires <= now) {
                remove(slot);
            } else {
                next = Math.min(next, slot.expires);
            }
        }
        nextToGo = next;
        boolean any = anyGone;
        anyGone = false;
        return any;
    }

    /** All that is remembered. */
    public List<Written> all() {
        return slots.values().stream()
                .map(slot -> slot.written(Arrays.stream(slot.shards)
                        .flatMapToLong(shard -> Arrays.stream(shard.visits()))
                        .toArray()))
                .filter(one -> one.visits.length > 0)
                .toList();
    }

    /** Takes up what was written down. */
    public synchronized void restore(Written one) {
        Slot slot = slots.computeIfAbsent(
                one.id, id -> new Slot(id, one.expires, new SipHash(one.firstKey, one.secondKey)));
        nextToGo = Math.min(nextToGo, one.expires);
        for (long visit : one.visits) {
            // The bits that choose the shard are the visit's own but for the first.
            Seen shard = slot.shard(visit);
            synchronized (shard) {
                if (shard.see(visit, Seen.minute(visit)) == Seen.NONE) {
                    sizes.incrementAndGet(one.id.what.number);
                }
            }
        }
    }

    /** How many of the views that repeats are known by are remembered. */
    public long size() {
        return size(What.VIEWS);
    }

    /** How much is remembered of one kind. */
    public long size(What what) {
        return sizes.get(what.number);
    }
}
