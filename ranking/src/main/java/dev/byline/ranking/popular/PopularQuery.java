package dev.byline.ranking.popular;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.byline.article.ArchiveQuery;
import dev.byline.article.ArticleId;
import dev.byline.article.Author;
import dev.byline.article.Listed;
import dev.byline.ranking.listing.Filters;
import dev.byline.taxonomy.Region;
import dev.byline.taxonomy.RegionGroup;
import dev.byline.taxonomy.Section;
import dev.byline.taxonomy.Tag;
import dev.byline.text.Language;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which popular posts a block of a page asks for: starts as {@link #of(Window)}, five of the whole site.
 *
 * <p>Filters of different kinds must all be met, of several of one kind any; they hold for what fills a short list too, but
 * not for what is pinned.
 *
 * @param window whose engagement counts
 * @param limit the most posts to list, 1 to {@value #MOST}
 * @param without ids of posts that are not listed, even if pinned, for example those that stand on the page already
 * @param pinned ids of posts that come first, in this order, whatever was read, if they are public
 * @param regions region keys, any of which a post must lie in, itself or by a region around it; empty for all
 * @param sections section keys, any of which it must be in, itself or by a section above it; empty for all
 * @param tags tag keys, any of which it must have; empty for all
 * @param authors author slugs, any of which it must have; empty for all
 * @param languages any of which it must be written in; one without a region, {@code pt}, takes in those with one,
 *     {@code pt-BR}; empty for all
 * @param published within which it must have been published, or null
 * @param mostPerSection how many may come from one main section, which is the one that a card prints, else the first, so
 *     that a big one does not drown the others; 0 for no limit
 */
@JsonPropertyOrder({
    "window",
    "limit",
    "without",
    "pinned",
    "regions",
    "sections",
    "tags",
    "authors",
    "languages",
    "published",
    "mostPerSection"
})
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonIgnoreProperties(ignoreUnknown = true)
public record PopularQuery(
        Window window,
        int limit,
        Set<ArticleId> without,
        List<ArticleId> pinned,
        Set<String> regions,
        Set<String> sections,
        Set<String> tags,
        Set<String> authors,
        Set<Language> languages,
        @Nullable Window published,
        int mostPerSection) {
    /** The most posts that a list may hold. */
    public static final int MOST = 200;

    private static final int USUAL = 5;

    /**
     * Checks the numbers, copies the collections, and puts empty ones in the place of what is missing.
     *
     * @throws IllegalArgumentException if more than 1,000,000 posts are excluded, or more than 1,000 pinned or keys of
     *     one kind given
     */
    public PopularQuery {
        Objects.requireNonNull(window, "window");
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("a list holds 1 to " + MOST + " posts, not " + limit);
        }
        if (mostPerSection < 0) {
            throw new IllegalArgumentException("0 or more posts may come from one section, not " + mostPerSection);
        }
        without = Filters.ids(without, "without");
        pinned = Filters.pinned(pinned);
        regions = Filters.keys(regions, "regions");
        sections = Filters.keys(sections, "sections");
        tags = Filters.keys(tags, "tags");
        authors = Filters.keys(authors, "authors");
        languages = Filters.languages(languages);
    }

    /** The five most popular posts of the site in this window. */
    public static PopularQuery of(Window window) {
        Set<String> all = Set.of();
        return new PopularQuery(window, USUAL, Set.of(), List.of(), all, all, all, all, Set.of(), null, 0);
    }

    /** At most so many, 1 to {@value #MOST}. */
    public PopularQuery limit(int limit) {
        return with(limit, without, pinned, filters(), published, mostPerSection);
    }

    /** Without these either. */
    public PopularQuery without(Collection<ArticleId> ids) {
        Objects.requireNonNull(ids, "without");
        return with(limit, Filters.more(without, ids), pinned, filters(), published, mostPerSection);
    }

    /** These first, in this order, in the place of any that were pinned before. */
    public PopularQuery pinned(List<ArticleId> ids) {
        Objects.requireNonNull(ids, "pinned");
        return with(limit, without, ids, filters(), published, mostPerSection);
    }

    /** Only what lies in this region, or in one named before. */
    public PopularQuery in(Region region) {
        return only(filters().in(region));
    }

    /** Only what lies in any region of this group, or in one named before. */
    public PopularQuery in(RegionGroup group) {
        return only(filters().in(group));
    }

    /** Only what is in this section, or in one named before. */
    public PopularQuery in(Section section) {
        return only(filters().in(section));
    }

    /** Only what has this tag, or one named before. */
    public PopularQuery tagged(Tag tag) {
        return only(filters().tagged(tag));
    }

    /** Only what this author wrote, or one named before. */
    public PopularQuery by(Author author) {
        Objects.requireNonNull(author, "author");
        return only(filters().by(author.slug()));
    }

    /** Only what is written in this language, or in one named before. */
    public PopularQuery language(Language language) {
        return only(filters().language(language));
    }

    /** Only what was published within this window, as it is looked at at the moment of asking; null for whenever. */
    public PopularQuery published(@Nullable Window published) {
        return with(limit, without, pinned, filters(), published, mostPerSection);
    }

    /** At most so many of one main section; 0 for no limit. */
    public PopularQuery mostPerSection(int most) {
        return with(limit, without, pinned, filters(), published, most);
    }

    private PopularQuery only(Filters filters) {
        return with(limit, without, pinned, filters, published, mostPerSection);
    }

    private PopularQuery with(
            int limit,
            Set<ArticleId> without,
            List<ArticleId> pinned,
            Filters filters,
            @Nullable Window published,
            int mostPerSection) {
        return new PopularQuery(
                window,
                limit,
                without,
                pinned,
                filters.regions(),
                filters.sections(),
                filters.tags(),
                filters.authors(),
                filters.languages(),
                published,
                mostPerSection);
    }

    private Filters filters() {
        return new Filters(regions, sections, tags, authors, languages);
    }

    /** Whether a post may be kept out for what it is. */
    boolean isFiltered() {
        return !filters().isEmpty() || published != null || mostPerSection > 0;
    }

    /** The newest that may meet it: exactly what does, but for what the archive can't be asked. */
    ArchiveQuery archive(Instant at, int limit) {
        ArchiveQuery query =
                new ArchiveQuery(at, regions, only(sections), only(tags), only(authors), "", null, null, limit, null);
        return published == null ? query : query.published(published.from(at), published.to(at));
    }

    private static String only(Set<String> keys) {
        return keys.size() == 1 ? keys.iterator().next() : "";
    }

    /** What keeps a post out of the list, or null. */
    @Nullable
    String unmet(Listed post, Instant at) {
        Instant date = post.publishedAt();
        String unmet = filters().unmet(post);
        if (unmet == null && published != null && date != null) {
            Instant from = published.from(at);
            if ((from != null && date.isBefore(from)) || !date.isBefore(published.to(at))) {
                return "was published at " + date;
            }
        }
        return unmet;
    }
}
