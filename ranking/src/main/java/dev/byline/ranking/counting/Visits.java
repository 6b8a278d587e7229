package dev.byline.ranking.counting;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which visitor has seen which article in which slot of time, and in which minute first: as hashes under a random key of the
 * slot, so that nothing can be followed from one slot to the next. Thread-safe.
 *
 * <p>A slot is forgotten one slot after its end, or after its first visit where that came later. A visit takes 8 bytes in a table
 * that is at least a third full.
 */
public final class Visits {
    /** Said of a visit that is the first. */
    public static final int FIRST = -1;

    /** Each slot has a key of its own, and views of any time may come. */
    private static final int MOST_SLOTS = 4096;

    private static final Comparator<Slot> FIRST_TO_GO =
            Comparator.<Slot>comparingLong(slot -> slot.expires).thenComparing(slot -> slot.id);

    private final SecureRandom random = new SecureRandom();
    private final Map<SlotId, Slot> slots = new ConcurrentHashMap<>();
    private final AtomicLong size = new AtomicLong();
    private final int most;
    private final boolean written;
    private volatile @Nullable Slot latest;
    private volatile long nextToGo = Long.MAX_VALUE;
    private boolean anyGone;

    /** A slot by its first second and its length. */
    public record SlotId(long start, int seconds) implements Comparable<SlotId> {
        @Override
        public int compareTo(SlotId other) {
            return start != other.start ? Long.compare(start, other.start) : Integer.compare(seconds, other.seconds);
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

    /**
     * With room for so many visits; when there are more, the slots that would go first go early.
     *
     * @param written whether somebody asks for {@link #fresh()}
     */
    public Visits(int most, boolean written) {
        this.most = most;
        this.written = written;
    }

    /** What was seen in one slot. */
    private static final class Slot {
        private static final int SHARDS = 8;

        private final SlotId id;
        private final long expires;
        private final SipHash hash;
        private final Shard[] shards = new Shard[SHARDS];
        private volatile boolean gone;

        Slot(SlotId id, long expires, SipHash hash, boolean written) {
            this.id = id;
            this.expires = expires;
            this.hash = hash;
            Arrays.setAll(shards, any -> new Shard(written));
        }

        int firstMinute() {
            return (int) (id.start / 60);
        }

        Shard shard(long hash) {
            return shards[(int) (hash >>> 60) & (SHARDS - 1)];
        }

        Written written(Function<Shard, long[]> part) {
            long[] visits = Arrays.stream(shards)
                    .flatMapToLong(shard -> Arrays.stream(part.apply(shard)))
                    .toArray();
            return new Written(id, expires, hash.first(), hash.second(), visits);
        }
    }

    /** Hashes with minutes: open addressing in one array, in which 0 is free. */
    private static final class Shard {
        private static final int MINUTE = 11;
        private static final long MINUTES = (1L << MINUTE) - 1;
        private static final long[] NONE = {};

        private long[] table = new long[16];
        private int size;
        // Those that were not written down yet, where anybody does.
        private long @Nullable [] fresh;
        private int freshSize;

        Shard(boolean written) {
            fresh = written ? new long[16] : null;
        }

        /** The minute that is remembered for a hash, or {@link #FIRST}; remembers the earlier one. */
        synchronized int see(long hash, int minute) {
            long visit = (hash | Long.MIN_VALUE) & ~MINUTES;
            int slot = slot(visit);
            if (table[slot] == 0) {
                if (size >= table.length - (table.length >> 2)) {
                    grow();
                    slot = slot(visit);
                }
                table[slot] = visit | minute;
                size++;
                note(table[slot]);
                return FIRST;
            }
            int before = (int) (table[slot] & MINUTES);
            if (minute < before) {
                table[slot] = visit | minute;
                note(table[slot]);
            }
            return before;
        }

        private void note(long visit) {
            if (fresh != null) {
                if (freshSize == fresh.length) {
                    fresh = Arrays.copyOf(fresh, freshSize * 2);
                }
                fresh[freshSize++] = visit;
            }
        }

        synchronized long[] takeFresh() {
            if (fresh == null || freshSize == 0) {
                return NONE;
            }
            long[] taken = Arrays.copyOf(fresh, freshSize);
            fresh = new long[16];
            freshSize = 0;
            return taken;
        }

        synchronized int size() {
            return size;
        }

        /** Puts back what was remembered before; nothing if that was {@link #FIRST}. */
        synchronized boolean undo(long hash, int before) {
            long visit = (hash | Long.MIN_VALUE) & ~MINUTES;
            int slot = slot(visit);
            if (table[slot] == 0) {
                return false;
            }
            if (before >= 0) {
                table[slot] = visit | before;
                return false;
            }
            table[slot] = 0;
            size--;
            // Those behind may have gone past this place.
            int mask = table.length - 1;
            for (int next = (slot + 1) & mask; table[next] != 0; next = (next + 1) & mask) {
                long moved = table[next];
                table[next] = 0;
                table[slot(moved & ~MINUTES)] = moved;
            }
            return true;
        }

        private int slot(long visit) {
            int mask = table.length - 1;
            int slot = (int) (visit >>> 20) & mask;
            while (table[slot] != 0 && (table[slot] & ~MINUTES) != visit) {
                slot = (slot + 1) & mask;
            }
            return slot;
        }

        private void grow() {
            long[] old = table;
            table = new long[old.length * 2];
            for (long visit : old) {
                if (visit != 0) {
                    table[slot(visit & ~MINUTES)] = visit;
                }
            }
        }

        synchronized long[] visits() {
            return Arrays.stream(table).filter(visit -> visit != 0).toArray();
        }
    }

    /**
     * Remembers that a visitor saw an article.
     *
     * @param second when
     * @param seconds the length of slots, up to a day
     * @param now the present second
     * @return the minute in which it is counted so far, or {@link #FIRST}; from now on the earlier of the two
     */
    public int see(int article, String visitor, long second, int seconds, long now) {
        if (now >= nextToGo) {
            anyGone(expire(now));
        }
        Slot slot = slot(Math.floorDiv(second, (long) seconds) * seconds, seconds, now);
        long hash = slot.hash.hash(article, visitor);
        int first = slot.firstMinute();
        int before = slot.shard(hash).see(hash, (int) (second / 60) - first);
        if (before >= 0) {
            return first + before;
        }
        if (size.incrementAndGet() > most) {
            makeRoom();
        }
        return FIRST;
    }

    /**
     * Takes back what {@link #see} remembered.
     *
     * @param before what it returned
     */
    public void undo(int article, String visitor, long second, int seconds, int before) {
        Slot slot = slots.get(new SlotId(Math.floorDiv(second, (long) seconds) * seconds, seconds));
        if (slot != null) {
            long hash = slot.hash.hash(article, visitor);
            if (slot.shard(hash).undo(hash, before < 0 ? before : before - slot.firstMinute())) {
                size.decrementAndGet();
            }
        }
    }

    private synchronized void anyGone(boolean any) {
        anyGone |= any;
    }

    private Slot slot(long start, int seconds, long now) {
        Slot last = latest;
        if (last != null && !last.gone && last.id.start == start && last.id.seconds == seconds) {
            return last;
        }
        SlotId id = new SlotId(start, seconds);
        Slot slot = slots.get(id);
        if (slot == null) {
            slot = make(id, Math.max(start + seconds, now) + seconds);
        }
        latest = slot;
        return slot;
    }

    private synchronized Slot make(SlotId id, long expires) {
        Slot known = slots.get(id);
        if (known != null) {
            return known;
        }
        Slot slot = new Slot(id, expires, new SipHash(random.nextLong(), random.nextLong()), written);
        // First, so that it is not the new one that goes.
        if (slots.size() >= MOST_SLOTS) {
            removeFirst();
        }
        slots.put(id, slot);
        nextToGo = Math.min(nextToGo, expires);
        return slot;
    }

    private synchronized void makeRoom() {
        while (size.get() > most && !slots.isEmpty()) {
            removeFirst();
        }
    }

    private void removeFirst() {
        slots.values().stream().min(FIRST_TO_GO).ifPresent(this::remove);
    }

    private void remove(Slot slot) {
        slots.remove(slot.id);
        slot.gone = true;
        anyGone = true;
        long visits = 0;
        for (Shard shard : slot.shards) {
            visits += shard.size();
        }
        size.addAndGet(-visits);
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

    /** What came since the last time, to be written down. */
    public List<Written> fresh() {
        return written(Shard::takeFresh);
    }

    /** All that is remembered; nothing of it is fresh any more. */
    public List<Written> all() {
        fresh();
        return written(Shard::visits);
    }

    private List<Written> written(Function<Shard, long[]> part) {
        return slots.values().stream()
                .map(slot -> slot.written(part))
                .filter(one -> one.visits.length > 0)
                .toList();
    }

    /** Takes up what was written down. */
    public synchronized void restore(Written one) {
        Slot slot = slots.computeIfAbsent(
                one.id, id -> new Slot(id, one.expires, new SipHash(one.firstKey, one.secondKey), written));
        nextToGo = Math.min(nextToGo, one.expires);
        for (long visit : one.visits) {
            // The bits that choose the shard are the visit's own but for the first.
            if (slot.shard(visit).see(visit, (int) (visit & Shard.MINUTES)) == FIRST) {
                size.incrementAndGet();
            }
        }
    }

    /** How many visits are remembered. */
    public long size() {
        return size.get();
    }
}
