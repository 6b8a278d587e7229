package dev.byline.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.byline.examples.cli.site.SiteContent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Exports that nobody on this project wrote: importing twice changes nothing, and so does a refused import. */
class WxrFilesTest {
    @TempDir
    static Path temporary;

    /** What is on the line that says why a file is refused. */
    private static final Map<String, String> REFUSED = Map.of(
            "crazy-cdata.xml", "fatal: crazy-cdata.xml, line 18: is not well-formed XML: ",
            "malformed.xml", "fatal: malformed.xml, line 90: is not well-formed XML: ",
            "sample.xml", "fatal: sample.xml, line 109: is not well-formed XML: ");

    @TestFactory
    Stream<DynamicTest> everyFile() throws IOException {
        String data = System.getProperty("byline.data", "");
        assumeTrue(!data.isBlank(), "no folder of real content in byline.data");
        List<Path> all;
        try (Stream<Path> files = Files.list(Path.of(data, "wxr"))) {
            all = files.sorted().toList();
        }
        assertThat(all).hasSizeGreaterThanOrEqualTo(17);
        return all.stream().flatMap(file -> {
            String name = String.valueOf(file.getFileName());
            if (!REFUSED.containsKey(name)) {
                return Stream.of(dynamicTest(name, () -> twiceIsOnce(file)));
            }
            Stream<DynamicTest> refused = Stream.of(dynamicTest(name, () -> refusedChangesNothing(file)));
            return name.equals("malformed.xml")
                    ? refused
                    : Stream.concat(
                            refused, Stream.of(dynamicTest(name + " --lenient", () -> twiceIsOnce(file, "--lenient"))));
        });
    }

    private static void twiceIsOnce(Path file, String... more) throws IOException {
        Path site = Files.createTempDirectory(temporary, "site").resolve("site");
        List<String> args = new ArrayList<>(List.of("import", "--site", site.toString(), file.toString()));
        args.addAll(List.of(more));
        String[] line = args.toArray(String[]::new);
        Run.of(line).succeeds();
        List<Object> once = SiteContent.of(site);
        String exported = Run.of("export", "--site", site.toString()).out();

        assertThat(Run.of(line).succeeds().out()).endsWith("The site has all of it already; nothing was changed.\n");

        assertThat(SiteContent.of(site)).isEqualTo(once);
        assertThat(Run.of("export", "--site", site.toString()).out()).isEqualTo(exported);
        Path copy = Files.createTempDirectory(temporary, "copy").resolve("site");
        Path lines = Files.writeString(Files.createTempFile(temporary, "export", ".jsonl"), exported);
        Run.of("import", "--site", copy.toString(), lines.toString()).succeeds();
        assertThat(SiteContent.of(copy)).isEqualTo(once);
    }

    private static void refusedChangesNothing(Path file) throws IOException {
        Path parent = Files.createTempDirectory(temporary, "refused");
        Path site = parent.resolve("deep/site");
        isRefused(file, Run.of("import", "--site", site.toString(), file.toString()));
        assertThat(parent).isEmptyDirectory();

        Run.of("import", "--site", site.toString(), "../sample/site.jsonl").succeeds();
        List<Object> content = SiteContent.of(site);
        // Showing a page begins the counters, so it comes first.
        String page = Run.of("page", "--site", site.toString()).succeeds().out();
        Map<String, Integer> bytes = bytes(site);
        // A good file before it does not come in either.
        Path good = file.resolveSibling("slashes.xml");
        isRefused(file, Run.of("import", "--site", site.toString(), good.toString(), file.toString()));
        assertThat(bytes(site)).isEqualTo(bytes);
        assertThat(SiteContent.of(site)).isEqualTo(content);
        assertThat(Run.of("page", "--site", site.toString()).succeeds().out()).isEqualTo(page);
    }

    private static void isRefused(Path file, Run run) {
        String name = String.valueOf(file.getFileName());
        assertThat(run.code()).isEqualTo(Byline.REFUSED);
        assertThat(run.out() + run.err()).doesNotContain("Exception", "\tat ");
        assertThat(run.out().lines().filter(line -> line.startsWith(String.valueOf(REFUSED.get(name)))))
                .hasSize(1);
        assertThat(run.out()).contains("Nothing was changed.");
    }

    private static Map<String, Integer> bytes(Path folder) throws IOException {
        Map<String, Integer> bytes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                bytes.put(folder.relativize(file).toString(), Arrays.hashCode(Files.readAllBytes(file)));
            }
        }
        return bytes;
    }
}
