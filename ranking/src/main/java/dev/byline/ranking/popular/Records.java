package dev.byline.ranking.popular;

import dev.byline.ranking.counting.Cells;
import dev.byline.ranking.counting.Column;
import dev.byline.ranking.counting.Stripes;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The records of a journal: what was counted in some minutes, with the names that it takes, and opening balances; which deltas
 * were made, confirmed and added. Nothing of a visitor is in them, only outcomes.
 */
final class Records {
    /** The first byte of a record says how it is to be read; numbers are never used again. */
    private static final int COUNTED = 10;

    private static final int SEALED = 11;
    private static final int CONFIRMED = 12;
    private static final int MERGED = 13;

    static final int JOINED = 14;

    private static final int LONG = 1 << 22;

    /** The most bytes of what is told of another node; a journal reads four times as many. */
    static final int LONGEST = 1 << 26;

    private Records() {}

    /**
     * What came since the last record, in one record, or in some if it is very much.
     *
     * @param isTold whether other nodes are to be told
     * @param firstName the number of the first of the names
     * @param firstNetwork of the networks
     */
    record Batch(
            boolean isTold,
            int firstName,
            List<String> names,
            int firstNetwork,
            List<String> networks,
            List<Balances.Balance> balances,
            List<Stripes.Dated> counted) {
        List<byte[]> records() {
            Parts parts = new Parts(isTold, firstName, firstNetwork);
            try {
                // Names go first, since the others take them.
                for (String name : names) {
                    Records.write(name, parts.names.next());
                    parts.end();
                }
                for (String network : networks) {
                    Records.write(network, parts.networks.next());
                    parts.end();
                }
                for (Balances.Balance balance : balances) {
                    Records.write(balance, parts.balances.next());
                    parts.end();
                }
                for (Stripes.Dated dated : counted) {
                    DataOutputStream out = parts.counted.next();
                    out.writeInt(dated.minute());
                    Column.of(dated.cells()).write(out);
                    parts.end();
                }
                parts.endRecord();
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
            return parts.records;
        }
    }

    /** A record that is being written, section by section, behind those that are full. */
    private static final class Parts {
        private final List<byte[]> records = new ArrayList<>();
        private final Section names = new Section();
        private final Section networks = new Section();
        private final Section balances = new Section();
        private final Section counted = new Section();
        private final boolean isTold;
        private int firstName;
        private int firstNetwork;

        Parts(boolean isTold, int firstName, int firstNetwork) {
            this.isTold = isTold;
            this.firstName = firstName;
            this.firstNetwork = firstNetwork;
        }

        private int length() {
            return names.bytes.size() + networks.bytes.size() + balances.bytes.size() + counted.bytes.size();
        }

        void end() throws IOException {
            if (length() > LONG) {
                endRecord();
            }
        }

        void endRecord() throws IOException {
            if (length() == 0) {
                return;
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(length() + 32);
            DataOutputStream out = new DataOutputStream(bytes);
            out.writeByte(COUNTED);
            out.writeBoolean(isTold);
            out.writeInt(firstName);
            firstName += names.writeTo(out);
            out.writeInt(firstNetwork);
            firstNetwork += networks.writeTo(out);
            balances.writeTo(out);
            counted.writeTo(out);
            records.add(bytes.toByteArray());
        }
    }

    /** Entries of one sort, with their number in front. */
    private static final class Section {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final DataOutputStream out = new DataOutputStream(bytes);
        private int entries;

        DataOutputStream next() {
            entries++;
            return out;
        }

        int writeTo(DataOutputStream record) throws IOException {
            int written = entries;
            record.writeInt(written);
            bytes.writeTo(record);
            bytes.reset();
            entries = 0;
            return written;
        }
    }

    /** Says that deltas were made of all that was counted before, and how the first is called. */
    static byte[] sealed(DeltaKey first) {
        return record(SEALED, out -> write(first, out));
    }

    /** Says that a delta is forgotten. */
    static byte[] confirmed(DeltaKey origin) {
        return record(CONFIRMED, out -> write(origin, out));
    }

    /** Says what was added of another node. */
    static byte[] merged(Outbox.Sealed delta) {
        return record(MERGED, out -> {
            write(delta.origin(), out);
            Outbox.write(delta.counted(), out);
            write(delta.balances(), out);
        });
    }

    private interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    private static byte[] record(int type, Writing content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(type);
            content.to(out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    static void write(DeltaKey origin, DataOutputStream out) throws IOException {
        out.writeLong(origin.epoch());
        out.writeLong(origin.sequence());
        out.writeUTF(origin.node());
    }

    static DeltaKey readKey(DataInputStream in) throws IOException {
        return new DeltaKey(in.readLong(), in.readLong(), in.readUTF());
    }

    static void write(List<String> texts, DataOutputStream out) throws IOException {
        out.writeInt(texts.size());
        for (String text : texts) {
            write(text, out);
        }
    }

    private static void write(String text, DataOutputStream out) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    static List<String> texts(DataInputStream in) throws IOException {
        List<String> texts = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            texts.add(new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8));
        }
        return texts;
    }

    static void write(Collection<Balances.Balance> balances, DataOutputStream out) throws IOException {
        out.writeInt(balances.size());
        for (Balances.Balance one : balances) {
            write(one, out);
        }
    }

    static List<Balances.Balance> readBalances(DataInputStream in) throws IOException {
        List<Balances.Balance> balances = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            balances.add(readBalance(in));
        }
        return balances;
    }

    private static void write(Balances.Balance balance, DataOutputStream out) throws IOException {
        Instant at = balance.at();
        out.writeInt(balance.article());
        out.writeLong(at.getEpochSecond());
        out.writeInt(at.getNano());
        out.writeLong(balance.counts().views());
        out.writeLong(balance.counts().comments());
        out.writeLong(balance.counts().reactions());
        out.writeLong(balance.counts().visitors());
        out.writeInt(balance.counts().shares().size());
        for (var share : balance.counts().shares().entrySet()) {
            out.writeUTF(share.getKey());
            out.writeLong(share.getValue());
        }
        write(balance.origin(), out);
    }

    private static Balances.Balance readBalance(DataInputStream in) throws IOException {
        int article = in.readInt();
        long second = in.readLong();
        Instant at = Instant.ofEpochSecond(second, in.readInt());
        long views = in.readLong();
        long comments = in.readLong();
        long reactions = in.readLong();
        long visitors = in.readLong();
        SortedMap<String, Long> shares = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            shares.put(in.readUTF(), in.readLong());
        }
        return new Balances.Balance(article, at, new Counts(views, shares, comments, reactions, visitors), readKey(in));
    }

