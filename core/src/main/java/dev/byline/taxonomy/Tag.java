package dev.byline.taxonomy;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * A free keyword of an article.
 *
 * @param key the slug, not blank
 * @param name what is printed, plain text; the key where it is blank
 */
@JsonPropertyOrder({"key", "name"})
@JsonIgnoreProperties(ignoreUnknown = true)
public record Tag(String key, String name) implements Term {
    /** Checks the key and puts it in the place of a name that is missing. */
    public Tag {
        Terms.checkKey(key, "tag");
        name = Terms.nameOr(name, key);
    }

    /** The tag with this key and name. */
    public static Tag of(String key, String name) {
        return new Tag(key, name);
    }
}
