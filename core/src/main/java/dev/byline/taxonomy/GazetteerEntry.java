package dev.byline.taxonomy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the gazetteer holds of one region; changed only while a file is read. */
final class GazetteerEntry {
    private Region region;
    private final Map<WordKind, Map<String, Word>> words = new EnumMap<>(WordKind.class);

    GazetteerEntry(Region region) {
        this.region = region;
    }

    static GazetteerEntry of(Region region) {
        GazetteerEntry entry = new GazetteerEntry(region);
        entry.put(WordKind.ALSO, new Word(region.name(), 1));
        return entry;
    }

    /**
     * A word as the file writes it.
     *
     * @param text the spelling
     * @param weight how much it counts among words of its kind, above 0 and up to 1
     */
    record Word(String text, double weight) {}

    GazetteerEntry copy() {
        GazetteerEntry copy = new GazetteerEntry(region);
        words.forEach((kind, list) -> copy.words.put(kind, new LinkedHashMap<>(list)));
        return copy;
    }

    Region region() {
        return region;
    }

    Collection<Word> words(WordKind kind) {
        return words.getOrDefault(kind, Map.of()).values();
    }

    boolean has(WordKind kind, String text) {
        return words.getOrDefault(kind, Map.of()).containsKey(Letters.key(text));
    }

    /** Whether a word says that a text speaks of the region. */
    boolean names(String text) {
        for (WordKind kind : WordKind.values()) {
            if (kind.isEvidence() && has(kind, text)) {
                return true;
            }
        }
        return false;
    }

    /** The names by which the region is found: those that count in full, and a key that is no code of two letters. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        for (Word word : words(WordKind.ALSO)) {
            if (word.weight() == 1) {
                names.add(word.text());
            }
        }
        if (region.key().length() > 2) {
            names.add(region.key());
        }
        return names;
    }

    /** Gives the region another name; by the old one it is found still. */
    void rename(String name) {
        put(WordKind.ALSO, new Word(name, 1));
        region = new Region(region.key(), name, region.parent());
    }

    void put(WordKind kind, Word word) {
        words.computeIfAbsent(kind, k -> new LinkedHashMap<>())
                .merge(
                        Letters.key(word.text()),
                        word,
                        // Of two spellings that read the same, the first is the one to be shown.
                        (before, now) -> before.weight() == now.weight() ? before : now);
    }

    void remove(WordKind kind, String text) {
        words.getOrDefault(kind, new LinkedHashMap<>()).remove(Letters.key(text));
    }

    void clear(WordKind kind) {
        words.remove(kind);
    }

    /** Takes a word out of all kinds that say that a text speaks of the region. */
    void lose(String text) {
        for (WordKind kind : WordKind.values()) {
            if (kind.isEvidence()) {
                remove(kind, text);
            }
        }
    }
}
