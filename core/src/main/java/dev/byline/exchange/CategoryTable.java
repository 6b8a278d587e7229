package dev.byline.exchange;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.byline.taxonomy.Region;
import dev.byline.taxonomy.Section;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The editor's table: where a source's categories go. {@link #defaults()} drops "Uncategorized" and leaves the rest to
 * the reader.
 *
 * <p>Each key is a category's slug or its name, in any case; the slug is looked up first, and regions before sections
 * before what is dropped. A category that is not in the table becomes a region if it is called like one that Byline
 * ships, and a section otherwise.
 *
 * @param regions the region for a category
 * @param sections the section for a category
 * @param dropped categories that are neither
 */
@JsonPropertyOrder({"regions", "sections", "dropped"})
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonIgnoreProperties(ignoreUnknown = true)
public record CategoryTable(Map<String, Region> regions, Map<String, Section> sections, List<String> dropped) {
    private static final CategoryTable DEFAULTS =
            new CategoryTable(Map.of(), Map.of(), List.of("uncategorized", "uncategorised"));

    /** Copies the maps and the list, their keys in lower case and in order. */
    public CategoryTable {
        regions = keyed(regions);
        sections = keyed(sections);
        TreeSet<String> sorted = new TreeSet<>();
        (dropped == null ? List.<String>of() : dropped).forEach(key -> sorted.add(fold(key)));
        dropped = List.copyOf(sorted);
    }

    /** Nothing but that "Uncategorized" is dropped. */
    public static CategoryTable defaults() {
        return DEFAULTS;
    }

    /** The same, where this slug or name is that region. */
    public CategoryTable withRegion(String category, Region region) {
        return new CategoryTable(plus(regions, category, region), sections, dropped);
    }

    /** The same, where this slug or name is that section. */
    public CategoryTable withSection(String category, Section section) {
        return new CategoryTable(regions, plus(sections, category, section), dropped);
    }

    /** The same, where this slug or name is dropped. */
    public CategoryTable withDropped(String category) {
        TreeSet<String> more = new TreeSet<>(dropped);
        more.add(fold(category));
        return new CategoryTable(regions, sections, List.copyOf(more));
    }

    Optional<Region> region(String slug, String name) {
        return find(regions, slug, name);
    }

    Optional<Section> section(String slug, String name) {
        return find(sections, slug, name);
    }

    boolean drops(String slug, String name) {
        return Collections.binarySearch(dropped, fold(slug)) >= 0 || Collections.binarySearch(dropped, fold(name)) >= 0;
    }

    private static <T> Optional<T> find(Map<String, T> table, String slug, String name) {
        T found = table.get(fold(slug));
        return Optional.ofNullable(found == null ? table.get(fold(name)) : found);
    }

    private static <T> Map<String, T> plus(Map<String, T> table, String category, T term) {
        Map<String, T> more = new TreeMap<>(table);
        more.put(fold(category), term);
        return more;
    }

    private static <T> Map<String, T> keyed(@Nullable Map<String, T> table) {
        Map<String, T> folded = new TreeMap<>();
        if (table != null) {
            table.forEach((key, term) -> folded.put(fold(key), term));
        }
        return Collections.unmodifiableMap(folded);
    }

    private static String fold(String key) {
        return key.strip().toLowerCase(Locale.ROOT);
    }
}
