package dev.byline.ranking.popular;

import dev.byline.ranking.counting.Cells;
import dev.byline.ranking.counting.Column;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What was counted here and is not confirmed by those who carry it to other nodes. Not thread-safe. */
final class Outbox {
    /** A delta is no larger, but for what one minute alone holds. */
    private static final int CELLS = 20_000;

    /** No more balances are in one: each may have a number for every network. */
    private static final int BALANCES = 2_000;

    private final SortedMap<Integer, Cells> pending = new TreeMap<>();
    private final SortedMap<Integer, Balances.Balance> balances = new TreeMap<>();
    private final SortedMap<DeltaKey, Sealed> sealed = new TreeMap<>();
    private long epoch;
    private long sequence;

    /** A minute's column. */
    record Dated(int minute, Column column) {}

    /** A delta as it is kept. */
    record Sealed(DeltaKey origin, List<Dated> counted, List<Balances.Balance> balances) {}

    /** Takes up what was counted in a minute. */
    void add(int minute, Cells cells) {
        Cells all = pending.computeIfAbsent(minute, any -> new Cells());
        cells.each(all::add);
    }

    /** Takes up a balance in the place of one that is dated before it. */
    void add(Balances.Balance balance) {
        balances.merge(balance.article(), balance, (old, fresh) -> fresh.isBefore(old) ? old : fresh);
    }

    boolean isPending() {
        return !pending.isEmpty() || !balances.isEmpty();
    }

    /** The epoch of what was sealed last. */
    long epoch() {
        return epoch;
    }

    /** The origin that the next delta has. */
    DeltaKey next(long at, String node) {
        return new DeltaKey(at, at == epoch ? sequence + 1 : 1, node);
    }

    /** Makes deltas of all that is pending, the first of this origin; each balance is stamped with that of its delta. */
    List<Balances.Balance> seal(DeltaKey first) {
        epoch = first.epoch();
        sequence = first.sequence() - 1;
        List<Balances.Balance> pendingBalances = List.copyOf(balances.values());
        List<Balances.Balance> stamped = new ArrayList<>();
        List<Balances.Balance> own = List.of();
        for (int from = 0; from < pendingBalances.size(); from += BALANCES) {
            if (!own.isEmpty()) {
                seal(List.of(), own, first.node());
            }
            DeltaKey origin = new DeltaKey(epoch, sequence + 1, first.node());
            own = pendingBalances.subList(from, Math.min(from + BALANCES, pendingBalances.size())).stream()
                    .map(one -> one.from(origin))
                    .toList();
            stamped.addAll(own);
        }
        List<Dated> counted = new ArrayList<>();
        int cells = 0;
        for (Map.Entry<Integer, Cells> minute : pending.entrySet()) {
            if (cells > 0 && cells + minute.getValue().size() > CELLS) {
                seal(counted, own, first.node());
                own = List.of();
                counted = new ArrayList<>();
                cells = 0;
            }
            Column column = Column.of(minute.getValue());
            if (column.bytes().length > 0) {
                counted.add(new Dated(minute.getKey(), column));
                cells += minute.getValue().size();
            }
        }
        if (!counted.isEmpty() || !own.isEmpty()) {
            seal(counted, own, first.node());
        }
        pending.clear();
        balances.clear();
        return stamped;
    }

    private void seal(List<Dated> counted, List<Balances.Balance> own, String node) {
        DeltaKey origin = new DeltaKey(epoch, ++sequence, node);
        sealed.put(origin, new Sealed(origin, List.copyOf(counted), own));
    }

    /** All that is sealed and not confirmed, in the order of their origins. */
    Collection<Sealed> sealed() {
        return sealed.values();
    }

    /** Forgets a delta; false if it was not there. */
    boolean confirm(DeltaKey origin) {
        return sealed.remove(origin) != null;
    }

    Outbox copy() {
        Outbox copy = new Outbox();
        pending.forEach(copy::add);
        copy.balances.putAll(balances);
        copy.sealed.putAll(sealed);
        copy.epoch = epoch;
        copy.sequence = sequence;
        return copy;
    }

    void write(DataOutputStream out) throws IOException {
        out.writeLong(epoch);
        out.writeLong(sequence);
        out.writeInt(pending.size());
        for (Map.Entry<Integer, Cells> minute : pending.entrySet()) {
            out.writeInt(minute.getKey());
            Column.of(minute.getValue()).write(out);
        }
        Records.write(balances.values(), out);
        out.writeInt(sealed.size());
        for (Sealed one : sealed.values()) {
            Records.write(one.origin, out);
            write(one.counted, out);
            Records.write(one.balances, out);
        }
    }

    static void write(List<Dated> counted, DataOutputStream out) throws IOException {
        out.writeInt(counted.size());
        for (Dated one : counted) {
            out.writeInt(one.minute);
            one.column.write(out);
        }
    }

    void read(DataInputStream in) throws IOException {
        epoch = in.readLong();
        sequence = in.readLong();
        for (Dated one : readCounted(in)) {
            Cells cells = new Cells();
            one.column.each(cells::add);
            pending.put(one.minute, cells);
        }
        Records.readBalances(in).forEach(this::add);
        for (int left = in.readInt(); left > 0; left--) {
            DeltaKey origin = Records.readKey(in);
            sealed.put(origin, new Sealed(origin, readCounted(in), Records.readBalances(in)));
        }
    }

    static List<Dated> readCounted(DataInputStream in) throws IOException {
        List<Dated> counted = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            counted.add(new Dated(in.readInt(), Column.read(in)));
        }
        return counted;
    }
}
