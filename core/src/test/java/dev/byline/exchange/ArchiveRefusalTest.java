package dev.byline.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.byline.article.ContentException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.UnixStat;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveRefusalTest {
    private static final String WXR = Wxrs.channel(Wxrs.post(1, "<title>Bridge closed</title>"));

    static Stream<Arguments> escapes() {
        return Stream.of(
                Arguments.of("../x.xml", "leads out of it"),
                Arguments.of("a/../../x.xml", "leads out of it"),
                Arguments.of("a/b/..", "leads out of it"),
                Arguments.of("a\\..\\x.xml", "leads out of it"),
                Arguments.of("/x.xml", "absolute path"),
                Arguments.of("//x.xml", "absolute path"),
                Arguments.of("C:\\x.xml", "absolute path"),
                Arguments.of("c:x.xml", "absolute path"),
                Arguments.of("\\\\host\\x.xml", "absolute path"),
                Arguments.of("a\nb.xml", "control character, \"a b.xml\""),
                Arguments.of("a\u001b[2Jb.xml", "control character, \"a [2Jb.xml\""),
                Arguments.of("a/".repeat(513) + "x.xml", "more than 1024 characters"));
    }

    @ParameterizedTest
    @MethodSource("escapes")
    void refusesPathsThatEscape(String path, String reason) {
        byte[] data = Packs.bytes(WXR);
        byte[] zip = Packs.zip(Map.of("_".repeat(path.length()), WXR));
        for (int i = 0; i < 2; i++) {
            Packs.put(zip, Packs.find(zip, Packs.bytes("_".repeat(path.length()))), Packs.bytes(path));
        }
        List<byte[]> archives = List.of(
                zip,
                Packs.tarOf(
                        Packs.entry("././@LongLink", 'L', Packs.bytes(path + "\0")),
                        Packs.entry("innocent", '0', data)),
                Packs.tarOf(
                        Packs.entry("pax", 'x', Packs.join(Packs.pax("mtime", "1"), Packs.pax("path", path))),
                        Packs.entry("innocent", '0', data)));
        for (byte[] archive : archives) {
            assertThat(Packs.refusal(archive)).contains(reason);
            assertThat(Packs.refusal(archive)).doesNotContain("\n", "\u001b");
        }
        if (path.length() <= 100) {
            byte[] tar = Packs.tarOf(Packs.entry(path, '0', data));
            assertThat(Packs.refusal(tar)).contains(reason);
            assertThat(Packs.refusal(Packs.gzip(tar))).contains(reason);
        }
    }

    @Test
    void refusesFoldersThatEscape() {
        assertThat(Packs.refusal(Packs.tarOf(Packs.entry("../x/", '5', new byte[0]))))
                .contains("leads out of it");
        byte[] prefixed = Packs.header("x.xml", '0', 0);
        Packs.put(prefixed, 345, Packs.bytes("../etc"));
        assertThat(Packs.refusal(Packs.tarOf(Packs.checked(prefixed)))).contains("\"../etc/x.xml\"", "leads out of it");
    }

    @ParameterizedTest
    @ValueSource(chars = {'1', '2', '3', '4', '6', 'S', 'V', 'D', 'M', '?'})
    void refusesWhatIsNoPlainFileInTar(char type) {
        for (String name : List.of("a/link.xml", "a/link/")) {
            assertThat(Packs.refusal(Packs.tarOf(Packs.entry(name, type, new byte[0]))))
                    .contains("holds \"a/link", "no plain file");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GNU.sparse.map", "GNU.sparse.major", "GNU.sparse.realsize", "GNU.sparse.numblocks"})
    void refusesSparseFiles(String key) {
        byte[] tar = Packs.tarOf(
                Packs.entry("pax", 'x', Packs.pax(key, "1")), Packs.entry("a.xml", '0', Packs.bytes("1\n0\n1\n")));
        assertThat(Packs.refusal(tar)).contains("\"a.xml\", which is no plain file");
    }

    @Test
    void refusesLinksInZip() throws IOException {
        for (int mode : new int[] {UnixStat.LINK_FLAG, 0010000, 0020000, 0060000, 0140000}) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(out)) {
                ZipArchiveEntry link = new ZipArchiveEntry("a/link.xml");
                link.setUnixMode(mode | 0644);
                zip.putArchiveEntry(link);
                zip.write(Packs.bytes("/etc/passwd"));
                zip.closeArchiveEntry();
            }
            assertThat(Packs.refusal(out.toByteArray())).isEqualTo("holds \"a/link.xml\", which is no plain file");
        }
    }

    @Test
    void refusesWhatIsEncryptedOrPackedInAnUnknownWay() {
        byte[] zip = Packs.zip(Map.of("a.xml", WXR));
        int entry = directory(zip);
        for (int flag : new int[] {1, 1 << 6}) {
            byte[] encrypted = zip.clone();
            encrypted[entry + 8] |= (byte) flag;
            assertThat(Packs.refusal(encrypted))
                    .isEqualTo("holds \"a.xml\", which is encrypted or packed in an unknown way");
        }
        for (int method : new int[] {1, 6, 9, 12, 14, 93, 99}) {
            byte[] unknown = zip.clone();
            unknown[entry + 10] = (byte) method;
            assertThat(Packs.refusal(unknown)).contains("a.xml", "packed in an unknown way");
        }
    }

    @Test
    void refusesAPathThatIsThereTwice() {
        byte[] zip = Packs.zip(ordered("a.xml", "b.xml"));
        Packs.put(zip, directory(zip) + 46, Packs.bytes("b.xml"));
        assertThat(Packs.refusal(zip)).isEqualTo("holds \"b.xml\" twice");
        byte[] once = Packs.entry("a.xml", '0', Packs.bytes(WXR));
        assertThat(Packs.refusal(Packs.tarOf(once, Packs.entry("./a.xml", '0', Packs.bytes(WXR)))))
                .isEqualTo("holds \"a.xml\" twice");
        assertThat(Packs.refusal(Packs.tarOf(Packs.entry(".", '0', new byte[0]))))
                .isEqualTo("holds a file without a name");
    }

    @Test
    void refusesEntriesThatShareTheirBytes() {
        byte[] zip = Packs.zip(Map.of("a.xml0", WXR));
        assertThat(documentsOrRefusal(Zips.shared(zip, 1))).startsWith("a.xml0=<?xml");
        assertThat(documentsOrRefusal(Zips.shared(zip, 2)))
                .isEqualTo("holds \"a.xml1\", which takes bytes that other entries take as well");
    }

    private static String documentsOrRefusal(byte[] archive) {
        try {
            StringBuilder documents = new StringBuilder();
            ContentSource.archive("x", archive).visit((document, in) -> {
                documents.append(document).append('=');
                byte[] chunk = new byte[1 << 16];
                for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
                    documents.append(new String(chunk, 0, Math.min(count, 10), StandardCharsets.ISO_8859_1));
                }
                return true;
            });
            return documents.toString();
        } catch (RefusedSource e) {
            return e.reason();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void refusesAZipWhoseContentIsNotWhatItsListSays() {
        byte[] zip = Packs.zip(Map.of("a.xml", WXR));
        int entry = directory(zip);
        Map<Integer, String> fields = Map.of(
                16, "is damaged", 20, "is damaged", 24, "is damaged", 42, "is not where the list of entries says");
        fields.forEach((field, reason) -> {
            byte[] damaged = zip.clone();
            damaged[entry + field]--;
            assertThat(Packs.refusal(damaged)).as("field " + field).isEqualTo("holds \"a.xml\", which " + reason);
        });
        for (int field : new int[] {20, 42}) {
            byte[] outside = zip.clone();
            Arrays.fill(outside, entry + field, entry + field + 4, (byte) 0x7F);
            assertThat(Packs.refusal(outside)).isEqualTo("holds \"a.xml\", which lies outside of it");
        }
    }

    @Test
    void refusesBombs() {
        byte[] zeros = new byte[80 << 20];
        String large = Wxrs.channel("<a/>".repeat(zeros.length / 4));
        byte[] tar = Packs.join(Packs.header("a.xml", '0', zeros.length), zeros, new byte[1024]);
        for (byte[] bomb : List.of(Packs.gzip(zeros), Packs.gzip(tar), Packs.zip(Map.of("a.xml", large)))) {
            assertThat(documentsOrRefusal(bomb)).isEqualTo("grows to more than 200 times its size");
        }
        ContentSource source = ContentSource.archive("test.zip", Packs.zip(Map.of("a.xml", large)));
        assertThat(Packs.read(WxrReader.with(ImportOptions.defaults()), source).fatal())
                .as("though the XML parser wraps what its stream throws")
                .hasToString("test.zip: grows to more than 200 times its size");
        assertThat(Packs.read(JsonLinesReader.with(ImportOptions.defaults()), source)
                        .report()
                        .refused())
                .as("what nobody reads is not unpacked")
                .isFalse();
    }

    @Test
    void refusesHeadersWithoutEnd() {
        byte[] name = new byte[2 << 20];
        Arrays.fill(name, (byte) 'n');
        for (char type : new char[] {'L', 'K', 'x', 'g'}) {
            assertThat(Packs.refusal(Packs.tarOf(Packs.entry("x", type, name))))
                    .contains("name and attributes are longer than any need be");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5 a=b\n",
                "x",
                "6a=bc\n",
                "99 path=a\n",
                "0 path=a\n",
                "99999999999999 path=a\n",
                "13 size=1x2\n"
            })
    void refusesAttributesThatMakeNoSense(String attributes) {
        byte[] tar = Packs.tarOf(
                Packs.entry("x", 'x', Packs.bytes(attributes)), Packs.entry("a.xml", '0', Packs.bytes(WXR)));
        assertThat(Packs.refusal(tar)).startsWith("is damaged: ");
    }

    @Test
    void refusesSizesBeyondAllBounds() {
        for (String size : List.of(
                "\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff",
                "\u0080\0\0\0\u007f\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff",
                "-0000000001",
                "9999",
                "77777777777")) {
            byte[] header = Packs.header("a.txt", '0', 0);
            Packs.put(header, 124, new byte[12]);
            Packs.put(header, 124, size.getBytes(StandardCharsets.ISO_8859_1));
            assertThat(Packs.refusal(Packs.tarOf(Packs.checked(header))))
                    .as(size)
                    .startsWith("is damaged: ");
        }
    }

    @Test
    void refusesMoreThanHalfAMillionEntries() {
        assertThat(Packs.refusal(Zips.directoryOf(500_001, i -> "a/"))).isEqualTo("holds more than 500000 entries");
        assertThat(Packs.documents(ContentSource.archive("x", Zips.directoryOf(500_000, i -> "a/"))))
                .isEmpty();
    }

    @Test
    void tellsAFailingMachineFromADamagedArchive() {
        for (byte[] archive : List.of(
                Packs.zip(Map.of("a.xml", WXR)),
                Packs.tar(Map.of("a.xml", WXR)),
                Packs.gzip(Packs.tar(Map.of("a.xml", WXR))))) {
            for (int good = 0; good < archive.length; good += 97) {
                ContentSource failing = new ArchiveSource("disk.zip", failing(archive, good));
                assertThatThrownBy(() -> Packs.read(WxrReader.with(ImportOptions.defaults()), failing))
                        .isInstanceOf(ContentException.class)
                        .hasMessage("can't read disk.zip")
                        .hasRootCauseMessage("bad sector");
            }
        }
    }

    private static ArchiveSource.Opening failing(byte[] archive, int good) {
        ArchiveBytes whole = ArchiveBytes.of(archive);
        return () -> new ArchiveBytes() {
            @Override
            public long size() throws IOException {
                return whole.size();
            }

            @Override
            public int read(long position, byte[] into, int from, int length) throws IOException {
                if (position + length > good) {
                    throw new IOException("bad sector");
                }
                return whole.read(position, into, from, length);
            }
        };
    }

    @Test
    void letsTheHostsOwnExceptionThrough() {
        ContentSource source = ContentSource.archive("x", Packs.zip(Map.of("a.xml", WXR)));
        assertThatThrownBy(() -> WxrReader.with(ImportOptions.defaults()).read(source, item -> {
                    throw new UnsupportedOperationException("full");
                }))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    private static int directory(byte[] zip) {
        return Packs.find(zip, new byte[] {'P', 'K', 1, 2});
    }

    private static Map<String, String> ordered(String... names) {
        Map<String, String> files = new LinkedHashMap<>();
        for (String name : names) {
            files.put(name, WXR.replace("Bridge", name));
        }
        return files;
    }
}
