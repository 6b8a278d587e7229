package dev.byline.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What archives of any kind take of the heap and the stack: run in a virtual machine that has little of both. */
class ArchiveMemoryTest {
    private static final int ENTRIES = 200_000;

    @TempDir
    Path folder;

    /** Archives that would fill a heap of 64 MB if any of their fields were held; streams, since nobody else can either. */
    private static Map<String, Supplier<InputStream>> archives() {
        Map<String, Supplier<InputStream>> archives = new LinkedHashMap<>();
        byte[] letters = new byte[900_000];
        Arrays.fill(letters, (byte) 'n');
        archives.put("gzip-name", () -> join(gzipHeader(8), repeat(letters, 100), gzipRest()));
        archives.put("gzip-comment", () -> join(gzipHeader(16), repeat(letters, 100), gzipRest()));
        archives.put("gzip-members", () -> repeat(Packs.gzip(new byte[0]), 200_000));
        byte[] chain = Packs.join(
                Packs.entry("x", 'L', Packs.bytes("b")),
                Packs.entry("x", 'K', Packs.bytes("c")),
                Packs.entry("x", 'x', Packs.pax("path", "a")),
                Packs.entry("x", 'g', Packs.pax("comment", "d")));
        archives.put("tar-chain", () -> tar(repeat(chain, 20_000)));
        archives.put(
                "tar-globals", () -> tar(numbered(i -> Packs.entry("g", 'g', Packs.pax("k" + i, "v".repeat(300))))));
        byte[] named = Packs.entry("x", 'L', letters);
        archives.put("tar-names", () -> tar(repeat(named, 20)));
        byte[] attributes = Packs.entry("x", 'x', Packs.pax("path", "p".repeat(letters.length)));
        archives.put("tar-attributes", () -> tar(repeat(attributes, 20)));
        archives.put("tar-entries", () -> tar(numbered(i -> Packs.header(i + ".md", '0', 0))));
        return archives;
    }

    /** What the virtual machine with the small heap does: reads the archives above, then those in the files. */
    public static void main(String[] files) throws IOException {
        for (Map.Entry<String, Supplier<InputStream>> archive : archives().entrySet()) {
            show(new ArchiveSource(archive.getKey(), () -> new Sequential(archive.getValue())));
        }
        for (String file : files) {
            show(ContentSource.archive(Path.of(file)));
        }
    }

    private static void show(ContentSource source) throws IOException {
        int[] documents = {0};
        try {
            source.visit((document, in) -> {
                in.transferTo(OutputStream.nullOutputStream());
                documents[0]++;
                return true;
            });
            System.out.println(source.name() + ": " + documents[0]);
        } catch (RefusedSource e) {
            System.out.println(source.name() + ": " + e.reason());
        }
    }

    @Test
    void noFieldOfAnArchiveIsHeld() throws Exception {
        byte[] field = new byte[60];
        Files.write(folder.resolve("zip-entries"), Zips.directoryOf(ENTRIES, i -> "pictures/of-something/" + i + "/"));
        Files.write(folder.resolve("zip-extras"), Zips.directoryOf(ENTRIES, i -> "a/", field, field));
        Files.write(folder.resolve("zip-same"), Zips.directoryOf(ENTRIES, i -> "same.md"));
        assertThat(run())
                .containsExactly(
                        "gzip-name: 1",
                        "gzip-comment: 1",
                        "gzip-members: 1",
                        "tar-chain: 1",
                        "tar-globals: 1",
                        "tar-names: holds a path of more than 1024 characters",
                        "tar-attributes: holds a path of more than 1024 characters",
                        "tar-entries: " + (ENTRIES + 1),
                        "zip-entries: 0",
                        "zip-extras: 0",
                        "zip-same: holds \"same.md\" twice");
    }

    private List<String> run() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-Xss256k",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                ArchiveMemoryTest.class.getName()));
        try (Stream<Path> files = Files.list(folder)) {
            files.map(Path::toString).sorted().forEach(command::add);
        }
        Path out = folder.resolveSibling(folder.getFileName() + ".out");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        assertThat(process.waitFor(10, TimeUnit.MINUTES)).as("ended").isTrue();
        List<String> said = Files.readAllLines(out, StandardCharsets.UTF_8);
        Files.delete(out);
        assertThat(process.exitValue()).as(String.join("\n", said)).isZero();
        return said;
    }

    private static InputStream tar(InputStream entries) {
        return join(entries, new ByteArrayInputStream(Packs.tarOf(Packs.entry("a.md", '0', new byte[1]))));
    }

    private static InputStream gzipHeader(int flag) {
        return new ByteArrayInputStream(new byte[] {0x1F, (byte) 0x8B, 8, (byte) flag, 0, 0, 0, 0, 0, 3});
    }

    private static InputStream gzipRest() {
        byte[] whole = Packs.gzip(new byte[10]);
        whole[9] = 0;
        return new ByteArrayInputStream(whole, 9, whole.length - 9);
    }

    private static InputStream numbered(IntFunction<byte[]> part) {
        return all(IntStream.range(0, ENTRIES).mapToObj(part));
    }

    private static InputStream repeat(byte[] part, int times) {
        return all(Stream.generate(() -> part).limit(times));
    }

    private static InputStream join(InputStream... parts) {
        return new SequenceInputStream(Collections.enumeration(List.of(parts)));
    }

    private static InputStream all(Stream<byte[]> parts) {
        Iterator<byte[]> each = parts.iterator();
        return new InputStream() {
            private InputStream part = InputStream.nullInputStream();

            @Override
            public int read() {
                throw new UnsupportedOperationException("byte by byte");
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                int read = part.read(into, from, length);
                while (read < 0 && each.hasNext()) {
                    part = new ByteArrayInputStream(each.next());
                    read = part.read(into, from, length);
                }
                return read;
            }
        };
    }

    /** An archive that is made while it is read. */
    private static final class Sequential implements ArchiveBytes {
        private final Supplier<InputStream> archive;
        private InputStream in;
        private long at;

        Sequential(Supplier<InputStream> archive) {
            this.archive = archive;
            in = archive.get();
        }

        @Override
        public long size() {
            return Long.MAX_VALUE;
        }

        @Override
        public int read(long position, byte[] into, int from, int length) throws IOException {
            if (position < at) {
                in = archive.get();
                at = 0;
            }
            in.readNBytes(Math.toIntExact(position - at));
            int read = in.read(into, from, length);
            at = position + Math.max(0, read);
            return read;
        }
    }
}
