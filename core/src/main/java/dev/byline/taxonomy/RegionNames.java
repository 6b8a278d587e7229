package dev.byline.taxonomy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The names of regions: {@link #shipped()} names the territories of ISO 3166-1, and an editor's file {@link #with}
 * replaces or adds what it likes.
 *
 * <p>A file is UTF-8 text with one region a line and fields parted by tabs: key, name, and other names parted by
 * {@code |}, which may be missing. Further fields are ignored, as are blank lines and lines that begin with {@code #}.
 * Immutable and thread-safe.
 */
public final class RegionNames {
    private static final String RESOURCE = "region-names.tsv";

    private static final RegionNames NONE = new RegionNames(Map.of(), Map.of());
    private static final RegionNames SHIPPED = readShipped();

    private final Map<String, Region> regions;
    private final Map<String, String> keysByName;

    private RegionNames(Map<String, Region> regions, Map<String, String> keysByName) {
        this.regions = regions;
        this.keysByName = keysByName;
    }

    /**
     * The names that Byline ships: all territories of ISO 3166-1 and Kosovo, as English-language newsrooms call them
     * ("UAE", "South Korea"), found by their official and common other names too, and many by their own name and in
     * Arabic, Persian and Hebrew.
     */
    public static RegionNames shipped() {
        return SHIPPED;
    }

    /**
     * These names with those of a file over them.
     *
     * <p>A line whose key is known replaces the name; the region is found by its former names still. A name that belonged
     * to another region before now belongs to the line's. Reads to the end and leaves closing to the caller.
     *
     * @throws IllegalArgumentException naming line and reason, if a line has no key or no name, a key comes twice, or two
     *     lines claim one name
     * @throws UncheckedIOException if the reader fails
     */
    public RegionNames with(Reader file) {
        Map<String, Region> newRegions = new LinkedHashMap<>(regions);
        Map<String, String> newKeys = new HashMap<>(keysByName);
        Map<String, Integer> keyLines = new HashMap<>();
        Map<String, Integer> nameLines = new HashMap<>();
        BufferedReader lines = new BufferedReader(file);
        try {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                String text = number == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line;
                if (text.isBlank() || text.startsWith("#")) {
                    continue;
                }
                String[] fields = text.split("\t", -1);
                Region region = region(fields, number);
                Integer earlier = keyLines.put(region.key(), number);
                if (earlier != null) {
                    throw broken(number, "the key \"" + region.key() + "\" has line " + earlier + " already");
                }
                newRegions.put(region.key(), region);
                for (String name : names(region, fields)) {
                    String folded = Names.fold(name);
                    String before = newKeys.put(folded, region.key());
                    Integer claimed = nameLines.put(folded, number);
                    if (claimed != null && !region.key().equals(before)) {
                        throw broken(number, "the name \"" + name + "\" has line " + claimed + " already");
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("can't read region names", e);
        }
        return new RegionNames(newRegions, newKeys);
    }

    /** All regions that have a name here, those of the first file first, each file in its order. */
    public List<Region> all() {
        return List.copyOf(regions.values());
    }

    /** The region with exactly this key; one without a name here is named by its key. */
    public Region region(String key) {
        Region region = regions.get(key);
        return region == null ? new Region(key, key, null) : region;
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
        return Optional.ofNullable(keysByName.get(folded)).map(regions::get);
    }

    @Override
    public String toString() {
        return "RegionNames[" + regions.size() + " regions]";
    }

    private static Region region(String[] fields, int line) {
        String key = fields[0].strip();
        if (key.isEmpty()) {
            throw broken(line, "there is no key before the first tab");
        }
        if (fields.length < 2 || fields[1].isBlank()) {
            throw broken(line, "the key \"" + key + "\" has no name after a tab");
        }
        if (Names.fold(fields[1]).isEmpty()) {
            throw broken(line, "the name \"" + fields[1].strip() + "\" has neither letter nor digit");
        }
        try {
            return new Region(key, fields[1].strip(), null);
        } catch (IllegalArgumentException e) {
            throw broken(line, Objects.requireNonNullElse(e.getMessage(), "this can't be a region"));
        }
    }

    private static List<String> names(Region region, String[] fields) {
        List<String> names = new ArrayList<>();
        names.add(region.name());
        if (fields.length > 2) {
            names.addAll(List.of(fields[2].split("\\|", -1)));
        }
        if (region.key().length() > 2) {
            names.add(region.key());
        }
        names.removeIf(name -> Names.fold(name).isEmpty());
        return names;
    }

    private static IllegalArgumentException broken(int line, String reason) {
        return new IllegalArgumentException("region names, line " + line + ": " + reason);
    }

    private static boolean isShort(String folded) {
        return folded.length() <= 2 && folded.chars().allMatch(c -> c < 0x80);
    }

    private static boolean isInCapitals(String name) {
        return name.chars().noneMatch(Character::isLowerCase);
    }

    private static RegionNames readShipped() {
        try (InputStream in = RegionNames.class.getResourceAsStream(RESOURCE)) {
            return NONE.with(new InputStreamReader(
                    Objects.requireNonNull(in, () -> RESOURCE + " is missing from the jar"), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE, e);
        }
    }
}
