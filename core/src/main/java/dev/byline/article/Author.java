package dev.byline.article;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Objects;

/**
 * Somebody who writes for the site.
 *
 * @param slug the key of the author's listing, not blank
 * @param name the name as printed, plain text; the slug where it is blank
 * @param picture the address of a portrait; empty where there is none
 * @param biography a few lines, plain text; empty where there are none
 */
@JsonPropertyOrder({"slug", "name", "picture", "biography"})
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonIgnoreProperties(ignoreUnknown = true)
public record Author(String slug, String name, String picture, String biography) {
    /** Checks the slug and puts it in the place of a missing name. */
    public Author {
        Objects.requireNonNull(slug, "slug");
        if (slug.isBlank()) {
            throw new IllegalArgumentException("an author needs a slug");
        }
        name = name == null || name.isBlank() ? slug : name;
        picture = picture == null ? "" : picture;
        biography = biography == null ? "" : biography;
    }

    /** An author of whom nothing but the name is known. */
    public static Author of(String slug, String name) {
        return new Author(slug, name, "", "");
    }
}
