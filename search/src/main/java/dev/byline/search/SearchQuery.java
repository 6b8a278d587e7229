package dev.byline.search;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.byline.taxonomy.Region;
import dev.byline.taxonomy.RegionGroup;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a reader looks for: starts as {@link #text(String)}, by relevance, twenty to the page, from the first.
 *
 * <p>The text is words, {@code "exact phrases"} and {@code -words} or {@code -"phrases"} to leave out, in any order. A
 * quotation mark of any kind opens a phrase, but not between two letters; one that is not closed is passed over, as is
 * everything that is neither word nor operator. So any text is a query: one without a word in it finds nothing, and a
 * blank one, or one that only leaves out, finds everything that the filters let through, newest first.
 *
 * <p>Case, accents, quotation marks and the variants of Arabic and Persian letters make no difference anywhere; English
 * singular and plural and the Arabic article make none outside of quotation marks.
 *
 * @param text what was typed, of any length; what an engine does not read of a long one, the page says
 * @param regions region keys, any of which an article must lie in, itself or by a region around it; empty for all
 * @param section the key of a section that it must be in, itself or by a section above it; empty for all
 * @param tag the key of a tag that it must have; empty for all
 * @param author the slug of an author that it must have; empty for all
 * @param from the earliest time of publication; null for any
 * @param until the time before which it must have been published; null for any
 * @param unfinished whether the last word may be the beginning of a longer one, as while it is typed
 * @param asTyped whether words that no public article has are left as they are, instead of respelled
 * @param facets what to count the articles found by
 * @param sort the order
 * @param after the {@link SearchPage#next()} of the page before, which leads on through the articles as they were when the
 *     first page was found, whatever is published meanwhile; empty for pages by number
 * @param page the page, from 0, passed over behind a cursor; pages that begin behind {@value #DEEPEST} hits are empty
 * @param size the most hits of a page, 1 to {@value #MOST}
 */
@JsonPropertyOrder({
    "text",
    "regions",
    "section",
    "tag",
    "author",
    "from",
    "until",
    "unfinished",
    "asTyped",
    "facets",
    "sort",
    "after",
    "page",
    "size"
})
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonIgnoreProperties(ignoreUnknown = true)
public record SearchQuery(
        String text,
        Set<String> regions,
        String section,
        String tag,
        String author,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
        Instant from,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
        Instant until,

        boolean unfinished,
        boolean asTyped,
        Set<Facets.Kind> facets,
        Sort sort,
        String after,
        int page,
        int size) {
    /** The most hits of a page. */
    public static final int MOST = 100;

    /** How many hits can be paged through by number; there is no such bound behind a cursor. */
    public static final int DEEPEST = 10_000;

    /** In which order hits come. */
    public enum Sort {
        /** By what they have to do with the words (rules S-03 to S-08), the newer first where that is equal. */
        @JsonProperty("relevance")
        RELEVANCE,

        /** The newer first; only articles with all words, unless these don't fill a page. */
        @JsonProperty("newest")
        NEWEST,

        /** The older first; otherwise as {@link #NEWEST}. */
        @JsonProperty("oldest")
        OLDEST
    }

    /** Checks the page and puts empty text in the place of what is missing. */
    public SearchQuery {
        text = text == null ? "" : text;
        regions = regions == null ? Set.of() : Collections.unmodifiableSet(new TreeSet<>(regions));
        section = section == null ? "" : section;
        tag = tag == null ? "" : tag;
        author = author == null ? "" : author;
        facets = facets == null || facets.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(facets));
        sort = sort == null ? Sort.RELEVANCE : sort;
        after = after == null ? "" : after;
        if (page < 0) {
            throw new IllegalArgumentException("pages begin at 0, not " + page);
        }
        if (size < 1 || size > MOST) {
            throw new IllegalArgumentException("a page holds 1 to " + MOST + " hits, not " + size);
        }
    }

    /** What a reader typed. */
    public static SearchQuery text(String text) {
        return new SearchQuery(
                text, Set.of(), "", "", "", null, null, false, false, Set.of(), Sort.RELEVANCE, "", 0, 20);
    }

    /** Only what lies in this region. */
    public SearchQuery in(Region region) {
        return regions(Set.of(region.key()));
    }

    /** Only what lies in any region of this group. */
    public SearchQuery in(RegionGroup group) {
        return regions(group.members().stream().map(Region::key).collect(Collectors.toSet()));
    }

    /** Only what lies in any of the regions with these keys; none for all. */
    public SearchQuery regions(Set<String> keys) {
        return new SearchQuery(
                text, keys, section, tag, author, from, until, unfinished, asTyped, facets, sort, after, page, size);
    }

    /** Only what is in the section with this key; empty for all. */
    public SearchQuery section(String key) {
        return new SearchQuery(
                text, regions, key, tag, author, from, until, unfinished, asTyped, facets, sort, after, page, size);
    }

    /** Only what has the tag with this key; empty for all. */
    public SearchQuery tag(String key) {
        return new SearchQuery(
                text, regions, section, key, author, from, until, unfinished, asTyped, facets, sort, after, page, size);
    }

    /** Only what the author with this slug wrote; empty for all. */
    public SearchQuery author(String slug) {
        return new SearchQuery(
                text, regions, section, tag, slug, from, until, unfinished, asTyped, facets, sort, after, page, size);
    }

    /**
     * Only what was published in this time.
     *
     * @param from its beginning; null for any
     * @param until its end, which does not belong to it; null for any
     */
    public SearchQuery published(@Nullable Instant from, @Nullable Instant until) {
        return new SearchQuery(
                text, regions, section, tag, author, from, until, unfinished, asTyped, facets, sort, after, page, size);
    }

    /** The last word may be the beginning of a longer one. */
    public SearchQuery whileTyping() {
        return new SearchQuery(
                text, regions, section, tag, author, from, until, true, asTyped, facets, sort, after, page, size);
    }

    /** No word is respelled: "search instead for what was typed". */
    public SearchQuery literally() {
        return new SearchQuery(
                text, regions, section, tag, author, from, until, unfinished, true, facets, sort, after, page, size);
    }

    /** Counted by these. */
    public SearchQuery facets(Facets.Kind... kinds) {
        return new SearchQuery(
                text,
                regions,
                section,
                tag,
                author,
                from,
                until,
                unfinished,
                asTyped,
                Set.of(kinds),
                sort,
                after,
                page,
                size);
    }

    /** In this order. */
    public SearchQuery sort(Sort sort) {
        return new SearchQuery(
                text, regions, section, tag, author, from, until, unfinished, asTyped, facets, sort, after, page, size);
    }

    /**
     * Goes on behind the page before.
     *
     * @param next its {@link SearchPage#next()}; of the same query
     */
    public SearchQuery after(String next) {
        return new SearchQuery(
                text, regions, section, tag, author, from, until, unfinished, asTyped, facets, sort, next, page, size);
    }

    /** For another text. */
    public SearchQuery withText(String text) {
        return new SearchQuery(
                text, regions, section, tag, author, from, until, unfinished, asTyped, facets, sort, after, page, size);
    }

    /**
     * This page.
     *
     * @param page from 0
     * @param size the most hits of a page, 1 to {@value #MOST}
     */
    public SearchQuery page(int page, int size) {
        return new SearchQuery(
                text, regions, section, tag, author, from, until, unfinished, asTyped, facets, sort, after, page, size);
    }
}
