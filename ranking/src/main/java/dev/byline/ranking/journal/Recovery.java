package dev.byline.ranking.journal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a folder held when it was read: the newest snapshot, and the whole records of the journal that follows it.
 *
 * @param generation the number of both; 0 without a snapshot
 * @param snapshotBytes the length of the snapshot
 * @param mapped the snapshot in memory, if it could be mapped
 * @param before how many records came before the journal
 * @param records how many it has
 * @param headed whether it has its beginning
 * @param end where its first record that is not whole begins, or its end
 * @param torn how many bytes follow
 */
record Recovery(
        long generation,
        long snapshotBytes,
        @Nullable ByteBuffer mapped,
        long before,
        long records,
        boolean headed,
        long end,
        long torn) {
    private static final int VERSION = 4;

    /** Reads a folder into contents, and changes nothing in it. */
    static Recovery of(Path folder, Journal.Contents contents) throws IOException {
        NavigableSet<Long> snapshots = numbers(folder, Journal.SNAPSHOT);
        NavigableSet<Long> journals = numbers(folder, Journal.JOURNAL);
        long generation = snapshots.isEmpty() ? 0 : snapshots.last();
        long before = 0;
        long snapshotBytes = 0;
        @Nullable ByteBuffer mapped = null;
        if (generation > 0) {
            Path snapshot = folder.resolve(Journal.SNAPSHOT + generation);
            snapshotBytes = Files.size(snapshot);
            mapped = SnapshotFile.map(snapshot);
            before = SnapshotFile.read(snapshot, mapped, contents);
        } else if (!journals.isEmpty() && !journals.contains(0L)) {
            throw new IOException(folder + " has a journal, but the snapshot before it is missing");
        }
        Path path = folder.resolve(Journal.JOURNAL + generation);
        if (!Files.exists(path)) {
            return new Recovery(generation, snapshotBytes, mapped, before, 0, false, 0, 0);
        }
        long[] records = {0};
        boolean[] headed = {false};
        long first = before;
        long end = RecordFile.read(path, content -> {
            if (headed[0]) {
                contents.apply(content);
                records[0]++;
            } else {
                checkHead(path, content, first);
                headed[0] = true;
            }
        });
        long torn = Files.size(path) - end;
        if (!headed[0] && torn >= RecordFile.FRAME + head(before).length) {
            throw new IOException(path + " is damaged at its beginning");
        }
        return new Recovery(generation, snapshotBytes, mapped, before, records[0], headed[0], end, torn);
    }

    static NavigableSet<Long> numbers(Path folder, String kind) throws IOException {
        return numbers(folder, kind, "");
    }

    static NavigableSet<Long> numbers(Path folder, String kind, String ending) throws IOException {
        List<String> names = new ArrayList<>();
        try (var files = Files.newDirectoryStream(folder, kind + "*")) {
            files.forEach(file -> names.add(file.getFileName().toString()));
        }
        NavigableSet<Long> numbers = new TreeSet<>();
        for (String name : names) {
            if (name.endsWith(ending)) {
                String number = name.substring(kind.length(), name.length() - ending.length());
                if (!number.isEmpty() && number.length() <= 18 && number.chars().allMatch(c -> c >= '0' && c <= '9')) {
                    numbers.add(Long.parseLong(number));
                }
            }
        }
        return numbers;
    }

    static byte[] head(long sequence) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF("byline journal");
            out.writeInt(VERSION);
            out.writeLong(sequence);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void checkHead(Path path, byte[] content, long sequence) throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(content))) {
            if (!in.readUTF().equals("byline journal") || in.readInt() != VERSION) {
                throw new IOException(path + " is no journal that this version can read");
            }
            if (in.readLong() != sequence) {
                throw new IOException(path + " does not follow the snapshot beside it");
            }
        }
    }
}
