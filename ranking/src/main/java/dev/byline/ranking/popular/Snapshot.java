package dev.byline.ranking.popular;

import dev.byline.ranking.counting.Ledger;
import dev.byline.ranking.journal.Journal;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * All counts at one moment. Immutable.
 *
 * @param names the ids of articles in the order of their numbers
 * @param networks those of networks
 * @param balances opening balances
 * @param merges which deltas of other nodes are in it
 * @param outbox what other nodes are to be told
 * @param ledger the counts
 */
record Snapshot(
        List<String> names,
        List<String> networks,
        List<Balances.Balance> balances,
        Merges merges,
        Outbox outbox,
        Ledger.Image ledger)
        implements Journal.Image {
    /** Of a book, which must not change meanwhile. */
    static Snapshot of(Book book) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < book.names().size(); i++) {
            names.add(book.names().get(i));
        }
        List<Balances.Balance> balances = new ArrayList<>();
        book.balances().all().forEach(balances::add);
        return new Snapshot(
                names,
                book.networks().from(0),
                balances,
                book.merges().copy(),
                book.outbox().copy(),
                book.ledger().image());
    }

    @Override
    public void write(DataOutputStream out) throws IOException {
        ledger.write(out);
        Records.write(names, out);
        Records.write(networks, out);
        Records.write(balances, out);
        merges.write(out);
        outbox.write(out);
    }

    /** Puts what {@link #write} wrote into a book, which is empty. */
    static void read(DataInputStream in, Book book) throws IOException {
        book.ledger().restore(Ledger.Image.read(in));
        Records.texts(in).forEach(book.names()::add);
        Records.texts(in).forEach(book.networks()::series);
        Records.readBalances(in).forEach(book.balances()::put);
        book.merges().read(in);
        book.outbox().read(in);
    }
}
