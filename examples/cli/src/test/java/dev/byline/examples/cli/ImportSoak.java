package dev.byline.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.exchange.Counted;
import dev.byline.testkit.JavaProcess;
import dev.byline.testkit.LargeExport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A large import into a site's folder, with its index, in a small heap: {@code mvn -Psoak verify}. */
class ImportSoak {
    @TempDir
    Path folder;

    @Test
    void a_hundred_megabytes_of_wordpress_come_in_with_a_heap_of_128() throws Exception {
        check(LargeExport.wordPress(100), 128);
    }

    @Test
    void a_hundred_megabytes_of_json_lines_come_in_with_a_heap_of_192() throws Exception {
        check(LargeExport.jsonLines(100), 192);
    }

    private void check(LargeExport export, int megabytes) throws Exception {
        Path file = folder.resolve("export");
        export.visit((document, in) -> Files.copy(in, file) > 0);
        String told = JavaProcess.run(
                Byline.class,
                List.of("-Xmx" + megabytes + "m"),
                "import",
                "--senders",
                "--site",
                folder.resolve("site").toString(),
                file.toString());
        assertThat(told)
                .contains("articles " + export.counts().get(Counted.ARTICLES) + " new, 0 changed")
                .contains("comments " + export.counts().get(Counted.COMMENTS) + " new, 0 changed");
    }
}
