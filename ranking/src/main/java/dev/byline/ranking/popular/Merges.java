package dev.byline.ranking.popular;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which deltas of other nodes were added. Not thread-safe. */
final class Merges {
    private final SortedMap<Source, Seen> seen = new TreeMap<>();

    private record Source(String node, long epoch) implements Comparable<Source> {
        @Override
        public int compareTo(Source other) {
            int byNode = node.compareTo(other.node);
            return byNode != 0 ? byNode : Long.compare(epoch, other.epoch);
        }
    }

    /** All up to a number, and some behind it. */
    private static final class Seen {
        private long upTo;
        private final NavigableSet<Long> others = new TreeSet<>();

        boolean add(long sequence) {
            if (sequence <= upTo || !others.add(sequence)) {
                return false;
            }
            while (!others.isEmpty() && others.first() == upTo + 1) {
                others.pollFirst();
                upTo++;
            }
            return true;
        }
    }

    /** Takes note of a delta; false if it was known. */
    boolean add(DeltaKey origin) {
        return seen.computeIfAbsent(new Source(origin.node(), origin.epoch()), any -> new Seen())
                .add(origin.sequence());
    }

    Merges copy() {
        Merges copy = new Merges();
        seen.forEach((source, one) -> {
            Seen other = new Seen();
            other.upTo = one.upTo;
            other.others.addAll(one.others);
            copy.seen.put(source, other);
        });
        return copy;
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(seen.size());
        for (var entry : seen.entrySet()) {
            out.writeUTF(entry.getKey().node);
            out.writeLong(entry.getKey().epoch);
            out.writeLong(entry.getValue().upTo);
            out.writeInt(entry.getValue().others.size());
            for (long sequence : entry.getValue().others) {
                out.writeLong(sequence);
            }
        }
    }

    void read(DataInputStream in) throws IOException {
        for (int left = in.readInt(); left > 0; left--) {
            Seen one = new Seen();
            seen.put(new Source(in.readUTF(), in.readLong()), one);
            one.upTo = in.readLong();
            for (int others = in.readInt(); others > 0; others--) {
                one.others.add(in.readLong());
            }
        }
    }
}
