package dev.byline.exchange;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.function.IntFunction;

/** Zip archives for tests, field by field, for what no library would write. */
final class Zips {
    private Zips() {}

    /** An archive whose directory lists entries with these names, of which none has content. */
    static byte[] directoryOf(int entries, IntFunction<String> name) {
        return directoryOf(entries, name, new byte[0], new byte[0]);
    }

    /** The same with an extra field and a comment for each entry. */
    static byte[] directoryOf(int entries, IntFunction<String> name, byte[] extra, byte[] comment) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        // Something for the archive to begin with: an entry that the directory does not list.
        byte[] local = new byte[30];
        little(local).putInt(0, 0x04034b50);
        out.writeBytes(local);
        for (int i = 0; i < entries; i++) {
            byte[] called = Packs.bytes(name.apply(i));
            byte[] entry = new byte[46];
            little(entry)
                    .putInt(0, 0x02014b50)
                    .putShort(28, (short) called.length)
                    .putShort(30, (short) extra.length)
                    .putShort(32, (short) comment.length);
            out.writeBytes(entry);
            out.writeBytes(called);
            out.writeBytes(extra);
            out.writeBytes(comment);
        }
        byte[] end = new byte[22];
        little(end).putInt(0, 0x06054b50).putInt(12, out.size() - local.length).putInt(16, local.length);
        out.writeBytes(end);
        return out.toByteArray();
    }

    /** The same archive with a directory as large archives have it, whose places and sizes take eight bytes. */
    static byte[] large(byte[] zip, long directoryAt, long directoryLength) {
        int end = zip.length - 22;
        byte[] end64 = new byte[56];
        little(end64).putInt(0, 0x06064b50).putLong(40, directoryLength).putLong(48, directoryAt);
        byte[] locator = new byte[20];
        little(locator).putInt(0, 0x07064b50).putLong(8, end);
        byte[] small = Arrays.copyOfRange(zip, end, zip.length);
        little(small).putInt(12, -1).putInt(16, -1);
        return Packs.join(Arrays.copyOf(zip, end), end64, locator, small);
    }

    /** An archive of one file whose directory lists it several times, each time with another digit for its last letter. */
    static byte[] shared(byte[] zip, int times) {
        int at = Packs.find(zip, new byte[] {'P', 'K', 1, 2});
        byte[] entry = Arrays.copyOfRange(zip, at, zip.length - 22);
        int last = 45 + little(entry).getShort(28);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(zip, 0, at);
        for (int i = 0; i < times; i++) {
            entry[last] = (byte) ('0' + i);
            out.writeBytes(entry);
        }
        byte[] end = Arrays.copyOfRange(zip, zip.length - 22, zip.length);
        little(end).putInt(12, times * entry.length);
        out.writeBytes(end);
        return out.toByteArray();
    }

    static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
