package dev.byline.examples.cli.site;

import dev.byline.examples.cli.site.SiteChanges.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;

/** Values of one type by their own keys; only asked and changed within a question or a change of the file. */
final class Shelf<T> {
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

    Outcome put(String key, T value) {
        String text = Packed.write(value);
        String before = map.put(key, text);
        if (before == null) {
            return Outcome.ADDED;
        }
        return before.equals(text) ? Outcome.UNCHANGED : Outcome.REPLACED;
    }
}
