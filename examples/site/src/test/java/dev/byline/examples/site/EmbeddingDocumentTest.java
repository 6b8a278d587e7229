package dev.byline.examples.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What docs/embedding.md shows is what this site does, and it shows how to embed rather than how to write much. */
class EmbeddingDocumentTest {
    private static final int MOST_LINES = 2_500;

    private static List<String> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            List<String> texts = new ArrayList<>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                texts.add(Files.readString(file));
            }
            return texts;
        }
    }

    @Test
    void its_code_is_taken_from_this_site() throws IOException {
        String[] parts = Files.readString(Path.of("../../docs/embedding.md")).split("```java\n", -1);
        assertThat(parts).hasSizeGreaterThan(8);
        for (int i = 1; i < parts.length; i++) {
            List<String> shown = lines(parts[i].substring(0, parts[i].indexOf("```")));
            assertThat(sources()).anySatisfy(source -> assertThat(lines(source)).containsSubsequence(shown));
        }
    }

    private static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    @Test
    void the_site_is_small() throws IOException {
        assertThat(sources().stream()
                        .mapToLong(source -> source.lines().count())
                        .sum())
                .isLessThanOrEqualTo(MOST_LINES);
    }
}
