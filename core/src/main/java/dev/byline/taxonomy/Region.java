package dev.byline.taxonomy;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of the world that the site reports on.
 *
 * @param key the host's key: ISO 3166-1 or -2 in lower case, or a slug of its own; not blank
 * @param name the editorial name, plain text; the key where it is blank
 * @param parent the region around this one, or null; its listing covers this one
 */
@JsonPropertyOrder({"key", "name", "parent"})
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonIgnoreProperties(ignoreUnknown = true)
public record Region(String key, String name, @Nullable Region parent) implements Term {
    /** Checks the key, puts it in the place of a missing name, and refuses a chain of more than eight. */
    public Region {
        Terms.checkKey(key, "region");
        name = Terms.nameOr(name, key);
        Terms.checkDepth(parent, Region::parent, key);
    }

    /**
     * The region with this key, under the name that Byline ships for it.
     *
     * @param key an ISO 3166-1 code in lower case, or any key of the host, which then is its own name
     */
    public static Region of(String key) {
        return Gazetteer.standard().region(key);
    }

    /** The region with this key and name, inside no other. */
    public static Region of(String key, String name) {
        return new Region(key, name, null);
    }

    /** This region and those around it, from itself outwards; one to eight of them. */
    public List<Region> path() {
        return Terms.path(this, Region::parent);
    }
}
