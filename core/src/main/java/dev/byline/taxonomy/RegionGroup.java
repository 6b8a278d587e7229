package dev.byline.taxonomy;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Regions that an editor put together under one name, for example "The Gulf"; its listing covers all its members.
 *
 * @param key the slug, not blank
 * @param name what is printed, plain text; the key where it is blank
 * @param members the regions in the editor's order, at least one, none twice; those of the groups inside that are not
 *     named here come after, in their order
 * @param groups the groups inside this one in the editor's order, for example "The Gulf" in "Middle East"; may be empty
 */
@JsonPropertyOrder({"key", "name", "members", "groups"})
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonIgnoreProperties(ignoreUnknown = true)
public record RegionGroup(String key, String name, List<Region> members, List<RegionGroup> groups) {
    /** The most levels of groups inside groups, this one included. */
    public static final int MOST_LEVELS = 8;

    /** Checks the key and the members, and takes in those of the groups inside. */
    public RegionGroup {
        Terms.checkKey(key, "group");
        name = Terms.nameOr(name, key);
        groups = groups == null ? List.of() : List.copyOf(groups);
        List<Region> own = List.copyOf(Objects.requireNonNull(members, "members"));
        if (own.stream().map(Region::key).distinct().count() < own.size()) {
            throw new IllegalArgumentException("the group \"" + key + "\" names a member twice");
        }
        Map<String, Region> all = new LinkedHashMap<>();
        own.forEach(region -> all.put(region.key(), region));
        groups.forEach(group -> group.members().forEach(region -> all.putIfAbsent(region.key(), region)));
        members = List.copyOf(all.values());
        if (members.isEmpty()) {
            throw new IllegalArgumentException("the group \"" + key + "\" has no members");
        }
        // Groups are built from the innermost outwards, so that none is ever deeper than this by more than one.
        if (1 + groups.stream().mapToInt(RegionGroup::levels).max().orElse(0) > MOST_LEVELS) {
            throw new IllegalArgumentException("the group \"" + key + "\" is deeper than " + MOST_LEVELS + " levels");
        }
        if (groups.stream().map(RegionGroup::key).distinct().count() < groups.size()) {
            throw new IllegalArgumentException("the group \"" + key + "\" names a group inside twice");
        }
    }

    /** A group without groups inside. */
    public RegionGroup(String key, String name, List<Region> members) {
        this(key, name, members, List.of());
    }

    /** The group with this key, name and members. */
    public static RegionGroup of(String key, String name, Region... members) {
        return new RegionGroup(key, name, List.of(members));
    }

    /** The group with this key and name of these groups, and whatever their members are. */
    public static RegionGroup ofGroups(String key, String name, RegionGroup... groups) {
        return new RegionGroup(key, name, List.of(), List.of(groups));
    }

    private int levels() {
        return 1 + groups.stream().mapToInt(RegionGroup::levels).max().orElse(0);
    }
}
