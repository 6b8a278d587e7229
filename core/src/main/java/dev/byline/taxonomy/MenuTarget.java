package dev.byline.taxonomy;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Objects;

/**
 * Where a menu entry leads.
 *
 * @param kind what it leads to
 * @param key the key or slug of that region, group, section, tag, page or article; the address itself for a URL; empty
 *     for home
 */
@JsonPropertyOrder({"kind", "key"})
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonIgnoreProperties(ignoreUnknown = true)
public record MenuTarget(Kind kind, String key) {
    /** What a menu entry can lead to. */
    public enum Kind {
        /** The front page. */
        @JsonProperty("home")
        HOME,
        /** The listing of a region. */
        @JsonProperty("region")
        REGION,
        /** The listing of a group of regions. */
        @JsonProperty("group")
        GROUP,
        /** The listing of a section. */
        @JsonProperty("section")
        SECTION,
        /** The listing of a tag. */
        @JsonProperty("tag")
        TAG,
        /** A static page. */
        @JsonProperty("page")
        PAGE,
        /** An article. */
        @JsonProperty("article")
        ARTICLE,
        /** Any address; not checked, so it is sanitised where it is printed. */
        @JsonProperty("url")
        URL
    }

    /** Checks that everything but home has a key. */
    public MenuTarget {
        Objects.requireNonNull(kind, "kind");
        key = key == null ? "" : key;
        if (kind == Kind.HOME ? !key.isEmpty() : key.isBlank()) {
            throw new IllegalArgumentException("a menu entry to " + kind + " can't have the key \"" + key + "\"");
        }
    }

    /** The front page. */
    public static MenuTarget home() {
        return new MenuTarget(Kind.HOME, "");
    }

    /** The listing of a region, section or tag. */
    public static MenuTarget of(Term term) {
        if (term instanceof Region) {
            return region(term.key());
        }
        return term instanceof Section ? section(term.key()) : tag(term.key());
    }

    /** The listing of the region with this key. */
    public static MenuTarget region(String key) {
        return new MenuTarget(Kind.REGION, key);
    }

    /** The listing of the group of regions with this key. */
    public static MenuTarget group(String key) {
        return new MenuTarget(Kind.GROUP, key);
    }

    /** The listing of the section with this key. */
    public static MenuTarget section(String key) {
        return new MenuTarget(Kind.SECTION, key);
    }

    /** The listing of the tag with this key. */
    public static MenuTarget tag(String key) {
        return new MenuTarget(Kind.TAG, key);
    }

    /** The static page with this slug. */
    public static MenuTarget page(String slug) {
        return new MenuTarget(Kind.PAGE, slug);
    }

    /** The article with this slug. */
    public static MenuTarget article(String slug) {
        return new MenuTarget(Kind.ARTICLE, slug);
    }

    /** Any address. */
    public static MenuTarget url(String address) {
        return new MenuTarget(Kind.URL, address);
    }
}
