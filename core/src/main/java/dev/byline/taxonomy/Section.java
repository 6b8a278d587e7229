package dev.byline.taxonomy;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A department of the newsroom: politics, business, culture.
 *
 * @param key the slug, not blank
 * @param name what is printed, plain text; the key where it is blank
 * @param parent the section that this one belongs to, or null; its listing covers this one
 */
@JsonPropertyOrder({"key", "name", "parent"})
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonIgnoreProperties(ignoreUnknown = true)
public record Section(String key, String name, @Nullable Section parent) implements Term {
    /** Checks the key, puts it in the place of a missing name, and refuses a chain of more than eight. */
    public Section {
        Terms.checkKey(key, "section");
        name = Terms.nameOr(name, key);
        Terms.checkDepth(parent, Section::parent, key);
    }

    /** The section with this key and name, under no other. */
    public static Section of(String key, String name) {
        return new Section(key, name, null);
    }

    /** This section and those above it, from itself upwards; one to eight of them. */
    public List<Section> path() {
        return Terms.path(this, Section::parent);
    }
}
