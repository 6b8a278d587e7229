package dev.byline.ranking.counting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Visits that were counted and are to be written down. Not thread-safe. */
public final class VisitNotes {
    private static final int BACK = -2;

    private Visits.Slot[] slots = new Visits.Slot[16];
    private long[] visits = new long[16];
    private short[] befores = new short[16];
    private int size;

    void add(Visits.Slot slot, long visit, int before) {
        // A later view changes nothing.
        if (before >= 0 && (visit & Seen.MINUTES) >= before) {
            return;
        }
        put(slot, visit, before);
    }

    /** Takes a note back, of these or of others. */
    void takeBack(Visits.Slot slot, long visit) {
        put(slot, visit, BACK);
    }

    private void put(Visits.Slot slot, long visit, int before) {
        if (size == visits.length) {
            slots = Arrays.copyOf(slots, size * 2);
            visits = Arrays.copyOf(visits, size * 2);
            befores = Arrays.copyOf(befores, size * 2);
        }
        slots[size] = slot;
        visits[size] = visit;
        befores[size++] = (short) before;
    }

    /** As they are written down, without those that were taken back or are of slots that are forgotten. */
    public static List<Visits.Written> written(Collection<VisitNotes> all) {
        Map<Visits.Slot, Map<Long, Integer>> back = new HashMap<>();
        for (VisitNotes notes : all) {
            notes.eachBack((slot, visit) ->
                    back.computeIfAbsent(slot, any -> new HashMap<>()).merge(visit, 1, Integer::sum));
        }
        Map<Visits.Slot, LongStream.Builder> bySlot = new LinkedHashMap<>();
        for (VisitNotes notes : all) {
            for (int i = 0; i < notes.size; i++) {
                Visits.Slot slot = notes.slots[i];
                long visit = notes.visits[i];
                if (!slot.gone && notes.befores[i] != BACK && !isOff(back.get(slot), visit)) {
                    bySlot.computeIfAbsent(slot, any -> LongStream.builder()).add(visit);
                }
            }
        }
        List<Visits.Written> written = new ArrayList<>();
        bySlot.forEach((slot, visits) -> written.add(slot.written(visits.build().toArray())));
        return written;
    }

    private void eachBack(BiConsumer<Visits.Slot, Long> each) {
        for (int i = 0; i < size; i++) {
            if (befores[i] == BACK) {
                each.accept(slots[i], visits[i]);
            }
        }
    }

    /** Takes a visit off those that were taken back, as often as it was. */
    private static boolean isOff(@Nullable Map<Long, Integer> back, long visit) {
        Integer left = back == null ? null : back.get(visit);
        if (back == null || left == null || left == 0) {
            return false;
        }
        back.put(visit, left - 1);
        return true;
    }

    private void earlier(Map<Visits.SlotId, Map<Long, Integer>> before) {
        for (int i = 0; i < size; i++) {
            if (befores[i] != BACK) {
                before.computeIfAbsent(slots[i].id, any -> new HashMap<>())
                        .merge(visits[i] & ~Seen.MINUTES, (int) befores[i], VisitNotes::earliest);
            }
        }
    }

    // Each was moved to an earlier minute than the one before, and the first came from nowhere.
    private static int earliest(int one, int other) {
        return one == Seen.NONE || other == Seen.NONE ? Seen.NONE : Math.max(one, other);
    }

    /** Visits as they were before those of the notes, which may hold others too. */
    public static List<Visits.Written> before(Collection<VisitNotes> notes, List<Visits.Written> visits) {
        Map<Visits.SlotId, Map<Long, Integer>> before = new HashMap<>();
        notes.forEach(one -> one.earlier(before));
        List<Visits.Written> all = new ArrayList<>();
        for (Visits.Written one : visits) {
            Map<Long, Integer> here = before.getOrDefault(one.id(), Map.of());
            long[] kept = here.isEmpty()
                    ? one.visits()
                    : Arrays.stream(one.visits())
                            .map(visit -> asBefore(visit, here))
                            .filter(visit -> visit != 0)
                            .toArray();
            if (kept.length > 0) {
                all.add(new Visits.Written(one.id(), one.expires(), one.firstKey(), one.secondKey(), kept));
            }
        }
        return all;
    }

    private static long asBefore(long visit, Map<Long, Integer> before) {
        long hash = visit & ~Seen.MINUTES;
        Integer minute = before.get(hash);
        return minute == null ? visit : minute == Seen.NONE ? 0 : hash | minute;
    }
}
