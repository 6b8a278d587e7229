package dev.byline.ranking.popular;

import dev.byline.article.ArticleId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Which visitor has seen which article in which slot of time, as hashes under a random key of the slot, so that nothing
 * can be followed from one slot to the next. Not thread-safe.
 */
final class RepeatViews {
    static final int KEY_BYTES = 16;

    private static final Comparator<Slot> FIRST_TO_GO =
            Comparator.comparingLong(Slot::expires).thenComparing(Slot::id);

    /** Each slot has a key of its own, and views of any time may come. */
    private static final int MOST_SLOTS = 4096;

    private final SecureRandom random = new SecureRandom();
    private final Map<SlotId, Slot> slots = new TreeMap<>();
    private final NavigableSet<Slot> firstToGo = new TreeSet<>(FIRST_TO_GO);
    private final int most;
    private int size;

    /** A slot by its first second and its length. */
    record SlotId(long start, int seconds) implements Comparable<SlotId> {
        @Override
        public int compareTo(SlotId other) {
            return Comparator.comparingLong(SlotId::start)
                    .thenComparingInt(SlotId::seconds)
                    .compare(this, other);
        }
    }

    /** What has been seen in one slot. */
    static final class Slot {
        private final SlotId id;
        private final long expires;
        private final byte[] key;
        private final Mac mac;
        private final LongSet visits = new LongSet();
        private boolean stored;

        Slot(SlotId id, long expires, byte[] key) {
            this.id = id;
            this.expires = expires;
            this.key = key.clone();
            try {
                mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(key, "HmacSHA256"));
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException("every Java has HmacSHA256", impossible);
            }
        }

        SlotId id() {
            return id;
        }

        long start() {
            return id.start;
        }

        /** The second from which on it is forgotten. */
        long expires() {
            return expires;
        }

        byte[] key() {
            return key.clone();
        }

        LongSet visits() {
            return visits;
        }

        /** Whether the file of visits knows the slot. */
        boolean stored() {
            return stored;
        }

        void stored(boolean stored) {
            this.stored = stored;
        }

        private long hash(ArticleId article, String visitor) {
            byte[] id = article.value().getBytes(StandardCharsets.UTF_8);
            mac.update(ByteBuffer.allocate(4).putInt(id.length).array());
            mac.update(id);
            return ByteBuffer.wrap(mac.doFinal(visitor.getBytes(StandardCharsets.UTF_8)))
                    .getLong();
        }
    }

    /** A visit that may be kept. */
    record Visit(Slot slot, long hash) {}

    RepeatViews(int most) {
        this.most = most;
    }

    /** The visit of a view, or null if it has been kept already. */
    @Nullable
    Visit look(ArticleId article, String visitor, Instant at, int seconds, Instant now) {
        long start = Math.floorDiv(at.getEpochSecond(), (long) seconds) * seconds;
        SlotId id = new SlotId(start, seconds);
        Slot slot = slots.get(id);
        if (slot == null) {
            byte[] key = new byte[KEY_BYTES];
            random.nextBytes(key);
            slot = new Slot(id, Math.max(start + seconds, now.getEpochSecond()) + seconds, key);
            restore(slot);
        }
        long hash = slot.hash(article, visitor);
        return slot.visits.contains(hash) ? null : new Visit(slot, hash);
    }

    /** Remembers a visit; true if a whole slot had to go for it. */
    boolean keep(Visit visit) {
        visit.slot.visits.add(visit.hash);
        size++;
        boolean gone = false;
        while (size > most || slots.size() > MOST_SLOTS) {
            remove(firstToGo.first());
            gone = true;
        }
        return gone;
    }

    /** Takes up a slot that an earlier process knew. */
    void restore(Slot slot) {
        Slot before = slots.put(slot.id, slot);
        if (before != null) {
            firstToGo.remove(before);
            size -= before.visits.size();
        }
        firstToGo.add(slot);
        size += slot.visits.size();
    }

    /** Takes up a visit that an earlier process knew; one of an unknown slot is passed over. */
    void restore(SlotId id, long hash) {
        Slot slot = slots.get(id);
        if (slot != null && !slot.visits.contains(hash)) {
            slot.visits.add(hash);
            size++;
        }
    }

    /** Forgets the slots whose time has come; true if there were any. */
    boolean expire(Instant now) {
        long second = now.getEpochSecond();
        boolean any = false;
        while (!firstToGo.isEmpty() && firstToGo.first().expires <= second) {
            remove(firstToGo.first());
            any = true;
        }
        return any;
    }

    /** Forgets a slot, if it is known. */
    void forget(SlotId id) {
        Slot slot = slots.get(id);
        if (slot != null) {
            remove(slot);
        }
    }

    private void remove(Slot slot) {
        slots.remove(slot.id);
        firstToGo.remove(slot);
        size -= slot.visits.size();
    }

    Collection<Slot> slots() {
        return Collections.unmodifiableCollection(slots.values());
    }

    int size() {
        return size;
    }
}
