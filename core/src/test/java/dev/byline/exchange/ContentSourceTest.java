package dev.byline.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentSourceTest {
    private static final String WXR = Wxrs.channel(Wxrs.post(1, "<title>Bridge closed</title>"));
    private static final String JSON = "{\"type\":\"article\",\"article\":{\"id\":\"1\",\"slug\":\"bridge\","
            + "\"headline\":\"Bridge closed\",\"status\":\"draft\"}}\n";
    private static final String MARKDOWN =
            "---\ntitle: Bridge closed\ndate: 2026-10-05\ntags: [bridges]\n---\nNo way over.\n";

    @TempDir
    Path folder;

    static Stream<Arguments> formats() {
        return Stream.of(
                Arguments.of("WXR", "export.xml", WXR),
                Arguments.of("Byline JSON lines", "export.jsonl", JSON),
                Arguments.of("Markdown", "bridge.md", MARKDOWN));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void readsEachFormatFromEachKindOfSource(String format, String file, String text) throws IOException {
        Map<String, String> files = Map.of("content/" + file, text);
        Map<String, byte[]> sources = new LinkedHashMap<>();
        sources.put("x.zip", Packs.zip(files));
        sources.put("stored.zip", Packs.zip(files, ZipArchiveOutputStream.STORED));
        sources.put("x.tar", Packs.tar(files));
        sources.put("x.tar.gz", Packs.gzip(Packs.tar(files)));
        sources.put(file + ".gz", Packs.gzip(Packs.bytes(text)));
        sources.put("no-ending", Packs.gzip(Packs.bytes(text)));
        sources.put(file, Packs.bytes(text));
        for (Map.Entry<String, byte[]> source : sources.entrySet()) {
            Path path = Files.write(folder.resolve(source.getKey()), source.getValue());
            Wxrs.Result result = Packs.read(ContentSource.at(path));
            assertThat(result.report().toString()).startsWith(source.getKey() + " (" + format + "): ");
            assertThat(result.report().problems()).isEmpty();
            assertThat(result.articles())
                    .as(source.getKey())
                    .singleElement()
                    .satisfies(article -> assertThat(article.headline()).isEqualTo("Bridge closed"));
        }
        Path inside = Files.createDirectories(folder.resolve("folder/content"));
        Files.writeString(inside.resolve(file), text);
        assertThat(Packs.read(ContentSource.at(folder.resolve("folder"))).articles())
                .hasSize(1);
    }

    @Test
    void whatGzipPackedIsCalledWithoutItsEnding() {
        byte[] packed = Packs.gzip(Packs.bytes("---\ntitle: x\ndate: soon\n---\n"));
        assertThat(Packs.read(ContentSource.archive("bridge.md.gz", packed))
                        .article()
                        .id()
                        .value())
                .isEqualTo("bridge");
        assertThat(Packs.documents(ContentSource.archive("a.gz", Packs.gzip(packed))))
                .as("nothing is unpacked twice")
                .singleElement()
                .satisfies(only -> assertThat(only).startsWith("a=\u001f"));
    }

    @Test
    void readsTheSeveralFilesThatWordPressGivesForALargeSite() {
        Map<String, String> files = new LinkedHashMap<>();
        for (int part = 1; part <= 3; part++) {
            files.put(
                    "news.wordpress.2026-10-05.00" + part + ".xml",
                    Wxrs.channel("<title>The News</title>\n"
                            + "<wp:author><wp:author_login>mona</wp:author_login></wp:author>"
                            + Wxrs.post(10 * part, "<title>Part " + part + "</title>")
                            + (part < 3 ? "" : Wxrs.item(99, "attachment", "<guid>https://a.example/b.jpg</guid>"))));
        }
        Wxrs.Result result = Packs.read(ContentSource.archive("news.zip", Packs.zip(files)));
        assertThat(result.report().lines())
                .containsExactly("news.zip (WXR): 1 site, 3 articles, 1 author, 1 attachment");
        assertThat(result.articles())
                .extracting(article -> article.headline())
                .containsExactly("Part 1", "Part 2", "Part 3");
    }

    @Test
    void anAuthorOfOneFileIsTheAuthorOfTheOthers() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("1.xml", Wxrs.channel(Wxrs.post(1, "<dc:creator>mona</dc:creator>")));
        String head = "<wp:author><wp:author_login>mona</wp:author_login>"
                + "<wp:author_display_name>Mona Haddad</wp:author_display_name></wp:author>";
        files.put("2.xml", Wxrs.channel(head + Wxrs.post(2, "<dc:creator>mona</dc:creator>")));
        files.put("3.xml", Wxrs.channel(head));
        Wxrs.Result result = Packs.read(ContentSource.archive("x", Packs.zip(files)));
        assertThat(result.authors())
                .singleElement()
                .satisfies(author -> assertThat(author.toString()).contains("mona", "Mona Haddad"));
        assertThat(result.articles())
                .extracting(article -> article.authors())
                .containsExactly(result.authors(), result.authors());
    }

    @Test
    void whatIsNotOfTheFormatIsSkippedAndCounted() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("__MACOSX/._export.xml", "\u0000\u0005\u0016\u0007");
        files.put("site/__MACOSX/export.xml", "no XML");
        files.put("._export.xml", "no XML");
        files.put(".git/config.xml", "no XML");
        files.put("pictures/a.jpg", "no picture");
        files.put("export.XML", WXR);
        for (byte[] archive : List.of(Packs.zip(files), Packs.tar(files), Packs.gzip(Packs.tar(files)))) {
            Wxrs.Result result = Packs.read(ContentSource.archive("x", archive));
            assertThat(result.articles()).hasSize(1);
            assertThat(result.report().skipped()).isEqualTo(Map.of("file that is no XML", 5L));
        }
    }

    @Test
    void pathsAreWrittenWithSlashesAndWithoutDots() {
        byte[] zip = Packs.zip(Map.of("aXb.md", "1"));
        byte[] windows = Packs.bytes("a\\b.md");
        Packs.put(zip, Packs.find(zip, Packs.bytes("aXb.md")), windows);
        Packs.put(zip, Packs.find(zip, Packs.bytes("aXb.md")), windows);
        assertThat(Packs.documents(ContentSource.archive("x", zip))).containsExactly("a/b.md=1");
        byte[] tar = Packs.tarOf(
                Packs.entry("./", '5', new byte[0]),
                Packs.entry("./a//./b.md", '0', Packs.bytes("1")),
                Packs.entry("a\\c.md", '0', Packs.bytes("2")),
                Packs.entry("old/", '\0', new byte[0]),
                Packs.entry("x..y/...md", '\0', Packs.bytes("3")));
        assertThat(Packs.documents(ContentSource.archive("x", tar)))
                .containsExactly("a/b.md=1", "a/c.md=2", "x..y/...md=3");
    }

    @Test
    void namesMayBeLongAndInAnyScript() {
        String deep = "folder/".repeat(100) + "الجسر مغلق.md";
        Map<String, String> files = Map.of(deep, "1");
        for (byte[] archive : List.of(
                Packs.zip(files),
                Packs.tar(files),
                Packs.tar(files, TarArchiveOutputStream.LONGFILE_GNU),
                Packs.tarOf(
                        Packs.entry("././@LongLink", 'L', Packs.bytes(deep + "\0")),
                        Packs.entry("cut", '0', Packs.bytes("1"))))) {
            assertThat(Packs.documents(ContentSource.archive("x", archive))).containsExactly(deep + "=1");
        }
    }

    @Test
    void namesThatAreNotUtf8StayApart() {
        byte[] tar = Packs.tarOf(
                Packs.entry("caf\u0082.md", '0', Packs.bytes("1")), Packs.entry("caf\u008a.md", '0', Packs.bytes("2")));
        assertThat(Packs.documents(ContentSource.archive("x", tar))).containsExactly("café.md=1", "cafè.md=2");
        byte[] zip = Packs.zip(Map.of("caf_.md", "1"));
        byte[] old = "caf\u0082.md".getBytes(StandardCharsets.ISO_8859_1);
        Packs.put(zip, Packs.find(zip, Packs.bytes("caf_.md")), old);
        Packs.put(zip, Packs.find(zip, Packs.bytes("caf_.md")), old);
        assertThat(Packs.documents(ContentSource.archive("x", zip))).containsExactly("café.md=1");
    }

    @Test
    void theNameInUtf8CountsWhereAnOldProgramAddedIt() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(out)) {
            zip.setEncoding("windows-1256");
            zip.setUseLanguageEncodingFlag(false);
            zip.setCreateUnicodeExtraFields(ZipArchiveOutputStream.UnicodeExtraFieldPolicy.ALWAYS);
            zip.putArchiveEntry(new ZipArchiveEntry("جسر.md"));
            zip.write('1');
            zip.closeArchiveEntry();
        }
        assertThat(Packs.documents(ContentSource.archive("x", out.toByteArray())))
                .containsExactly("جسر.md=1");
    }

    @Test
    void gzipMayHaveSeveralMembersAndHeadersOfAnyKind() {
        byte[] plain = Packs.gzip(Packs.bytes("one "));
        byte[] named = Packs.join(
                new byte[] {0x1F, (byte) 0x8B, 8, 2 | 4 | 8 | 16, 0, 0, 0, 0, 0, 3},
                new byte[] {3, 0, 1, 2, 3},
                Packs.bytes("name\0comment\0"),
                new byte[] {9, 9},
                deflatedWithTrailer("two"));
        byte[] empty = Packs.gzip(new byte[0]);
        assertThat(Packs.documents(ContentSource.archive("x", Packs.join(plain, empty, named, empty, new byte[100]))))
                .containsExactly("x=one two");
    }

    private static byte[] deflatedWithTrailer(String text) {
        Deflater deflater = new Deflater(9, true);
        deflater.setInput(Packs.bytes(text));
        deflater.finish();
        byte[] packed = new byte[100];
        int length = deflater.deflate(packed);
        deflater.end();
        byte[] whole = Packs.gzip(Packs.bytes(text));
        return Packs.join(Arrays.copyOf(packed, length), Arrays.copyOfRange(whole, whole.length - 8, whole.length));
    }

    @Test
    void anEmptyArchiveHoldsNothing() {
        for (byte[] archive : List.of(Packs.zip(Map.of()), Packs.tarOf(Packs.entry("a/", '5', new byte[0])))) {
            ContentSource source = ContentSource.archive("x", archive);
            assertThat(Packs.documents(source)).isEmpty();
            assertThat(ContentReader.recognising(source, ImportOptions.defaults()))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "plain words", "PK", "PK\u0001\u0002", "\u001f\u008b", "<html></html>"})
    void theNameOfAFileMakesNoArchive(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        Path zip = Files.write(folder.resolve("news.zip"), bytes);
        assertThat(ContentReader.recognising(ContentSource.at(zip), ImportOptions.defaults()))
                .isEmpty();
        assertThat(Packs.refusal(bytes)).isEqualTo("is neither a zip nor a tar archive");
    }

    @Test
    void aVisitorMayStopAndReadAsLittleAsItLikes() throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("a.md", "first");
        files.put("b.md", "second");
        files.put("c.md", "third");
        for (byte[] archive : List.of(Packs.zip(files), Packs.tar(files), Packs.gzip(Packs.tar(files)))) {
            StringBuilder seen = new StringBuilder();
            ContentSource.archive("x", archive).visit((document, in) -> {
                seen.append(document).append((char) in.read());
                return !document.equals("b.md");
            });
            assertThat(seen.toString()).isEqualTo("a.mdfb.mds");
        }
    }
}