    /** Puts a record into a book. */
    static void apply(byte[] record, Book book, Instant now) throws IOException {
        int minute = Book.minute(now.getEpochSecond());
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(record))) {
            int type = in.readByte();
            switch (type) {
                case COUNTED -> applyCounted(in, book, minute);
                case SEALED -> book.seal(readKey(in));
                case CONFIRMED -> book.outbox().confirm(readKey(in));
                case MERGED ->
                    book.merge(new Outbox.Sealed(readKey(in), Outbox.readCounted(in), readBalances(in)), minute);
                case JOINED -> JoinedRecords.apply(in, one -> apply(one, book, now));
                default -> throw new IOException("a record of the unknown type " + type);
            }
        } catch (EOFException | IllegalArgumentException | DateTimeException unreadable) {
            throw new IOException("a whole record that can't be read", unreadable);
        }
    }

    private static void applyCounted(DataInputStream in, Book book, int now) throws IOException {
        boolean isTold = in.readBoolean();
        int number = in.readInt();
        for (String name : texts(in)) {
            check(book.names().add(name) == number++);
        }
        int network = in.readInt();
        for (String name : texts(in)) {
            check(book.networks().series(name) == Series.SHARES + network++);
        }
        for (Balances.Balance balance : readBalances(in)) {
            book.balances().put(balance);
            if (isTold) {
                book.outbox().add(balance);
            }
        }
        for (int left = in.readInt(); left > 0; left--) {
            int counted = in.readInt();
            Cells cells = new Cells();
            Column.read(in).each(cells::add);
            book.ledger().add(counted, cells, now);
            if (isTold) {
                book.outbox().add(counted, cells);
            }
        }
    }

    private static void check(boolean isInOrder) throws IOException {
        if (!isInOrder) {
            throw new IOException("a name that is out of order");
        }
    }
}
