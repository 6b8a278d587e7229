package dev.byline.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders and archives as what {@code byline import} takes. */
class ImportSourcesTest {
    private static final Map<String, String> NEWS = Map.of(
            "content/news/bridge.md",
            "---\ntitle: Bridge closed\ndate: 2026-11-10T08:00:00Z\n---\nNo way over the river.\n",
            "content/news/road.md",
            "---\ntitle: Road open\ndate: 2026-11-11T08:00:00Z\n---\nThe road is open again.\n",
            "static/river.jpg",
            "no picture");

    @TempDir
    Path folder;

    private String site = "";

    @BeforeEach
    void name() {
        site = folder.resolve("site").toString();
    }

    @Test
    void a_folder_a_zip_and_a_tar_gz_of_it_are_the_same() throws IOException {
        Path plain = folder.resolve("news");
        for (Map.Entry<String, String> file : NEWS.entrySet()) {
            Path path = plain.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        Run first = Run.of("import", "--site", site, plain.toString()).succeeds();
        assertThat(first.out())
                .contains("news (Markdown): 2 articles", "skipped: 1 × file that is no Markdown", "articles 2 new");
        for (Path archive : new Path[] {zip("news.zip", NEWS), tarGz("news.tar.gz", NEWS)}) {
            assertThat(Run.of("import", "--site", site, archive.toString())
                            .succeeds()
                            .out())
                    .contains(archive.getFileName() + " (Markdown): 2 articles", "nothing was changed");
        }
        assertThat(Run.of("page", "--site", site).succeeds().out()).contains("Road open");
    }

    @Test
    void comments_on_articles_that_are_not_there_are_counted() throws IOException {
        String comment = """
                {"type":"comment","comment":{"id":"%s","article":"%s","state":"approved","name":"Sami","text":"At last.","at":"2026-10-05T10:00:00Z"}}
                """;
        String article = """
                {"type":"article","article":{"id":"101","status":"published","slug":"bridge","publishedAt":"2026-10-05T08:30:00Z"}}
                """;
        Path lines = folder.resolve("lines.jsonl");
        Files.writeString(
                lines,
                comment.formatted("1", "101")
                        + comment.formatted("2", "102")
                        + comment.formatted("3", "102")
                        + article);
        for (int again = 0; again < 2; again++) {
            assertThat(Run.of("import", "--site", site, lines.toString())
                            .succeeds()
                            .out())
                    .contains("astray: 2 comments on static pages or on articles that are not here");
        }
        assertThat(Run.of("import", "--json", "--site", site, lines.toString())
                        .succeeds()
                        .json()
                        .path("commentsAstray")
                        .asInt())
                .isEqualTo(2);
        Files.writeString(lines, comment.formatted("4", "101"));
        assertThat(Run.of("import", "--site", site, lines.toString()).succeeds().out())
                .doesNotContain("astray");
    }

    @Test
    void a_packed_export_is_read_as_it_was_downloaded() throws IOException {
        Path packed = folder.resolve("site.jsonl.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            Files.copy(Path.of("../sample/site.jsonl"), out);
        }
        assertThat(Run.of("import", "--site", site, packed.toString())
                        .succeeds()
                        .out())
                .contains("site.jsonl.gz (Byline JSON lines): 1 site, 68 articles");
    }

    @Test
    void a_hostile_or_damaged_archive_is_told_in_one_line_and_changes_nothing() throws IOException {
        Run.of("import", "--site", site, zip("news.zip", NEWS).toString()).succeeds();
        String before = Run.of("page", "--site", site).succeeds().out();
        Map<Path, String> hostile = new LinkedHashMap<>();
        Map<String, String> files = new LinkedHashMap<>(Map.of("a.md", NEWS.get("content/news/road.md")));
        files.put("../../escape.md", "---\ntitle: x\n---\n");
        hostile.put(tarGz("escape.tar.gz", files), "holds the path \"../../escape.md\", which leads out of it");
        hostile.put(link("link.tar"), "holds \"passwd.md\", which is no plain file");
        // Its document is longer than any may be, so no more of it than that is unpacked.
        hostile.put(bomb("bomb.zip"), "holds no Markdown with front matter that can be read");
        byte[] whole = Files.readAllBytes(zip("whole.zip", NEWS));
        hostile.put(
                Files.write(folder.resolve("cut.zip"), Arrays.copyOf(whole, whole.length / 2)),
                "is damaged: the list of its entries can't be found");
        for (Map.Entry<Path, String> archive : hostile.entrySet()) {
            for (String format : new String[] {"auto", "markdown", "jsonl"}) {
                Run refused = Run.of(
                        "import",
                        "--site",
                        site,
                        "--format",
                        format,
                        archive.getKey().toString());
                if (format.equals("jsonl") && archive.getKey().endsWith("bomb.zip")) {
                    continue;
                }
                assertThat(refused.code()).as(refused.toString()).isEqualTo(Byline.REFUSED);
                assertThat(refused.out().lines().filter(line -> line.startsWith("fatal: ")))
                        .containsExactly("fatal: " + archive.getKey().getFileName() + ": " + archive.getValue());
                assertThat(refused.out() + refused.err()).doesNotContain("Exception", "\tat ", folder.toString());
                assertThat(refused.out()).contains("Nothing was changed.");
            }
            Run page = Run.of("page", "--site", site).succeeds();
            assertThat(page.out()).isEqualTo(before);
        }
        assertThat(folder.resolve("escape.md")).doesNotExist();
        assertThat(folder.resolveSibling("escape.md")).doesNotExist();
    }

    @Test
    void what_holds_nothing_to_read_is_refused() throws IOException {
        Path notes = zip("notes.zip", Map.of("notes.txt", "nothing"));
        Path none = Files.writeString(folder.resolve("none.zip"), "no zip at all");
        Path empty = Files.createDirectory(folder.resolve("empty"));
        for (Path source : new Path[] {notes, none, empty, folder.resolve("missing.zip")}) {
            Run refused = Run.of("import", "--site", site, source.toString());
            assertThat(refused.code()).as(source.toString()).isEqualTo(Byline.REFUSED);
            assertThat(refused.out()).isEmpty();
            assertThat(refused.err().lines()).hasSize(1);
            assertThat(refused.err()).doesNotContain("Exception");
        }
        assertThat(Run.of("page", "--site", site).code()).isEqualTo(Byline.FAILED);
    }

    private Path zip(String name, Map<String, String> files) throws IOException {
        Path path = folder.resolve(name);
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(Files.newOutputStream(path))) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putArchiveEntry(new ZipArchiveEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeArchiveEntry();
            }
        }
        return path;
    }

    private Path tarGz(String name, Map<String, String> files) throws IOException {
        Path path = folder.resolve(name);
        try (TarArchiveOutputStream tar =
                new TarArchiveOutputStream(new GZIPOutputStream(Files.newOutputStream(path)), "UTF-8")) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                byte[] content = file.getValue().getBytes(StandardCharsets.UTF_8);
                TarArchiveEntry entry = new TarArchiveEntry(file.getKey());
                entry.setSize(content.length);
                tar.putArchiveEntry(entry);
                tar.write(content);
                tar.closeArchiveEntry();
            }
        }
        return path;
    }

    private Path link(String name) throws IOException {
        Path path = folder.resolve(name);
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(Files.newOutputStream(path))) {
            TarArchiveEntry entry = new TarArchiveEntry("passwd.md", TarConstants.LF_SYMLINK);
            entry.setLinkName("/etc/passwd");
            tar.putArchiveEntry(entry);
            tar.closeArchiveEntry();
        }
        return path;
    }

    // A hundred documents that each stay below what one may have.
    private Path bomb(String name) throws IOException {
        ByteArrayOutputStream document = new ByteArrayOutputStream();
        document.writeBytes("---\ntitle: x\ndate: 2026-11-10\n---\n".getBytes(StandardCharsets.UTF_8));
        document.writeBytes(" ".repeat(3 << 20).getBytes(StandardCharsets.UTF_8));
        Map<String, String> files = new LinkedHashMap<>();
        for (int i = 0; i < 30; i++) {
            files.put(i + ".md", document.toString(StandardCharsets.UTF_8));
        }
        return zip(name, files);
    }
}
