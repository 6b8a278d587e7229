package dev.byline.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a zip archive, in the order of its directory, of which it holds one at a time.
 *
 * <p>Only the directory counts: what the entries say of themselves in other places is not believed. Several disks,
 * encryption and other methods than "stored" and "deflated" are refused.
 */
final class ZipArchive {
    private static final int LOCAL = 0x04034b50;
    private static final int ENTRY = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final int LOCATOR_64 = 0x07064b50;
    private static final int END_64 = 0x06064b50;
    private static final int LENGTH_OF_LOCAL = 30;
    private static final int LENGTH_OF_ENTRY = 46;
    private static final int LENGTH_OF_END = 22;
    private static final int LENGTH_OF_LOCATOR_64 = 20;
    private static final int LENGTH_OF_END_64 = 56;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int ENCRYPTED = 1 | 1 << 6 | 1 << 13;
    private static final int UTF_8 = 1 << 11;
    private static final long LARGE = 0xFFFFFFFFL;
    private static final String NO_DIRECTORY = "the list of its entries can't be found";

    private final ArchiveVisit visit;
    private final ArchiveBytes bytes;
    private final long size;
    private final ArchiveGrowth growth;
    private long packed;

    ZipArchive(String name, ArchiveVisit visit, ArchiveBytes bytes) throws IOException {
        this.visit = visit;
        this.bytes = bytes;
        size = bytes.size();
        growth = new ArchiveGrowth(name);
    }

    /** Where the directory lies. */
    private record Directory(long from, long to) {}

    /** What the directory says of an entry. */
    private record Entry(String path, int method, long checksum, long packed, long unpacked, long at) {}

    void show() throws IOException {
        Directory directory = directory();
        ArchiveRange in = new ArchiveRange(bytes, directory.from(), directory.to());
        while (in.position() < directory.to()) {
            Entry entry = next(in);
            if (entry != null) {
                try (InputStream content = content(entry, directory)) {
                    if (!visit.show(entry.path(), content)) {
                        return;
                    }
                }
            }
        }
    }

    private Directory directory() throws IOException {
        int length = (int) Math.min(size, LENGTH_OF_END + LONGEST_COMMENT);
        ByteBuffer tail = at(size - length, length);
        int at = length - LENGTH_OF_END;
        while (at >= 0
                && !(tail.getInt(at) == END && at + LENGTH_OF_END + (tail.getShort(at + 20) & 0xFFFF) <= length)) {
            at--;
        }
        if (at < 0) {
            throw visit.damaged(NO_DIRECTORY);
        }
        long end = size - length + at;
        long long64 = end - LENGTH_OF_LOCATOR_64;
        Directory directory;
        if (long64 >= 0 && at(long64, 4).getInt(0) == LOCATOR_64) {
            end = at(long64, LENGTH_OF_LOCATOR_64).getLong(8);
            ByteBuffer end64 = at(end, LENGTH_OF_END_64);
            if (end64.getInt(0) != END_64) {
                throw visit.damaged(NO_DIRECTORY);
            }
            directory = directory(end64.getLong(48), end64.getLong(40));
        } else {
            directory = directory(tail.getInt(at + 16) & LARGE, tail.getInt(at + 12) & LARGE);
        }
        if (directory.from() < 0 || directory.to() < directory.from() || directory.to() > end) {
            throw visit.damaged(NO_DIRECTORY);
        }
        return directory;
    }

    private static Directory directory(long from, long length) {
        return new Directory(from, from + length);
    }

    /** The next entry of the directory; null for a folder. */
    private @Nullable Entry next(ArchiveRange in) throws IOException {
        ByteBuffer entry = read(in, LENGTH_OF_ENTRY);
        if (entry.getInt(0) != ENTRY) {
            throw visit.damaged("the list of its entries can't be read");
        }
        byte[] name = read(in, entry.getShort(28) & 0xFFFF).array();
        ZipExtra extra = ZipExtra.of(read(in, entry.getShort(30) & 0xFFFF).array());
        in.skip(entry.getShort(32) & 0xFFFF);
        int flags = entry.getShort(8);
        String unicode = (flags & UTF_8) == 0 ? extra.name(name) : null;
        String path = visit.enter(unicode == null ? ArchivePath.decoded(name) : unicode);
        if (isLink(entry)) {
            throw visit.holds(path, "is no plain file");
        }
        if (name.length > 0 && (name[name.length - 1] == '/' || name[name.length - 1] == '\\')) {
            return null;
        }
        visit.file(path);
        int method = entry.getShort(10) & 0xFFFF;
        if ((flags & ENCRYPTED) != 0 || (method != ZipContent.STORED && method != ZipContent.DEFLATED)) {
            throw visit.holds(path, "is encrypted or packed in an unknown way");
        }
        long unpackedSize = entry.getInt(24) & LARGE;
        long packedSize = entry.getInt(20) & LARGE;
        long at = entry.getInt(42) & LARGE;
        // The long ones stand in the extra field, in this order, where the short ones say so.
        unpackedSize = unpackedSize == LARGE ? extra.nextLong(unpackedSize) : unpackedSize;
        packedSize = packedSize == LARGE ? extra.nextLong(packedSize) : packedSize;
        at = at == LARGE ? extra.nextLong(at) : at;
        return new Entry(path, method, entry.getInt(16) & LARGE, packedSize, unpackedSize, at);
    }

    // A Unix or macOS machine made it and says what it is, if it is neither a file nor a folder.
    private static boolean isLink(ByteBuffer entry) {
        int system = entry.get(5) & 0xFF;
        int type = entry.getShort(40) & 0xF000;
        return (system == 3 || system == 19) && type != 0 && type != 0x8000 && type != 0x4000;
    }

    private ZipContent content(Entry entry, Directory directory) throws IOException {
        long end = directory.from();
        if (entry.at() < 0 || entry.at() > end - LENGTH_OF_LOCAL) {
            throw visit.holds(entry.path(), "lies outside of it");
        }
        ByteBuffer local = at(entry.at(), LENGTH_OF_LOCAL);
        if (local.getInt(0) != LOCAL) {
            throw visit.holds(entry.path(), "is not where the list of entries says");
        }
        long header = (long) LENGTH_OF_LOCAL + (local.getShort(26) & 0xFFFF) + (local.getShort(28) & 0xFFFF);
        long from = entry.at() + header;
        if (entry.packed() < 0 || entry.packed() > end - from) {
            throw visit.holds(entry.path(), "lies outside of it");
        }
        packed += header + entry.packed();
        if (packed > end) {
            throw visit.holds(entry.path(), "takes bytes that other entries take as well");
        }
        return new ZipContent(
                visit,
                entry.path(),
                new ArchiveRange(bytes, from, from + entry.packed()),
                entry.method(),
                entry.unpacked(),
                entry.checksum(),
                count -> growth.add(count, size));
    }

    private ByteBuffer at(long position, int length) throws IOException {
        if (position < 0 || position > size - length) {
            throw visit.damaged("it ends too early");
        }
        return read(new ArchiveRange(bytes, position, position + length), length);
    }

    private ByteBuffer read(ArchiveRange in, int length) throws IOException {
        byte[] read = in.readNBytes(length);
        if (read.length < length) {
            throw visit.damaged("it ends too early");
        }
        return ByteBuffer.wrap(read).order(ByteOrder.LITTLE_ENDIAN);
    }
}
