package dev.byline.taxonomy;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Objects;

/**
 * Regions that an editor put together under one name, for example "The Gulf"; its listing covers all its members.
 *
 * @param key the slug, not blank
 * @param name what is printed, plain text; the key where it is blank
 * @param members the regions in the editor's order, at least one, none twice
 */
@JsonPropertyOrder({"key", "name", "members"})
@JsonIgnoreProperties(ignoreUnknown = true)
public record RegionGroup(String key, String name, List<Region> members) {
    /** Checks the key and the members. */
    public RegionGroup {
        Terms.checkKey(key, "group");
        name = Terms.nameOr(name, key);
        members = List.copyOf(Objects.requireNonNull(members, "members"));
        if (members.isEmpty()) {
            throw new IllegalArgumentException("the group \"" + key + "\" has no members");
        }
        if (members.stream().map(Region::key).distinct().count() < members.size()) {
            throw new IllegalArgumentException("the group \"" + key + "\" names a member twice");
        }
    }

    /** The group with this key, name and members. */
    public static RegionGroup of(String key, String name, Region... members) {
        return new RegionGroup(key, name, List.of(members));
    }
}
