package dev.byline.ranking.counting;

import dev.byline.ranking.counting.Visits.What;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells which views count: of a visitor's views of an article in a slot the earliest one, and of those from one source in a longer
 * slot the earliest few. Thread-safe.
 *
 * <p>What comes of some views is the same in whatever order they are told, since what was said of an earlier one is changed when
 * that takes another: the earliest minutes of a source are kept in ascending order, a minute that is put among them pushes the
 * last one out, and that of a visitor's view which becomes an earlier one makes room for it. Minutes that are kept only ever get
 * earlier, so what is remembered can be put together from any of its copies.
 *
 * <p>The source's slot of a view is that in which its visitor's slot begins.
 */
public final class Turnstile {
    /** What is remembered of views, of visitors and of shares. */
    public enum Lane {
        /** Which views count. */
        VIEWS(What.VIEWS, What.SOURCES),

        /** Which visitors count. */
        VISITORS(What.VISITORS, What.VISITOR_SOURCES),

        /** Which shares count, whoever the visitor is. */
        SHARES(What.SHARE_SOURCES, What.SHARE_SOURCES);

        private final What firsts;
        private final What sources;

        Lane(What firsts, What sources) {
            this.firsts = firsts;
            this.sources = sources;
        }
    }

    /** What is counted of views. */
    public enum Part {
        /** Those that count. */
        COUNTED,

        /** Of a visitor who was there earlier in the slot. */
        REPEATED,

        /** Of a source from which enough came earlier in the slot. */
        FLOODED
    }

    /** Told what to add, while nobody else is told of the same visits. */
    @FunctionalInterface
    public interface Count {
        /** Some more in a minute, or less. */
        void add(Lane lane, Part part, int minute, int article, int amount);

        /** Comes before all that belongs together; if it throws, the view has not passed. */
        default void begin() {}

        /**
         * Remembers what belongs to what is added.
         *
         * @param visit as it is written down, with its minute within the slot
         * @param before the minute that it had, or one below 0 if it is the first
         */
        default void note(Visits.Slot slot, long visit, int before) {}

        /** Takes back what was noted of a visit. */
        default void noteBack(Visits.Slot slot, long visit) {}

        /** Comes behind all that belongs together. */
        default void end() {}
    }

    /**
     * By what views are told apart.
     *
     * @param slot seconds of a visitor's slot, up to a day; 0 where visitors do not matter
     * @param sourceSlot seconds of a source's slot, up to a day
     * @param most how many count of a source; 0 where sources do not matter
     */
    public record Limits(int slot, int sourceSlot, int most) {}

    private final Visits visits;
    // What may still be taken back, in the order in which it passed; empty where nobody waits for a disk.
    private final Map<Gate, List<Passage>> open = new HashMap<>();

    /** Those of one article and source, or visitor, pass one after the other. */
    private record Gate(Seen guard, long hash) {}

    /** Remembers what it must in this. */
    public Turnstile(Visits visits) {
        this.visits = visits;
    }

    /**
     * Lets a view pass, and tells what that adds.
     *
     * @return of which part there is one more now, if not in this view's minute: an earlier view takes the place of another
     */
    public Part pass(
            Lane lane, Limits limits, int article, String source, String visitor, long second, long now, Count count) {
        boolean once = limits.slot > 0 && !visitor.isEmpty();
        if (!once || (limits.most > 0 && !source.isEmpty())) {
            return new Passage(lane, limits, article, source, visitor, second, now).pass(count, false);
        }
        // The usual way, without anything in between.
        Visits.Slot slot = visits.slot(lane.firsts, Visits.SlotId.start(second, limits.slot), limits.slot, now);
        long hash = slot.hash(article, source, visitor);
        int first = slot.firstMinute();
        int minute = (int) (second / 60);
        Seen shard = slot.shard(hash);
        Came came;
        boolean isFirst;
        synchronized (shard) {
            int before = shard.see(hash, minute - first);
            isFirst = before == Seen.NONE && !shard.isGone();
            came = new Came(minute, before == Seen.NONE ? Came.NONE : before + first, Came.NONE);
            begin(count, () -> shard.set(hash, before));
            try {
                came.report(lane, article, 1, count);
                count.note(slot, Seen.visit(hash) | (minute - first), before);
            } finally {
                count.end();
            }
        }
        if (isFirst) {
            visits.added(slot, 1);
            visits.makeRoom(slot);
        }
        return came.part();
    }

