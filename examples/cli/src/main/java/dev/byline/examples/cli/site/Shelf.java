package dev.byline.examples.cli.site;

import dev.byline.examples.cli.site.SiteChanges.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** Values of one type by their own keys; only asked and changed within a question or a change of the file. */
final class Shelf<T> {
    private static final int BATCH = 64;

    private final MVMap<String, String> map;
    private final Class<T> type;

    Shelf(ContentFile file, String name, Class<T> type) {
        this.map = file.texts(name);
        this.type = type;
    }

    Optional<T> get(String key) {
        return Optional.ofNullable(map.get(key)).map(text -> Packed.read(text, type));
    }

    /** All values by their keys' order; for few. */
    List<T> all() {
        List<T> all = new ArrayList<>();
        Cursor<String, String> cursor = map.cursor(null);
        while (cursor.hasNext()) {
            cursor.next();
            all.add(Packed.read(cursor.getValue(), type));
        }
        return List.copyOf(all);
    }

    /** Some values with their keys from behind this key on, or from the first; empty at the end. */
    List<Map.Entry<String, T>> behind(@Nullable String last) {
        List<Map.Entry<String, T>> batch = new ArrayList<>(BATCH);
        String key = last == null ? map.firstKey() : map.higherKey(last);
        while (key != null && batch.size() < BATCH) {
            batch.add(Map.entry(key, Packed.read(String.valueOf(map.get(key)), type)));
            key = map.higherKey(key);
        }
        return batch;
    }

    Outcome put(String key, T value) {
        String text = Packed.write(value);
        String before = map.put(key, text);
        if (before == null) {
            return Outcome.ADDED;
        }
        return before.equals(text) ? Outcome.UNCHANGED : Outcome.REPLACED;
    }
}
