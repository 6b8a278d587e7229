package dev.byline.ranking.popular;

import dev.byline.ranking.counting.Ledger;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;

/**
 * All counts at one moment, in one file with a checksum at its end. Immutable.
 *
 * @param sequence how many records had been journalled before
 * @param names the ids of articles in the order of their numbers
 * @param networks those of networks
 * @param balances opening balances
 * @param ledger the counts
 */
record Snapshot(
        long sequence,
        List<String> names,
        List<String> networks,
        List<Balances.Balance> balances,
        Ledger.Image ledger) {
    private static final long MAGIC = 0x62796c636e7403L;
    private static final int CHECKSUM = 8;

    /** Of a book, which must not change meanwhile. */
    static Snapshot of(Book book, long sequence) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < book.names().size(); i++) {
            names.add(book.names().get(i));
        }
        List<Balances.Balance> balances = new ArrayList<>();
        book.balances().all().forEach(balances::add);
        return new Snapshot(
                sequence,
                names,
                book.networks().from(0),
                balances,
                book.ledger().image());
    }

    /** A book with all that is in it. */
    Book book() throws IOException {
        Book book = Book.empty();
        names.forEach(book.names()::add);
        networks.forEach(book.networks()::series);
        balances.forEach(book.balances()::put);
        book.ledger().restore(ledger);
        return book;
    }

    /** Writes a file and returns when the disk has it. */
    void write(Disk disk, Path path) throws IOException {
        Files.deleteIfExists(path);
        CRC32C sum = new CRC32C();
        try (Disk.Output output = disk.open(path)) {
            OutputStream raw = new OutputStream() {
                @Override
                public void write(int value) throws IOException {
                    write(new byte[] {(byte) value}, 0, 1);
                }

                @Override
                public void write(byte[] bytes, int from, int length) throws IOException {
                    output.write(bytes, from, length);
                }
            };
            DataOutputStream out =
                    new DataOutputStream(new CheckedOutputStream(new BufferedOutputStream(raw, 1 << 16), sum));
            out.writeLong(MAGIC);
            out.writeLong(sequence);
            Records.write(names, out);
            Records.write(networks, out);
            out.writeInt(balances.size());
            for (Balances.Balance one : balances) {
                Records.write(one, out);
            }
            ledger.write(out);
            out.writeLong(sum.getValue());
            out.flush();
            output.sync();
        }
    }

    static Snapshot read(Path path) throws IOException {
        check(path);
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(new FileInputStream(path.toFile()), 1 << 16))) {
            if (in.readLong() != MAGIC) {
                throw new IOException(path + " is no snapshot that this version can read");
            }
            long sequence = in.readLong();
            List<String> names = Records.texts(in);
            List<String> networks = Records.texts(in);
            List<Balances.Balance> balances = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                balances.add(Records.readBalance(in));
            }
            return new Snapshot(sequence, names, networks, balances, Ledger.Image.read(in));
        }
    }

    /** First of all, so that no number of a damaged file is believed. */
    private static void check(Path path) throws IOException {
        CRC32C sum = new CRC32C();
        try (InputStream file = new FileInputStream(path.toFile());
                DataInputStream in = new DataInputStream(new BufferedInputStream(file, 1 << 16))) {
            byte[] part = new byte[1 << 16];
            long left = Files.size(path) - CHECKSUM;
            while (left > 0) {
                int read = in.read(part, 0, (int) Math.min(part.length, left));
                if (read < 0) {
                    break;
                }
                sum.update(part, 0, read);
                left -= read;
            }
            if (left != 0 || in.readLong() != sum.getValue()) {
                throw new IOException(path + " is damaged");
            }
        }
    }
}
