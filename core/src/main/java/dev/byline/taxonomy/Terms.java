package dev.byline.taxonomy;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What regions, sections and tags check alike. */
final class Terms {
    private static final int MOST_LEVELS = 8;
    private static final int LONGEST_KEY = 200;

    private Terms() {}

    static void checkKey(String key, String kind) {
        Objects.requireNonNull(key, () -> kind + " key");
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw new IllegalArgumentException(
                    "a " + kind + " key has 1 to " + LONGEST_KEY + " characters, not \"" + key + "\"");
        }
    }

    static String nameOr(@Nullable String name, String key) {
        return name == null || name.isBlank() ? key : name;
    }

    static <T> void checkDepth(@Nullable T parent, Function<T, @Nullable T> up, String key) {
        int levels = 1;
        for (T next = parent; next != null; next = up.apply(next)) {
            if (++levels > MOST_LEVELS) {
                throw new IllegalArgumentException("\"" + key + "\" lies deeper than " + MOST_LEVELS + " levels");
            }
        }
    }

    static <T> List<T> path(T from, Function<T, @Nullable T> up) {
        List<T> path = new ArrayList<>(2);
        for (@Nullable T next = from; next != null; next = up.apply(next)) {
            path.add(next);
        }
        return List.copyOf(path);
    }
}
