package dev.byline.ranking.related;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.byline.article.Article;
import dev.byline.article.ArticleId;
import dev.byline.article.Listed;
import dev.byline.ranking.listing.Filters;
import dev.byline.taxonomy.Region;
import dev.byline.taxonomy.RegionGroup;
import dev.byline.taxonomy.Section;
import dev.byline.taxonomy.Tag;
import dev.byline.text.Language;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which related posts a block of a page asks for: starts as {@link #of(Article)}, four of the whole site.
 *
 * <p>Filters of different kinds must all be met, of several of one kind any. They hold for what fills a short list too, but
 * not for what is pinned.
 *
 * @param article need not be in the store, or public: an editor's draft has related posts too
 * @param limit the most posts to list, 1 to {@value #MOST}
 * @param without ids of posts that are not listed, even if pinned
 * @param onThePage ids of posts that stand on the page already: they lose half of their score, even if pinned, so that they
 *     are repeated only where the block is short of others nearly as related. What tells the same story as one of them is not
 *     listed, unless the policy lists copies or an editor pinned it. What they tell is known of those that are gathered as
 *     candidates, as what is as like the article as its copy is; a copy that merely fills a short list is not told from others
 * @param pinned ids of posts that come first, in this order, whatever they have to do with the article, if they are public
 * @param regions region keys, any of which a post must lie in, itself or by a region around it; empty for all
 * @param sections section keys, any of which it must be in, itself or by a section above it; empty for all
 * @param tags tag keys, any of which it must have; empty for all
 * @param languages any of which it must be written in; one without a region, {@code pt}, takes in those with one,
 *     {@code pt-BR}; empty for all
 */
@JsonPropertyOrder({"article", "limit", "without", "onThePage", "pinned", "regions", "sections", "tags", "languages"})
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonIgnoreProperties(ignoreUnknown = true)
public record RelatedQuery(
        Article article,
        int limit,
        Set<ArticleId> without,
        Set<ArticleId> onThePage,
        List<ArticleId> pinned,
        Set<String> regions,
        Set<String> sections,
        Set<String> tags,
        Set<Language> languages) {
    /** The most posts that a list may hold. */
    public static final int MOST = 200;

    private static final int USUAL = 4;

    /**
     * Checks the limit, copies the collections, and puts empty ones in the place of what is missing.
     *
     * @throws IllegalArgumentException if more than 1,000,000 posts are excluded, or more than 1,000 pinned or keys of one
     *     kind given
     */
    public RelatedQuery {
        Objects.requireNonNull(article, "article");
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("a list holds 1 to " + MOST + " posts, not " + limit);
        }
        onThePage = Filters.ids(onThePage, "onThePage");
        without = Filters.ids(without, "without");
        pinned = Filters.pinned(pinned);
        regions = Filters.keys(regions, "regions");
        sections = Filters.keys(sections, "sections");
        tags = Filters.keys(tags, "tags");
        languages = Filters.languages(languages);
    }

    /** Four posts related to this article. */
    public static RelatedQuery of(Article article) {
        return new RelatedQuery(article, USUAL, Set.of(), Set.of(), List.of(), Set.of(), Set.of(), Set.of(), Set.of());
    }

    /** At most so many, 1 to {@value #MOST}. */
    public RelatedQuery limit(int limit) {
        return new RelatedQuery(article, limit, without, onThePage, pinned, regions, sections, tags, languages);
    }

    /** Without these either; their copies may still be listed. */
    public RelatedQuery without(Collection<ArticleId> ids) {
        Objects.requireNonNull(ids, "without");
        return new RelatedQuery(
                article, limit, Filters.more(without, ids), onThePage, pinned, regions, sections, tags, languages);
    }

    /** These too stand on the page already: rather others than them, and none that tell the same story. */
    public RelatedQuery onThePage(Collection<ArticleId> ids) {
        Objects.requireNonNull(ids, "onThePage");
        return new RelatedQuery(
                article, limit, without, Filters.more(onThePage, ids), pinned, regions, sections, tags, languages);
    }

    /** These first, in this order, in the place of any that were pinned before. */
    public RelatedQuery pinned(List<ArticleId> ids) {
        Objects.requireNonNull(ids, "pinned");
        return new RelatedQuery(article, limit, without, onThePage, ids, regions, sections, tags, languages);
    }

    /** Only what lies in this region, or in one named before. */
    public RelatedQuery in(Region region) {
        return only(filters().in(region));
    }

    /** Only what lies in any region of this group, or in one named before. */
    public RelatedQuery in(RegionGroup group) {
        return only(filters().in(group));
    }

    /** Only what is in this section, or in one named before. */
    public RelatedQuery in(Section section) {
        return only(filters().in(section));
    }

    /** Only what has this tag, or one named before. */
    public RelatedQuery tagged(Tag tag) {
        return only(filters().tagged(tag));
    }

    /** Only what is written in this language, or in one named before. */
    public RelatedQuery language(Language language) {
        return only(filters().language(language));
    }

    private RelatedQuery only(Filters filters) {
        return new RelatedQuery(
                article,
                limit,
                without,
                onThePage,
                pinned,
                filters.regions(),
                filters.sections(),
                filters.tags(),
                filters.languages());
    }

    private Filters filters() {
        return new Filters(regions, sections, tags, Set.of(), languages);
    }

    /** How many of the most alike may not be listed, or not as such. */
    int unwanted() {
        return without.size() + onThePage.size();
    }

    /** Whether it asks for less than the whole site. */
    boolean isFiltered() {
        return !filters().isEmpty();
    }

    /** What keeps a post out of the list, or null. */
    @Nullable
    String unmet(Listed post) {
        return filters().unmet(post);
    }
}
