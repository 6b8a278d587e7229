package dev.byline.publish;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a site's pages are, as paths with places to fill. {@link #defaults()}: articles and pages by their slug, listings by kind
 * and key.
 *
 * <p>A path begins with a slash. {@code {slug}}, {@code {id}}, {@code {year}}, {@code {month}}, {@code {day}}, {@code {section}}
 * (the key of the term that a card prints, {@code news} where there is none) and {@code {language}} are filled for an article,
 * {@code {key}} for a listing, also {@code {name}}, its name as a slug, for that of a region; {@code {slug}} for a page; years have four digits, months and days two, in the publication's zone.
 * Each is percent-encoded.
 *
 * @param article of an article, with {@code {slug}} or {@code {id}}
 * @param section of a section's listing, with {@code {key}}
 * @param region of a region's, with {@code {key}} or {@code {name}}
 * @param group of that of a group of regions
 * @param tag of a tag's
 * @param author of an author's
 * @param page of a static page, with {@code {slug}}
 */
@JsonPropertyOrder({"article", "section", "region", "group", "tag", "author", "page"})
@JsonIgnoreProperties(ignoreUnknown = true)
public record AddressPolicy(
        String article, String section, String region, String group, String tag, String author, String page) {
    // First, for the policies below are checked against it.
    private static final List<String> OF_ARTICLE = List.of("slug", "id", "year", "month", "day", "section", "language");
    private static final AddressPolicy DEFAULTS = new AddressPolicy(
            "/{slug}", "/section/{key}", "/region/{key}", "/group/{key}", "/tag/{key}", "/author/{key}", "/{slug}");
    private static final AddressPolicy WORDPRESS = new AddressPolicy(
            "/{year}/{month}/{day}/{slug}/",
            "/category/{key}/",
            "/category/{name}/",
            "/category/{key}/",
            "/tag/{key}/",
            "/author/{key}/",
            "/{slug}/");

    /** Checks that each is a path with what tells its pages apart, and nothing that can't be filled. */
    public AddressPolicy {
        check(article, OF_ARTICLE);
        if (!article.contains("{slug}") && !article.contains("{id}")) {
            throw new IllegalArgumentException(
                    "\"" + article + "\" does not tell articles apart: it needs {slug} or {id}");
        }
        for (String listing : List.of(section, group, tag, author)) {
            check(listing, List.of("key"));
            demand(listing, "{key}");
        }
        check(region, List.of("key", "name"));
        if (!region.contains("{name}")) {
            demand(region, "{key}");
        }
        check(page, List.of("slug"));
        demand(page, "{slug}");
    }

    private static void demand(String path, String place) {
        if (!path.contains(place)) {
            throw new IllegalArgumentException("\"" + path + "\" needs " + place);
        }
    }

    private static void check(String path, List<String> places) {
        if (!path.startsWith("/") || path.startsWith("//")) {
            throw new IllegalArgumentException("\"" + path + "\" is no path: it begins with one slash");
        }
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c == '{') {
                int end = path.indexOf('}', i);
                if (end < 0 || !places.contains(path.substring(i + 1, end))) {
                    throw new IllegalArgumentException("\"" + path + "\" has a place other than " + places);
                }
                i = end;
            } else if (c <= ' ' || c > '~' || "<>\"\\^`|}".indexOf(c) >= 0) {
                throw new IllegalArgumentException("\"" + path + "\" is no path that an address can have");
            }
        }
    }

    /** {@code /slug}, {@code /section/key}, {@code /tag/key} and so on. */
    public static AddressPolicy defaults() {
        return DEFAULTS;
    }

    /** As WordPress has them by default: by day and name, and below {@code /category/}, where regions go by their names. */
    public static AddressPolicy wordPress() {
        return WORDPRESS;
    }

    /** Binds JSON; what is missing is as in {@link #defaults()}. */
    @JsonCreator
    public static AddressPolicy fromJson(
            @JsonProperty("article") @Nullable String article,
            @JsonProperty("section") @Nullable String section,
            @JsonProperty("region") @Nullable String region,
            @JsonProperty("group") @Nullable String group,
            @JsonProperty("tag") @Nullable String tag,
            @JsonProperty("author") @Nullable String author,
            @JsonProperty("page") @Nullable String page) {
        return new AddressPolicy(
                article == null ? DEFAULTS.article : article,
                section == null ? DEFAULTS.section : section,
                region == null ? DEFAULTS.region : region,
                group == null ? DEFAULTS.group : group,
                tag == null ? DEFAULTS.tag : tag,
                author == null ? DEFAULTS.author : author,
                page == null ? DEFAULTS.page : page);
    }

    /** With articles there. */
    public AddressPolicy article(String path) {
        return new AddressPolicy(path, section, region, group, tag, author, page);
    }

    /** With sections there. */
    public AddressPolicy section(String path) {
        return new AddressPolicy(article, path, region, group, tag, author, page);
    }

    /** With regions there. */
    public AddressPolicy region(String path) {
        return new AddressPolicy(article, section, path, group, tag, author, page);
    }

    /** With groups of regions there. */
    public AddressPolicy group(String path) {
        return new AddressPolicy(article, section, region, path, tag, author, page);
    }

    /** With tags there. */
    public AddressPolicy tag(String path) {
        return new AddressPolicy(article, section, region, group, path, author, page);
    }

    /** With authors there. */
    public AddressPolicy author(String path) {
        return new AddressPolicy(article, section, region, group, tag, path, page);
    }

    /** With static pages there. */
    public AddressPolicy page(String path) {
        return new AddressPolicy(article, section, region, group, tag, author, path);
    }
}
