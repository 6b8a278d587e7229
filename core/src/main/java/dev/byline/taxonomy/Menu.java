package dev.byline.taxonomy;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A menu as an editor made it: entries in order, each with entries of its own.
 *
 * @param key the slug by which a page names the menu, not blank
 * @param name what editors call it; the key where it is blank
 * @param entries the top entries in order; may be empty
 */
@JsonPropertyOrder({"key", "name", "entries"})
@JsonIgnoreProperties(ignoreUnknown = true)
public record Menu(String key, String name, List<Entry> entries) {
    /** The most levels that a menu may have; deeper entries are refused. */
    public static final int MOST_LEVELS = 16;

    /** Checks the key and that no entry lies deeper than {@link #MOST_LEVELS}. */
    public Menu {
        Terms.checkKey(key, "menu");
        name = Terms.nameOr(name, key);
        entries = entries == null ? List.of() : List.copyOf(entries);
        for (Entry entry : entries) {
            if (entry.levels() > MOST_LEVELS) {
                throw new IllegalArgumentException(
                        "the menu \"" + key + "\" is deeper than " + MOST_LEVELS + " levels");
            }
        }
    }

    /** The menu with these entries. */
    public static Menu of(String key, String name, Entry... entries) {
        return new Menu(key, name, List.of(entries));
    }

    /** How many entries there are on all levels together. */
    public int size() {
        return entries.stream().mapToInt(Entry::size).sum();
    }

    /** Whether an entry, on whatever level, leads there. */
    public boolean leadsTo(MenuTarget target) {
        return entries.stream().anyMatch(entry -> entry.leadsTo(target));
    }

    /**
     * The group that an editor made of regions by putting them below a line that {@linkplain MenuTarget#group leads to it}, under
     * that line's label; empty where no line on the top level does, or has no region right below it.
     */
    public Optional<RegionGroup> group(String key) {
        MenuTarget group = MenuTarget.group(key);
        return entries.stream()
                .filter(entry -> entry.target().equals(group))
                .filter(entry -> !entry.regions().isEmpty())
                .map(entry -> new RegionGroup(key, entry.label(), entry.regions()))
                .findFirst();
    }

    /**
     * One line of a menu.
     *
     * @param label what is printed, plain text
     * @param target where it leads
     * @param entries the lines below it, in order; may be empty
     */
    @JsonPropertyOrder({"label", "target", "entries"})
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Entry(String label, MenuTarget target, List<Entry> entries) {
        /** Copies the entries. */
        public Entry {
            label = label == null ? "" : label;
            entries = entries == null ? List.of() : List.copyOf(entries);
        }

        /** A line without lines below it. */
        public static Entry of(String label, MenuTarget target) {
            return new Entry(label, target, List.of());
        }

        /** A line with lines below it. */
        public static Entry of(String label, MenuTarget target, Entry... entries) {
            return new Entry(label, target, List.of(entries));
        }

        // Entries are built from the leaves up, and Menu bounds the depth, so both walks end within it.
        private int levels() {
            return 1 + entries.stream().mapToInt(Entry::levels).max().orElse(0);
        }

        private boolean leadsTo(MenuTarget sought) {
            return target.equals(sought) || entries.stream().anyMatch(entry -> entry.leadsTo(sought));
        }

        // A region that is named twice is in the group once, under its first name.
        private List<Region> regions() {
            Map<String, Region> regions = new LinkedHashMap<>();
            entries.stream()
                    .filter(entry -> entry.target().kind() == MenuTarget.Kind.REGION)
                    .map(entry -> Region.of(entry.target().key(), entry.label()))
                    .forEach(region -> regions.putIfAbsent(region.key(), region));
            return List.copyOf(regions.values());
        }

        private int size() {
            return 1 + entries.stream().mapToInt(Entry::size).sum();
        }
    }
}
