package dev.byline.ranking.popular;

import dev.byline.ranking.counting.Cells;
import dev.byline.ranking.counting.Stripes;
import dev.byline.ranking.counting.VisitNotes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What was put into the book and is in no record yet. Whoever uses it holds the lock of the book. */
final class Pending {
    private Map<Integer, Cells> counted = new TreeMap<>();
    private List<Balances.Balance> balances = new ArrayList<>();
    private List<VisitNotes> seen = new ArrayList<>();
    private List<byte[]> others = new ArrayList<>();
    private boolean closed;

    /**
     * All of it at one moment.
     *
     * @param seen the visits that are counted in it
     * @param others records that were made already
     */
    record Taken(
            Map<Integer, Cells> counted, List<Balances.Balance> balances, List<VisitNotes> seen, List<byte[]> others) {
        long events() {
            return Pending.events(counted) + balances.size() + others.size();
        }

        /**
         * What records are made of, but for the others.
         *
         * @param names how many names of the book are in records already
         * @param networks how many of its networks
         */
        Records.Batch batch(Book book, int names, int networks, boolean isTold) {
            // Names came before what was counted under them, so all that are needed are there by now.
            List<String> freshNames = new ArrayList<>();
            for (int number = names; number < book.names().size(); number++) {
                freshNames.add(book.names().get(number));
            }
            List<Stripes.Dated> dated = new ArrayList<>();
            counted.forEach((minute, cells) -> dated.add(new Stripes.Dated(minute, cells)));
            return new Records.Batch(
                    isTold, names, freshNames, networks, book.networks().from(networks), balances, dated);
        }
    }

    void add(Stripes.Taken fresh) {
        for (Stripes.Dated dated : fresh.counted()) {
            Cells all = counted.computeIfAbsent(dated.minute(), any -> new Cells());
            dated.cells().each(all::add);
        }
        seen.addAll(fresh.notes());
    }

    void add(Balances.Balance balance) {
        checkOpen();
        balances.add(balance);
    }

    void add(byte[] record) {
        checkOpen();
        others.add(record);
    }

    /** Takes nothing more, but for what was counted before. */
    void close() {
        closed = true;
    }

    private void checkOpen() {
        if (closed) {
            throw new IllegalStateException("the counters are closed");
        }
    }

    /** The visits that are counted in it. */
    List<VisitNotes> seen() {
        return seen;
    }

    /** How many events it is made of. */
    long events() {
        return events(counted) + balances.size() + others.size();
    }

    private static long events(Map<Integer, Cells> counted) {
        long[] sum = {0};
        counted.values().forEach(cells -> cells.each((key, amount) -> sum[0] += Math.abs(amount)));
        return sum[0];
    }

    /** Takes all of it; what comes then begins anew. */
    Taken take() {
        Taken taken = new Taken(counted, balances, seen, others);
        counted = new TreeMap<>();
        balances = new ArrayList<>();
        seen = new ArrayList<>();
        others = new ArrayList<>();
        return taken;
    }
}