    private static void begin(Count count, Runnable back) {
        boolean begun = false;
        try {
            count.begin();
            begun = true;
        } finally {
            if (!begun) {
                back.run();
            }
        }
    }

    /** Likewise, where it may have to be taken back: {@link Taken#back} or {@link Taken#stay} must follow. */
    public Taken passForNow(
            Lane lane, Limits limits, int article, String source, String visitor, long second, long now, Count count) {
        Passage passage = new Passage(lane, limits, article, source, visitor, second, now);
        passage.pass(count, true);
        return new Taken(passage);
    }

    /** A view that has passed and may still go back. */
    public static final class Taken {
        private final Passage passage;

        private Taken(Passage passage) {
            this.passage = passage;
        }

        /** Lets it stay; returns what became of it so far: an earlier one may still go back. */
        public Part stay() {
            return passage.close();
        }

        /** Makes everything as if it had not been, and tells what that adds. */
        public void back(Count count) {
            passage.undo(count);
        }
    }

    /** A view on its way. */
    private final class Passage {
        private final Lane lane;
        private final int article;
        private final int minute;
        private final int most;
        private final Visits.@Nullable Slot firsts;
        private final Visits.@Nullable Slot sources;
        private final long firstHash;
        private final long sourceHash;
        private final @Nullable Seen guard;
        // The rest with the guard held.
        private Came came;
        private final Deque<Kept> kept = new ArrayDeque<>(2);
        private boolean stays;

        /** What is remembered, and the minute that it had before. */
        private record Kept(Visits.Slot slot, long hash, int minute, int before) {
            long visit() {
                return Seen.visit(hash) | minute;
            }
        }

        Passage(Lane lane, Limits limits, int article, String source, String visitor, long second, long now) {
            this.lane = lane;
            this.article = article;
            this.minute = (int) (second / 60);
            this.most = limits.most;
            this.came = new Came(minute, Came.NONE, Came.NONE);
            boolean once = limits.slot > 0 && !visitor.isEmpty();
            boolean few = limits.most > 0 && !source.isEmpty();
            long start = once ? Visits.SlotId.start(second, limits.slot) : second;
            // Slots are made before any shard is held.
            firsts = once ? visits.slot(lane.firsts, start, limits.slot, now) : null;
            sources = few
                    ? visits.slot(lane.sources, Visits.SlotId.start(start, limits.sourceSlot), limits.sourceSlot, now)
                    : null;
            firstHash = firsts == null ? 0 : firsts.hash(article, source, visitor);
            sourceHash = sources == null ? 0 : sources.hash(article, source, "");
            guard = sources != null ? sources.shard(sourceHash) : firsts != null ? firsts.shard(firstHash) : null;
        }

        private Gate gate(Seen guard) {
            return new Gate(guard, sources != null ? sourceHash : firstHash);
        }

        Part pass(Count count, boolean forNow) {
            Part part;
            if (guard == null) {
                part = came.part();
                report(count);
            } else {
                synchronized (guard) {
                    part = pass().part();
                    report(count);
                    if (forNow) {
                        passages(gate(guard)).add(this);
                    }
                }
            }
            makeRoom();
            return part;
        }

        private void report(Count count) {
            begin(count, this::revert);
            try {
                came.report(lane, article, 1, count);
                note(count);
            } finally {
                count.end();
            }
        }

