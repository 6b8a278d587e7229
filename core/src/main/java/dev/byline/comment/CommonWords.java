package dev.byline.comment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Short words that sentences are made of. */
final class CommonWords {
    private static final String RESOURCE = "common-words.txt";
    private static final Set<String> WORDS = read();

    private CommonWords() {}

    static boolean has(String word) {
        return WORDS.contains(word);
    }

    private static Set<String> read() {
        try (InputStream in = CommonWords.class.getResourceAsStream(RESOURCE)) {
            byte[] bytes = Objects.requireNonNull(in, () -> RESOURCE + " is missing from the jar")
                    .readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Set.of(line.split(" ", -1)).stream())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE, e);
        }
    }
}
