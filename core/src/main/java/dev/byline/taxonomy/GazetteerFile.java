package dev.byline.taxonomy;

import dev.byline.taxonomy.GazetteerEntry.Word;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a file of the gazetteer over what there is; docs/regions.md tells the format. */
final class GazetteerFile {
    /** The key under which stands what means no region. */
    static final String NOWHERE = "-";

    /** The most words of a phrase. */
    static final int MOST_WORDS = 8;

    private final Map<String, GazetteerEntry> entries = new LinkedHashMap<>();
    private final Map<String, Integer> keyLines = new HashMap<>();
    private final Map<String, String> claims = new HashMap<>();
    private final Map<String, Integer> claimLines = new HashMap<>();
    private final Set<String> own = new HashSet<>();
    private final boolean isOver;
    private @Nullable GazetteerEntry entry;
    private int number;

    GazetteerFile(Map<String, GazetteerEntry> before) {
        entries.putAll(before);
        isOver = !before.isEmpty();
    }

    /** The entries after the file. */
    Map<String, GazetteerEntry> read(Reader file) {
        BufferedReader lines = new BufferedReader(file);
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                String text = (number == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line).strip();
                if (text.startsWith("[")) {
                    begin(text);
                } else if (!text.isEmpty() && !text.startsWith("#")) {
                    words(text);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("can't read the gazetteer", e);
        }
        return entries;
    }

    private void begin(String line) {
        int end = line.indexOf(']');
        String key = end < 0 ? "" : line.substring(1, end).strip();
        String name = line.substring(end + 1).strip();
        if (key.isEmpty()) {
            throw broken("there is no key between brackets");
        }
        Integer earlier = keyLines.put(key, number);
        if (earlier != null) {
            throw broken("the key \"" + key + "\" has line " + earlier + " already");
        }
        GazetteerEntry before = entries.get(key);
        if (key.equals(NOWHERE)) {
            entry = before == null ? new GazetteerEntry(new Region(NOWHERE, NOWHERE, null)) : before.copy();
        } else if (before == null) {
            if (name.isEmpty()) {
                throw broken("the key \"" + key + "\" has no name after the bracket");
            }
            entry = GazetteerEntry.of(region(key, name));
        } else {
            entry = before.copy();
            if (!name.isEmpty() && !name.equals(before.region().name())) {
                region(key, name);
                entry.rename(name);
            }
        }
        entries.put(key, entry);
        own.add(key);
        if (!name.isEmpty() && !key.equals(NOWHERE)) {
            claim(key, name);
        }
        if (before == null && key.length() > 2) {
            claim(key, key);
        }
    }

    private Region region(String key, String name) {
        if (Names.fold(name).isEmpty()) {
            throw broken("the name \"" + name + "\" has neither letter nor digit");
        }
        try {
            return new Region(key, name, null);
        } catch (IllegalArgumentException e) {
            throw broken(Objects.requireNonNullElse(e.getMessage(), "this can't be a region"));
        }
    }

    private void words(String line) {
        int colon = line.indexOf(':');
        int equals = line.indexOf('=');
        boolean replaces = equals >= 0 && (colon < 0 || equals < colon);
        int sign = replaces ? equals : colon;
        WordKind kind = sign < 0 ? null : WordKind.named(line.substring(0, sign).strip());
        if (kind == null) {
            throw broken("this is neither [key] name nor a kind of words such as cities: A | B");
        }
        GazetteerEntry now = entry;
        if (now == null) {
            throw broken("words come after the [key] of their region");
        }
        if ((kind == WordKind.PHRASES) != now.region().key().equals(NOWHERE)) {
            throw broken("phrases that mean no region stand under [-], and nothing else does");
        }
        if (replaces) {
            now.clear(kind);
        }
        for (String written : line.substring(sign + 1).split("\\|", -1)) {
            if (!written.isBlank()) {
                word(now, kind, written.strip());
            }
        }
    }

    private void word(GazetteerEntry now, WordKind kind, String written) {
        boolean removed = written.startsWith("-");
        String text = removed ? written.substring(1).strip() : written;
        double weight = 1;
        int star = text.lastIndexOf('*');
        if (star >= 0) {
            weight = weight(text.substring(star + 1).strip());
            text = text.substring(0, star).strip();
        }
        int words = Letters.words(Letters.key(text));
        if (words < 1 || words > MOST_WORDS) {
            throw broken("\"" + text + "\" has " + words + " words, not 1 to " + MOST_WORDS);
        }
        if (removed) {
            now.remove(kind, text);
            return;
        }
        now.put(kind, new Word(text, weight));
        if (kind == WordKind.ALSO && weight == 1) {
            claim(now.region().key(), text);
        }
    }

    private double weight(String text) {
        try {
            double weight = Double.parseDouble(text);
            if (weight > 0 && weight <= 1) {
                return weight;
            }
        } catch (NumberFormatException noNumber) {
            // As one beyond the range.
        }
        throw broken("a weight is above 0 and at most 1, not \"" + text + "\"");
    }

    /** A name belongs to whoever claims it last, but in one file to one region alone. */
    private void claim(String key, String name) {
        String folded = Names.fold(name);
        Integer line = claimLines.put(folded, number);
        String owner = claims.put(folded, key);
        if (owner != null && !owner.equals(key)) {
            throw broken("the name \"" + name + "\" has line " + line + " already");
        }
        if (isOver) {
            entries.replaceAll((other, its) -> {
                if (other.equals(key) || own.contains(other) || !its.names(name)) {
                    return its;
                }
                GazetteerEntry less = its.copy();
                less.lose(name);
                return less;
            });
        }
    }

    private IllegalArgumentException broken(String reason) {
        return new IllegalArgumentException("gazetteer, line " + number + ": " + reason);
    }
}
