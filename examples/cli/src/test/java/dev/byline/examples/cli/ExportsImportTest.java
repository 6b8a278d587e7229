package dev.byline.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What other systems write, from the command line. */
class ExportsImportTest {
    @TempDir
    Path folder = Path.of("");

    /** A small document of each format. */
    enum Export {
        WPREST("WordPress REST", """
                [{"id": 41, "type": "post", "status": "publish", "date_gmt": "2026-10-01T09:30:00", "slug": "bridge-closed",
                  "title": {"rendered": "Bridge closed"}, "content": {"rendered": "<p>The river rose.</p>"}}]"""),
        GHOST("Ghost JSON", """
                {"db": [{"meta": {"version": "5.1"}, "data": {"posts": [{"id": "p1", "title": "Bridge closed",
                  "slug": "bridge-closed", "html": "<p>The river rose.</p>", "status": "published",
                  "published_at": "2026-10-01T09:30:00.000Z"}]}}]}"""),
        NINJS("ninjs", """
                {"uri": "urn:desk:1", "type": "text", "versionCreated": "2026-10-01T09:30:00Z",
                 "headlines": [{"value": "Bridge closed"}], "bodies": [{"value": "The river rose."}]}"""),
        FEED("RSS or Atom", """
                <rss version="2.0"><channel><title>Desk</title><item><title>Bridge closed</title><guid>1</guid>
                <pubDate>Thu, 01 Oct 2026 09:30:00 GMT</pubDate><description>The river rose.</description></item>
                </channel></rss>""");

        private final String format;
        private final String document;

        Export(String format, String document) {
            this.format = format;
            this.document = document;
        }
    }

    @ParameterizedTest
    @EnumSource
    void each_is_recognised_and_a_second_time_changes_nothing(Export export) throws IOException {
        Path file = Files.writeString(folder.resolve("export"), export.document);
        String site = folder.resolve("site").toString();
        assertThat(Run.of("import", "--site", site, file.toString()).succeeds().out())
                .contains("export (" + export.format + "): ", "1 article", "articles 1 new");
        for (String format : new String[] {"auto", export.name()}) {
            assertThat(Run.of("import", "--site", site, "--format", format, file.toString())
                            .succeeds()
                            .out())
                    .contains("nothing was changed");
        }
        assertThat(Run.of("page", "--site", site, "bridge-closed").succeeds().out())
                .contains("Bridge closed", "The river rose.");
    }

    @ParameterizedTest
    @CsvSource({"WPREST, is cut off", "GHOST, is cut off", "NINJS, is cut off", "FEED, is not well-formed XML"})
    void a_cut_one_is_refused_in_one_line(Export export, String reason) throws IOException {
        Path file = Files.writeString(
                folder.resolve("export"), export.document.substring(0, export.document.length() - 30));
        Run refused = Run.of("import", "--site", folder.resolve("site").toString(), file.toString());
        assertThat(refused.out()).contains("fatal: export, line ", reason, "Nothing was changed.");
    }
}
