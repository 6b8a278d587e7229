package dev.byline.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a tar archive, as POSIX (ustar, pax) and GNU write it.
 *
 * <p>Holds one header at a time and goes through chains of them in a loop. What speaks for the next entry only counts
 * where it can mean a plain file: its path and size.
 */
final class TarArchive {
    static final int BLOCK = 512;
    private static final int LONGEST_HEADER = 1 << 20;
    private static final String TOO_EARLY = "it ends too early";

    private final ArchiveVisit visit;
    private final InputStream in;
    private @Nullable String longName;
    private @Nullable String paxName;
    private long paxSize = -1;
    private boolean sparse;

    TarArchive(ArchiveVisit visit, InputStream in) {
        this.visit = visit;
        this.in = in;
    }

    /** Whether an archive begins so. */
    static boolean recognises(byte[] start) {
        return start.length >= BLOCK && Archives.isTar(start) && isChecked(start);
    }

    void show() throws IOException {
        while (true) {
            byte[] header = bytes(BLOCK);
            if (isEmpty(header)) {
                // What is packed tells only at its end whether it is whole.
                in.transferTo(OutputStream.nullOutputStream());
                return;
            }
            if (!isChecked(header)) {
                throw visit.damaged("the checksum of an entry's header is wrong");
            }
            long size = number(header, 124, 12);
            switch (header[156]) {
                case 'L' -> longName = ArchivePath.decoded(text(bytes(checked(size)), 0, (int) size));
                case 'x' -> pax(bytes(checked(size)));
                case 'K', 'g' -> skip(checked(size));
                default -> {
                    if (!entry(header, paxSize < 0 ? size : paxSize)) {
                        return;
                    }
                    longName = null;
                    paxName = null;
                    paxSize = -1;
                    sparse = false;
                    continue;
                }
            }
            skip(padding(size));
        }
    }

    private boolean entry(byte[] header, long size) throws IOException {
        String name = paxName != null ? paxName : longName != null ? longName : name(header);
        String path = visit.enter(name);
        char type = (char) header[156];
        boolean file = type == '0' || type == '7' || type == 0;
        if (type == '5') {
            return true;
        }
        if (!file || sparse) {
            throw visit.holds(path, "is no plain file");
        }
        if (name.endsWith("/")) {
            skip(size + padding(size));
            return true;
        }
        visit.file(path);
        Content content = new Content(path, size);
        if (!visit.show(path, content)) {
            return false;
        }
        skip(content.left + padding(size));
        return true;
    }

    private int checked(long size) throws RefusedSource {
        if (size > LONGEST_HEADER) {
            throw visit.refusal("has an entry whose name and attributes are longer than any need be");
        }
        return (int) size;
    }

    /** The records of a pax header: {@code 16 path=a/b.md\n}, each with its length. */
    private void pax(byte[] records) throws RefusedSource {
        for (int at = 0; at < records.length && records[at] != 0; ) {
            int length = 0;
            int from = at;
            while (from < records.length && records[from] >= '0' && records[from] <= '9' && length < LONGEST_HEADER) {
                length = 10 * length + records[from++] - '0';
            }
            int end = at + length;
            if (from == at || end <= from || end > records.length || records[from] != ' ' || records[end - 1] != '\n') {
                throw visit.damaged("the attributes of an entry can't be read");
            }
            int equals = from;
            while (equals < end && records[equals] != '=') {
                equals++;
            }
            String key = new String(records, from + 1, Math.max(0, equals - from - 1), StandardCharsets.UTF_8);
            int value = Math.min(equals + 1, end - 1);
            if (key.equals("path")) {
                paxName = ArchivePath.decoded(Arrays.copyOfRange(records, value, end - 1));
            } else if (key.equals("size")) {
                paxSize = digits(records, value, end - 1, 10);
            } else {
                sparse |= key.startsWith("GNU.sparse.");
            }
            at = end;
        }
    }

    private static String name(byte[] header) {
        String name = ArchivePath.decoded(text(header, 0, 100));
        boolean posix = header[262] == 0;
        String folder = Archives.isTar(header) && posix ? ArchivePath.decoded(text(header, 345, 155)) : "";
        return folder.isEmpty() ? name : folder + "/" + name;
    }

    /** The bytes of a field, which a zero ends early. */
    private static byte[] text(byte[] header, int from, int length) {
        int end = from;
        while (end < from + length && header[end] != 0) {
            end++;
        }
        return Arrays.copyOfRange(header, from, end);
    }

    private long number(byte[] header, int from, int length) throws RefusedSource {
        if (header[from] >= 0) {
            return digits(header, from, from + length, 8);
        }
        // What octal digits can't hold, GNU writes in binary.
        long number = header[from] & 0x7F;
        for (int i = from + 1; i < from + length; i++) {
            if (number >> 47 != 0) {
                throw visit.damaged("the size of an entry is beyond all bounds");
            }
            number = number << 8 | (header[i] & 0xFF);
        }
        return number;
    }

    private long digits(byte[] bytes, int from, int to, int radix) throws RefusedSource {
        long number = 0;
        int at = from;
        while (at < to && bytes[at] == ' ') {
            at++;
        }
        for (; at < to && bytes[at] != ' ' && bytes[at] != 0; at++) {
            int digit = bytes[at] - '0';
            if (digit < 0 || digit >= radix || number >> 55 != 0) {
                throw visit.damaged("the size of an entry can't be read");
            }
            number = radix * number + digit;
        }
        return number;
    }

    private static boolean isChecked(byte[] header) {
        long stated = 0;
        int unsigned = 0;
        int signed = 0;
        for (int i = 0; i < BLOCK; i++) {
            boolean check = i >= 148 && i < 156;
            byte b = check ? (byte) ' ' : header[i];
            unsigned += b & 0xFF;
            signed += b;
            if (check && header[i] >= '0' && header[i] <= '7') {
                stated = 8 * stated + header[i] - '0';
            }
        }
        // Some old programs summed up signed bytes.
        return stated == unsigned || stated == signed;
    }

    private static boolean isEmpty(byte[] block) {
        int bits = 0;
        for (byte b : block) {
            bits |= b;
        }
        return bits == 0;
    }

    private static long padding(long size) {
        return (BLOCK - size % BLOCK) % BLOCK;
    }

    private byte[] bytes(int count) throws IOException {
        byte[] bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw visit.damaged(TOO_EARLY);
        }
        return bytes;
    }

    private void skip(long count) throws IOException {
        long left = count;
        while (left > 0) {
            long skipped = in.skip(left);
            if (skipped == 0) {
                throw visit.damaged(TOO_EARLY);
            }
            left -= skipped;
        }
    }

    /** The content of an entry. */
    private final class Content extends InputStream {
        private final String path;
        private long left;

        Content(String path, long size) {
            this.path = path;
            left = size;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            Objects.checkFromIndexSize(from, length, into.length);
            if (length == 0) {
                return 0;
            }
            if (left == 0) {
                return -1;
            }
            int read = in.read(into, from, (int) Math.min(left, length));
            if (read < 0) {
                throw visit.holds(path, "ends too early");
            }
            left -= read;
            return read;
        }
    }
}
