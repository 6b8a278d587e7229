package dev.byline.taxonomy;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What regions are called and what in a text points at them: {@link #standard()} knows the territories of ISO 3166-1,
 * and an editor's file {@link #with} adds, renames and removes what it likes.
 *
 * <p>The format of a file is told in docs/regions.md. Immutable and thread-safe; the index for whole texts, some
 * megabytes, is made when a {@link RegionRecogniser} first wants it.
 */
public final class Gazetteer {
    private static final String RESOURCE = "gazetteer.txt";

    private static final Gazetteer STANDARD = readStandard();

    private final Map<String, GazetteerEntry> entries;
    private final List<Region> all;
    private final Map<String, String> keysByName;
    private volatile @Nullable WordIndex index;

    private Gazetteer(Map<String, GazetteerEntry> entries) {
        this.entries = Collections.unmodifiableMap(entries);
        List<Region> regions = new ArrayList<>();
        keysByName = new HashMap<>();
        entries.forEach((key, entry) -> {
            if (!key.equals(GazetteerFile.NOWHERE)) {
                regions.add(entry.region());
                entry.names().forEach(name -> keysByName.put(Names.fold(name), key));
            }
        });
        all = List.copyOf(regions);
    }

    /**
     * The gazetteer that Byline ships: all territories of ISO 3166-1 and Kosovo, as English-language newsrooms call them
     * ("UAE", "South Korea"), found by their official and common other names too, and many by their own name and in
     * Arabic, Persian and Hebrew.
     */
    public static Gazetteer standard() {
        return STANDARD;
    }

    /**
     * This gazetteer with a file over it.
     *
     * <p>A region whose key is known may get another name, and is found by its former names still. A name that belonged
     * to another region before now belongs to the file's. Reads to the end and leaves closing to the caller.
     *
     * @throws IllegalArgumentException naming line and reason, if a line is of no known form, a key comes twice, or two
     *     regions claim one name
     * @throws UncheckedIOException if the reader fails
     */
    public Gazetteer with(Reader file) {
        return new Gazetteer(new GazetteerFile(entries).read(file));
    }

    /** All regions that have a name here, those of the first file first, each file in its order. */
    public List<Region> all() {
        return all;
    }

    /** The region with exactly this key; one without a name here is named by its key. */
    public Region region(String key) {
        GazetteerEntry entry = entries.get(key);
        return entry == null || key.equals(GazetteerFile.NOWHERE) ? new Region(key, key, null) : entry.region();
    }

    /**
     * The region that is called so.
     *
     * <p>Case, accents, punctuation, spaces and a leading "the" make no difference, nor do the letters that Arabic and
     * Persian write differently. Keys are found too if they have more than two characters, and a name of two Latin
     * letters only if it is given in capitals: "US" is a country, "us" and "in" are words.
     *
     * @param nameOrAlias the whole name, not a text that contains it; may be blank, and then is nobody's
     */
    public Optional<Region> find(String nameOrAlias) {
        String folded = Names.fold(nameOrAlias);
        if (folded.isEmpty() || (isShort(folded) && !isInCapitals(nameOrAlias))) {
            return Optional.empty();
        }
        return Optional.ofNullable(keysByName.get(folded)).map(this::region);
    }

    @Override
    public String toString() {
        return "Gazetteer[" + all.size() + " regions]";
    }

    WordIndex index() {
        WordIndex made = index;
        if (made == null) {
            // Made twice where two threads come at once, which is cheaper than a lock for ever.
            made = WordIndex.of(entries.values());
            index = made;
        }
        return made;
    }

    private static boolean isShort(String folded) {
        return folded.length() <= 2 && folded.chars().allMatch(c -> c < 0x80);
    }

    private static boolean isInCapitals(String name) {
        return name.chars().noneMatch(Character::isLowerCase);
    }

    private static Gazetteer readStandard() {
        try (InputStream in = Gazetteer.class.getResourceAsStream(RESOURCE)) {
            Reader file = new InputStreamReader(
                    Objects.requireNonNull(in, () -> RESOURCE + " is missing from the jar"), StandardCharsets.UTF_8);
            return new Gazetteer(new GazetteerFile(Map.of()).read(file));
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE, e);
        }
    }
}
