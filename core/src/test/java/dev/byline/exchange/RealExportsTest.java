package dev.byline.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What nobody on this project wrote comes in or is refused with one reason; needs the folder that the system property
 * byline.data names.
 */
class RealExportsTest {
    /** What each folder holds, all its files read one by one, by format: articles, then files that are refused. */
    private static final Map<String, Map<String, List<Integer>>> EXPECTED = Map.of(
            "wp-rest", Map.of("WordPress REST", List.of(6, 0)),
            "ghost", Map.of("Ghost JSON", List.of(4, 0)),
            "ninjs/guidelines-3.1", Map.of("ninjs", List.of(7, 1)),
            "feeds", Map.of("RSS or Atom", List.of(23, 0)),
            "jekyll", Map.of("Markdown", List.of(51, 0)));

    private Path folder = Path.of("");

    @BeforeEach
    void findsTheFolder() {
        String data = System.getProperty("byline.data", "");
        assumeTrue(!data.isBlank(), "system property byline.data is not set");
        folder = Path.of(data);
    }

    private static List<Path> files(Path within) throws IOException {
        try (Stream<Path> files = Files.walk(within)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static Wxrs.Result read(ContentSource source) {
        ContentReader reader =
                ContentReader.recognising(source, ImportOptions.defaults()).orElseThrow();
        return Packs.read(reader, source);
    }

    @TestFactory
    Stream<DynamicTest> eachFolderHoldsWhatItDid() {
        Path data = folder;
        return EXPECTED.entrySet().stream()
                .map(expected -> dynamicTest(expected.getKey(), () -> {
                    int articles = 0;
                    int refused = 0;
                    String format = "";
                    for (Path file : files(data.resolve(expected.getKey()))) {
                        ImportReport report = read(ContentSource.at(file)).report();
                        format = report.format();
                        articles += (int) report.count(Counted.ARTICLES);
                        refused += report.refused() ? 1 : 0;
                    }
                    assertThat(Map.of(format, List.of(articles, refused))).isEqualTo(expected.getValue());
                }));
    }

    @TestFactory
    Stream<DynamicTest> eachFileGivesTheSameEachTimeAndAsJsonLines() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String name : List.of("wp-rest", "ghost", "ninjs/guidelines-3.1", "feeds", "jekyll", "wxr")) {
            files.addAll(files(folder.resolve(name)));
        }
        return files.stream()
                .map(file -> dynamicTest(file.getFileName().toString(), () -> {
                    ContentSource source = ContentSource.file(file);
                    Wxrs.Result first = read(source);
                    assertThat(read(source)).isEqualTo(first);
                    if (first.report().refused()) {
                        assertThat(first.fatal().message()).isNotBlank();
                        assertThat(first.items()).isEmpty();
                    }
                    ByteArrayOutputStream lines = new ByteArrayOutputStream();
                    JsonLinesWriter.with(ExportOptions.defaults()).write(first.items(), lines);
                    assertThat(Packs.read(
                                            JsonLinesReader.with(ImportOptions.defaults()),
                                            ContentSource.of("lines", lines.toByteArray()))
                                    .items())
                            .isEqualTo(first.items());
                }));
    }

    @TestFactory
    Stream<DynamicTest> eachFileCutAnywhereIsReadOrRefused() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String name : List.of("wp-rest", "ghost", "ninjs/guidelines-3.1", "feeds")) {
            files.addAll(files(folder.resolve(name)));
        }
        return files.stream()
                .map(file -> dynamicTest(file.getFileName().toString(), () -> {
                    byte[] whole = Files.readAllBytes(file);
                    ContentReader reader = ContentReader.recognising(ContentSource.file(file), ImportOptions.defaults())
                            .orElseThrow();
                    int last =
                            new String(whole, StandardCharsets.UTF_8).strip().getBytes(StandardCharsets.UTF_8).length;
                    for (int end = 0; end < last; end += 1 + last / 60) {
                        Wxrs.Result cut = Packs.read(
                                reader, ContentSource.of(file.getFileName().toString(), Arrays.copyOf(whole, end)));
                        assertThat(cut.report().refused())
                                .as("cut at %d: %s", end, cut.report())
                                .isTrue();
                        assertThat(cut.fatal().line()).isPositive();
                        assertThat(cut.items()).isEmpty();
                    }
                }));
    }
}
