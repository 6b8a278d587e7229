package dev.byline.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file that is refused is named with its line and the reason, and changes nothing. */
class RefusedFilesTest {
    private static final String HEAD = """
            <?xml version="1.0"?>
            <rss xmlns:wp="http://wordpress.org/export/1.2/">
            <channel>
            <title>Harbour Post</title>
            <wp:wxr_version>1.2</wp:wxr_version>
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<item><link>/?a=1&b=2</link></item></channel></rss>|line 6: is not well-formed XML: The reference to entity",
                "<item></channel></rss>|line 6: is not well-formed XML: The element type \"item\" must be",
                "</channel></rss><rss/>|line 6: is not well-formed XML: ",
                "<item>|line 6: is not well-formed XML: ",
                "<title>&nbsp;</title></channel></rss>|line 6: is not well-formed XML: The entity"
            })
    void exportsThatAreNotWellFormed(String rest, String reason) throws IOException {
        Path file = Files.writeString(folder.resolve("export.xml"), HEAD + rest);
        Path site = folder.resolve("new/site");
        Run refused = Run.of("import", "--site", site.toString(), file.toString());
        assertThat(refused.code()).isEqualTo(Byline.REFUSED);
        assertThat(refused.err()).isEmpty();
        assertThat(refused.out().lines().filter(line -> line.startsWith("fatal: export.xml, " + reason)))
                .hasSize(1);
        assertThat(folder.resolve("new")).doesNotExist();
        assertThat(Run.of("import", "--site", site.toString(), "--json", file.toString())
                        .json()
                        .path("reports")
                        .path(0)
                        .path("fatal")
                        .path("line")
                        .asInt())
                .isEqualTo(6);
    }

    @ParameterizedTest
    @CsvSource({"picture.png", "lines.jsonl", "feed.xml"})
    void filesThatAreNoExport(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, name.endsWith("jsonl") ? "{\"type\":\"nothing\"}\n" : "<rss><channel/></rss>");
        Path site = folder.resolve("new/site");
        Run refused = Run.of("import", "--site", site.toString(), file.toString());
        assertThat(refused.code()).isEqualTo(Byline.REFUSED);
        assertThat(refused.out() + refused.err()).contains(name).doesNotContain("Exception");
        assertThat(folder.resolve("new")).doesNotExist();
    }

    @Test
    void aSiteShowsTheSameAfterwards() throws IOException {
        Path site = folder.resolve("site");
        Run.of("import", "--site", site.toString(), "../sample/site.jsonl").succeeds();
        String before = Run.of("export", "--site", site.toString()).out();
        Path good = Files.writeString(folder.resolve("good.jsonl"), """
                {"type":"article","article":{"id":"1","slug":"one","status":"draft"}}
                """);
        Path bad = Files.writeString(folder.resolve("bad.xml"), HEAD + "<item>");

        Run refused = Run.of("import", "--site", site.toString(), good.toString(), bad.toString());

        assertThat(refused.code()).isEqualTo(Byline.REFUSED);
        assertThat(Run.of("export", "--site", site.toString()).out()).isEqualTo(before);
        assertThat(site.resolve("generations").toFile().list()).containsExactly("1");
    }
}
