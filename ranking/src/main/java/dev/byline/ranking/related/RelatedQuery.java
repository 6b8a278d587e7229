package dev.byline.ranking.related;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.byline.article.Article;
import dev.byline.article.ArticleId;
import dev.byline.article.Listed;
import dev.byline.taxonomy.Region;
import dev.byline.taxonomy.RegionGroup;
import dev.byline.taxonomy.Section;
import dev.byline.taxonomy.Tag;
import dev.byline.text.Language;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which related posts a block of a page asks for: starts as {@link #of(Article)}, four of the whole site.
 *
 * <p>Filters of different kinds must all be met, of several of one kind any. They hold for what fills a short list too, but
 * not for what is pinned.
 *
 * @param article need not be in the store, or public: an editor's draft has related posts too
 * @param limit the most posts to list, 1 to {@value #MOST}
 * @param without ids of posts that are not listed, even if pinned; those {@code onThePage} always among them
 * @param onThePage ids of posts that stand on the page already: nor is what tells the same story as one of them, unless the
 *     policy lists copies or an editor pinned it. What they tell is known of those that are gathered as candidates, as what
 *     is as like the article as its copy is; a copy that merely fills a short list is not told from others
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
    private static final int MOST_IDS = 1_000_000;
    private static final int MOST_NAMED = 1_000;

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
        onThePage = sorted(onThePage, Comparator.naturalOrder(), "onThePage", MOST_IDS);
        without = sorted(
                without == null ? onThePage : more(without, onThePage), Comparator.naturalOrder(), "without", MOST_IDS);
        pinned = pinned == null ? List.of() : List.copyOf(new LinkedHashSet<>(checked(pinned, "pinned", MOST_NAMED)));
        regions = sorted(regions, Comparator.naturalOrder(), "regions", MOST_NAMED);
        sections = sorted(sections, Comparator.naturalOrder(), "sections", MOST_NAMED);
        tags = sorted(tags, Comparator.naturalOrder(), "tags", MOST_NAMED);
        languages = sorted(languages, Comparator.comparing(Language::tag), "languages", MOST_NAMED);
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
                article, limit, more(without, ids), onThePage, pinned, regions, sections, tags, languages);
    }

    /** Without these either, which stand on the page already, and without what tells the same story. */
    public RelatedQuery onThePage(Collection<ArticleId> ids) {
        Objects.requireNonNull(ids, "onThePage");
        return new RelatedQuery(
                article, limit, without, more(onThePage, ids), pinned, regions, sections, tags, languages);
    }

    /** These first, in this order, in the place of any that were pinned before. */
    public RelatedQuery pinned(List<ArticleId> ids) {
        Objects.requireNonNull(ids, "pinned");
        return new RelatedQuery(article, limit, without, onThePage, ids, regions, sections, tags, languages);
    }

    /** Only what lies in this region, or in one named before. */
    public RelatedQuery in(Region region) {
        Objects.requireNonNull(region, "region");
        return only(more(regions, List.of(region.key())), sections, tags, languages);
    }

    /** Only what lies in any region of this group, or in one named before. */
    public RelatedQuery in(RegionGroup group) {
        Objects.requireNonNull(group, "group");
        List<String> keys = group.members().stream().map(Region::key).toList();
        return only(more(regions, keys), sections, tags, languages);
    }

    /** Only what is in this section, or in one named before. */
    public RelatedQuery in(Section section) {
        Objects.requireNonNull(section, "section");
        return only(regions, more(sections, List.of(section.key())), tags, languages);
    }

    /** Only what has this tag, or one named before. */
    public RelatedQuery tagged(Tag tag) {
        Objects.requireNonNull(tag, "tag");
        return only(regions, sections, more(tags, List.of(tag.key())), languages);
    }

    /** Only what is written in this language, or in one named before. */
    public RelatedQuery language(Language language) {
        Objects.requireNonNull(language, "language");
        return only(regions, sections, tags, more(languages, List.of(language)));
    }

    private RelatedQuery only(Set<String> regions, Set<String> sections, Set<String> tags, Set<Language> languages) {
        return new RelatedQuery(article, limit, without, onThePage, pinned, regions, sections, tags, languages);
    }

    /** Whether it asks for less than the whole site. */
    boolean isFiltered() {
        return !regions.isEmpty() || !sections.isEmpty() || !tags.isEmpty() || !languages.isEmpty();
    }

    /** What keeps a post out of the list, or null. */
    @Nullable
    String unmet(Listed post) {
        if (!regions.isEmpty()
                && !any(post.regions(), region -> region.path().stream().map(Region::key), regions)) {
            return "lies in none of the regions " + String.join(", ", regions);
        }
        if (!sections.isEmpty()
                && !any(post.sections(), section -> section.path().stream().map(Section::key), sections)) {
            return "is in none of the sections " + String.join(", ", sections);
        }
        if (!tags.isEmpty() && !any(post.tags(), tag -> Stream.of(tag.key()), tags)) {
            return "has none of the tags " + String.join(", ", tags);
        }
        if (!languages.isEmpty() && languages.stream().noneMatch(one -> covers(one.tag(), post.language()))) {
            return "is written in " + post.language().tag();
        }
        return null;
    }

    private static boolean covers(String wanted, Language language) {
        return language.tag().equals(wanted) || language.tag().startsWith(wanted + "-");
    }

    private static <T> boolean any(List<T> terms, Function<T, Stream<String>> keys, Set<String> wanted) {
        return terms.stream().flatMap(keys).anyMatch(wanted::contains);
    }

    private static <T> Set<T> more(Set<T> some, Collection<? extends T> others) {
        Set<T> all = new LinkedHashSet<>(some);
        all.addAll(others);
        return all;
    }

    private static <T> Set<T> sorted(@Nullable Set<T> given, Comparator<? super T> order, String what, int most) {
        if (given == null || given.isEmpty()) {
            return Set.of();
        }
        Set<T> sorted = new TreeSet<>(order);
        sorted.addAll(checked(given, what, most));
        return Collections.unmodifiableSet(sorted);
    }

    private static <C extends Collection<?>> C checked(C given, String what, int most) {
        if (given.size() > most) {
            throw new IllegalArgumentException(what + " holds " + given.size() + ", more than " + most);
        }
        for (Object one : given) {
            Objects.requireNonNull(one, what);
        }
        return given;
    }
}
