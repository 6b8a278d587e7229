package dev.byline.comment;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which characters stand for which ASCII letters: what look-alikes.txt says. */
final class LookAlikes {
    private static final String RESOURCE = "look-alikes.txt";
    private static final Map<String, Map<Integer, String>> KINDS = read();

    private LookAlikes() {}

    /** The letters that this one is but for a stroke, hook or ligature; null where it is none. */
    static @Nullable String plain(int c) {
        return of("plain", c);
    }

    /** The letter that this one looks like; null where it looks like none. */
    static @Nullable String looks(int c) {
        return of("looks", c);
    }

    /** The letter that this one looks like among Latin letters; null where it looks like none. */
    static @Nullable String near(int c) {
        return of("near", c);
    }

    private static @Nullable String of(String kind, int c) {
        return Objects.requireNonNull(KINDS.get(kind), kind).get(c);
    }

    private static Map<String, Map<Integer, String>> read() {
        Map<String, Map<Integer, String>> kinds = new HashMap<>();
        try (InputStream in = LookAlikes.class.getResourceAsStream(RESOURCE)) {
            BufferedReader lines = new BufferedReader(new InputStreamReader(
                    Objects.requireNonNull(in, () -> RESOURCE + " is missing from the jar"), StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    String[] parts = line.split(" ", -1);
                    Map<Integer, String> kind = kinds.computeIfAbsent(parts[0], k -> new HashMap<>());
                    for (int i = 2; i < parts.length; i++) {
                        kind.put(Integer.valueOf(parts[i], 16), parts[1]);
                    }
                }
            }
            return kinds;
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE, e);
        }
    }
}