        private void note(Count count) {
            kept.forEach(one -> count.note(one.slot, one.visit(), one.before));
        }

        private Came pass() {
            int first = firsts == null ? 0 : firsts.firstMinute();
            int known = firsts == null ? Seen.NONE : see(firsts, minute - first);
            int earlier = known == Seen.NONE ? Came.NONE : known + first;
            came = new Came(minute, earlier, known == Seen.NONE || minute < earlier ? enter(earlier) : Came.NONE);
            return came;
        }

        private int enter(int instead) {
            return sources == null
                    ? Came.NONE
                    : new Earliest(sources, sourceHash, most)
                            .enter(minute, instead, (hash, known, minute) -> set(sources, hash, known, minute));
        }

        private int see(Visits.Slot slot, int minute) {
            Seen shard = slot.shard(firstHash);
            // The guard again, or one that is only held within a guard.
            synchronized (shard) {
                int known = shard.get(firstHash);
                if (known == Seen.NONE || minute < known) {
                    set(slot, firstHash, known, minute);
                }
                return known;
            }
        }

        private void set(Visits.Slot slot, long hash, int known, int minute) {
            Seen shard = slot.shard(hash);
            shard.set(hash, minute);
            if (known == Seen.NONE && !shard.isGone()) {
                visits.added(slot, 1);
            }
            kept.push(new Kept(slot, hash, minute, known));
        }

        private void makeRoom() {
            if (firsts != null) {
                visits.makeRoom(firsts);
            }
            if (sources != null) {
                visits.makeRoom(sources);
            }
        }

        /** Takes back what came later, then this, and lets the others pass again. */
        void undo(Count count) {
            if (guard == null) {
                count.begin();
                came.report(lane, article, -1, count);
                count.end();
                return;
            }
            Gate gate = gate(guard);
            synchronized (guard) {
                List<Passage> all = passages(gate);
                List<Passage> later = all.subList(all.indexOf(this), all.size());
                List<Passage> others = List.copyOf(later.subList(1, later.size()));
                List<Came> back = new ArrayList<>();
                List<Kept> notes = new ArrayList<>();
                for (int i = later.size() - 1; i >= 0; i--) {
                    notes.addAll(later.get(i).kept);
                    back.add(later.get(i).came);
                    later.get(i).revert();
                }
                later.clear();
                others.forEach(Passage::pass);
                all.addAll(others);
                count.begin();
                try {
                    // All are of one article.
                    back.forEach(one -> one.report(lane, article, -1, count));
                    notes.forEach(one -> count.noteBack(one.slot, one.visit()));
                    others.forEach(other -> other.came.report(lane, article, 1, count));
                    others.forEach(other -> other.note(count));
                } finally {
                    count.end();
                }
                trim(gate, all);
            }
            visits.changed();
        }

        private void revert() {
            while (!kept.isEmpty()) {
                Kept one = kept.pop();
                Seen shard = one.slot.shard(one.hash);
                synchronized (shard) {
                    shard.set(one.hash, one.before);
                    if (one.before == Seen.NONE && !shard.isGone()) {
                        visits.added(one.slot, -1);
                    }
                }
            }
        }

        /** Lets it stay; what came later may still depend on one that came before. */
        Part close() {
            if (guard == null) {
                return came.part();
            }
            Gate gate = gate(guard);
            synchronized (guard) {
                stays = true;
                trim(gate, passages(gate));
                return came.part();
            }
        }
    }

    private List<Passage> passages(Gate gate) {
        synchronized (open) {
            return open.computeIfAbsent(gate, any -> new ArrayList<>());
        }
    }

    /** Lets go of what stays, unless one that came before may still go back. */
    private void trim(Gate gate, List<Passage> passages) {
        while (!passages.isEmpty() && passages.get(0).stays) {
            passages.remove(0);
        }
        if (passages.isEmpty()) {
            synchronized (open) {
                open.remove(gate);
            }
        }
    }
}
