package dev.byline.ranking.popular;

import dev.byline.article.ArticleId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One record of the journal: an outcome, without the visitor. Each stands for itself, so that those before a torn one
 * are whole.
 */
sealed interface Entry {
    /** The first byte of a record says which it is; numbers are never used again. */
    int VIEW = 1;

    int REPEAT = 2;
    int SHARE = 3;
    int BALANCE = 4;

    ArticleId article();

    /** A view that counts, or a repeat. */
    record View(ArticleId article, long second, boolean repeat) implements Entry {}

    /** A share. */
    record Share(ArticleId article, long second, String network) implements Entry {}

    /** An opening balance. */
    record Balance(ArticleId article, Instant at, Counts counts) implements Entry {}

    default byte[] encoded() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(64);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            if (this instanceof View view) {
                out.writeByte(view.repeat ? REPEAT : VIEW);
                out.writeLong(view.second);
                out.writeUTF(view.article.value());
            } else if (this instanceof Share share) {
                out.writeByte(SHARE);
                out.writeLong(share.second);
                out.writeUTF(share.article.value());
                out.writeUTF(share.network);
            } else if (this instanceof Balance balance) {
                out.writeByte(BALANCE);
                write(balance, out);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    static Entry decoded(byte[] bytes) throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int type = in.readByte();
            return switch (type) {
                case VIEW, REPEAT -> {
                    long second = in.readLong();
                    yield new View(ArticleId.of(in.readUTF()), second, type == REPEAT);
                }
                case SHARE -> {
                    long second = in.readLong();
                    yield new Share(ArticleId.of(in.readUTF()), second, in.readUTF());
                }
                case BALANCE -> readBalance(in);
                default -> throw new IOException("a record of the unknown type " + type);
            };
        } catch (EOFException | IllegalArgumentException | DateTimeException unreadable) {
            throw new IOException("a whole record that can't be read", unreadable);
        }
    }

    static void write(Balance balance, DataOutputStream out) throws IOException {
        out.writeUTF(balance.article.value());
        out.writeLong(balance.at.getEpochSecond());
        out.writeInt(balance.at.getNano());
        out.writeLong(balance.counts.views());
        out.writeInt(balance.counts.shares().size());
        for (var share : balance.counts.shares().entrySet()) {
            out.writeUTF(share.getKey());
            out.writeLong(share.getValue());
        }
    }

    static Balance readBalance(DataInputStream in) throws IOException {
        ArticleId article = ArticleId.of(in.readUTF());
        long second = in.readLong();
        Instant at = Instant.ofEpochSecond(second, in.readInt());
        long views = in.readLong();
        SortedMap<String, Long> shares = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            shares.put(in.readUTF(), in.readLong());
        }
        return new Balance(article, at, new Counts(views, shares));
    }
}
