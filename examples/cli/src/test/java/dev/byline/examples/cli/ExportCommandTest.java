package dev.byline.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ExportCommandTest {
    private static final Path SAMPLE = Path.of("../sample/site.jsonl");

    @TempDir
    static Path sampleFolder;

    @TempDir
    Path folder;

    private static String sample = "";

    @BeforeAll
    static void sampleSite() {
        sample = sampleFolder.resolve("site").toString();
        Run.of("import", "--site", sample, SAMPLE.toString()).succeeds();
    }

    private static String export(String site, String... more) {
        String[] args = new String[more.length + 3];
        args[0] = "export";
        args[1] = "--site";
        args[2] = site;
        System.arraycopy(more, 0, args, 3, more.length);
        Run run = Run.of(args);
        assertThat(run.code()).as(run.err()).isZero();
        return run.out();
    }

    @Test
    void the_sample_comes_out_as_it_went_in() throws IOException {
        List<String> lines = export(sample).lines().toList();
        assertThat(lines).isEqualTo(Files.readAllLines(SAMPLE));
        assertThat(Run.of("export", "--sample").out().lines()).isEqualTo(lines);
    }

    @Test
    void the_lines_stand_in_one_order() {
        List<String> kinds = export(sample)
                .lines()
                .map(line -> line.substring("{\"type\":\"".length(), line.indexOf("\",")))
                .distinct()
                .toList();
        assertThat(kinds).containsExactly("site", "author", "menu", "page", "article", "comment");
        assertThat(ids("article")).isSorted();
        assertThat(ids("comment")).contains("c-01");
    }

    private static List<String> ids(String type) {
        String start = "{\"type\":\"" + type + "\",\"" + type + "\":{\"id\":\"";
        return export(sample)
                .lines()
                .filter(line -> line.startsWith(start))
                .map(line -> line.substring(start.length(), line.indexOf('"', start.length())))
                .toList();
    }

    @Test
    void an_export_makes_the_same_site() throws IOException {
        String site = folder.resolve("site").toString();
        Run.of("import", "--site", site, SAMPLE.toString()).succeeds();
        Run.of(
                        "comment",
                        "--site",
                        site,
                        "ships-drawn-by-eye",
                        "--name",
                        "Ana",
                        "--email",
                        "ana@example.org",
                        "--text",
                        "Which wood is the keel of?")
                .succeeds();
        Path file = folder.resolve("export.jsonl");
        Run written = Run.of("export", "--site", site, "--senders", "--output", file.toString());
        assertThat(written.code()).isZero();
        assertThat(written.out()).isEmpty();
        assertThat(written.err()).startsWith("Byline JSON lines: 1 site, 68 articles, 3 pages, 106 comments");
        assertThat(file).content().contains("ana@example.org");

        String copy = folder.resolve("copy").toString();
        Run.of("import", "--site", copy, "--senders", file.toString()).succeeds();
        assertThat(export(copy, "--senders")).isEqualTo(Files.readString(file));
        for (String[] shown : new String[][] {{"page", "ships-drawn-by-eye"}, {"menu"}, {"search", "sea"}}) {
            assertThat(Run.of(with(copy, shown)).succeeds().out())
                    .isEqualTo(Run.of(with(site, shown)).succeeds().out());
        }
        assertThat(Run.of("import", "--site", site, "--senders", file.toString())
                        .succeeds()
                        .out())
                .contains("The site has all of it already; nothing was changed.");
    }

    private static String[] with(String site, String... command) {
        String[] args = new String[command.length + 3];
        System.arraycopy(command, 0, args, 0, command.length);
        args[command.length] = "--site";
        args[command.length + 1] = site;
        args[command.length + 2] = "--json";
        return args;
    }

    @Test
    void senders_are_left_out_unless_asked_for() {
        String site = folder.resolve("site").toString();
        Path file = folder.resolve("in.jsonl");
        write(file, """
                {"type":"article","article":{"id":"1","slug":"one","status":"draft"}}
                {"type":"comment","comment":{"id":"2","article":"1","state":"held","at":"2026-10-05T10:00:00Z"},"sender":{"email":"sami@reader.example"}}
                """);
        Run.of("import", "--site", site, "--senders", file.toString()).succeeds();
        Run without = Run.of("export", "--site", site);
        assertThat(without.out()).doesNotContain("sami", "sender");
        assertThat(without.err()).contains("not in the file: 1 × sender of a comment");
        Run with = Run.of("export", "--site", site, "--senders");
        assertThat(with.out()).contains("\"sender\":{\"email\":\"sami@reader.example\"}");
        assertThat(with.err()).doesNotContain("not in the file");
    }

    @Test
    void balances_and_redirects_come_out_too() {
        String site = folder.resolve("site").toString();
        Path file = folder.resolve("in.jsonl");
        String lines = """
                {"type":"balance","article":"1","at":"2026-10-31T00:00:00Z","views":1204,"shares":{"facebook":17,"x":2}}
                {"type":"balance","article":"2","at":"2026-10-31T00:00:00Z","views":0}
                {"type":"redirect","from":"/a","to":"/b"}
                {"type":"redirect","from":"/c","to":"https://elsewhere.example/"}
                """;
        write(file, lines);
        Run.of("import", "--site", site, file.toString()).succeeds();
        assertThat(export(site)).isEqualTo(lines);
    }

    @Test
    void as_wxr_it_says_what_was_lost() throws IOException {
        Path file = folder.resolve("export.xml");
        Run written = Run.of("export", "--site", sample, "--format", "wxr", "--output", file.toString());
        assertThat(written.code()).isZero();
        assertThat(written.err()).startsWith("WXR: 1 site, 68 articles").contains("not in the file: ", " × standfirst");
        JsonNode report = Run.of("export", "--site", sample, "--format", "wxr", "--output", file.toString(), "--json")
                .succeeds()
                .json();
        assertThat(report.path("format").asString()).isEqualTo("WXR");
        assertThat(report.path("counts").path("articles").asInt()).isEqualTo(68);
        assertThat(report.path("lost").path("standfirst").asInt()).isPositive();

        String copy = folder.resolve("copy").toString();
        Run.of("import", "--site", copy, file.toString()).succeeds();
        assertThat(Run.of("page", "--site", copy, "ships-drawn-by-eye")
                        .succeeds()
                        .out())
                .contains("Ships drawn by eye", "3 Comments");
        assertThat(Run.of("export", "--site", sample, "--format", "wxr").out()).isEqualTo(Files.readString(file));
    }

    @Test
    void a_command_line_that_cannot_be_is_told() {
        for (String[] wrong : new String[][] {
            {"--json"},
            {"--output", folder.toString()},
            {"--output", folder.resolve("no/such/folder.jsonl").toString()},
            {"--output", Path.of(sample, "current").toString()},
            {"--format", "csv"}
        }) {
            String[] args = new String[wrong.length + 3];
            args[0] = "export";
            args[1] = "--site";
            args[2] = sample;
            System.arraycopy(wrong, 0, args, 3, wrong.length);
            Run run = Run.of(args);
            assertThat(run.code()).as(String.join(" ", wrong)).isEqualTo(Byline.USAGE);
            assertThat(run.err()).isNotBlank();
        }
        assertThat(Run.of("export", "--help").succeeds().out()).contains("--output=FILE", "--senders", "jsonl or wxr");
        Run none = Run.of("export", "--site", folder.resolve("none").toString());
        assertThat(none.code()).isEqualTo(Byline.FAILED);
        assertThat(none.err()).contains("There is no site in ");
        assertThat(none.out()).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void an_export_that_fails_leaves_the_old_file() throws IOException {
        String site = folder.resolve("site").toString();
        Run.of("import", "--site", site, SAMPLE.toString()).succeeds();
        Path file = Files.writeString(folder.resolve("export.jsonl"), "the old one");
        damage(Path.of(site, "generations/1/content.mv"));

        Run failed = Run.of("export", "--site", site, "--output", file.toString());
        assertThat(failed.code()).isEqualTo(Byline.FAILED);
        assertThat(failed.err()).contains("is damaged").doesNotContain("\tat ");
        assertThat(file).hasContent("the old one");
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("site", "export.jsonl");
    }

    // Somewhere in the middle, so that it opens and breaks later.
    private static void damage(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        for (int i = 3 * 4096; i < bytes.length - 3 * 4096; i++) {
            bytes[i] = 0;
        }
        Files.write(file, bytes);
    }

    @Test
    void a_link_stays_one_and_a_file_of_the_same_name_is_replaced() throws IOException {
        Path target = Files.writeString(folder.resolve("target.jsonl"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link.jsonl"), target);
        assertThat(Run.of("export", "--site", sample, "--output", link.toString())
                        .code())
                .isZero();
        assertThat(link).isSymbolicLink();
        assertThat(target).content().startsWith("{\"type\":\"site\"");
        assertThat(folder.toFile().list()).hasSize(2);
    }

    @Test
    void a_full_disk_is_told() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        int code = Byline.run(
                new String[] {"export", "--site", sample},
                new ByteArrayInputStream(new byte[0]),
                full,
                err,
                InstantSource.fixed(Instant.EPOCH),
                false);
        assertThat(code).isEqualTo(Byline.FAILED);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualTo("byline: standard output can't be written: No space left on device\n");
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
