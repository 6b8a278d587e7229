package dev.byline.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

class ArchiveLaws {
    private static final Map<String, byte[]> ARCHIVES = archives();

    private static Map<String, byte[]> archives() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("folder/".repeat(20) + "a.xml", Wxrs.channel(Wxrs.post(1, "<title>Bridge</title>")));
        files.put("b.xml", Wxrs.channel(Wxrs.post(2, "<title>Road</title>")));
        files.put("جسر.txt", "nothing");
        Map<String, byte[]> archives = new TreeMap<>();
        archives.put("zip", Packs.zip(files));
        byte[] zip = Packs.zip(files);
        int directory = Packs.find(zip, new byte[] {'P', 'K', 1, 2});
        archives.put("zip64", Zips.large(zip, directory, zip.length - 22 - directory));
        archives.put("tar", Packs.tar(files));
        archives.put("gnu.tar", Packs.tar(files, TarArchiveOutputStream.LONGFILE_GNU));
        archives.put("tar.gz", Packs.gzip(Packs.tar(files)));
        archives.put("xml.gz", Packs.join(Packs.gzip(Packs.bytes(files.get("b.xml"))), Packs.gzip(new byte[1])));
        return archives;
    }

    @Provide
    Arbitrary<String> kinds() {
        return Arbitraries.of(ARCHIVES.keySet());
    }

    private static byte[] archive(String kind) {
        return ARCHIVES.getOrDefault(kind, new byte[0]).clone();
    }

    // What reading a damaged archive may end with: a report, whether it says "refused" or not.
    private static Wxrs.Result read(byte[] archive) {
        Wxrs.Result result =
                Packs.read(WxrReader.with(ImportOptions.defaults()), ContentSource.archive("test", archive));
        assertThat(result.report().toString()).doesNotContain("Exception");
        ContentReader.recognising(ContentSource.archive("test", archive), ImportOptions.defaults());
        return result;
    }

    @Property(tries = 400)
    void cuttingNeverThrowsAndNeverGivesAPart(@ForAll("kinds") String kind, @ForAll @IntRange(max = 1 << 20) int cut) {
        byte[] whole = archive(kind);
        Wxrs.Result result = read(Arrays.copyOf(whole, cut % whole.length));
        // A tar ends with empty blocks, of which the last ones are for nothing; a gzip may end behind any member.
        int all = kind.equals("xml.gz") ? 1 : kind.endsWith("tar") ? 2 : Integer.MAX_VALUE;
        assertThat(result.report().refused() || result.articles().size() == all)
                .as(result.report().toString())
                .isTrue();
    }

    @Property(tries = 2000)
    void flippingBytesNeverThrows(
            @ForAll("kinds") String kind,
            @ForAll @Size(min = 1, max = 4) List<@IntRange(max = 1 << 20) Integer> places,
            @ForAll byte flip) {
        byte[] archive = archive(kind);
        for (int place : places) {
            archive[place % archive.length] ^= flip;
        }
        read(archive);
    }

    @Property(tries = 600)
    void flippingTheFieldsOfAZipsDirectoryNeverThrows(
            @ForAll boolean large, @ForAll @IntRange(max = 400) int fromTheEnd, @ForAll int value) {
        byte[] zip = archive(large ? "zip64" : "zip");
        int at = Math.max(0, zip.length - 4 - fromTheEnd);
        Zips.little(zip).putInt(at, value);
        read(zip);
    }

    @Property(tries = 300)
    void anyBytesBehindTheFirstOnesNeverThrow(
            @ForAll("kinds") String kind, @ForAll long seed, @ForAll @IntRange(max = 600) int kept) {
        byte[] archive = archive(kind);
        byte[] noise = new byte[archive.length];
        new Random(seed).nextBytes(noise);
        int from = Math.min(kept, archive.length);
        System.arraycopy(noise, from, archive, from, archive.length - from);
        read(archive);
    }

    @Provide
    Arbitrary<List<String>> names() {
        return Arbitraries.of(
                        "a", "b", "bridge", "2026-10-05-bridge", "x/bridge", "x/a", "y/z/a", "_posts/2026-10-06-c")
                .list()
                .uniqueElements()
                .ofMinSize(1)
                .ofMaxSize(6);
    }

    @Property(tries = 60)
    void theSameDocumentsGiveTheSameItemsHoweverTheyArePacked(@ForAll("names") List<String> names) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        for (String name : names) {
            files.put(
                    name + ".md",
                    "---\ntitle: The same title\ndate: 2026-10-05\nslug: same\n---\n" + name + " [b](b.md)\n");
        }
        Path folder = Files.createTempDirectory("byline");
        try {
            for (Map.Entry<String, String> file : files.entrySet()) {
                Path path = folder.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.getValue());
            }
            List<String> expected = items(ContentSource.folder(folder));
            assertThat(expected).hasSizeGreaterThanOrEqualTo(names.size());
            assertThat(items(ContentSource.archive("x", Packs.zip(files)))).isEqualTo(expected);
            assertThat(items(ContentSource.archive("x", Packs.tar(files)))).isEqualTo(expected);
            assertThat(items(ContentSource.archive("x", Packs.gzip(Packs.tar(files)))))
                    .isEqualTo(expected);
        } finally {
            delete(folder);
        }
    }

    private static List<String> items(ContentSource source) {
        Wxrs.Result result = Packs.read(MarkdownReader.with(ImportOptions.defaults()), source);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JsonLinesWriter.with(ExportOptions.defaults()).write(result.items(), out);
        return out.toString(StandardCharsets.UTF_8).lines().sorted().toList();
    }

    static void delete(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
